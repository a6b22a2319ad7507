import { endLinks } from '@okaeri/access';
import { OkaeriError, doorClosesMinutes, isAhead, isTold, outcomeDays, outcomeOf } from '@okaeri/contracts';
import type { OutcomeFacts, OutcomeForm, PersonId, VisitId } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { releaseClaims } from './claims';
import { doorCloses } from './door';
import type { Visit } from './entities';
import { noteChange } from './history';
import { factsOf, LockedVisit } from './locked-visit';
import { overCode, seatAfter } from './moves';
import { weigh } from './readiness';
import { departed } from './seats';

/**
 * Writes what a visit has become by the first rule that fits, and sends away who is still in it. False where none fits
 * yet; nothing is written then.
 */
export async function closeByRule(
  em: EntityManager,
  locked: LockedVisit,
  moment: OutcomeFacts['moment'],
  by: PersonId | null,
): Promise<boolean> {
  const rule = outcomeOf(await factsOfVisit(em, locked, moment));
  if (!rule) return false;
  await settle(em, locked, { status: rule.to, outcomeRule: rule.id }, { by, reason: null });
  return true;
}

/**
 * The sweep: closes a visit whose door has shut, once no window is left. False where that is not so, or any more.
 */
export async function closeVisit(em: EntityManager, visitId: VisitId): Promise<boolean> {
  const locked = await LockedVisit.lock(em, visitId);
  const { visit, seats } = locked;
  if (!isAhead(visit.status)) return false;
  if (now().epochMilliseconds < doorCloses(visit).epochMilliseconds) return false;
  if (seats.some(({ leaseUntil }) => leaseUntil !== null)) return false;
  return closeByRule(em, locked, 'closed', null);
}

/** Visits that the sweep would close; those of the demo world have a clock of their own. */
export async function visitsToClose(em: EntityManager, most = 200): Promise<VisitId[]> {
  const rows: { id: VisitId }[] = await em.query(
    `select id from visit
      where status in ('booked', 'arrived') and not demo
        and greatest(starts_at, expected_at) + (minutes + $1) * interval '1 minute' <= now()
        and not exists (select from seat where visit_id = visit.id and lease_until is not null)
      order by starts_at limit $2`,
    [doorClosesMinutes, most],
  );
  return rows.map(({ id }) => id);
}

/**
 * Somebody knows better than the rule. Throws `visit_early` before the start, `visit_over` once that is too long ago, and
 * `conflict` while somebody is in it.
 */
export async function setOutcome(
  em: EntityManager,
  visitId: VisitId,
  by: PersonId,
  { outcome, reason }: OutcomeForm,
): Promise<void> {
  const locked = await LockedVisit.lock(em, visitId);
  const { visit, seats } = locked;
  if (!isTold(visit.status)) throw new OkaeriError(overCode(visit.status));
  const present = now().epochMilliseconds;
  if (present < visit.startsAt.epochMilliseconds) throw new OkaeriError('visit_early');
  if (present > visit.startsAt.add({ hours: 24 * outcomeDays }).epochMilliseconds) throw new OkaeriError('visit_over');
  if (seats.some(({ leaseUntil }) => leaseUntil !== null)) throw new OkaeriError('conflict');
  if (visit.status === outcome && visit.outcomeReason === reason) return;
  const values = { status: outcome, outcomeRule: null, outcomeBy: by, outcomeReason: reason };
  await settle(em, locked, values, { by, reason });
}

/** Of a visit that takes nobody any more. */
export function emptySeats(locked: LockedVisit): void {
  for (const seat of locked.seats) {
    if (!['waiting', 'admitted', 'joined'].includes(seat.state)) continue;
    locked.changeSeat(seat, departed(seat, seatAfter(factsOf(seat), 'leave')), 'end');
  }
}

async function settle(
  em: EntityManager,
  locked: LockedVisit,
  values: Partial<Visit>,
  why: { by: PersonId | null; reason: string | null },
): Promise<void> {
  const { visit } = locked;
  const before = { status: visit.status };
  emptySeats(locked);
  await releaseClaims(em, visit.id);
  await endLinks(em, visit.id);
  await locked.writeVisit({ ...values, endedAt: visit.endedAt ?? now() });
  const after = { status: visit.status, ...(visit.outcomeRule ? { rule: visit.outcomeRule } : {}) };
  await noteChange(em, visit, { kind: 'outcome', before, after, ...why });
  await weigh(em, visit);
  await emit(em, 'visit.ended', { visitId: visit.id });
}

/** Read from what has been kept: an arrival of the patient, and when she and any of her physicians were let in and joined. */
async function factsOfVisit(
  em: EntityManager,
  { visit, seats }: LockedVisit,
  moment: OutcomeFacts['moment'],
): Promise<OutcomeFacts> {
  const patient = seats.find(({ role }) => role === 'patient');
  const physicians = seats.filter(({ role }) => role === 'physician');
  const conference = visit.kind === 'conference';
  const said: unknown[] = await em.query('select 1 from arrival where seat_id = $1', [patient?.id ?? null]);
  return {
    patientCame: said.length > 0,
    physicianCame: physicians.some(({ admittedAt }) => admittedAt),
    bothIn: conference
      ? seats.filter(({ joinedAt }) => joinedAt).length >= 2
      : Boolean(patient?.joinedAt) && physicians.some(({ joinedAt }) => joinedAt),
    moment,
    past: now().epochMilliseconds >= visit.startsAt.epochMilliseconds,
    conference,
  };
}
