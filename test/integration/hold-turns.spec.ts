import {
  answerAsk,
  bookVisit,
  cancelVisit,
  careEntities,
  confirmHold,
  confirmSeat,
  expireAsk,
  holdVisit,
  isOverlap,
  lapseVisit,
  moveVisit,
  releaseHold,
} from '@okaeri/care';
import type { Booking } from '@okaeri/care';
import { accessEntities } from '@okaeri/access';
import { OkaeriError, mayMove, visitMoves } from '@okaeri/contracts';
import type { PersonId, VisitId, VisitStatus } from '@okaeri/contracts';
import { dataSourceOptions, platformEntities } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { hospitalIn } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { SocketWorld } from '../support/socket-world';

/** Those who confirm, move, give back, cancel and sweep one hold at the same time, on the real database. */
describe('turns at a hold', () => {
  let world: SocketWorld;
  let data: DataSource;
  let at: Hospital;
  let rival: Hospital;
  let hour = 0;

  beforeAll(async () => {
    world = await SocketWorld.open();
    const entities = [...platformEntities, ...accessEntities, ...careEntities];
    data = new DataSource(dataSourceOptions({ url: world.url, entities, connections: 6 }));
    await data.initialize();
    at = await hospitalIn(world);
    rival = { ...(await hospitalIn(world)), physician: at.physician };
    await data.query('create table step (was text, now text)');
    await data.query(`create function step_of_visit() returns trigger language plpgsql as $$ begin
      if old.status <> new.status then insert into step values (old.status, new.status); end if; return new; end $$`);
    await data.query(
      'create trigger step_of_visit after update on visit for each row execute function step_of_visit()',
    );
  }, 60_000);
  afterAll(async () => {
    await data.destroy();
    await world.close();
  });

  const seatsOf = ({ patient, physician }: Hospital): Booking['seats'] => [
    { personId: patient.id, role: 'patient', language: 'en' },
    { personId: physician.id, role: 'physician', language: 'ja' },
  ];
  const bookingOf = (of: Hospital, hours: number): Booking & { by: PersonId } => ({
    ...{ episodeId: of.episodeId, startsAt: now().round('hour').add({ hours }), minutes: 30, by: of.coordinator.id },
    ...{ patientZone: 'America/Toronto', institutionZone: 'Asia/Tokyo', seats: seatsOf(of) },
  });

  const acts = ['confirm', 'release', 'move', 'cancel', 'expire', 'sweep', 'rival'] as const;
  type Act = (typeof acts)[number];
  function perform(em: EntityManager, act: Act, visitId: VisitId, booking: Booking & { by: PersonId }, hours: number) {
    const { by } = booking;
    const work: Record<Act, () => Promise<unknown>> = {
      confirm: () => confirmHold(em, visitId, booking),
      release: () => releaseHold(em, visitId, by),
      move: () => moveVisit(em, visitId, { startsAt: booking.startsAt.add({ minutes: 15 }), by, reason: 'Better.' }),
      cancel: () => cancelVisit(em, visitId, by, 'Not needed.'),
      // The clock of another process is ahead: to it, and to everybody from then on, the hold has run out.
      expire: () =>
        em.query(`update visit set held_until = now() - interval '1 second' where id = $1 and status = 'held'`, [
          visitId,
        ]),
      sweep: () => lapseVisit(em, visitId),
      rival: () => bookVisit(em, bookingOf(rival, hours)),
    };
    return work[act]();
  }

  it('any interleaving ends in a legal state, with claims where it is open and nowhere else', async () => {
    const told = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom(...acts), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 2 }),
        async (rounds) => {
          hour += 2;
          const hours = hour;
          const booking = bookingOf(at, hours);
          const visitId = await data.transaction((em) => holdVisit(em, booking));
          for (const round of rounds) {
            const results = await Promise.allSettled(
              round.map((act) => data.transaction((em) => perform(em, act, visitId, booking, hours))),
            );
            for (const result of results) {
              if (result.status === 'fulfilled') continue;
              const reason = result.reason as unknown;
              if (!isOverlap(reason)) expect(reason).toBeInstanceOf(OkaeriError);
              told.add(reason instanceof OkaeriError ? reason.code : 'overlap');
            }
          }
          await expectLegal();
          // Out of the way of the next: five of one person are the most.
          await data.query(`update visit set status = 'lapsed', held_until = null where status = 'held'`);
          await data.query(`delete from claim using visit v where v.id = visit_id and v.status = 'lapsed'`);
        },
      ),
      { numRuns: Number(process.env['TURNS_RUNS'] ?? 250), interruptAfterTimeLimit: 40_000 },
    );
    const steps: { was: VisitStatus; now: VisitStatus }[] = await data.query('select distinct * from step');
    for (const { was, now: is } of steps) expect([was, is, mayMove(visitMoves, was, is)]).toEqual([was, is, true]);
    expect(steps.length).toBeGreaterThanOrEqual(3);
    // Each way to lose was met: otherwise nothing was proved.
    expect([...told]).toEqual(expect.arrayContaining(['hold_expired', 'conflict', 'overlap', 'version_changed']));
  }, 60_000);

  /** Asked one after the other, while the visit is moved, called off and taken from under them. */
  it('any interleaving of answers asks one at a time, and takes up the time of nobody else', async () => {
    const steps = ['accept', 'decline', 'late', 'move', 'cancel', 'confirm', 'rival'] as const;
    const second = await world.staff(at.institutionId, 'interpreter');
    const asked = [at.interpreter.id, second.id];
    const told = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom(...steps), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        async (rounds) => {
          hour += 2;
          const hours = hour;
          const ask = { personIds: asked, languages: ['ja', 'en'] as [string, string], minutes: 60 };
          const visitId = await data.transaction((em) => bookVisit(em, { ...bookingOf(at, hours), ask }));
          const one = async (): Promise<{ id: string; personId: PersonId }> => {
            const [open]: { id: string; personId: PersonId }[] = await data.query(
              `select id, person_id as "personId" from interpreter_ask where visit_id = $1 order by state = 'asked' desc limit 1`,
              [visitId],
            );
            if (!open) throw new Error('Nobody was asked.');
            return open;
          };
          for (const round of rounds) {
            const { id, personId } = await one();
            const results = await Promise.allSettled(
              round.map(async (step) => {
                // Her time is up, by the clock of everybody.
                if (step === 'late') {
                  await data.query(`update interpreter_ask set answer_by = now() where id = $1 and state = 'asked'`, [
                    id,
                  ]);
                }
                return data.transaction(async (em): Promise<unknown> => {
                  if (step === 'late') return expireAsk(em, id);
                  if (step === 'accept' || step === 'decline') return answerAsk(em, id, { answer: step });
                  if (step === 'confirm') return confirmSeat(em, visitId, personId);
                  if (step !== 'rival') return perform(em, step, visitId, bookingOf(at, hours), hours);
                  const seats = [{ personId: second.id, role: 'interpreter' as const, language: 'ja' as const }];
                  return bookVisit(em, { ...bookingOf(rival, hours), seats });
                });
              }),
            );
            for (const result of results) {
              if (result.status === 'fulfilled') continue;
              const reason = result.reason as unknown;
              if (!isOverlap(reason)) expect(reason).toBeInstanceOf(OkaeriError);
              told.add(reason instanceof OkaeriError ? reason.code : 'overlap');
            }
          }
          await expectLegal();
        },
      ),
      { numRuns: Number(process.env['TURNS_RUNS'] ?? 100), interruptAfterTimeLimit: 40_000 },
    );
    expect([...told]).toEqual(expect.arrayContaining(['ask_over', 'not_found', 'overlap', 'visit_over']));
  }, 60_000);

  /** Whose time it takes up: everybody who has a seat, and she who is asked. */
  const taken = `array(select person_id from seat where visit_id = v.id and state <> 'removed'
                       union select person_id from interpreter_ask where visit_id = v.id and state = 'asked' order by 1)`;

  async function expectLegal() {
    const wrong: unknown[] = await data.query(
      `select v.id, v.status, c.who from visit v cross join lateral (
              select array_agg(resource_id order by resource_id) as who,
                     bool_and(during = tstzrange(v.starts_at, v.starts_at + v.minutes * interval '1 minute')) as then
                from claim where visit_id = v.id) c
        where case when v.status in ('pending', 'booked', 'arrived') or (v.status = 'held' and v.held_until > now())
                   then c.who is distinct from ${taken} or not c.then
                   -- One that ran out and was not swept has all of its time or none.
                   when v.status = 'held' then c.who <> ${taken}
                   else c.who is not null end`,
    );
    const announced: unknown[] = await data.query(
      `select v.id, v.status, e.n from visit v
         cross join lateral (select count(*)::int as n from outbox_event where name = 'visit.booked' and data->>'visitId' = v.id::text) e
        where e.n <> (case when v.status in ('booked', 'cancelled') then 1 else 0 end)`,
    );
    const asks: unknown[] = await data.query(
      `select a.visit_id, a.state, v.status from interpreter_ask a join visit v on v.id = a.visit_id
        where a.state = 'accepted' and not exists (select from seat s where s.visit_id = v.id and s.person_id = a.person_id and s.state <> 'removed')
           or a.state in ('asked', 'waiting') and v.status not in ('pending', 'booked')
           or a.state = 'accepted' and v.status <> 'booked'`,
    );
    expect({ wrong, announced, asks }).toEqual({ wrong: [], announced: [], asks: [] });
  }
});
