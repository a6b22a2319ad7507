import { Seat, Visit } from '@okaeri/care';
import { OkaeriError, hostRole, overStatuses, recordingHours } from '@okaeri/contracts';
import type { ChatForm, ChatKind, Id, Locale, PersonId, SeatId, SeatState, VisitId } from '@okaeri/contracts';
import { announce } from '@okaeri/platform';
import { now, toDate } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { VisitMessage } from './visit-message.entity';

const inside: readonly SeatState[] = ['admitted', 'joined'];

/** A message that is about to be kept. */
export interface ChatWriting extends ChatForm {
  visitId: VisitId;
  by: PersonId;
  language: Locale;
  /** Whether the file is a message that was recorded. */
  recorded: boolean;
}

/**
 * Keeps a message with the visit and tells those who look at it. Only who is in the room writes; to those who wait, the
 * host and a coordinator alone. What was recorded comes when the link is back: from whoever was let in once, also for a day
 * after the end. Throws `chat_closed` once the visit is over, `seat_state` where she may not write now.
 */
export async function postChat(em: EntityManager, writing: ChatWriting): Promise<VisitMessage['id']> {
  const { visitId, by, language, text, audience, to, fileId, recorded } = writing;
  const visit = await visitOf(em, visitId);
  if (overStatuses.includes(visit.status) && !(recorded && isLateEnough(visit))) throw new OkaeriError('chat_closed');
  const seat = await seatOf(em, visitId, by);
  const desk = seat.role === hostRole || seat.role === 'coordinator';
  const here = inside.includes(seat.state) || (recorded && seat.admittedAt !== null);
  if (audience === 'waiting' ? !desk || fileId !== null : !here || to !== null) throw new OkaeriError('seat_state');
  if (to && !(await em.existsBy(Seat, { id: to as SeatId, visitId }))) throw new OkaeriError('not_found');
  const kind: ChatKind = recorded ? 'recording' : fileId ? 'file' : 'text';
  return keep(em, { visitId, byId: by, kind, audience, toSeatId: to as SeatId | null, language, text, fileId });
}

/** That a visit begins later, or not any more, told to all who wait: `text` is the time. */
export async function postLate(
  em: EntityManager,
  late: { visitId: VisitId; by: PersonId; language: Locale; minutes: number; expectedAt: Temporal.Instant | null },
): Promise<void> {
  const { visitId, by, language, minutes, expectedAt } = late;
  const text = expectedAt?.toString() ?? '';
  await keep(em, { visitId, byId: by, kind: 'late', audience: 'waiting', toSeatId: null, language, text, minutes });
}

/**
 * What of a visit's messages this person reads, the newest first: who was let in reads all that is said in the room, who
 * waits what is for her. `one`: this message alone.
 */
export async function readChat(
  em: EntityManager,
  wanted: {
    visitId: VisitId;
    personId: PersonId;
    after?: { at: Temporal.Instant; id: string } | null;
    limit?: number;
    one?: Id<'visitMessage'>;
  },
): Promise<VisitMessage[]> {
  const { visitId, personId, after, limit = 1, one } = wanted;
  const seat = await seatOf(em, visitId, personId);
  const desk = seat.role === hostRole || seat.role === 'coordinator';
  const query = em
    .createQueryBuilder(VisitMessage, 'm')
    .where('m.visit_id = :visitId', { visitId })
    .orderBy('m.at', 'DESC')
    .addOrderBy('m.id', 'DESC')
    .limit(limit);
  if (!desk) {
    query.andWhere(
      `(m.by_id = :personId or m.audience = 'room' and :entered
        or m.audience = 'waiting' and (m.to_seat_id is null or m.to_seat_id = :seatId))`,
      { personId, entered: seat.admittedAt !== null, seatId: seat.id },
    );
  }
  if (after) query.andWhere('(m.at, m.id) < (:at, :id)', { at: toDate(after.at), id: after.id });
  if (one) query.andWhere('m.id = :one', { one });
  return query.getMany();
}

const isLateEnough = ({ endedAt }: Visit): boolean =>
  endedAt !== null && now().since(endedAt).total('hours') < recordingHours;

async function keep(
  em: EntityManager,
  values: Partial<VisitMessage> & { visitId: VisitId },
): Promise<VisitMessage['id']> {
  const { id } = await em.save(em.create(VisitMessage, values));
  // Nobody compares versions of a chat: whoever hears of it reads it again.
  await announce(em, { topic: 'chat', id: values.visitId, version: 0 });
  return id;
}

async function visitOf(em: EntityManager, visitId: VisitId): Promise<Visit> {
  const visit = await em.findOneBy(Visit, { id: visitId });
  if (!visit) throw new OkaeriError('not_found');
  return visit;
}

async function seatOf(em: EntityManager, visitId: VisitId, personId: PersonId): Promise<Seat> {
  const seat = await em.findOneBy(Seat, { visitId, personId });
  if (!seat || seat.state === 'removed') throw new OkaeriError('not_found');
  return seat;
}
