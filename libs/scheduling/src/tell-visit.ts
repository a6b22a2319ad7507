import { readVisit } from '@okaeri/care';
import type { MessageKind, VisitId } from '@okaeri/contracts';
import { postMessage, replaceMessages } from '@okaeri/notify';
import type { Handle } from '@okaeri/platform';
import { now } from '@okaeri/words/time';

const kinds = {
  'visit.booked': 'visit_booked',
  'visit.moved': 'visit_moved',
  'visit.cancelled': 'visit_cancelled',
  'visit.seatAdded': 'visit_booked',
} as const satisfies Record<string, MessageKind>;

/**
 * Writes to everybody who has a seat. The sequence is that of the visit as it is now: of two changes within a moment,
 * people hear of the last.
 */
export const tellVisit: Handle<'tellVisit'> = async (em, data, _eventId, name) => {
  if ('quiet' in data && data.quiet) return;
  const record = await readVisit(em, data.visitId as VisitId);
  if (!record) return;
  const { visit } = record;
  const only = 'personId' in data ? data.personId : null;
  const told = record.seats.filter(({ personId, state }) => state !== 'removed' && (!only || only === personId));
  const sequence = visit.calendarSequence;
  if (!only) {
    await replaceMessages(em, { entityId: visit.id, kinds: ['visit_booked', 'visit_moved'], before: sequence });
  }
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
