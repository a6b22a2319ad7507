import { endLinks } from '@okaeri/access';
import {
  OkaeriError,
  doorClosesMinutes,
  doorOpensMinutes,
  isAhead,
  isTold,
  lateMinutes,
  outcomeDays,
  outcomeOf,
  outcomesSaid,
} from '@okaeri/contracts';
import type { OutcomeFacts, OutcomeForm, OutcomeRuleId, PersonId, SeatRole, VisitId } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { now, toInstant, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { releaseClaims } from './claims';
import { doorCloses, visitEnds } from './door';
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
  const facts = await factsOfVisit(em, locked, moment);
  const rule = outcomeOf(facts);
  if (!rule) return false;
  const { minutes, by: lateBy } = rule.outcome === 'late' ? facts.lateness : inTime;
  const values = { status: rule.to, outcomeRule: rule.id, outcome: rule.outcome, lateMinutes: minutes, lateBy };
  await settle(em, locked, values, { by, reason: null });
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
 * Somebody knows better than the rule. Throws `visit_early` before the start, `visit_over` once that is too long ago,
 * `conflict` while somebody is in it, and `fields_invalid` for a patient who is said not to have come although she was
 * seen at the door, or nobody waited for her.
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
  const said = outcomesSaid[outcome];
  if (visit.status === said.status && visit.outcome === said.outcome && visit.outcomeReason === reason) return;
  if (outcome === 'noshow') await refuseUnlessAbsent(em, locked);
  const values = {
    ...{ ...said, outcomeRule: null, outcomeBy: by, outcomeReason: reason },
    ...(outcome === 'late' ? {} : { lateMinutes: null, lateBy: [] }),
  };
  await settle(em, locked, values, { by, reason });
}

async function refuseUnlessAbsent(em: EntityManager, locked: LockedVisit): Promise<void> {
  const { patientCame, keptOut, physicianCame } = await factsOfVisit(em, locked, 'closed');
  if (!patientCame && !keptOut && physicianCame) return;
  throw new OkaeriError('fields_invalid', {}, { fields: [{ path: 'outcome', code: 'not_absent' }] });
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
  const rule = becameOf(visit);
  const after = { status: visit.status, ...(rule ? { rule } : {}) };
  await noteChange(em, visit, { kind: 'outcome', before, after, ...why });
  await weigh(em, visit);
  await emit(em, 'visit.ended', { visitId: visit.id });
}

/** By which rule a visit became what it is, or by the like of one that a person said; null where its status says it all. */
export function becameOf({
  outcomeRule,
  outcome,
}: Pick<Visit, 'outcomeRule' | 'outcome'>): OutcomeRuleId | 'noshow' | null {
  if (outcomeRule) return outcomeRule;
  if (outcome === 'late') return 'met_late';
  return outcome === 'technical' || outcome === 'noshow' ? outcome : null;
}

interface Lateness {
  minutes: number | null;
  by: SeatRole[];
}
const inTime: Lateness = { minutes: null, by: [] };

/** How long after its time they were both let in, and who was not there in time: told of the first time that each was. */
function latenessOf({ visit, seats }: LockedVisit, arrivedAt: Temporal.Instant | null): Lateness {
  const planned = Math.max(visit.startsAt.epochMilliseconds, visit.expectedAt?.epochMilliseconds ?? 0);
  const admitted = (role: SeatRole) =>
    seats.flatMap((seat) => (seat.role === role && seat.admittedAt ? [seat.admittedAt.epochMilliseconds] : []));
  const patient = Math.min(...admitted('patient'));
  const physician = Math.min(...admitted('physician'));
  const minutes = Math.floor((Math.max(patient, physician) - planned) / 60_000);
  if (!Number.isFinite(minutes) || minutes < lateMinutes) return inTime;
  const isLate = (at: number) => at - planned >= lateMinutes * 60_000;
  const patientLate = isLate(Math.min(arrivedAt?.epochMilliseconds ?? Infinity, patient));
  return {
    minutes,
    // She who came in time and was let in late waited for the other side.
    by: [
      ...(patientLate ? ['patient' as const] : []),
      ...(isLate(physician) || !patientLate ? ['physician' as const] : []),
    ],
  };
}

/** Read from what has been kept: an arrival of the patient, and when she and any of her physicians were let in and joined. */
async function factsOfVisit(
  em: EntityManager,
  locked: LockedVisit,
  moment: OutcomeFacts['moment'],
): Promise<OutcomeFacts & { lateness: Lateness }> {
  const { visit, seats } = locked;
  const patient = seats.find(({ role }) => role === 'patient');
  const physicians = seats.filter(({ role }) => role === 'physician');
  const conference = visit.kind === 'conference';
  const [facts]: { arrivedAt: Date | null; tried: boolean }[] = await em.query(
    `select (select at from arrival where seat_id = $1) as "arrivedAt", exists (
            select from ledger where actor_id = $2 and permission = 'visit.enter' and outcome = 'allowed'
               and entity_id = $3 and at between $4 and $5) as tried`,
    [
      ...[patient?.id ?? null, patient?.personId ?? null, visit.id],
      ...[toIso(visit.startsAt.subtract({ minutes: doorOpensMinutes })), toIso(visitEnds(visit))],
    ],
  );
  const arrivedAt = facts?.arrivedAt ? toInstant(facts.arrivedAt) : null;
  const lateness = latenessOf(locked, arrivedAt);
  return {
    patientCame: arrivedAt !== null || Boolean(patient?.admittedAt ?? patient?.joinedAt),
    admitted: Boolean(patient?.admittedAt),
    keptOut: facts?.tried ?? false,
    late: lateness.minutes !== null,
    lateness,
    physicianCame: physicians.some(({ admittedAt }) => admittedAt),
    bothIn: conference
      ? seats.filter(({ joinedAt }) => joinedAt).length >= 2
      : Boolean(patient?.joinedAt) && physicians.some(({ joinedAt }) => joinedAt),
    moment,
    past: now().epochMilliseconds >= visit.startsAt.epochMilliseconds,
    conference,
  };
}
