import type { HomePage, TodayPage, VisitPage } from '@okaeri/contracts';
import { Temporal, now } from '@okaeri/words/time';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { signIn, startApi } from '../support/server';
import type { TestServer } from '../support/server';

jest.setTimeout(60_000);

/** Real: PostgreSQL and the whole api, with the people of the demo world. */
describe('the pages', () => {
  let database: TestDatabase;
  let server: TestServer;
  let visitId: string;
  const cookies = new Map<string, string>();

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startApi(database.url, { OKAERI_DEMO: '1' });
    visitId = (await home('emily')).next?.visitId ?? '';
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  async function read<T>(persona: string, path: string): Promise<T> {
    const cookie = cookies.get(persona) ?? (await signIn(server, persona));
    cookies.set(persona, cookie);
    const answer = await server.ask({ path, cookie });
    if (answer.status !== 200) throw new Error(`${persona} was answered ${answer.status} at ${path}: ${answer.text}`);
    return answer.body as T;
  }
  const home = (persona: string) => read<HomePage>(persona, '/api/pages/home');
  const today = (persona: string) => read<TodayPage>(persona, '/api/pages/today');
  const visit = (persona: string, id = visitId) => read<VisitPage>(persona, `/api/pages/visits/${id}`);
  const speak = (persona: string, language: string) =>
    database.query('update person set language = $1 where persona = $2', [language, persona]);
  const setSeat = (persona: string, values: string) =>
    database.query(
      `update seat set ${values} where visit_id = $1 and person_id = (select id from person where persona = $2)`,
      [visitId, persona],
    );

  describe('home', () => {
    it('has the next visit in both clocks, those after it and those behind her', async () => {
      const page = await home('emily');
      expect(page.next).toMatchObject({
        door: 'open',
        myRole: 'patient',
        institution: 'Naniwa International Hospital',
      });
      expect(page.next?.when).toMatchObject({
        yours: { place: 'Toronto' },
        theirs: { place: 'Osaka' },
        relative: 'now',
      });
      expect(page.later.map(({ door }) => door)).toEqual(['early']);
      expect(page.past.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      const starts = page.past.map(({ when }) => when.startsAt);
      expect(starts).toEqual(starts.toSorted().reverse());
      expect(page.now).toMatchObject({ place: 'Toronto', zone: 'America/Toronto' });
    });

    it('is in her language: names, places, titles and times', async () => {
      await speak('emily', 'ja');
      const { next, now: clock } = await home('emily');
      expect(next).toMatchObject({
        title: '陽子線治療後の経過観察',
        institution: 'なにわ国際病院',
        other: { display: '佐藤 健司 先生', bare: '佐藤 健司', original: null, originalLang: 'ja' },
        otherPlace: '大阪',
      });
      expect(next?.when.sentence).toMatch(/トロント.*大阪/);
      expect(clock.place).toBe('トロント');
      await speak('emily', 'en');
      expect((await home('emily')).next?.other).toEqual({
        display: 'Dr. Sato Kenji',
        bare: 'Sato Kenji',
        original: '佐藤 健司',
        originalLang: 'ja',
      });
    });

    it('is empty for who has no visit, and says so by being empty', async () => {
      const page = await home('kimura');
      expect(page.next === null || page.next.myRole === 'coordinator').toBe(true);
    });
  });

  describe('the visit', () => {
    it('asks a patient where she is, and does not guess it', async () => {
      const page = await visit('emily');
      expect(page.me).toMatchObject({ role: 'patient', arrivalNeeded: true, host: false });
      expect(page.arrivalDefaults).toEqual({ country: 'CA', callbackNumber: '+1 416-555-0142', place: '' });
      expect(page.phone).toBe('+81 6-0000-0110');
      expect(page.seats.map(({ role }) => role)).toEqual(['patient', 'physician', 'interpreter', 'coordinator']);
      expect(page.seats[2]?.interprets).toEqual(['ja', 'en']);
    });

    it('tells the physician, and nobody else, where she is and who waits', async () => {
      await database.query(
        `insert into arrival (seat_id, place, country, callback_number, emergency_number)
         select id, '12 Maple Street', 'CA', '+1 416 555 0100', '911' from seat
          where visit_id = $1 and role = 'patient'`,
        [visitId],
      );
      await setSeat('emily', `state = 'waiting', waiting_since = now() - interval '3 minutes'`);
      const arrival = (page: VisitPage) => page.seats.find(({ role }) => role === 'patient')?.arrival;

      const sato = await visit('sato');
      expect(sato.me).toMatchObject({ role: 'physician', host: true, arrivalNeeded: false });
      expect(arrival(sato)).toEqual({
        place: '12 Maple Street',
        country: 'CA',
        callbackNumber: '+1 416 555 0100',
        emergencyNumber: '911',
      });
      expect(sato.card.waiting).toEqual([
        expect.objectContaining({
          role: 'patient',
          minutes: 3,
          name: expect.objectContaining({ original: 'Emily Tremblay' }),
        }),
      ]);
      expect(sato.arrivalDefaults).toBeNull();

      for (const persona of ['mori', 'tanaka', 'emily'])
        expect([persona, arrival(await visit(persona))]).toEqual([persona, null]);
      expect((await visit('tanaka')).card.waiting).toHaveLength(1);
      expect((await visit('mori')).card.waiting).toEqual([]);
      expect((await visit('emily')).me.arrivalNeeded).toBe(false);
      expect((await visit('emily')).arrivalDefaults?.place).toBe('12 Maple Street');
    });

    it('tells who waits how long it has been, and not of others who wait', async () => {
      await setSeat('emily', `state = 'waiting', waiting_since = now() - interval '3 minutes'`);
      await setSeat('mori', `state = 'waiting', waiting_since = now() - interval '5 minutes'`);
      for (const [persona, minutes] of [
        ['emily', 3],
        ['mori', 5],
      ] as const) {
        const { card, me } = await visit(persona);
        expect(card.waiting).toEqual([expect.objectContaining({ seatId: me.seatId, minutes })]);
      }
      expect((await visit('sato')).card.waiting).toHaveLength(2);
      expect((await home('emily')).next?.waiting).toHaveLength(1);
      await setSeat('mori', `state = 'invited', waiting_since = null`);
    });

    it('gives a phone number or an address of a person to nobody else', async () => {
      for (const persona of ['sato', 'mori', 'tanaka']) {
        const text = JSON.stringify(await visit(persona));
        expect(text).not.toContain('416-555-0142');
      }
    });

    it('can be called off, with a reason that stays inside', async () => {
      const { later } = await home('emily');
      const id = later[0]?.visitId ?? '';
      const cookie = cookies.get('emily');
      const cancel = () =>
        server.ask({ method: 'POST', path: `/api/visits/${id}/cancel`, cookie, json: { reason: ' A cold ' } });
      expect((await cancel()).status).toBe(204);
      expect((await cancel()).body).toMatchObject({ code: 'visit_cancelled', status: 410 });
      const row = await database.query('select status, cancelled_reason, cancelled_by from visit where id = $1', [id]);
      expect(row).toEqual([{ status: 'cancelled', cancelled_reason: 'A cold', cancelled_by: expect.any(String) }]);
      const page = await home('emily');
      expect(page.later).toEqual([]);
      expect(page.past[0]).toMatchObject({ visitId: id, status: 'cancelled', door: 'over' });
      expect(server.log()).not.toContain('A cold');
    });
  });

  describe('the day', () => {
    it('has the visits of the day on the reader’s own calendar, then those of the week', async () => {
      const page = await today('sato');
      expect(page.visits.map((card) => card.visitId)).toContain(visitId);
      const zone = page.now.zone;
      const day = (iso: string) => Temporal.Instant.from(iso).toZonedDateTimeISO(zone).toPlainDate();
      const present = now().toZonedDateTimeISO(zone).toPlainDate();
      for (const { when, door } of page.visits)
        expect(door === 'open' || day(when.startsAt).equals(present)).toBe(true);
      for (const { when } of page.later) expect(Temporal.PlainDate.compare(day(when.startsAt), present)).toBe(1);
      const starts = page.later.map(({ when }) => when.startsAt);
      expect(starts).toEqual(starts.toSorted());
      expect(page.visits.every(({ other }) => other.display.length > 0)).toBe(true);
    });

    it('still has a visit that began before midnight and runs', async () => {
      const startOfDay = now().toZonedDateTimeISO('Asia/Tokyo').startOfDay().toInstant();
      const minutesIn = Math.floor(now().since(startOfDay).total('minutes'));
      await database.query('update visit set starts_at = $1, minutes = $2 where id = $3', [
        startOfDay.subtract({ minutes: 10 }).toString(),
        minutesIn + 20,
        visitId,
      ]);
      expect((await today('sato')).visits.map((card) => card.visitId)).toContain(visitId);
    });

    it('is staff’s; an interpreter sees her visits at every hospital', async () => {
      const { visits, later } = await today('mori');
      expect(new Set([...visits, ...later].map(({ institution }) => institution)).size).toBe(3);
    });

    it('has none that the reader was shown out of', async () => {
      await setSeat('mori', `state = 'removed'`);
      expect((await today('mori')).visits.map((card) => card.visitId)).not.toContain(visitId);
      await setSeat('mori', `state = 'invited'`);
    });
  });

  it('is answered to the reader alone: nothing may be kept on the way', async () => {
    for (const path of ['/api/pages/home', '/api/session', `/api/pages/visits/${visitId}`]) {
      const { headers } = await server.ask({ path, cookie: cookies.get('emily') });
      expect([path, headers['cache-control']]).toEqual([path, 'no-store']);
    }
  });
});
