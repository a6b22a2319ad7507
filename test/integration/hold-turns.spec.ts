import {
  bookVisit,
  cancelVisit,
  careEntities,
  confirmHold,
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

  async function expectLegal() {
    const wrong: unknown[] = await data.query(
      `select v.id, v.status, c.n as claims, c.agree
         from visit v cross join lateral (
              select count(*)::int as n,
                     count(*) filter (where c.during = tstzrange(v.starts_at, v.starts_at + v.minutes * interval '1 minute')
                                        and exists (select from seat s where s.visit_id = v.id and s.person_id = c.resource_id))::int as agree
                from claim c where c.visit_id = v.id) c
        where case when v.status in ('pending', 'booked', 'arrived') or (v.status = 'held' and v.held_until > now())
                   then c.n <> (select count(*) from seat where visit_id = v.id) or c.agree <> c.n
                   -- One that ran out and was not swept has all of its time or none.
                   when v.status = 'held' then c.n not in (0, (select count(*) from seat where visit_id = v.id))
                   else c.n <> 0 end`,
    );
    const announced: unknown[] = await data.query(
      `select v.id, v.status, e.n from visit v
         cross join lateral (select count(*)::int as n from outbox_event where name = 'visit.booked' and data->>'visitId' = v.id::text) e
        where e.n <> (case when v.status in ('booked', 'cancelled') then 1 else 0 end)`,
    );
    expect({ wrong, announced }).toEqual({ wrong: [], announced: [] });
  }
});
