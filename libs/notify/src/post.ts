import { byMailOnly, noSubject, outboxChannel } from '@okaeri/contracts';
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

const sms = `'sms' = any(p.channels) and p.phone is not null and p.phone_state <> 'refused'`;
const push = `select s.id from push_subscription s where s.person_id = p.id and 'push' = any(p.channels)`;
const mail = `'email' = any(p.channels) and p.email is not null or not (${sms}) and not exists (${push})`;

/**
 * By which ways a person `p` is told: those she has chosen and can be reached by. What only lies here wakes nobody: who is
 * reached by neither text nor notification is written a mail. A message of `kind` that lets her in is a mail in any case.
 */
const ways = (kind: string) => {
  const free = `${kind} <> all(array[${byMailOnly.map((each) => `'${each}'`).join()}])`;
  return `(select 'email' as channel, '${noSubject}'::uuid as target where not (${free}) or (${mail})
    union all select 'app', '${noSubject}' where ${free} and 'app' = any(p.channels)
    union all select 'sms', '${noSubject}' where ${free} and ${sms}
    union all select 'push', each.id from (${push}) each where ${free})`;
};

/**
 * Decides that somebody is told, with the commit of this transaction: one message for each of her ways. The same message
 * twice is one; one that was taken back before it was sent is wanted again.
 */
export async function postMessage(em: EntityManager, message: NewMessage): Promise<void> {
  const { kind, personId, entity, entityId, sequence = 0, minutes = 0, dueAt, demo } = message;
  await em.query(
    `with posted as (
       insert into notify_message (kind, person_id, entity, entity_id, sequence, minutes, due_at, next_at, demo, channel, target)
       select $1::text, p.id, $3::text, $4::uuid, $5::int, $6::int, $7::timestamptz, $7::timestamptz, $8::boolean, way.channel, way.target
         from person p cross join lateral ${ways('$1::text')} way where p.id = $2
       on conflict on constraint notify_message_once do update
          set state = 'queued', due_at = excluded.due_at, next_at = excluded.next_at
        where notify_message.state = 'replaced')
     select pg_notify($9, '')`,
    [kind, personId, entity, entityId, sequence, minutes, toIso(dueAt), demo, outboxChannel],
  );
}

export type PlannedMessage = Pick<NewMessage, 'kind' | 'personId' | 'dueAt'> & { sequence: number; minutes: number };

/**
 * Makes what people are still to be told of these kinds, about this, exactly what is planned, on the ways that are theirs
 * now: one that is not planned any more is taken back, one that was taken back is wanted again, and one at another time
 * waits for that.
 */
export async function planMessages(
  em: EntityManager,
  about: { entity: string; entityId: string; kinds: readonly MessageKind[]; demo: boolean },
  planned: readonly PlannedMessage[],
): Promise<void> {
  const { entity, entityId, kinds, demo } = about;
  await em.query(
    `with planned as (
       select want.*, way.channel, way.target
         from unnest($3::text[], $4::uuid[], $5::int[], $6::int[], $7::timestamptz[]) as want(kind, person_id, sequence, minutes, due_at)
         join person p on p.id = want.person_id cross join lateral ${ways('want.kind')} way),
     dropped as (
       update notify_message m set state = 'replaced'
        where entity_id = $2 and kind = any($8) and state = 'queued' and not exists (
              select from planned p where (p.kind, p.person_id, p.sequence, p.minutes, p.channel, p.target)
                                        = (m.kind, m.person_id, m.sequence, m.minutes, m.channel, m.target)))
     insert into notify_message (kind, person_id, entity, entity_id, sequence, minutes, due_at, next_at, demo, channel, target)
     select kind, person_id, $1, $2, sequence, minutes, due_at, due_at, $9, channel, target from planned
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

/** What does not arrive on one way goes by mail, where no other way wakes her for the same. */
export async function fallBack(em: EntityManager, messageId: string): Promise<void> {
  await em.query(
    `with posted as (
       insert into notify_message (kind, person_id, entity, entity_id, sequence, minutes, due_at, next_at, demo)
       select kind, person_id, entity, entity_id, sequence, minutes, due_at, due_at, demo from notify_message m
        where m.id = $1 and not exists (
              select from notify_message o
               where (o.kind, o.person_id, o.entity_id, o.sequence, o.minutes) = (m.kind, m.person_id, m.entity_id, m.sequence, m.minutes)
                 and o.channel <> 'app' and o.id <> m.id and o.state in ('queued', 'sending', 'sent', 'delivered'))
       on conflict on constraint notify_message_once do nothing)
     select pg_notify($2, '')`,
    [messageId, outboxChannel],
  );
}

/**
 * The sequence of the newest letter of these kinds, about the same, that its reader was handed beside this one, on any way:
 * what she knows. One that may have arrived counts. `null`: she was told nothing.
 */
export async function lastTold(
  em: EntityManager,
  { kind, personId, entityId, sequence, minutes }: NotifyMessage,
  kinds: readonly MessageKind[],
): Promise<number | null> {
  const [row]: { told: number | null }[] = await em.query(
    `select max(sequence) as told from notify_message
      where person_id = $1 and entity_id = $2 and kind = any($3) and sequence <= $4
        and (kind, sequence, minutes) <> ($5, $4, $6) and state in ('sending', 'sent', 'delivered')`,
    [personId, entityId, kinds, sequence, kind, minutes],
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

/**
 * Of the letters of this kind to this person about one of these: one that has not begun to go out on any way, and will not
 * before this transaction is over. What it says is made then.
 */
export async function unsentOf(
  em: EntityManager,
  { kind, personId, entityIds }: { kind: MessageKind; personId: PersonId; entityIds: readonly string[] },
): Promise<string | null> {
  const rows: { entityId: string; state: string }[] = await em.query(
    `select entity_id as "entityId", state from notify_message
      where kind = $1 and person_id = $2 and entity_id = any($3::uuid[]) order by id for update`,
    [kind, personId, entityIds],
  );
  const begun = new Set(rows.flatMap(({ entityId, state }) => (state === 'queued' ? [] : [entityId])));
  return rows.find(({ entityId }) => !begun.has(entityId))?.entityId ?? null;
}
