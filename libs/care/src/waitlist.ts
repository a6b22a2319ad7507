import { OkaeriError } from '@okaeri/contracts';
import type { AskForm, EpisodeId, InstitutionId, PersonId, VisitId } from '@okaeri/contracts';
import { emit, readRows } from '@okaeri/platform';
import { now, toInstant, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { bookVisit } from './booking';
import type { Booking } from './booking';
import { confirmHold, releaseHold } from './holds';
import { WaitlistEntry } from './planning.entities';
import { becomeWaiting, tellPatient } from './waitlist-state';

/** How long a time that became free is kept for who is offered it. */
const offerMinutes = 120;

export interface Waiting {
  physicianId: PersonId;
  minutes: number;
  earliest: string;
  latest: string;
  rank: number;
  ask: AskForm | null;
  by: PersonId;
  demo: boolean;
}

/** Once for each physician: who waits for her already is asked for the newer window from now on, and keeps her place. */
export async function joinWaitlist(em: EntityManager, episodeId: EpisodeId, waiting: Waiting): Promise<string> {
  const { physicianId, minutes, earliest, latest, rank, ask, by, demo } = waiting;
  await em.query('select id from episode where id = $1 for no key update', [episodeId]);
  const values = [episodeId, physicianId, minutes, earliest, latest, rank, ask && JSON.stringify(ask)];
  const [kept]: { id: string }[] = await em.query(
    `with kept as (
       update waitlist set minutes = $3, earliest = $4, latest = $5, rank = $6, ask = $7::jsonb, version = version + 1
        where episode_id = $1 and physician_id = $2 and state in ('waiting', 'offered') returning id)
     select id from kept`,
    values,
  );
  if (kept) return kept.id;
  const [made]: { id: string }[] = await em.query(
    `insert into waitlist (episode_id, physician_id, minutes, earliest, latest, rank, ask, created_by, demo)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9) returning id`,
    [...values, by, demo],
  );
  if (!made) throw new OkaeriError('internal');
  return made.id;
}

/** Nobody waits any more; a time that is kept for her is given back. Twice is once. */
export async function leaveWaitlist(em: EntityManager, waitlistId: string, by: PersonId): Promise<void> {
  const entry = await lockEntry(em, waitlistId);
  if (entry.state === 'filled' || entry.state === 'ended') return;
  if (entry.offeredVisitId) await releaseHold(em, entry.offeredVisitId, by);
  await becomeWaiting(em, waitlistId, 'ended');
}

/**
 * Keeps a time that became free for who waits for one, and has her told. False where she waits no more; fails with what
 * `isOverlap` knows where somebody was faster.
 */
export async function offerTime(
  em: EntityManager,
  waitlistId: string,
  booking: Omit<Booking, 'status' | 'heldUntil' | 'ask'>,
): Promise<boolean> {
  const entry = await lockEntry(em, waitlistId);
  if (entry.state !== 'waiting') return false;
  const visitId = await bookVisit(em, {
    ...booking,
    status: 'held',
    heldUntil: now().add({ minutes: offerMinutes }),
  });
  await em.query(`update waitlist set state = 'offered', offered_visit_id = $2, version = version + 1 where id = $1`, [
    waitlistId,
    visitId,
  ]);
  await tellPatient(em, waitlistId);
  await emit(em, 'waitlist.offered', { waitlistId });
  return true;
}

/**
 * She takes the time that is kept for her, or does not want it and waits on. Throws `hold_expired` where it is not kept
 * any more.
 */
export async function answerOffer(
  em: EntityManager,
  waitlistId: string,
  answer: 'accept' | 'decline',
  bookingOf: (entry: WaitlistEntry, startsAt: Temporal.Instant) => Booking,
): Promise<VisitId | null> {
  const found = await lockEntry(em, waitlistId);
  if (found.state === 'filled' && answer === 'accept') return found.offeredVisitId;
  const visitId = found.offeredVisitId;
  if (found.state !== 'offered' || !visitId) {
    if (answer === 'decline') return null;
    throw new OkaeriError('hold_expired');
  }
  const [visit]: { startsAt: Date }[] = await em.query('select starts_at as "startsAt" from visit where id = $1', [
    visitId,
  ]);
  if (!visit) throw new OkaeriError('internal');
  if (answer === 'decline') {
    await releaseHold(em, visitId, null);
    return null;
  }
  await confirmHold(em, visitId, bookingOf(found, toInstant(visit.startsAt)));
  return visitId;
}

/** The visit first: whoever sweeps or gives it back comes by it too. */
async function lockEntry(em: EntityManager, waitlistId: string): Promise<WaitlistEntry> {
  await em.query(`select id from visit where id = (select offered_visit_id from waitlist where id = $1) for update`, [
    waitlistId,
  ]);
  const [entry] = await readRows(em, WaitlistEntry, 'where id = $1 for update', [waitlistId]);
  if (!entry) throw new OkaeriError('not_found');
  return entry;
}

/** A time that is kept for a patient until she has said whether she takes it. */
export interface TimeOffer {
  waitlistId: string;
  visitId: VisitId;
  episodeId: EpisodeId;
  patientId: PersonId;
  physicianId: PersonId;
  institutionId: InstitutionId;
  startsAt: Temporal.Instant;
  minutes: number;
  until: Temporal.Instant;
  demo: boolean;
}

/** What a patient is offered, or one of these. */
export async function readTimeOffers(
  em: EntityManager,
  wanted: { patientId?: PersonId; waitlistId?: string },
): Promise<TimeOffer[]> {
  type Times = Record<'startsAt' | 'until', Date>;
  const rows: (Omit<TimeOffer, keyof Times> & Times)[] = await em.query(
    `select w.id as "waitlistId", v.id as "visitId", e.id as "episodeId", e.patient_id as "patientId", e.institution_id as "institutionId",
            w.physician_id as "physicianId", v.starts_at as "startsAt", v.minutes, v.held_until as until, w.demo
       from waitlist w join visit v on v.id = w.offered_visit_id join episode e on e.id = w.episode_id
      where w.state = 'offered' and v.status = 'held' and v.held_until > $1
        and ($2::uuid is null or e.patient_id = $2) and ($3::uuid is null or w.id = $3)
      order by v.held_until, w.id`,
    [toIso(now()), wanted.patientId ?? null, wanted.waitlistId ?? null],
  );
  return rows.map((row) => ({ ...row, startsAt: toInstant(row.startsAt), until: toInstant(row.until) }));
}
