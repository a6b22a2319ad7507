import type { BringView, ImagingPage, ImportReport, RecordPage, UploadView } from '@okaeri/contracts';
import { Clamd, Database, VAULT } from '@okaeri/platform';
import type { Vault } from '@okaeri/platform';
import { scanUploads } from '@okaeri/records';
import { ClamdServer, eicar } from '../support/clamd';
import { OwnHouse } from '../support/own-house';
import { dicom } from '../support/sample-dicom';
import { pdf } from '../support/sample-files';
import { sampleRecord } from '../support/sample-record';

jest.setTimeout(60_000);

/** Real: PostgreSQL, the whole api, sockets and the protocol of clamd. Not real: ClamAV's engine. */
describe('files of a record that came while nobody scanned', () => {
  let house: OwnHouse;
  let clamd: ClamdServer;
  beforeAll(async () => {
    house = await OwnHouse.open();
    clamd = await ClamdServer.start();
  });
  afterAll(async () => {
    await clamd.stop().catch(() => undefined);
    await house.close();
  });

  const at = (path: string) => `/api/patients/${house.patient.id}${path}`;
  const scan = (url = clamd.url) => {
    const { app } = house.server;
    const tools = { db: app.get(Database), vault: app.get<Vault>(VAULT), scanner: new Clamd(url) };
    return scanUploads(tools, new AbortController().signal);
  };
  const state = async ({ uploadId }: UploadView) => {
    const rows = await house.query('select scan, state from record_upload where id = $1', [uploadId]);
    return rows[0];
  };
  const view = ({ uploadId }: UploadView) => house.told<UploadView>(house.patient, 'GET', at(`/uploads/${uploadId}`));
  const content = async ({ uploadId }: UploadView) =>
    (await house.ask(house.patient, 'GET', at(`/uploads/${uploadId}/content`))).status;
  const titles = async () => {
    const { sections } = await house.told<RecordPage>(house.patient, 'GET', `/api/pages/records/${house.patient.id}`);
    return sections.flatMap(({ lines }) => lines.map(({ title }) => title));
  };
  const instances = async () => {
    const { studies } = await house.told<ImagingPage>(house.patient, 'GET', at('/imaging'));
    return studies.map(({ series }) => series.reduce((sum, { instances: count }) => sum + count, 0));
  };

  it('are looked into later, and what is harmful is withdrawn with what was made of it', async () => {
    const harmful = (bytes: Buffer) => Buffer.concat([bytes, eicar]);
    const pixels = Buffer.concat([eicar, Buffer.alloc(512)]).subarray(0, 512);
    const clean = [
      await house.bring('clean.pdf', pdf()),
      await house.bring('one.dcm', dicom({ number: 1 })),
      await house.bring('mine.json', Buffer.from(sampleRecord())),
    ];
    const bad = [
      await house.bring('letter.pdf', harmful(pdf())),
      await house.bring('two.dcm', dicom({ number: 2, pixels })),
      await house.bring('other.dcm', dicom({ uid: '1.2.3.4', study: '1.2.3', series: '1.2.3.1', pixels })),
      await house.bring(
        'theirs.xml',
        Buffer.from(`<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>${eicar.toString()}</title>
          <effectiveTime value="20260901"/></ClinicalDocument>`),
      ),
    ];
    for (const each of [...clean, ...bad]) expect(await state(each)).toEqual({ scan: 'unscanned', state: 'done' });
    expect(await instances()).toEqual(expect.arrayContaining([2, 1]));
    expect((await titles()).join()).toContain('EICAR');

    // Where nobody answers nothing is said, and nothing lost.
    expect(await scan('tcp://127.0.0.1:9')).toBe(0);
    expect(await scan()).toBe(clean.length + bad.length);
    expect(await scan()).toBe(0);

    for (const each of clean) expect(await state(each)).toEqual({ scan: 'clean', state: 'done' });
    expect(await content(clean[0]!)).toBe(200);
    for (const each of bad) {
      expect(await state(each)).toEqual({ scan: 'infected', state: 'refused' });
      expect(await content(each)).toBe(404);
      const { rows, href } = await view(each);
      expect([href, rows]).toEqual([
        null,
        [{ outcome: 'refused', count: 1, said: expect.stringContaining('a virus was found in it') as string }],
      ]);
    }
    expect(await instances()).toEqual([1]);
    const left = (await titles()).join();
    expect([left.includes('EICAR'), left.includes('Penicillin'), left.includes('clean.pdf')]).toEqual([
      false,
      true,
      true,
    ]);
    expect(left).not.toContain('letter.pdf');
    const stored = await house.blobs();
    expect(bad.filter(({ uploadId }) => stored.includes(uploadId))).toEqual([]);
    // It is the first thing that she reads of what she brought.
    const brought = await house.told<{ items?: BringView[] } | BringView[]>(house.patient, 'GET', at('/brings'));
    expect(JSON.stringify(brought)).toContain('a virus was found in it');
  });

  // In JSON its backslash would be two.
  const recordWith = (words: string) =>
    `<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/><entry><resource><Observation><status value="final"/>
      <code><text value="Harm ${words}"/></code></Observation></resource></entry></Bundle>`;
  const [infected, harmless] = [recordWith(eicar.toString()), recordWith('undone')];
  const scanOf = async ({ importId }: ImportReport) =>
    (await house.query('select scan, outcome, bytes > 0 as kept from fhir_import where id = $1', [importId]))[0];

  it('are looked into where they came as a record, with no upload around them', async () => {
    const [good, bad] = [(await house.bringRecord(harmless)).body, (await house.bringRecord(infected)).body] as [
      ImportReport,
      ImportReport,
    ];
    for (const each of [good, bad])
      expect(await scanOf(each)).toEqual({ scan: 'unscanned', outcome: 'taken', kept: true });
    expect((await titles()).join()).toContain('EICAR');

    expect(await scan('tcp://127.0.0.1:9')).toBe(0);
    expect(await scan()).toBe(2);
    expect(await scan()).toBe(0);
    expect(await scanOf(good)).toEqual({ scan: 'clean', outcome: 'taken', kept: true });
    expect(await scanOf(bad)).toEqual({ scan: 'infected', outcome: 'refused', kept: false });
    const left = (await titles()).join();
    expect([left.includes('EICAR'), left.includes('Harm undone')]).toEqual([false, true]);
    expect(await house.blobs()).not.toContain(bad.importId);
    const report = at(`/record/imports/${bad.importId}`);
    expect((await house.told<ImportReport>(house.patient, 'GET', report)).why).toContain('A virus was found');
    expect((await house.ask(house.patient, 'GET', `${report}/content`)).text).toBe('');
    // Once more it is no old acquaintance.
    const again = (await house.bringRecord(infected)).body as ImportReport;
    expect([again.outcome, again.importId === bad.importId]).toEqual(['taken', false]);
    expect(await scan()).toBe(1);
    expect(await scanOf(again)).toMatchObject({ scan: 'infected' });
  });

  it('are refused at once where somebody scans, and marked where he is away', async () => {
    const scanning = await OwnHouse.open({ CLAMD_URL: clamd.url });
    try {
      const bad = (await scanning.bringRecord(infected)).body as ImportReport;
      expect(bad).toMatchObject({ outcome: 'refused', counts: { taken: 0 }, rows: [] });
      expect(bad.why).toContain('A virus was found');
      const good = (await scanning.bringRecord(harmless)).body as ImportReport;
      expect(good.outcome).toBe('taken');
      await clamd.stop();
      const later = (await scanning.bringRecord(recordWith('later'))).body as ImportReport;
      expect(later.outcome).toBe('taken');
      const rows = await scanning.query('select id, scan, bytes > 0 as kept from fhir_import order by created_at');
      expect(rows).toEqual([
        { id: bad.importId, scan: 'infected', kept: false },
        { id: good.importId, scan: 'clean', kept: true },
        { id: later.importId, scan: 'unscanned', kept: true },
      ]);
      expect(await scanning.query('select 1 from fhir_resource where import_id = $1', [bad.importId])).toEqual([]);
      const stored = await scanning.blobs();
      expect([stored.includes(bad.importId), stored.includes(good.importId)]).toEqual([false, true]);
    } finally {
      await scanning.close();
    }
  });
});
