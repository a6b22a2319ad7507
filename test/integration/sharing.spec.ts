import { recordCategories } from '@okaeri/contracts';
import type {
  LookedPage,
  Problem,
  RecordCategory,
  RecordPage,
  SharingPage,
  ThreadPage,
  VisitPage,
} from '@okaeri/contracts';
import { RecordsWorld } from '../support/records-world';
import { png } from '../support/sample-files';
import { sampleRecord } from '../support/sample-record';

jest.setTimeout(60_000);

/** Real: PostgreSQL, the whole api, and a folder for the bytes. */
describe('what a patient shares', () => {
  let world: RecordsWorld;
  let ids: Record<'emily' | 'sato' | 'hospital', string>;

  beforeAll(async () => {
    world = await RecordsWorld.open();
    const [row] = await world.database.query<typeof ids>(
      `select e.patient_id as emily, e.institution_id as hospital,
              (select s.person_id from seat s where s.visit_id = $2 and s.role = 'physician') as sato
         from episode e where e.id = $1`,
      [world.episodeId, world.visitId],
    );
    ids = row ?? { emily: '', sato: '', hospital: '' };
    const raw = sampleRecord();
    await world.told('emily', {
      method: 'POST',
      path: `/api/patients/${ids.emily}/record/imports`,
      raw,
      headers: { 'content-type': 'application/fhir+json', 'content-length': String(Buffer.byteLength(raw)) },
    });
  });
  afterAll(() => world.close());
  beforeEach(() => world.database.query('delete from consent'));

  const share = (grantee: object, categories: readonly RecordCategory[], more: object = {}) =>
    world.told<SharingPage>('emily', {
      method: 'POST',
      path: '/api/me/shares',
      json: { grantee, categories, ...more },
    });
  const treating = { kind: 'treating' };
  const page = (persona: string) => world.ask(persona, { path: `/api/pages/records/${ids.emily}` });
  const sections = async (persona: string) => ((await page(persona)).body as RecordPage).sections.map(({ key }) => key);
  const without = (...kept: RecordCategory[]) => recordCategories.filter((each) => !kept.includes(each));

  it('is all of it with those who treat her, until she says something else', async () => {
    expect((await page('sato')).body).toMatchObject({ partly: false, imports: [expect.anything()] });
    expect(await sections('sato')).toEqual(expect.arrayContaining(['results', 'medications', 'family']));
    expect(await world.told('emily', { path: '/api/pages/sharing' })).toMatchObject({
      ...{ treating: [...recordCategories], shares: [], earlier: [] },
    });
  });

  it('reaches nobody who was not given it, from the next request on', async () => {
    await share(treating, without('results'));
    const his = await page('sato');
    expect(his.body).toMatchObject({ partly: true, imports: [] });
    expect(his.text).not.toMatch(/Bilirubin|mg\/dL|Systolic/);
    expect(his.text).toContain('ペニシリン');
    const left = await world.ask('sato', { path: `/api/patients/${ids.emily}/record/export` });
    expect(left.text).toContain('Penicillin');
    expect(left.text).not.toMatch(/Bilirubin|mg\/dL/);
    const hers = await page('emily');
    expect(hers.body).toMatchObject({ partly: false });
    expect(hers.text).toContain('Bilirubin');
  });

  it('keeps the files as they came for who may see everything', async () => {
    const [brought] = ((await page('emily')).body as RecordPage).imports;
    const report = `/api/patients/${ids.emily}/record/imports/${brought?.importId}`;
    const reads = async () => [
      (await world.ask('sato', { path: report })).status,
      (await world.ask('sato', { path: `${report}/content` })).status,
    ];
    expect(await reads()).toEqual([200, 200]);
    await share(treating, without('notes'));
    expect(await reads()).toEqual([404, 404]);
  });

  it('may be nothing', async () => {
    await share({ kind: 'person', personId: ids.sato }, []);
    expect((await page('sato')).body).toMatchObject({ partly: true, sections: [], imports: [], exportHref: null });
    expect((await page('tanaka')).body).toMatchObject({ partly: false });
  });

  it('is said about one person before her hospital, and about a role', async () => {
    await share({ kind: 'institution', institutionId: ids.hospital }, ['medicines']);
    expect(await sections('sato')).not.toContain('results');
    await share({ kind: 'person', personId: ids.sato }, ['results']);
    expect(await sections('sato')).toEqual(expect.arrayContaining(['results', 'vitals']));
    expect(await sections('sato')).not.toContain('medications');
    expect(await sections('tanaka')).toContain('medications');
  });

  it('of the visit’s files and notes is kept back where that was said, except what the reader made', async () => {
    const hers = await world.send('emily', 'knee.png', png());
    const his = await world.send('sato', 'plan.png', png());
    const seen = async (persona: string) => (await world.visit(persona)).files.map(({ fileId }) => fileId);
    const reads = async (persona: string, fileId: string) =>
      (await world.ask(persona, { path: `/api/files/${fileId}/content` })).status;
    expect(await seen('sato')).toEqual(expect.arrayContaining([hers.fileId, his.fileId]));
    await share(treating, without('documents'));
    expect(await seen('sato')).not.toContain(hers.fileId);
    expect(await seen('sato')).toContain(his.fileId);
    expect([await reads('sato', hers.fileId), await reads('sato', his.fileId)]).toEqual([404, 200]);
    // Whom it is shown in the visit and who does not treat her is not meant by that.
    expect(await reads('mori', hers.fileId)).toBe(200);
    await share({ kind: 'role', role: 'interpreter' }, []);
    expect(await reads('mori', hers.fileId)).toBe(404);
    expect(await seen('emily')).toEqual(expect.arrayContaining([hers.fileId, his.fileId]));
    const room: VisitPage = await world.visit('sato');
    expect(room.me.role).toBe('physician');
  });

  describe('with somebody who does not treat her', () => {
    let lee: string;
    beforeAll(async () => {
      // A physician of another hospital.
      const [chen] = await world.database.query<{ id: string }>(
        `select id from person where name_latin = 'Margaret Chen'`,
      );
      lee = chen?.id ?? '';
    });
    const reads = async () => (await page('chen')).status;

    it('is exactly what she gave, until when she said', async () => {
      expect(await reads()).toBe(404);
      await share({ kind: 'person', personId: lee }, ['medicines'], { days: 2 });
      expect(await sections('chen')).toEqual([...['allergies', 'medications', 'immunizations', 'about', 'documents']]);
      await world.database.query(`update consent set ends_at = now() where person_id = $1`, [lee]);
      expect(await reads()).toBe(404);
    });

    it('ends by one press, and both stay written down', async () => {
      const { shares } = await share({ kind: 'person', personId: lee }, ['medicines']);
      expect(await reads()).toBe(200);
      const path = `/api/me/shares/${shares[0]?.shareId}`;
      expect((await world.ask('sato', { method: 'DELETE', path })).status).toBe(404);
      expect((await world.ask('emily', { method: 'DELETE', path })).status).toBe(204);
      expect(await reads()).toBe(404);
      const { shares: now, earlier } = await world.told<SharingPage>('emily', { path: '/api/pages/sharing' });
      expect([now, earlier.map(({ categories }) => categories)]).toEqual([[], [['medicines']]]);
    });

    it('is in the ledger, and nothing else of her is opened', async () => {
      await share({ kind: 'person', personId: lee }, ['medicines']);
      expect(await reads()).toBe(200);
      for (const path of [`/api/pages/cases/${world.episodeId}`, `/api/pages/visits/${world.visitId}/note`]) {
        expect((await world.ask('chen', { path })).status).toBe(404);
      }
      const post = { method: 'POST', path: `/api/patients/${ids.emily}/share-asks`, json: { text: 'Please' } };
      expect((await world.ask('chen', post)).status).toBe(404);
    });
  });

  it('is said about people who are', async () => {
    const absent = '00000000-0000-4000-8000-00000000abcd';
    for (const grantee of [
      { kind: 'person', personId: absent },
      { kind: 'institution', institutionId: absent },
      { kind: 'person', personId: ids.emily },
    ]) {
      const json = { grantee, categories: ['results'] };
      const answer = await world.ask('emily', { method: 'POST', path: '/api/me/shares', json });
      expect([answer.status, (answer.body as Problem).code]).toEqual([422, 'share_nobody']);
    }
  });

  it('stands once for each, however many say it at once', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, at) => share(treating, without(recordCategories[at] ?? 'notes'))));
    const rows = await world.database.query<{ open: string; all: string }>(
      `select count(*) filter (where ended_at is null) as open, count(*) as all from consent`,
    );
    expect(rows).toEqual([{ open: '1', all: '6' }]);
  });

  describe('in an emergency', () => {
    beforeEach(() =>
      world.database.query(
        `insert into break_glass (patient_id, institution_id, person_id, reason, at, until)
         values ($1, $2, $3, 'Brought in unconscious', now(), now() + interval '1 hour')`,
        [ids.emily, ids.hospital, ids.sato],
      ),
    );
    afterEach(() => world.database.query('delete from break_glass'));
    const emergency = { purpose: 'ETREAT' };

    it('is opened whole, and told', async () => {
      await share(treating, []);
      expect((await page('sato')).body).toMatchObject({ partly: false });
      const looked = await world.told<LookedPage>('emily', { path: '/api/pages/looked' });
      const entries = looked.days.flatMap(({ people }) => people.flatMap((person) => person.entries));
      expect(entries.filter(({ emergency: sudden, deed }) => sudden && deed === 'record')).not.toEqual([]);
    });

    it('is opened except what she keeps closed even then, and what is shared anyway', async () => {
      await share(treating, ['life']);
      const told = await share(treating, ['medicines', 'results'], emergency);
      expect(told).toMatchObject({ treating: ['life'], emergency: ['medicines', 'results'], shares: [] });
      const seen = await sections('sato');
      expect(seen).toEqual(expect.arrayContaining(['allergies', 'medications', 'results', 'family']));
      expect(seen).not.toEqual(expect.arrayContaining(['problems']));
      expect((await page('sato')).body).toMatchObject({ partly: true });
    });

    it.each<[string, () => object]>([
      ['all of whose role she has said something', () => ({ kind: 'role', role: 'physician' })],
      ['whose hospital she has said something about', () => ({ kind: 'institution', institutionId: ids.hospital })],
      ['whom she has named', () => ({ kind: 'person', personId: ids.sato })],
    ])('is opened as she said to those %s, until she takes it back or its time is over', async (_, grantee) => {
      await share(treating, []);
      const { shares } = await share(grantee(), ['medicines'], { ...emergency, days: 1 });
      expect(shares).toMatchObject([{ purpose: 'ETREAT', categories: ['medicines'] }]);
      expect(await sections('sato')).not.toContain('results');
      expect(await sections('sato')).toContain('medications');
      await world.ask('emily', { method: 'DELETE', path: `/api/me/shares/${shares[0]?.shareId}` });
      expect(await sections('sato')).toContain('results');
      await share(grantee(), ['medicines'], { ...emergency, days: 1 });
      expect(await sections('sato')).not.toContain('results');
      await world.database.query(`update consent set ends_at = now() where ends_at is not null and ended_at is null`);
      expect(await sections('sato')).toContain('results');
    });

    it('opens the files of a visit, unless she keeps them closed even then', async () => {
      const { fileId } = await world.send('emily', 'knee.png', png());
      const path = `/api/files/${fileId}/content`;
      const listed = async () => (await world.visit('sato')).files.some((file) => file.fileId === fileId);
      await share(treating, without('documents'));
      expect([(await world.ask('sato', { path })).status, await listed()]).toEqual([200, true]);
      await share(treating, without('documents'), emergency);
      expect([(await world.ask('sato', { path })).status, await listed()]).toEqual([404, false]);
    });
  });

  it('for an emergency opens nothing as long as there is none', async () => {
    await share(treating, []);
    await share({ kind: 'person', personId: ids.sato }, ['medicines'], { purpose: 'ETREAT' });
    expect(await sections('sato')).toEqual([]);
  });

  it('is said about all who are the same at her hospitals, until she takes it back', async () => {
    const { people } = await world.told<SharingPage>('emily', { path: '/api/pages/sharing' });
    expect(people.filter(({ kind }) => kind === 'role').map(({ id, treats, opens }) => [id, treats, opens])).toEqual([
      ['physician', true, true],
      ['coordinator', true, false],
      ['administrator', true, false],
      ['interpreter', false, false],
    ]);
    const { shares } = await share({ kind: 'role', role: 'physician' }, ['medicines']);
    expect(shares).toMatchObject([{ grantee: { role: 'physician', name: 'My hospitals’ physicians' } }]);
    expect(await sections('sato')).not.toContain('results');
    await world.ask('emily', { method: 'DELETE', path: `/api/me/shares/${shares[0]?.shareId}` });
    expect(await sections('sato')).toContain('results');
  });

  it('can be asked for by those who treat her, in her messages', async () => {
    const path = `/api/patients/${ids.emily}/share-asks`;
    const text = 'Before the operation I need the images.';
    expect((await world.ask('sato', { method: 'POST', path, json: { text } })).status).toBe(204);
    const thread = await world.told<ThreadPage>('emily', { path: `/api/episodes/${world.episodeId}/messages` });
    expect(thread.items[0]?.text).toContain(text);
  });
});
