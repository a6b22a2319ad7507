import { bookVisit } from '@okaeri/care';
import type {
  BoardPage,
  BookingPage,
  CasePage,
  HomePage,
  JobsPage,
  MyVisitsPage,
  UnsignedPage,
  VisitBooked,
} from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL and the whole api. */
describe('the pages of those who look after patients', () => {
  let world: BookingWorld;
  let at: Hospital;
  let visitId: string;

  beforeAll(async () => {
    world = await BookingWorld.open();
    at = await world.hospital();
    const day = now().add({ hours: 72 }).toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString();
    const answer = await world.post('/visits', at.coordinator, {
      ...{ episodeId: at.episodeId, date: day, time: '09:00', zone: 'Asia/Tokyo', minutes: 30 },
      physicianId: at.physician.id,
      interpreter: { personId: at.interpreter.id, languages: ['ja', 'en'] },
    });
    visitId = (answer.body as VisitBooked).visitId;
  });
  afterAll(async () => world.close());

  async function page<T>(path: string, who: Somebody): Promise<T> {
    const answer = await world.server.ask({ path: `/api/pages/${path}`, cookie: who.cookie });
    expect([path, answer.status, answer.text]).toEqual([path, 200, expect.any(String)]);
    return answer.body as T;
  }
  const board = (query = '') => page<BoardPage>(`board${query}`, at.coordinator);

  it('board: by what holds up care, searched and in pieces', async () => {
    expect((await board()).items.map(({ episodeId, blocker }) => [episodeId, blocker])).toEqual([
      [at.episodeId, 'not_confirmed'],
    ]);
    const patient = await world.people.person('ja');
    await world.people.data.query(`update person set name_latin = 'Tremblay' where id = $1`, [patient.id]);
    const second = await world.episode({ ...at, patient });
    const both = await board();
    expect([both.total, both.counts]).toEqual([
      2,
      [
        { blocker: 'no_visit', count: 1 },
        { blocker: 'not_confirmed', count: 1 },
      ],
    ]);
    expect(both.items.map(({ episodeId }) => episodeId)).toEqual([second, at.episodeId]);
    const first = await board('?limit=1');
    expect(first.items.map(({ episodeId }) => episodeId)).toEqual([second]);
    const rest = await board(`?limit=1&after=${first.next}`);
    expect([rest.items.map(({ episodeId }) => episodeId), rest.next]).toEqual([[at.episodeId], null]);
    expect((await board('?q=tremBLAY')).items.map(({ episodeId }) => episodeId)).toEqual([second]);
    expect((await board('?blocker=not_confirmed&q=')).items.map(({ episodeId }) => episodeId)).toEqual([at.episodeId]);
    const bad = await world.server.ask({ path: '/api/pages/board?after=zzz', cookie: at.coordinator.cookie });
    expect(bad.body).toMatchObject({ code: 'cursor_bad', status: 400 });
    const seen = await world.people.data.query(
      `select count(*)::int as n from ledger where permission = 'board.read' and patient_id = $1`,
      [patient.id],
    );
    expect(seen).toEqual([{ n: expect.any(Number) }]);
  });

  it('case: all of it for the coordinator, without her means for the others', async () => {
    const path = `cases/${at.episodeId}`;
    const whole = await page<CasePage>(path, at.coordinator);
    expect(whole).toMatchObject({ mayBook: true, next: { visitId, mayMove: true }, blockers: ['not_confirmed'] });
    expect(whole.visits[0]?.people.map(({ role }) => role)).toEqual(['patient', 'physician', 'interpreter']);
    expect(whole.team.map(({ personId }) => personId)).toEqual([at.physician.id]);
    const hers = await page<CasePage>(path, at.patient);
    expect([hers.mayBook, hers.patient.contact, hers.patient.details, hers.next?.mayMove]).toEqual([
      false,
      null,
      null,
      false,
    ]);
    const doctors = await page<CasePage>(path, at.physician);
    expect([doctors.mayBook, doctors.patient.contact]).toEqual([false, null]);
  });

  it('booking: people, zones and a time that suits', async () => {
    const fresh = await page<BookingPage>(`booking/${at.episodeId}`, at.coordinator);
    expect(fresh.physicians).toEqual([expect.objectContaining({ personId: at.physician.id, team: true })]);
    expect(fresh.zones.map(({ zone }) => zone)).toEqual(['Asia/Tokyo', 'America/Toronto']);
    expect([fresh.defaults.time, fresh.move]).toEqual(['09:00', null]);
    const moved = await page<BookingPage>(`booking/${at.episodeId}?move=${visitId}`, at.coordinator);
    expect(moved.move).toMatchObject({ visitId, minutes: 30, version: 1, suits: { interpreter: null } });
    const [first, ...others] = moved.move?.suits.personIds ?? [];
    expect([first, others.toSorted()]).toEqual([at.patient.id, [at.physician.id, at.interpreter.id].toSorted()]);
  });

  it('jobs, my visits and home: the same visit to each of its people', async () => {
    const jobs = await page<JobsPage>('jobs', at.interpreter);
    expect(jobs.items).toEqual([expect.objectContaining({ visitId, interprets: ['ja', 'en'], confirmed: false })]);
    const mine = await page<MyVisitsPage>('my-visits?limit=1', at.patient);
    expect([mine.items, mine.next]).toEqual([[expect.objectContaining({ visitId, noteSigned: false })], null]);
    const home = await page<HomePage>('home', at.patient);
    expect([home.next?.visitId, home.threads.map(({ episodeId }) => episodeId)]).toEqual([visitId, [at.episodeId]]);
  });

  it('home: what is hers to do, and nothing that is done', async () => {
    const tasks = async () => (await page<HomePage>('home', at.patient)).tasks.map(({ task }) => task);
    expect(await tasks()).toEqual(['confirm', 'test_device']);
    expect((await world.post(`/visits/${visitId}/confirm`, at.patient, {})).status).toBe(204);
    expect(await tasks()).toEqual(['test_device']);
    await world.people.data.query(
      `insert into ledger (actor_id, permission, outcome, entity, entity_id, via)
       values ($1, 'check.run', 'allowed', 'person', $1, 'socket')`,
      [at.patient.id],
    );
    expect(await tasks()).toEqual([]);
    const written = await world.post(`/episodes/${at.episodeId}/messages`, at.physician, { text: 'How are you?' });
    expect(written.status).toBe(200);
    const [message] = (await page<HomePage>('home', at.patient)).tasks;
    expect(message).toEqual({ task: 'read_message', visitId: null, episodeId: at.episodeId, about: 'Follow-up' });
  });

  it('notes to sign: visits that took place, in pieces, until they are signed', async () => {
    const { data } = world.people;
    const over = async (hours: number) => {
      const startsAt = now().subtract({ hours });
      const id = await data.transaction((em) =>
        bookVisit(em, {
          ...{ episodeId: at.episodeId, startsAt, minutes: 30, quiet: true },
          ...{ patientZone: 'America/Toronto', institutionZone: 'Asia/Tokyo' },
          seats: [
            { personId: at.patient.id, role: 'patient', language: 'en' },
            { personId: at.physician.id, role: 'physician', language: 'ja' },
            { personId: at.interpreter.id, role: 'interpreter', language: 'ja', interprets: ['ja', 'en'] },
          ],
        }),
      );
      await data.query(`update visit set status = 'fulfilled' where id = $1`, [id]);
      return id;
    };
    const left = async (query = '', who = at.physician) => {
      const { items, next } = await page<UnsignedPage>(`unsigned-notes${query}`, who);
      return { notes: items.map((each) => [each.visitId, each.note]), next };
    };
    expect(await left()).toEqual({ notes: [], next: null });
    const [older, newer] = [await over(50), await over(26)];
    expect((await left()).notes).toEqual([
      [older, 'none'],
      [newer, 'none'],
    ]);
    const first = await left('?limit=1');
    expect(first.notes).toEqual([[older, 'none']]);
    expect(await left(`?limit=1&after=${first.next}`)).toEqual({ notes: [[newer, 'none']], next: null });
    const draft = { text: 'Well.', nextSteps: '', language: 'en', version: 0 };
    const keep = { method: 'PUT', path: `/api/visits/${newer}/note`, cookie: at.physician.cookie, json: draft };
    expect((await world.server.ask(keep)).status).toBe(200);
    expect((await left()).notes).toEqual([
      [older, 'none'],
      [newer, 'draft'],
    ]);
    expect((await world.post(`/visits/${newer}/note/sign`, at.physician, { version: 1 })).status).toBe(200);
    expect((await left()).notes).toEqual([[older, 'none']]);
    expect((await left('', at.interpreter)).notes).toEqual([]);
    const seen = await data.query(
      `select from ledger where permission = 'day.read' and actor_id = $1 and entity_id = $2 and patient_id = $3`,
      [at.physician.id, older, at.patient.id],
    );
    expect(seen.length).toBeGreaterThan(0);
    const signed = (await page<MyVisitsPage>('my-visits', at.patient)).items.filter(({ noteSigned }) => noteSigned);
    expect(signed.map((each) => each.visitId)).toEqual([newer]);
    expect((await page<HomePage>('home', at.patient)).tasks.map(({ task }) => task)).toContain('read_note');
  });
});
