import { randomUUID } from 'node:crypto';
import { Membership } from '@okaeri/access';
import type { BoardPage, CasePage, Held, MessageKind, Problem, VisitBooked } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { expireAsks, lapseVisits } from '@okaeri/scheduling';
import { now } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { MailSink } from '../support/mail-sink';
import { startScheduler } from '../support/scheduler';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

const year = now().toZonedDateTimeISO('UTC').year + 1;

/** Real: PostgreSQL, the whole api, and at the end the scheduler with a mail server; the sweeps are called by hand. */
describe('interpreters who are asked', () => {
  let world: BookingWorld;
  let at: Hospital;
  let second: Somebody;
  let third: Somebody;
  let day = 0;
  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    at = await world.hospital();
    second = await world.people.staff(at.institutionId, 'interpreter');
    third = await world.people.staff(at.institutionId, 'interpreter');
    day += 1;
  });

  const query = <T>(sql: string, values: unknown[]): Promise<T[]> => world.people.data.query(sql, values);
  const wall = (time: string) => ({
    date: `${year}-04-${String(day).padStart(2, '0')}`,
    ...{ time, zone: 'Asia/Tokyo', minutes: 30 },
  });
  const ask = (...who: Somebody[]) => ({ personIds: who.map(({ id }) => id), languages: ['ja', 'en'], minutes: 60 });
  const book = async (time: string, who: Somebody[], more: object = {}) => {
    const answer = await world.post('/visits', at.coordinator, {
      ...{ ...wall(time), episodeId: at.episodeId, physicianId: at.physician.id, interpreter: null, ask: ask(...who) },
      ...more,
    });
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('visitId')]);
    return (answer.body as VisitBooked).visitId;
  };
  const code = ({ body }: { body: unknown }) => (body as Problem | undefined)?.code;
  const asksOf = (visitId: string) =>
    query<{ id: string; personId: string; state: string; round: number }>(
      `select id, person_id as "personId", state, round from interpreter_ask where visit_id = $1 order by round, rank`,
      [visitId],
    );
  const statesOf = async (visitId: string) => (await asksOf(visitId)).map(({ state }) => state);
  async function openAsk(visitId: string, who: Somebody): Promise<string> {
    const open = (await asksOf(visitId)).filter(({ state }) => state === 'asked');
    expect(open.map(({ personId }) => personId)).toEqual([who.id]);
    return open[0]?.id ?? '';
  }
  const answer = (askId: string, who: Somebody, said: 'accept' | 'decline', key?: string) =>
    world.post(`/asks/${askId}/answer`, who, { answer: said }, key);
  const sweep = () => expireAsks(world.server.app.get(Database));
  async function visitOf(visitId: string) {
    const [row] = await query<{ status: string; claims: string[]; told: string[]; interpreters: string[] }>(
      `select status, array(select resource_id::text from claim where visit_id = v.id order by 1) as claims,
              array(select name from outbox_event where data->>'visitId' = v.id::text and name <> 'visit.freed' order by name) as told,
              array(select person_id::text from seat where visit_id = v.id and role = 'interpreter' and state <> 'removed') as interpreters
         from visit v where id = $1`,
      [visitId],
    );
    return row;
  }
  const claimed = (...who: Somebody[]) => [at.patient.id, at.physician.id, ...who.map(({ id }) => id)].toSorted();

  it('are seen by their coordinator with what each has said, and by nobody else', async () => {
    const visitId = await book('11:00', [at.interpreter, second]);
    const pageOf = (path: string, who: Somebody) =>
      world.server.ask({ path: `/api/pages/${path}`, cookie: who.cookie });
    const asksIn = async (who: Somebody) => {
      const { visits } = (await pageOf(`cases/${at.episodeId}`, who)).body as CasePage;
      return visits
        .find((each) => each.visitId === visitId)
        ?.asks.map(({ state, answerByWords }) => [state, answerByWords !== null]);
    };
    expect(await asksIn(at.coordinator)).toEqual([
      ['asked', true],
      ['waiting', false],
    ]);
    expect([await asksIn(at.physician), await asksIn(at.patient)]).toEqual([[], undefined]);
    // There is a visit, it only lacks somebody: nobody need book another one.
    const board = (await pageOf('board', at.coordinator)).body as BoardPage;
    expect(board.items.map(({ blocker, next }) => [blocker, next])).toEqual([['interpreter_missing', null]]);
    expect((await answer(await openAsk(visitId, at.interpreter), at.interpreter, 'decline')).status).toBe(204);
    expect(await asksIn(at.coordinator)).toEqual([
      ['declined', false],
      ['asked', true],
    ]);
  });

  it('are asked one after the other, and the patient hears of it once one has accepted', async () => {
    const visitId = await book('09:00', [at.interpreter, second, third]);
    const home = () => world.server.ask({ path: '/api/pages/home', cookie: at.patient.cookie });
    expect(await visitOf(visitId)).toEqual({
      ...{ status: 'pending', claims: claimed(at.interpreter), told: [], interpreters: [] },
    });
    expect((await home()).text).not.toContain(visitId);
    const first = await openAsk(visitId, at.interpreter);
    expect([code(await answer(first, second, 'accept')), code(await answer(first, at.patient, 'accept'))]).toEqual([
      'not_found',
      'not_found',
    ]);
    expect((await answer(first, at.interpreter, 'decline')).status).toBe(204);
    expect(await statesOf(visitId)).toEqual(['declined', 'asked', 'waiting']);
    expect((await visitOf(visitId))?.claims).toEqual(claimed(second));
    // She is too late: somebody else is asked by now.
    expect(code(await answer(first, at.interpreter, 'accept'))).toBe('ask_over');

    const next = await openAsk(visitId, second);
    expect(await sweep()).toBe(0);
    await query(`update interpreter_ask set answer_by = now() - interval '1 second' where id = $1`, [next]);
    expect([await sweep(), await statesOf(visitId)]).toEqual([1, ['declined', 'expired', 'asked']]);
    expect(code(await answer(next, second, 'accept'))).toBe('ask_over');

    const last = await openAsk(visitId, third);
    const key = randomUUID();
    expect((await answer(last, third, 'accept', key)).status).toBe(204);
    expect((await answer(last, third, 'accept', key)).headers['idempotency-replayed']).toBe('true');
    expect((await answer(last, third, 'accept')).status).toBe(204);
    expect(await visitOf(visitId)).toEqual({
      ...{ status: 'booked', claims: claimed(third), told: ['visit.booked'], interpreters: [third.id] },
    });
    expect((await home()).text).toContain(visitId);
    expect(await statesOf(visitId)).toEqual(['declined', 'expired', 'accepted']);
  });

  it('are passed over while they have something else, and are asked again by others when nobody is left', async () => {
    const elsewhere = await world.people.staff(at.institutionId, 'physician');
    const busy = { personId: at.interpreter.id, languages: ['ja', 'en'] };
    const patient = await world.people.person('en');
    const other = await world.episode({ ...at, patient, physician: elsewhere });
    const form = { ...wall('09:00'), episodeId: other, physicianId: elsewhere.id, interpreter: busy };
    expect((await world.post('/visits', at.coordinator, form)).status).toBe(200);
    const visitId = await book('09:15', [at.interpreter, second]);
    expect(await statesOf(visitId)).toEqual(['busy', 'asked']);
    const again = (...who: Somebody[]) => world.post(`/visits/${visitId}/asks`, at.coordinator, ask(...who));
    expect(code(await again(third))).toBe('ask_open');
    await answer(await openAsk(visitId, second), second, 'decline');
    expect(await visitOf(visitId)).toMatchObject({ status: 'pending', claims: claimed() });
    expect(code(await again(at.physician))).toBe('not_found');
    expect((await again(third)).status).toBe(204);
    await answer(await openAsk(visitId, third), third, 'accept');
    expect((await visitOf(visitId))?.status).toBe('booked');
    expect(code(await again(second))).toBe('conflict');
  });

  it('are asked for a time that was held, and only she who is asked is still taken', async () => {
    const hold = { ...wall('09:00'), episodeId: at.episodeId, physicianId: at.physician.id };
    const both = [at.interpreter.id, second.id];
    const held = (await world.post('/visits/hold', at.coordinator, { ...hold, interpreterIds: both })).body as Held;
    const visitId = await book('09:00', [second, at.interpreter], { holdVisitId: held.visitId });
    expect(visitId).toBe(held.visitId);
    expect(await visitOf(visitId)).toMatchObject({ status: 'pending', claims: claimed(second), told: [] });
  });

  it('are asked anew when the visit is moved, and need not answer when it is called off', async () => {
    const visitId = await book('09:00', [at.interpreter, second]);
    const version = async () =>
      (await query<{ version: number }>('select version from visit where id = $1', [visitId]))[0]?.version ?? 0;
    const move = async (time: string) =>
      world.post(`/visits/${visitId}/move`, at.coordinator, {
        ...{ ...wall(time), reason: 'A better time.', version: await version() },
      });
    const before = await openAsk(visitId, at.interpreter);
    expect((await move('10:00')).status).toBe(200);
    expect(await statesOf(visitId)).toEqual(['withdrawn', 'withdrawn', 'asked', 'waiting']);
    expect(code(await answer(before, at.interpreter, 'accept'))).toBe('ask_over');
    expect(await visitOf(visitId)).toMatchObject({ status: 'pending', told: [], claims: claimed(at.interpreter) });
    await answer(await openAsk(visitId, at.interpreter), at.interpreter, 'accept');

    // Of the new time its people are told at once; she keeps her seat, and is asked whether she can.
    expect((await move('11:00')).status).toBe(200);
    const moved = await visitOf(visitId);
    expect(moved).toMatchObject({
      status: 'booked',
      interpreters: [at.interpreter.id],
      claims: claimed(at.interpreter),
    });
    expect(moved?.told).toEqual(['visit.booked', 'visit.moved']);
    await answer(await openAsk(visitId, at.interpreter), at.interpreter, 'decline');
    const without = await visitOf(visitId);
    expect(without).toMatchObject({ status: 'booked', interpreters: [], claims: claimed(second) });
    expect(without?.told).toEqual(['visit.booked', 'visit.moved', 'visit.seatRemoved']);
    await answer(await openAsk(visitId, second), second, 'accept');
    expect((await visitOf(visitId))?.told).toContain('visit.seatAdded');

    // Moved once more, she confirms as everybody does: that is her answer.
    expect((await move('12:00')).status).toBe(200);
    await openAsk(visitId, second);
    expect((await world.post(`/visits/${visitId}/confirm`, second, {})).status).toBe(204);
    expect((await statesOf(visitId)).filter((state) => state === 'asked' || state === 'waiting')).toEqual([]);
    const cancelled = await book('15:00', [third]);
    const open = await openAsk(cancelled, third);
    await world.post(`/visits/${cancelled}/cancel`, at.coordinator, { reason: 'She is well.' });
    expect(await visitOf(cancelled)).toMatchObject({ status: 'lapsed', claims: [], told: [] });
    expect(code(await answer(open, third, 'accept'))).toBe('ask_over');
  });

  it('are not waited for beyond the start, and may be let off', async () => {
    const visitId = await book('09:00', [at.interpreter, second]);
    const back = { method: 'DELETE', path: `/api/visits/${visitId}/asks`, cookie: at.coordinator.cookie };
    expect((await world.server.ask(back)).status).toBe(204);
    expect([await statesOf(visitId), (await visitOf(visitId))?.claims]).toEqual([
      ['withdrawn', 'withdrawn'],
      claimed(),
    ]);
    expect((await world.post(`/visits/${visitId}/asks`, at.coordinator, ask(second))).status).toBe(204);
    const open = await openAsk(visitId, second);
    await query(`update visit set starts_at = now() - interval '1 minute' where id = $1`, [visitId]);
    expect(code(await answer(open, second, 'accept'))).toBe('ask_over');
    expect(await lapseVisits(world.server.app.get(Database))).toBe(1);
    expect(await visitOf(visitId)).toMatchObject({ status: 'lapsed', claims: [], told: [] });
    expect((await statesOf(visitId)).at(-1)).toBe('withdrawn');
  });

  it('who works there no more cannot answer', async () => {
    const visitId = await book('09:00', [at.interpreter]);
    const open = await openAsk(visitId, at.interpreter);
    await world.people.data.getRepository(Membership).update({ personId: at.interpreter.id }, { revokedAt: now() });
    expect(code(await answer(open, at.interpreter, 'accept'))).toBe('not_found');
  });

  it('are written to when they are asked and when they need not answer any more; the patient when one has accepted', async () => {
    const everybody = [at.patient, at.physician, at.interpreter, second];
    for (const { id } of everybody)
      await query(`update person set email = $2 where id = $1`, [id, `${id}@ask.example`]);
    const sink = await MailSink.start();
    const scheduler = await startScheduler(world.people.url, { smtpUrl: sink.url });
    try {
      const visitId = await book('09:00', [at.interpreter, second]);
      const mail = (who: Somebody, kind: MessageKind) =>
        sink.mailTo(`${who.id}@ask.example`, kind, { withinMs: 15_000 });
      const asked = await mail(at.interpreter, 'interpreter_ask');
      expect(asked.mail.text).toContain('/jobs');
      expect(asked.mail.text).toContain('日本語 ⇄ 英語');
      const first = await openAsk(visitId, at.interpreter);
      await query(`update interpreter_ask set answer_by = now() - interval '1 second' where id = $1`, [first]);
      await sweep();
      await mail(at.interpreter, 'interpreter_ask_over');
      await mail(second, 'interpreter_ask');
      expect(sink.mails.filter(({ to }) => to.includes(`${at.patient.id}@ask.example`))).toEqual([]);
      await answer(await openAsk(visitId, second), second, 'accept');
      await mail(at.patient, 'visit_booked');
      await mail(second, 'visit_booked');
    } finally {
      await scheduler.close();
      await sink.stop();
    }
  });
});
