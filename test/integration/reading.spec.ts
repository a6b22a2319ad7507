import { recordCategories } from '@okaeri/contracts';
import type {
  BriefPage,
  ImportReport,
  Problem,
  RecordPage,
  TimelinePage,
  TrendsPage,
  VisitQuestions,
} from '@okaeri/contracts';
import { RecordsWorld } from '../support/records-world';
import { png } from '../support/sample-files';
import { sampleRecord } from '../support/sample-record';

jest.setTimeout(60_000);
const all = [...recordCategories];

/** Real: PostgreSQL and the whole api. */
describe('a record read for a consult', () => {
  let world: RecordsWorld;
  let emily: string;
  beforeAll(async () => {
    world = await RecordsWorld.open();
    const rows = await world.database.query<{ id: string }>(
      `select id from person where name_latin = 'Emily Tremblay'`,
    );
    emily = rows[0]?.id ?? '';
  });
  afterAll(() => world.close());

  const bring = async (raw: string): Promise<ImportReport> =>
    world.told('emily', {
      method: 'POST',
      path: `/api/patients/${emily}/record/imports`,
      raw,
      headers: { 'content-type': 'application/fhir+json', 'content-length': String(Buffer.byteLength(raw)) },
    });
  const read = <T>(persona: string, what: string) =>
    world.told<T>(persona, { path: `/api/pages/records/${emily}/${what}` });
  const brief = (persona: string) => read<BriefPage>(persona, 'brief');
  const section = ({ sections }: BriefPage, key: string) => sections.find((each) => each.key === key);
  const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

  it('is empty at first, and says so', async () => {
    expect(await brief('sato')).toMatchObject({ mine: false, entries: 0, sections: [], missing: [] });
    // What took place in this house is there without anything brought.
    const { mine, kinds } = await read<TimelinePage>('emily', 'timeline');
    expect([mine, kinds.filter(({ kind }) => kind !== 'visits')]).toEqual([true, []]);
    expect(await read('emily', 'trends')).toMatchObject({ groups: [] });
  });

  it('is one page for the physician, in his language and his units', async () => {
    await bring(sampleRecord());
    const page = await brief('sato');
    expect(page).toMatchObject({ visitId: world.visitId, mine: false, patient: { personId: emily } });
    expect(section(page, 'allergies')?.lines).toMatchObject([{ title: 'ペニシリン' }]);
    expect(section(page, 'procedures')?.lines).toMatchObject([{ title: '肝臓の陽子線治療' }]);
    expect(section(page, 'vitals')?.lines.map(({ said: [first] }) => plain(first))).toEqual(['118/76 mmHg']);
    expect(section(page, 'devices')).toMatchObject({ lines: [] });
    const bilirubin = async (persona: string) => {
      const { groups } = await read<TrendsPage>(persona, 'trends');
      return groups.find(({ key }) => key === 'results')?.series[0]?.points.map(({ words }) => plain(words));
    };
    expect(await bilirubin('sato')).toEqual(['0.75 mg/dL']);
    expect(await bilirubin('emily')).toEqual(['12.8 µmol/L']);
    const { months } = await read<TimelinePage>('emily', 'timeline');
    const brought = months.filter(({ entries }) => entries.some(({ kind }) => kind !== 'visits'));
    expect(brought.map(({ words }) => words).slice(0, 2)).toEqual(['October 2026', 'May 2026']);
  });

  it('tells what came after the last visit that took place', async () => {
    const held = `update visit set status = 'fulfilled', starts_at = now() - interval '1 minute' where id = $1`;
    await world.database.query(held, [world.visitId]);
    await bring(sampleRecord(({ entry }) => Object.assign(entry[3]?.resource ?? {}, { criticality: 'low' })));
    const { sinceWords, sections } = await brief('emily');
    expect(sinceWords).not.toBeNull();
    const news = sections.find(({ key }) => key === 'news');
    // It was brought within the minute before: all of it is new since.
    expect(news?.lines.map(({ title }) => title)).toContain('Penicillin');
  });

  it('has the visits of the house, with what was signed about them, for those who may read notes', async () => {
    const visits = async (persona: string) => {
      const { months } = await read<TimelinePage>(persona, 'timeline?kinds=visits');
      return months.flatMap(({ entries }) => entries);
    };
    const held = (await visits('emily')).find(({ entryId }) => entryId === world.visitId);
    expect(held).toMatchObject({ kind: 'visits', title: 'Visit with Dr. Sato Kenji' });
    expect(held?.said).toEqual([]);
    const [author] = await world.database.query<{ id: string }>(`select id from person where persona = 'sato'`);
    await world.database.query(
      `with n as (insert into note (visit_id, episode_id, author_id, language, state, text, next_steps, signed_versions)
         values ($1, $2, $3, 'en', 'signed', 'The liver has healed well.', 'Scan in May.', 1) returning id)
       insert into note_version (note_id, number, text, next_steps, language, signed_by, sha256)
         select id, 1, 'The liver has healed well.', 'Scan in May.', 'en', $3, '' from n`,
      [world.visitId, world.episodeId, author?.id],
    );
    for (const persona of ['emily', 'sato', 'tanaka']) {
      const entry = (await visits(persona)).find(({ entryId }) => entryId === world.visitId);
      expect(entry?.said).toEqual(['The liver has healed well.', 'Scan in May.']);
    }
    const json = { grantee: { kind: 'treating' }, categories: ['results'] };
    await world.told('emily', { method: 'POST', path: '/api/me/shares', json });
    expect(await visits('sato')).toEqual([]);
    await world.told('emily', { method: 'POST', path: '/api/me/shares', json: { ...json, categories: all } });
    expect(await visits('sato')).not.toEqual([]);
  });

  it('has the documents that came with it, kept whole', async () => {
    const raw = `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>Discharge summary</title>
      <effectiveTime value="20260901"/><component><structuredBody><component><section><title>Allergies</title>
      <text><paragraph>Penicillin</paragraph></text></section></component></structuredBody></component></ClinicalDocument>`;
    const report = await bring(raw);
    expect(report).toMatchObject({ outcome: 'taken', counts: { taken: 0, kept: 1 } });
    expect(report.rows[0]?.said).toContain('kept whole');
    const found = await documents();
    const [line] = found?.lines.filter(({ title }) => title === 'Discharge summary') ?? [];
    expect(line?.when).toContain('2026');
    const [{ href } = { href: '' }] = line?.attachments ?? [];
    const original = await world.ask('sato', { path: href ?? '' });
    expect([original.text, original.headers['content-disposition']]).toEqual([raw, expect.stringContaining('.xml')]);
    expect(found?.narratives.join('')).toContain('<p>Penicillin</p>');
    expect(await bring('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')).toMatchObject({ outcome: 'refused' });
  });
  const documents = async () =>
    (await world.told<RecordPage>('sato', { path: `/api/pages/records/${emily}` })).sections.find(
      ({ key }) => key === 'documents',
    );

  it('hands out what lies in it as what its bytes are, and calls nobody for the rest', async () => {
    const document = (title: string, attachment: object) => ({
      resource: {
        ...{ resourceType: 'DocumentReference', status: 'current', description: title, date: '2026-09-01T10:00:00Z' },
        content: [{ attachment: { title, ...attachment } }],
      },
    });
    const page = Buffer.from('<script>x()</script>').toString('base64');
    await bring(
      JSON.stringify({
        ...{ resourceType: 'Bundle', type: 'collection' },
        entry: [
          document('Picture', { contentType: 'text/html', data: png().toString('base64') }),
          document('Page', { contentType: 'application/pdf', data: page }),
          document('Pointed to', { url: 'Binary/b1' }),
          document('Elsewhere', { url: 'http://169.254.169.254/latest' }),
          { resource: { resourceType: 'Binary', id: 'b1', contentType: 'image/png', data: png().toString('base64') } },
        ],
      }),
    );
    const lines = (await documents())?.lines ?? [];
    const hrefOf = (title: string) => lines.find((line) => line.title === title)?.attachments[0]?.href ?? null;
    for (const title of ['Picture', 'Pointed to']) {
      const { status, headers } = await world.ask('sato', { path: hrefOf(title) ?? '' });
      expect([status, headers['content-type'], headers['content-security-policy']]).toEqual([
        ...[200, 'image/png', expect.stringContaining('sandbox')],
      ]);
    }
    const { headers } = await world.ask('sato', { path: hrefOf('Page') ?? '' });
    expect(headers).toMatchObject({
      ...{ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' },
      'content-disposition': expect.stringMatching(/^attachment/) as string,
    });
    expect(hrefOf('Elsewhere')).toBeNull();
    const [of, at] = ['Picture', 'Page'].map((title) => hrefOf(title) ?? '');
    expect((await world.ask('chen', { path: of ?? '' })).status).toBe(404);
    expect((await world.ask('sato', { path: (at ?? '').replace(/0$/, '7') })).status).toBe(404);
  });

  it('is for nobody else', async () => {
    for (const what of ['brief', 'timeline', 'trends']) {
      for (const persona of ['mori', 'chen']) {
        expect((await world.ask(persona, { path: `/api/pages/records/${emily}/${what}` })).status).toBe(404);
      }
    }
  });
});

describe('the questions of a patient', () => {
  let world: RecordsWorld;
  beforeAll(async () => {
    world = await RecordsWorld.open();
  });
  afterAll(() => world.close());

  const path = () => `/api/visits/${world.visitId}/questions`;
  const asked = (persona: string) => world.told<VisitQuestions>(persona, { path: path() });
  const write = (text: string, persona = 'emily') =>
    world.ask(persona, { method: 'POST', path: path(), json: { text } });
  const put = (persona: string, questionId: string, json: unknown, what = '') =>
    world.ask(persona, { method: 'PUT', path: `${path()}/${questionId}${what}`, json });
  const texts = async () => (await asked('emily')).items.map(({ text }) => text);

  it('are hers to write and to put in order', async () => {
    for (const text of ['May I swim?', 'When may I fly?', 'Is the cough normal?']) {
      expect((await write(text)).status).toBe(204);
    }
    const { items } = await asked('emily');
    expect((await put('emily', items[2]?.questionId ?? '', { place: 0 }, '/place')).status).toBe(204);
    expect((await put('emily', items[0]?.questionId ?? '', { text: 'May I swim in the sea?' })).status).toBe(204);
    expect(await texts()).toEqual(['Is the cough normal?', 'May I swim in the sea?', 'When may I fly?']);
    expect((await write('For her', 'sato')).status).toBe(404);
    expect((await put('sato', items[0]?.questionId ?? '', { text: 'Other' })).status).toBe(404);
    expect((await world.ask('mori', { path: path() })).status).toBe(404);
  });

  it('are ticked by her physician, and by nobody else', async () => {
    const { items, mayWrite, mayAnswer, patientId } = await asked('sato');
    expect([mayWrite, mayAnswer, typeof patientId]).toEqual([false, true, 'string']);
    const [first] = items;
    const id = first?.questionId ?? '';
    expect((await put('emily', id, { answered: true }, '/answered')).status).toBe(404);
    expect((await put('sato', id, { answered: true }, '/answered')).status).toBe(204);
    const after = await asked('emily');
    expect(after.items.map(({ answered }) => answered)).toEqual([false, false, true]);
    expect(after.items[2]?.answeredWords).toContain('Sato');
    expect((await world.ask('emily', { method: 'DELETE', path: `${path()}/${id}` })).status).toBe(409);
    expect((await put('sato', id, { answered: false }, '/answered')).status).toBe(204);
  });

  it('are ten at most, however many are sent at once', async () => {
    const sent = await Promise.all(Array.from({ length: 12 }, (_, at) => write(`Question ${at}`)));
    const refused = sent.filter(({ status }) => status === 409);
    expect([refused.length, refused.every(({ body }) => (body as Problem).code === 'questions_full')]).toEqual([
      5,
      true,
    ]);
    const { items, full } = await asked('emily');
    expect([items.length, full]).toEqual([10, true]);
    const last = items.at(-1)?.questionId ?? '';
    expect((await world.ask('emily', { method: 'DELETE', path: `${path()}/${last}` })).status).toBe(204);
    expect((await asked('emily')).full).toBe(false);
  });

  it('are words, and not too many', async () => {
    for (const text of ['', '   ', 'x'.repeat(501)]) expect((await write(text)).status).toBe(422);
    expect((await put('emily', 'nothing', { text: 'x' })).status).toBe(404);
  });
});
