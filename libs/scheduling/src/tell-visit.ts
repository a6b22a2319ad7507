import { readVisit } from '@okaeri/care';
import type { MessageKind, PersonId, VisitId } from '@okaeri/contracts';
import { postMessage, replaceMessages } from '@okaeri/notify';
import type { Handle } from '@okaeri/platform';
import { now } from '@okaeri/words/time';

const kinds = {
  'visit.booked': 'visit_booked',
  'visit.moved': 'visit_moved',
  'visit.cancelled': 'visit_cancelled',
  'visit.seatAdded': 'visit_booked',
  'visit.seatRemoved': 'visit_cancelled',
} as const satisfies Record<string, MessageKind>;

/** What a later change makes untrue. */
const outdated = ['visit_booked', 'visit_moved', 'visit_clock'] as const;

/**
 * Writes to everybody who has a seat, or to the one whose seat came or went. The sequence is that of the visit as it is
 * now: of two changes within a moment, people hear of the last.
 */
export const tellVisit: Handle<'tellVisit'> = async (em, data, _eventId, name) => {
  if ('quiet' in data && data.quiet) return;
  const record = await readVisit(em, data.visitId as VisitId);
  if (!record) return;
  const { visit } = record;
  const only = 'personId' in data ? (data.personId as PersonId) : null;
  const withdrawn = name === 'visit.seatRemoved';
  // For the others the visit is as it was; only in her own calendar something has changed.
  const sequence = visit.calendarSequence + (withdrawn ? 1 : 0);
  if (!only || withdrawn) {
    const hers = only ? { personId: only } : {};
    await replaceMessages(em, { entityId: visit.id, kinds: outdated, before: sequence, ...hers });
  }
  const told = record.seats.filter(({ personId, state }) => {
    if (only && only !== personId) return false;
    return withdrawn === (state === 'removed');
  });
  for (const { personId } of told) {
    await postMessage(em, {
      kind: kinds[name],
      personId,
      entity: 'visit',
      entityId: visit.id,
      sequence,
      dueAt: now(),
      demo: visit.demo,
    });
  }
};

/** A country has changed its clocks: everybody hears once what holds now, and gets it into her calendar. */
export const tellClock: Handle<'tellClock'> = async (em, data) => {
  const record = await readVisit(em, data.visitId as VisitId);
  if (!record) return;
  const { visit, seats } = record;
  const { id: entityId, calendarSequence: sequence, demo } = visit;
  await replaceMessages(em, { entityId, kinds: outdated, before: sequence });
  for (const { personId, state } of seats) {
    if (state === 'removed') continue;
    await postMessage(em, { kind: 'visit_clock', personId, entity: 'visit', entityId, sequence, dueAt: now(), demo });
  }
};
