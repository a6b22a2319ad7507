import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { DeidentifiedView, Problem } from '@okaeri/contracts';
import { readHeader } from '../../libs/records/src/imaging/header';
import { BringWorld, another, said } from '../support/bring-world';
import { oddPictures, oddSize } from '../support/odd-dicom';
import { element, explicitLittle, zip } from '../support/sample-dicom';

jest.setTimeout(60_000);

/** What a PNG of ours shows: three bytes a point, no filter. */
function pointsOf(png: Buffer): { width: number; height: number; values: number[] } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const begin = png.indexOf('IDAT') + 4;
  const rows = inflateSync(png.subarray(begin, begin + png.readUInt32BE(begin - 8)));
  const values = Array.from({ length: width * height }, (_, point) => {
    const [x, y] = [point % width, Math.floor(point / width)];
    return rows[y * (1 + width * 3) + 1 + x * 3] ?? 0;
  });
  return { width, height, values };
}

/** How far its darkest and its brightest point are apart. */
function spread(png: Buffer): number {
  const { values } = pointsOf(png);
  return (
    values.reduce((most, value) => Math.max(most, value), 0) -
    values.reduce((least, value) => Math.min(least, value), 255)
  );
}

const real = [resolve('../shared/data/dicom'), resolve('../../shared/data/dicom')].find((path) => existsSync(path));

/** Real: PostgreSQL, the whole api, and the threads that unfold pictures. */
describe('a picture in a record', () => {
  let house: BringWorld;
  beforeAll(async () => {
    house = await BringWorld.open();
  });
  afterAll(() => house.close());

  it('has a small picture of each series, which is not black', async () => {
    const slices = Array.from({ length: 4 }, (_, slice) => ({
      name: `IM${slice}`,
      content: another({ position: slice * 5, window: slice === 3 ? ['40', '0'] : ['40', '400'] }),
    }));
    await house.bring(another());
    await house.bring(zip(slices));
    const { studies } = await house.imaging();
    const all = studies.flatMap(({ series }) => series);
    expect(all.length).toBeGreaterThan(1);
    for (const { thumbnail } of all) {
      const first = await house.world.bytes('sato', thumbnail ?? '');
      expect([first.status, first.headers['content-type']]).toEqual([200, 'image/png']);
      const { width, height } = pointsOf(first.bytes);
      expect([width > 8, height > 8, spread(first.bytes) > 60]).toEqual([true, true, true]);
      expect((await house.world.bytes('emily', thumbnail ?? '')).bytes.equals(first.bytes)).toBe(true);
    }
  });

  it('is shown in whatever rare way it is written, and handed on without a name where that can be promised', async () => {
    for (const { name, file } of oddPictures()) {
      const view = await house.bring(file);
      expect([name, said(view), view.counts]).toEqual([
        name,
        expect.stringContaining('taken'),
        expect.objectContaining({ taken: 1 }),
      ]);
      const { pictures, thumbnail } = await house.seriesOf(name);
      expect([name, pictures]).toEqual([name, [expect.objectContaining({ frames: 2, ...oddSize, shown: true })]]);
      const small = await house.world.bytes('sato', thumbnail ?? '');
      expect([name, small.status, small.status === 200 && spread(small.bytes) > 60]).toEqual([name, 200, true]);
    }
    const packed = (await house.seriesOf('packed as a whole')).pictures[0];
    const preview = await house.world.told<DeidentifiedView>('sato', {
      path: house.at(`/imaging/instances/${packed?.instanceId}/deidentified`),
    });
    const { bytes } = await house.world.bytes('sato', preview.href);
    expect([bytes.includes('TREMBLAY'), readHeader(bytes, true)]).toEqual([
      false,
      expect.objectContaining({ ...oddSize, frames: 2, transferSyntax: explicitLittle }),
    ]);
    const values = bytes.subarray(-oddSize.rows * oddSize.columns * 4);
    expect([0, 32, values.length - 34].map((place) => values.readUInt16LE(place))).toEqual([0, 200, 1000]);
    const big = (await house.seriesOf('with the higher byte first')).pictures[0];
    const refused = await house.world.ask('sato', {
      path: house.at(`/imaging/instances/${big?.instanceId}/deidentified`),
    });
    expect((refused.body as Problem).code).toBe('file_broken');
  });

  it('is handed on without what tells whose it is, point for point the same', async () => {
    const more = [
      element(0x10, 0x1040, 'LO', '1 Maple Street'),
      element(0x11, 0x10, 'LO', 'MAKER'),
      element(0x11, 0x1001, 'LO', 'Tremblay again'),
    ];
    const content = another({ birthDate: '19840512', more, number: 7 });
    await house.bring(content);
    const [row] = await house.world.database.query<{ id: string }>(
      `select i.id from imaging_instance i order by (i.number = 7) desc limit 1`,
    );
    const path = house.at(`/imaging/instances/${row?.id}/deidentified`);
    const view = await house.world.told<DeidentifiedView>('sato', { path });
    expect(view.rows).toEqual(
      expect.arrayContaining([
        { tag: '(0010,0010)', name: 'PatientName', before: 'Tremblay^Emily', after: '' },
        { tag: '(0010,1040)', name: 'PatientAddress', before: '1 Maple Street', after: null },
        { tag: '(0011,1001)', name: '', before: 'Tremblay again', after: null },
      ]),
    );
    const { bytes, status } = await house.world.bytes('sato', view.href);
    expect(status).toBe(200);
    for (const secret of ['Tremblay', 'Maple', '4711', '19840512', 'Lakeside', '20261002', '9999'])
      expect([secret, bytes.includes(secret)]).toEqual([secret, false]);
    expect(bytes.subarray(-512).equals(content.subarray(-512))).toBe(true);
    const header = readHeader(bytes, true);
    expect(header).toMatchObject({
      rows: 16,
      columns: 16,
      modality: 'CT',
      number: 7,
      window: { center: 500, width: 1000 },
    });
    const refused = await house.world.ask('chen', { path: view.href });
    expect(refused.status).toBe(404);
  });

  const files = real ? readdirSync(real).filter((name) => name.endsWith('.dcm')) : [];
  it.each(real ? files : ['../shared/data/dicom is not there'])('is %s', async (name) => {
    if (!real) return expect(real).toBeUndefined();
    const content = readFileSync(join(real, name));
    const view = await house.bring(content, name);
    expect(view.state).toBe('done');
    expect((await house.world.bytes('emily', view.href ?? '')).bytes.equals(content)).toBe(true);
    expect(view.counts.refused).toBe(0);
    // What can be shown is shown, however it is packed, and with whatever window: one of these has none.
    const rows = await house.world.database.query<{ id: string; shown: boolean }>(
      'select series_id as id, shown from imaging_instance where upload_id = $1',
      [view.uploadId],
    );
    for (const { id, shown } of rows) {
      const small = await house.world.bytes('sato', house.at(`/imaging/series/${id}/thumbnail`));
      expect([name, small.status]).toEqual([name, shown ? 200 : 404]);
      if (shown) expect(spread(small.bytes)).toBeGreaterThan(40);
    }
    return undefined;
  });
});
