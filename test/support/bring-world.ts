import type { BringView, ImagingPage, ImagingSeries, UploadView } from '@okaeri/contracts';
import { ClamdServer } from './clamd';
import { RecordsWorld } from './records-world';
import { dicom } from './sample-dicom';
import type { SampleDicom } from './sample-dicom';
import type { Answer } from './server';
import { until } from './until';

const pieceBytes = 1_048_576;

/** Emily, who brings files into her record, and a server that speaks as clamd does and looks into each. */
export class BringWorld {
  private constructor(
    readonly world: RecordsWorld,
    readonly clamd: ClamdServer,
    readonly emily: string,
  ) {}

  static async open(): Promise<BringWorld> {
    const clamd = await ClamdServer.start();
    const world = await RecordsWorld.open({ CLAMD_URL: clamd.url });
    const [emily] = await world.database.query<{ id: string }>(
      `update person set birth_date = '1984-05-12' where name_latin = 'Emily Tremblay' returning id`,
    );
    if (!emily) throw new Error('Emily is not there.');
    return new BringWorld(world, clamd, emily.id);
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.clamd.stop();
  }

  /** An address of hers. */
  at(path: string): string {
    return `/api/patients/${this.emily}${path}`;
  }

  announce(persona: string, name: string, bytes: number, batchId?: string): Promise<Answer> {
    const json = { name, bytes, type: '', ...(batchId ? { batchId } : {}) };
    return this.world.ask(persona, { method: 'POST', path: this.at('/uploads'), json });
  }

  piece(persona: string, uploadId: string, offset: number, bytes: Buffer, cut?: number): Promise<Answer> {
    return this.world.put(persona, this.at(`/uploads/${uploadId}/content`), offset, bytes, cut);
  }

  upload(uploadId: string, persona = 'emily'): Promise<UploadView> {
    return this.world.told<UploadView>(persona, { path: this.at(`/uploads/${uploadId}`) });
  }

  /** Sends a file as her page does, until it is known what became of it. */
  async bring(content: Buffer, name = 'file.dcm', batchId?: string): Promise<UploadView> {
    const announced = (await this.announce('emily', name, content.length, batchId)).body as UploadView;
    for (let from = 0; from < content.length; from += pieceBytes) {
      const sent = await this.piece('emily', announced.uploadId, from, content.subarray(from, from + pieceBytes));
      if (sent.status !== 200) throw new Error(`${sent.status} ${sent.text}`);
    }
    let view = await this.upload(announced.uploadId);
    await until(async () => {
      view = await this.upload(announced.uploadId);
      return view.state !== 'working';
    });
    return view;
  }

  imaging(persona = 'emily'): Promise<ImagingPage> {
    return this.world.told<ImagingPage>(persona, { path: this.at('/imaging') });
  }

  async seriesOf(description: string): Promise<ImagingSeries> {
    const { studies } = await this.imaging();
    const found = studies.flatMap(({ series }) => series).find((each) => each.description === description);
    return this.world.told<ImagingSeries>('sato', { path: this.at(`/imaging/series/${found?.seriesId}`) });
  }
}

export const said = ({ rows }: Pick<BringView, 'rows'>): string => rows.map((row) => row.said).join('\n');

let others = 0;
/** Of a series that no other test has. */
export function another(sample: SampleDicom = {}): Buffer {
  others += 1;
  const root = `1.2.826.0.1.3680043.9.9999.${1000 + others}`;
  return dicom({ study: `${root}.1`, series: `${root}.2`, uid: `${root}.3`, ...sample });
}
