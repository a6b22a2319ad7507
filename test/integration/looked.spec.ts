import type { LookedPage, ThreadPage } from '@okaeri/contracts';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL and the whole api. */
describe('who looked at a record', () => {
  let world: BookingWorld;
  let at: Hospital;
  let elsewhere: Hospital;

  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    at = await world.hospital();
    elsewhere = await world.hospital();
    await named(at.physician, 'Sato Kenji');
    await named(elsewhere.patient, 'Linh Nguyen');
  });

  const named = ({ id }: Somebody, name: string) =>
    world.people.data.query('update person set name = $2, name_latin = $2 where id = $1', [id, name]);
  const get = (path: string, who: Somebody | null) =>
    world.server.ask({ path: `/api${path}`, ...(who ? { cookie: who.cookie } : {}) });
  const looked = async (who = at.patient, after?: string | null) =>
    (await get(`/pages/looked${after ? `?after=${after}` : ''}`, who)).body as LookedPage;
  const written = (when: string, permission = 'visit.read') =>
    world.people.data.query(
      `insert into ledger (at, actor_id, permission, outcome, entity, entity_id, patient_id, via)
       values ($1, $2, $3, 'allowed', 'episode', $4, $5, 'http')`,
      [when, at.physician.id, permission, at.episodeId, at.patient.id],
    );

  it('is told to her by person: what, from where and how often, and nothing of her own', async () => {
    for (let time = 0; time < 2; time += 1) await get(`/pages/cases/${at.episodeId}`, at.coordinator);
    await get(`/episodes/${at.episodeId}/messages`, at.physician);
    await get(`/episodes/${at.episodeId}/messages`, at.patient);
    const { days, next } = await looked();
    expect(next).toBeNull();
    expect(days).toHaveLength(1);
    expect(days[0]?.people).toEqual([
      expect.objectContaining({
        who: 'known',
        name: expect.objectContaining({ display: 'Dr. Sato Kenji' }),
        fromWords: 'Physician, Hospital',
        entries: [expect.objectContaining({ deed: 'messages', refused: false, times: 1 })],
      }),
      expect.objectContaining({
        who: 'known',
        fromWords: 'Coordinator, Hospital',
        entries: [expect.objectContaining({ deed: 'case', words: 'Opened the page of your treatment', times: 2 })],
      }),
    ]);
  });

  it('tells calmly of who was refused, and does not say who another patient is', async () => {
    await get(`/episodes/${at.episodeId}/messages`, elsewhere.patient);
    await get(`/pages/cases/${at.episodeId}`, elsewhere.patient);
    const answer = await get('/pages/looked', at.patient);
    expect((answer.body as LookedPage).days[0]?.people).toEqual([
      expect.objectContaining({
        ...{ who: 'stranger', name: null, fromWords: null },
        entries: [
          expect.objectContaining({
            ...{ refused: true, times: 2, words: 'Asked to see something of yours and was not let in' },
          }),
        ],
      }),
    ]);
    expect(answer.text).not.toContain('Linh');
  });

  it('names a physician of another hospital who was refused', async () => {
    await named(elsewhere.physician, 'Tran Minh');
    await get(`/pages/cases/${at.episodeId}`, elsewhere.physician);
    const [person] = (await looked()).days[0]?.people ?? [];
    expect(person).toMatchObject({ who: 'known', name: { display: 'Dr. Tran Minh' }, entries: [{ refused: true }] });
  });

  it('goes by the days of her own calendar, a piece at a time', async () => {
    // Half past eleven in the evening of the 9th in Toronto, where the 8th had but 23 hours.
    await written('2026-03-10T03:30:00Z');
    await written('2026-03-10T04:10:00Z', 'file.read');
    for (let day = 1; day <= 8; day += 1) await written(`2026-02-0${day}T15:00:00Z`);
    const first = await looked();
    expect(first.days.map(({ date }) => date)).toEqual([
      ...['2026-03-10', '2026-03-09'],
      ...['2026-02-08', '2026-02-07', '2026-02-06', '2026-02-05', '2026-02-04'],
    ]);
    expect(first.days[1]?.people[0]?.entries).toEqual([
      expect.objectContaining({ whenWords: expect.stringMatching(/^11:30\sp\.m\.$/) as string }),
    ]);
    const second = await looked(at.patient, first.next);
    expect(second.days.map(({ date }) => date)).toEqual(['2026-02-03', '2026-02-02', '2026-02-01']);
    expect(second.next).toBeNull();
    expect((await get('/pages/looked?after=nonsense', at.patient)).body).toMatchObject({ code: 'cursor_bad' });
  });

  it('says from when to when it was in one entry', async () => {
    await written('2026-02-01T15:00:00Z');
    await written('2026-02-01T16:20:00Z', 'visit.history');
    const [entry] = (await looked()).days[0]?.people[0]?.entries ?? [];
    expect(entry).toMatchObject({
      deed: 'visit',
      times: 2,
      whenWords: expect.stringMatching(/^10:00\sa\.m\. to 11:20\sa\.m\.$/) as string,
    });
  });

  it('speaks her language', async () => {
    await world.people.data.query(`update person set language = 'ja' where id = $1`, [at.patient.id]);
    await written('2026-02-01T15:00:00Z', 'file.read');
    const [person] = (await looked()).days[0]?.people ?? [];
    expect(person).toMatchObject({
      name: { display: 'Sato Kenji 先生' },
      entries: [
        { words: 'ファイルを開きました', ask: { about: expect.stringContaining('Sato Kenji 先生') as string } },
      ],
    });
  });

  it('is hers alone', async () => {
    await written('2026-02-01T15:00:00Z');
    expect((await looked(at.physician)).days).toEqual([]);
    expect((await looked(elsewhere.patient)).days).toEqual([]);
  });

  it('can be asked about, and the answer comes to her', async () => {
    await written('2026-02-01T15:00:00Z', 'file.read');
    const ask = (await looked()).days[0]?.people[0]?.entries[0]?.ask;
    expect(ask?.episodeId).toBe(at.episodeId);
    const path = `/episodes/${ask?.episodeId}/messages`;
    expect((await world.post(path, at.patient, { text: `${ask?.about}\n\nWhy?` })).status).toBe(200);
    const thread = (await get(path, at.coordinator)).body as ThreadPage;
    expect(thread.items[0]?.text).toMatch(
      /^About who looked at my record: Dr\. Sato Kenji, .*10:00\sa\.m\..*\n\nWhy\?$/s,
    );
    expect((await world.post(path, at.coordinator, { text: 'To prepare your visit.' })).status).toBe(200);
    const read = (await get(path, at.patient)).body as ThreadPage;
    expect(read.items[0]).toMatchObject({ text: 'To prepare your visit.', mine: false });
  });

  describe('as AuditEvents', () => {
    interface Bundle {
      link: { relation: string; url: string }[];
      entry: { resource: { id: string; agent: { who: { reference?: string } }[]; outcome: string } }[];
    }
    const audit = async (who: Somebody, query = '') => {
      const answer = await get(`/patients/${at.patient.id}/audit-events${query}`, who);
      expect([answer.status, answer.headers['content-type']]).toEqual([200, expect.stringContaining('fhir+json')]);
      return answer.body as Bundle;
    };
    const doers = ({ entry }: Bundle) => entry.map(({ resource }) => resource.agent[2]?.who.reference);

    it('are all to be had by her, and of her hospital’s own people by those who look after her there', async () => {
      await get(`/pages/cases/${at.episodeId}`, at.physician);
      await get(`/pages/cases/${at.episodeId}`, elsewhere.physician);
      const [hers, theirs] = [doers(await audit(at.patient)), doers(await audit(at.coordinator))];
      expect(hers).toEqual(expect.arrayContaining([`Person/${at.physician.id}`, `Person/${elsewhere.physician.id}`]));
      expect(theirs).toContain(`Person/${at.physician.id}`);
      expect(theirs).not.toContain(`Person/${elsewhere.physician.id}`);
      expect(theirs).not.toContain(`Person/${at.patient.id}`);
    });

    it('come in pieces, each once', async () => {
      for (let day = 1; day <= 7; day += 1) await written(`2026-02-0${day}T15:00:00Z`);
      const seen: string[] = [];
      let query = '?limit=3';
      for (let piece = 0; piece < 9 && query; piece += 1) {
        const bundle = await audit(at.coordinator, query);
        seen.push(...bundle.entry.map(({ resource }) => resource.id));
        const next = bundle.link.find(({ relation }) => relation === 'next');
        query = next ? `?${next.url.split('?')[1] ?? ''}` : '';
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThanOrEqual(7);
    });
  });
});
