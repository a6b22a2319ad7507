import { randomUUID } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { BringView, ImagingSeries, Problem, RecordPage, UploadView } from '@okaeri/contracts';
import { Database, VAULT } from '@okaeri/platform';
import type { Vault } from '@okaeri/platform';
import { chartStudies, settleUploads, sweepUploads } from '@okaeri/records';
import { BringWorld, another, said } from '../support/bring-world';
import { eicar } from '../support/clamd';
import { film } from '../support/odd-dicom';
import { dicom, explicitLittle, element, zip } from '../support/sample-dicom';
import { pdf, png, scriptedPdf, svg } from '../support/sample-files';
import { sampleRecord } from '../support/sample-record';
import { until } from '../support/until';

jest.setTimeout(60_000);

/** A picture whose description is behind more noughts than anybody unpacks. */
function bomb(): Buffer {
  const plain = dicom({ transferSyntax: '1.2.840.10008.1.2.1.99', size: 0, pixels: null });
  const meta = plain.subarray(0, 144 + plain.readUInt32LE(140));
  return Buffer.concat([meta, deflateRawSync(Buffer.alloc(300_000_000), { level: 1 })]);
}

const code = ({ body }: { body: unknown }) => (body as Problem).code;

/** Real: PostgreSQL, the whole api, connections that break off, a folder on the disk, and a server that speaks as clamd does. */
describe('what is brought into a record', () => {
  let house: BringWorld;
  beforeAll(async () => {
    house = await BringWorld.open();
  });
  afterAll(() => house.close());

  it('is a picture, which is found by study and series, and leaves as it came', async () => {
    const picture = dicom({ number: 2, birthDate: '19840512' });
    const view = await house.bring(picture, '../CT/IM0001');
    expect(view).toMatchObject({
      name: 'IM0001',
      state: 'done',
      kind: 'dicom',
      counts: { taken: 1, kept: 0, refused: 0 },
    });
    expect(view.rows).toEqual([{ outcome: 'taken', said: 'CT scan: taken', count: 1 }]);
    const { studies, mine } = await house.imaging();
    expect([mine, studies]).toEqual([
      true,
      [
        expect.objectContaining({
          ...{ title: 'Abdomen', whenWords: expect.stringContaining('2026') as string, from: 'Lakeside Clinic' },
          series: [
            expect.objectContaining({ modality: 'CT', modalityWords: 'CT scan', number: 3, instances: 1, frames: 1 }),
          ],
        }),
      ],
    ]);
    expect((await house.imaging('sato')).studies[0]?.series[0]).toMatchObject({ modalityWords: 'CT検査' });
    const { pictures } = await house.seriesOf('Portal venous');
    expect(pictures).toEqual([
      expect.objectContaining({
        ...{ rows: 16, columns: 16, frames: 1, number: 2, position: 5, shown: true, transferSyntax: explicitLittle },
        ...{ window: { center: 500, width: 1000 }, spacing: { row: 0.7, column: 0.8 }, bytes: picture.length },
      }),
    ]);
    const href = pictures[0]?.href ?? '';
    const all = await house.world.bytes('sato', href);
    expect(all.bytes.equals(picture)).toBe(true);
    expect(all.headers).toMatchObject({ 'content-type': 'application/dicom', 'x-content-type-options': 'nosniff' });
    const part = await house.world.bytes('sato', href, 'bytes=128-131');
    expect([part.status, part.bytes.toString()]).toEqual([206, 'DICM']);
    const own = await house.world.bytes('emily', view.href ?? '');
    expect([own.bytes.equals(picture), own.headers['content-disposition']]).toEqual([
      true,
      expect.stringContaining('attachment; filename="IM0001"'),
    ]);
  });

  it('is for her and for those who treat her', async () => {
    const { studies } = await house.imaging();
    const { seriesId = '' } = studies[0]?.series[0] ?? {};
    for (const persona of ['mori', 'chen', 'haruto']) {
      for (const path of ['/imaging', `/imaging/series/${seriesId}`, '/brings']) {
        expect([persona, (await house.world.ask(persona, { path: house.at(path) })).status]).toEqual([persona, 404]);
      }
      expect((await house.announce(persona, 'a.dcm', 10)).status).toBe(404);
    }
    // Whoever may bring something does not go on with what another brings.
    const { uploadId } = (await house.announce('emily', 'a.dcm', 4)).body as UploadView;
    expect((await house.piece('sato', uploadId, 0, Buffer.from('DICM'))).status).toBe(404);
    expect((await house.world.ask('emily', { method: 'DELETE', path: house.at(`/uploads/${uploadId}`) })).status).toBe(
      204,
    );
    expect((await house.world.ask('emily', { path: house.at(`/uploads/${uploadId}`) })).status).toBe(404);
  });

  it('goes on where it was cut, and lies sealed as it comes', async () => {
    const large = another({ size: 1024, name: 'Tremblay^Emily' });
    const { uploadId } = (await house.announce('emily', 'large.dcm', large.length)).body as UploadView;
    expect((await house.piece('emily', uploadId, 0, large.subarray(0, 700_000))).status).toBe(200);
    await house.piece('emily', uploadId, 700_000, large.subarray(700_000, 1_700_000), 300_000);
    await until(async () => (await house.upload(uploadId)).received > 700_000);
    const { received, state, href } = await house.upload(uploadId);
    expect([received < 1_700_000, state, href]).toEqual([true, 'receiving', null]);
    const wrong = await house.piece('emily', uploadId, 10, large.subarray(10, 20));
    expect([wrong.status, (wrong.body as { offset: number }).offset]).toEqual([409, received]);
    const vault = house.world.server.app.get<Vault>(VAULT);
    expect([await vault.isSealed(uploadId), await vault.size(uploadId)]).toEqual([true, received]);
    for (let from = received; from < large.length; from += 1_000_000)
      expect((await house.piece('emily', uploadId, from, large.subarray(from, from + 1_000_000))).status).toBe(200);
    const done = await house.upload(uploadId);
    expect(done).toMatchObject({ state: 'done', counts: { taken: 1 } });
    expect((await house.world.bytes('emily', done.href ?? '')).bytes.equals(large)).toBe(true);
  });

  it('is an archive, with one report of all that is in it', async () => {
    const slices = Array.from({ length: 12 }, (_, slice) => ({
      name: `../../etc/${slice % 2 ? 'a' : 'b'}/IM${slice}`,
      content: dicom({
        ...{ study: '1.2.3.40', series: '1.2.3.41', uid: `1.2.3.42.${slice}`, number: 20 - slice },
        ...{ position: slice * 5, window: slice === 3 ? ['40', '0'] : ['40', '400'] },
      }),
    }));
    const archive = zip([
      { name: 'DICOM/', content: Buffer.alloc(0) },
      ...slices,
      {
        name: 'DICOMDIR',
        content: dicom({ sopClass: '1.2.840.10008.1.3.10', size: 0, pixels: null, uid: '1.2.3.43' }),
      },
      { name: 'viewer.exe', content: Buffer.from('MZ and so on') },
      { name: 'inner.zip', content: zip([{ name: 'x', content: Buffer.from('x') }]) },
      { name: 'summary.json', content: Buffer.from(sampleRecord()) },
    ]);
    const view = await house.bring(archive, 'disc.zip');
    expect(view).toMatchObject({ state: 'done', kind: 'zip', counts: { taken: 25, kept: 3, refused: 0 } });
    expect(view.rows).toEqual(
      expect.arrayContaining([
        { outcome: 'taken', said: 'CT scan: taken', count: 12 },
        { outcome: 'kept', said: expect.stringContaining('list of a disc') as string, count: 1 },
        { outcome: 'kept', said: expect.stringContaining('archive within') as string, count: 1 },
        { outcome: 'taken', said: 'Health record: taken', count: 13 },
      ]),
    );
    expect(view.importId).not.toBeNull();
    expect((await house.world.bytes('emily', view.href ?? '')).bytes.equals(archive)).toBe(true);
    const { studies } = await house.imaging();
    const found = studies.flatMap(({ series }) => series).find(({ instances }) => instances === 12);
    const { pictures } = await house.world.told<ImagingSeries>('sato', {
      path: house.at(`/imaging/series/${found?.seriesId}`),
    });
    expect(pictures.map(({ position }) => position)).toEqual(slices.map((_, slice) => slice * 5));
    expect(pictures.map(({ window }) => window?.width ?? null)[3]).toBeNull();
    const third = await house.world.bytes('sato', pictures[3]?.href ?? '');
    expect(third.bytes.equals(slices[3]?.content ?? Buffer.alloc(0))).toBe(true);
    const charted = await house.world.database.query<{ body: object; understood: boolean }>(
      `select body, understood from fhir_resource where type = 'ImagingStudy' and source = 'urn:oid:1.2.3.40'`,
    );
    expect(charted).toEqual([
      { understood: true, body: expect.objectContaining({ numberOfInstances: 12, started: '2026-10-02' }) as object },
    ]);
    const left = await house.world.ask('emily', { path: house.at('/record/export') });
    expect(left.text).toContain('urn:oid:1.2.3.40');
    const blobs = await house.world.blobs();
    const again = await house.bring(archive, 'disc.zip');
    expect(said(again)).toContain('it was here already');
    // The archive itself came twice; of what is in it there is nothing twice.
    expect((await house.world.blobs()).length).toBe(blobs.length + 1);
  });

  it('is an archive of documents, each of which is in the record as if it had come alone', async () => {
    const cda = `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>Letter of discharge</title></ClinicalDocument>`;
    const [paper, photo] = [pdf({ pages: 3 }), png()];
    const fhir = sampleRecord((bundle) =>
      Object.assign(bundle, { identifier: { system: 'urn:x', value: 'in a zip' } }),
    );
    const archive = zip([
      { name: '検査/結果.pdf', content: paper },
      { name: 'again.pdf', content: paper },
      { name: 'wound.png', content: photo },
      { name: 'IHE_XDM/SUBSET01/DOC0001.XML', content: Buffer.from(cda) },
      { name: 'IHE_XDM/SUBSET01/METADATA.XML', content: Buffer.from('<SubmitObjectsRequest/>') },
      { name: 'bad.pdf', content: scriptedPdf.plain() },
      { name: 'record.json', content: Buffer.from(fhir) },
    ]);
    const view = await house.bring(archive, 'papers.zip');
    expect(view).toMatchObject({ state: 'done', kind: 'zip', counts: { taken: 16, kept: 2, refused: 1 } });
    expect(said(view)).toContain('PDF document: it was here already');
    const batch = await house.world.told<BringView>('emily', { path: house.at(`/brings/${view.batchId}`) });
    expect([batch.files, batch.filesDone, batch.importIds.length, batch.counts]).toEqual([1, 1, 2, view.counts]);
    const { sections } = await house.world.told<RecordPage>('sato', { path: `/api/pages/records/${house.emily}` });
    const lines = sections.flatMap((section) => section.lines);
    const line = (title: string) => lines.filter((each) => each.title === title);
    expect([line('結果.pdf').length, line('again.pdf').length, line('bad.pdf').length]).toEqual([1, 0, 0]);
    expect(line('Letter of discharge')).toHaveLength(1);
    for (const [title, content] of [
      ['結果.pdf', paper],
      ['wound.png', photo],
    ] as const) {
      const [attached] = line(title)[0]?.attachments ?? [];
      expect([title, attached?.bytes]).toEqual([title, content.length]);
      const own = await house.world.bytes('sato', attached?.href ?? '');
      expect([own.status, own.bytes.equals(content)]).toEqual([200, true]);
      expect((await house.world.ask('chen', { path: attached?.href ?? '' })).status).toBe(404);
    }
    const blobs = await house.world.blobs();
    expect((await house.bring(archive, 'papers.zip')).counts).toEqual(view.counts);
    // The archive itself came twice; of its papers there is nothing twice.
    expect((await house.world.blobs()).length).toBe(blobs.length + 1);
  });

  it('is a folder, whose files have one report', async () => {
    const batchId = randomUUID();
    const series = { study: '1.2.4.1', series: '1.2.4.2' };
    for (const number of [1, 2, 3])
      await house.bring(dicom({ ...series, uid: `1.2.4.3.${number}`, number }), `IM${number}`, batchId);
    await house.bring(Buffer.from('hello'), 'readme.txt', batchId);
    const brought = await house.world.told<BringView>('sato', { path: house.at(`/brings/${batchId}`) });
    expect(brought).toMatchObject({ state: 'done', files: 4, filesDone: 4, counts: { taken: 3, kept: 0, refused: 1 } });
    const charted = () =>
      house.world.database.query<{ version: number; n: string }>(
        `select version, body ->> 'numberOfInstances' as n from fhir_resource where source = 'urn:oid:1.2.4.1'`,
      );
    const db = house.world.server.app.get(Database);
    expect([await chartStudies(db), await charted()]).toEqual([0, [{ version: 1, n: '1' }]]);
    await house.world.database.query(`update record_upload set touched_at = touched_at - interval '2 minutes'`);
    expect([await chartStudies(db), await charted()]).toEqual([1, [{ version: 2, n: '3' }]]);
    expect(await chartStudies(db)).toBe(0);
    expect([brought.studyIds.length, brought.rows[0]]).toEqual([
      1,
      { outcome: 'refused', said: expect.any(String) as string, count: 1 },
    ]);
    const { brings } = await house.world.told<{ brings: BringView[] }>('emily', { path: house.at('/brings') });
    expect(brings[0]?.batchId).toBe(batchId);
  });

  it('says when it may be somebody else’s', async () => {
    const doubtful = await house.bring(another({ name: 'Roy^Marc', birthDate: '19500101' }));
    expect(doubtful).toMatchObject({ state: 'done', counts: { taken: 1 } });
    expect(said(doubtful)).toContain('the name in it is another one');
    expect(said(doubtful)).toContain('the date of birth in it is another one');
    const hers = await house.bring(another({ name: 'TREMBLAY^ÉMILY', birthDate: '19840512' }));
    expect(hers.rows).toHaveLength(1);
  });

  const half = Buffer.alloc(16 * 16 * 2);
  it.each<[string, () => Buffer, Partial<UploadView>, string]>([
    ['nothing', () => Buffer.alloc(0), { state: 'refused', kind: 'other' }, 'nothing in it'],
    ['a text', () => Buffer.from('hello'), { state: 'refused' }, 'does not hold'],
    ['a drawing with a script', svg, { state: 'refused' }, 'does not hold'],
    ['a virus', () => Buffer.concat([another(), eicar]), { state: 'refused' }, 'virus'],
    ['a document', () => pdf(), { state: 'done', kind: 'pdf' }, 'PDF document: taken'],
    ['a photograph', () => png(), { state: 'done', kind: 'image' }, 'Photograph: taken'],
    ['a document that runs', scriptedPdf.plain, { state: 'refused', kind: 'pdf' }, 'program'],
    [
      'a picture that is a program too',
      () => another({ preamble: 'MZ\x90' }),
      { state: 'refused' },
      'another kind of file',
    ],
    ['a picture without rows', () => another({ size: 0, pixels: half }), { state: 'done' }, 'no picture in it'],
    [
      'a picture of too many frames',
      () => another({ frames: '2147483647' }),
      { state: 'done' },
      'more pictures than it does',
    ],
    ['a picture cut off', () => another().subarray(0, -40), { state: 'done' }, 'more pictures than it does'],
    ['a false length', () => another({ more: [element(0x18, 0x50, 'DS', '1', 60_000)] }), { state: 'done' }, 'damaged'],
    [
      'packed as a whole, as it says',
      () => another({ transferSyntax: '1.2.840.10008.1.2.1.99' }),
      { state: 'done' },
      'cannot be shown here',
    ],
    [
      'packed in a way of its own',
      () => another({ transferSyntax: '1.2.3.4' }),
      { state: 'done' },
      'cannot be shown here',
    ],
    ['a film', film, { state: 'done', kind: 'dicom' }, 'films are not shown here'],
    ['packed to unfold without end', () => bomb(), { state: 'done' }, 'cannot be shown here'],
    ['without a name', () => another({ uid: '' }), { state: 'done' }, 'which examination'],
    [
      'half an archive',
      () => zip([{ name: 'a', content: dicom() }]).subarray(0, 300),
      { state: 'refused' },
      'not whole',
    ],
    [
      'an archive that lies',
      () => zip([{ name: 'a', content: another(), says: { bytes: 9_000 } }]),
      { state: 'refused' },
      'not whole',
    ],
    [
      'an archive with a password',
      () => zip([{ name: 'a', content: dicom(), says: { flags: 1 } }]),
      { state: 'done' },
      'password',
    ],
    [
      'an archive that unfolds without end',
      () => zip([{ name: 'a', content: Buffer.alloc(70_000_000) }]),
      { state: 'refused' },
      'unfold',
    ],
    [
      'an archive whose files share their bytes',
      () =>
        zip([
          { name: 'a', content: dicom() },
          { name: 'b', content: dicom(), says: { at: 0 } },
        ]),
      { state: 'refused' },
      'not whole',
    ],
  ])('is %s, and is told what became of it', async (_, content, expected, words) => {
    const before = await house.world.blobs();
    const view = await house.bring(content());
    expect([said(view), view]).toEqual([expect.stringContaining(words), expect.objectContaining(expected)]);
    const more = (await house.world.blobs()).length - before.length;
    expect([view.href === null, more]).toEqual(view.state === 'refused' ? [true, 0] : [false, 1]);
  });

  it('is no larger than the house can hold, nor more at once', async () => {
    const large = await house.announce('emily', 'all.zip', 2_147_483_648);
    expect([large.status, code(large)]).toEqual([413, 'upload_too_large']);
    const begun: string[] = [];
    for (let file = 0; file < 12; file += 1)
      begun.push(((await house.announce('emily', `${file}`, 10)).body as UploadView).uploadId);
    const more = await house.announce('emily', 'more', 10);
    expect([more.status, code(more)]).toEqual([429, 'too_many']);
    await house.world.database.query(
      `update record_upload set touched_at = now() - interval '25 hours' where id = any($1)`,
      [begun],
    );
    const vault = house.world.server.app.get<Vault>(VAULT);
    expect(await house.world.server.app.get(Database).inTransaction((em) => sweepUploads(em, vault))).toBe(12);
    expect((await house.announce('emily', 'more', 10)).status).toBe(200);
  });

  it('is looked into by another where the first one ended in the middle', async () => {
    const view = await house.bring(zip([{ name: 'a', content: another() }]), 'a.zip');
    const vault = house.world.server.app.get<Vault>(VAULT);
    // As a process leaves it that was killed after its first pieces.
    await house.world.database.query('delete from imaging_instance where upload_id = $1', [view.uploadId]);
    await house.world.database.query(
      `update record_upload set state = 'working', report = null, working_until = now() - interval '1 minute' where id = $1`,
      [view.uploadId],
    );
    const before = (await house.world.blobs()).length;
    const tools = { db: house.world.server.app.get(Database), vault, scanner: null };
    expect(await settleUploads(tools, new AbortController().signal)).toBe(1);
    expect(await house.upload(view.uploadId)).toMatchObject({ state: 'done', counts: { taken: 1 } });
    expect((await house.world.blobs()).length).toBe(before);
    expect(await settleUploads(tools, new AbortController().signal)).toBe(0);
  });

  it('is in the ledger, with who looked at it', async () => {
    const rows = await house.world.database.query<{ permission: string }>(
      `select distinct permission from ledger where patient_id = $1 and permission like 'record.%' and outcome = 'allowed'`,
      [house.emily],
    );
    expect(rows.map(({ permission }) => permission).sort()).toEqual(['record.add', 'record.read']);
    for (const secret of ['PATIENT-4711', 'Roy^Marc', 'disc.zip'])
      expect(house.world.server.log()).not.toContain(secret);
  });
});
