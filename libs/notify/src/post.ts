import { outboxChannel } from '@okaeri/contracts';
import type { MessageKind, PersonId } from '@okaeri/contracts';
import { toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { NotifyMessage } from './message.entity';

export interface NewMessage {
  kind: MessageKind;
  personId: PersonId;
  /** What it is about, and which one. */
  entity: string;
  entityId: string;
  sequence?: number;
  minutes?: number;
  dueAt: Temporal.Instant;
  demo: boolean;
}

/**
 * Decides that somebody is written to, with the commit of this transaction. The same message twice is one; one that was
 * taken back before it was sent is wanted again.
 */
export async function postMessage(em: EntityManager, message: NewMessage): Promise<void> {
  const { kind, personId, entity, entityId, sequence = 0, minutes = 0, dueAt, demo } = message;
  await em.query(
    `with posted as (
       insert into notify_message (kind, person_id, entity, entity_id, sequence, minutes, due_at, next_at, demo)
       values ($1, $2, $3, $4, $5, $6, $7, $7, $8)
       on conflict on constraint notify_message_once do update
          set state = 'queued', due_at = excluded.due_at, next_at = excluded.next_at
        where notify_message.state = 'replaced')
     select pg_notify($9, '')`,
    [kind, personId, entity, entityId, sequence, minutes, toIso(dueAt), demo, outboxChannel],
  );
}

export type PlannedMessage = Pick<NewMessage, 'kind' | 'personId' | 'dueAt'> & { sequence: number; minutes: number };

/**
 * Makes what people are still to be sent of these kinds, about this, exactly what is planned: one that is not planned any
 * more is taken back, one that was taken back is wanted again, and one at another time waits for that.
 */
export async function planMessages(
  em: EntityManager,
  about: { entity: string; entityId: string; kinds: readonly MessageKind[]; demo: boolean },
  planned: readonly PlannedMessage[],
): Promise<void> {
  const { entity, entityId, kinds, demo } = about;
  await em.query(
    `with planned as (
       select * from unnest($3::text[], $4::uuid[], $5::int[], $6::int[], $7::timestamptz[]) as row(kind, person_id, sequence, minutes, due_at)),
     dropped as (
       update notify_message m set state = 'replaced'
        where entity_id = $2 and kind = any($8) and state = 'queued' and not exists (
              select from planned p where (p.kind, p.person_id, p.sequence, p.minutes) = (m.kind, m.person_id, m.sequence, m.minutes)))
     insert into notify_message (kind, person_id, entity, entity_id, sequence, minutes, due_at, next_at, demo)
     select kind, person_id, $1, $2, sequence, minutes, due_at, due_at, $9 from planned
     on conflict on constraint notify_message_once do update
        set state = 'queued', due_at = excluded.due_at, next_at = excluded.next_at
      where notify_message.state = 'replaced'
         or notify_message.state = 'queued' and notify_message.due_at <> excluded.due_at`,
    [
      ...[entity, entityId],
      planned.map(({ kind }) => kind),
      planned.map(({ personId }) => personId),
      planned.map(({ sequence }) => sequence),
      planned.map(({ minutes }) => minutes),
      planned.map(({ dueAt }) => toIso(dueAt)),
      ...[kinds, demo],
    ],
  );
}

/**
 * The sequence of the newest mail of these kinds, about the same, that its reader was handed beside this one: what she
 * knows. One that may have arrived counts. `null`: she was told nothing.
 */
export async function lastTold(
  em: EntityManager,
  { id, personId, entityId, sequence }: NotifyMessage,
  kinds: readonly MessageKind[],
): Promise<number | null> {
  const [row]: { told: number | null }[] = await em.query(
    `select max(sequence) as told from notify_message
      where person_id = $1 and entity_id = $2 and kind = any($3) and sequence <= $4 and id <> $5
        and state in ('sending', 'sent')`,
    [personId, entityId, kinds, sequence, id],
  );
  return row?.told ?? null;
}

/**
 * Takes back what was not sent yet: of these kinds, about this, and of an earlier sequence than `before` where one is
 * given; of one person only where she is named.
 */
export async function replaceMessages(
  em: EntityManager,
  of: { entityId: string; kinds: readonly MessageKind[]; before?: number; personId?: PersonId },
): Promise<void> {
  await em.query(
    `update notify_message set state = 'replaced'
      where entity_id = $1 and kind = any($2) and state = 'queued'
        and ($3::int is null or sequence < $3) and ($4::uuid is null or person_id = $4)`,
    [of.entityId, of.kinds, of.before ?? null, of.personId ?? null],
  );
}
