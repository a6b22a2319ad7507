import { createHash, randomUUID } from 'node:crypto';
import type { PersonId, VisitId } from '@okaeri/contracts';
import type { ActorName } from './access-table';
import { actors } from './access-table';
import type { Somebody } from './socket-world';
import type { SocketWorld } from './socket-world';
import type { EntityManager } from 'typeorm';

/** One visit, and somebody for every column of the table. */
export interface Cast {
  visitId: VisitId;
  patientId: PersonId;
  people: Record<ActorName, Somebody | null>;
  /** What else can be asked about: all of it hangs on the visit's patient and hospital. */
  ids: {
    institutionId: string;
    episodeId: string;
    invitationId: string;
    otherPatientId: string;
    seatId: string;
    fileId: string;
    messageId: string;
    /** Whose hours are asked about: the physician's. */
    resourceId: string;
    thingId: string;
    /** Written by hand, for the coordinators. */
    taskId: string;
    /** The patient's place on the list of the physician. */
    waitlistId: string;
    /** An emergency of the physician, not reviewed yet. */
    glassId: string;
    /** Of the patient, not answered yet. */
    questionId: string;
  };
}

export async function castOf(world: SocketWorld): Promise<Cast> {
  const { visitId, institutionId, patient, physician, others } = await world.visit({
    others: ['interpreter', 'interpreter', 'physician'],
  });
  const [interpreter, removed, revoked] = others as [Somebody, Somebody, Somebody];
  const elsewhere = await world.visit();
  const cast: Cast = {
    visitId,
    patientId: patient.id,
    people: {
      patient,
      physician,
      interpreter,
      related: await world.staff(institutionId, 'coordinator'),
      foreign: elsewhere.patient,
      foreignStaff: elsewhere.physician,
      removed,
      revoked,
      signedOut: { ...patient, cookie: await anotherSession(world, patient) },
      anonymous: null,
    },
    ids: {
      ...{ institutionId, episodeId: await episodeOf(world, visitId), otherPatientId: elsewhere.patient.id },
      ...{ invitationId: randomUUID(), fileId: randomUUID(), messageId: randomUUID() },
      ...{ resourceId: physician.id, thingId: randomUUID(), taskId: randomUUID(), waitlistId: randomUUID() },
      ...{ glassId: randomUUID(), questionId: randomUUID() },
      seatId: String((await world.seat(visitId, interpreter))['id']),
    },
  };
  // A second patient of the same hospital, who may be the same person.
  await world.data.query(`insert into episode (patient_id, institution_id, title) values ($1, $2, '{"en": "Other"}')`, [
    cast.ids.otherPatientId,
    institutionId,
  ]);
  await reset(world, cast);
  return cast;
}

async function episodeOf(world: SocketWorld, visitId: VisitId): Promise<string> {
  const rows: { episode_id: string }[] = await world.data.query('select episode_id from visit where id = $1', [
    visitId,
  ]);
  return rows[0]?.episode_id ?? '';
}

/** A second session of the same person, ended. */
async function anotherSession(world: SocketWorld, { id }: Somebody): Promise<string> {
  const other = await world.person();
  await world.data.query('update session set person_id = $1, revoked_at = now() where id = $2', [id, other.sessionId]);
  await world.data.query('delete from person where id = $1', [other.id]);
  return other.cookie;
}

/** As if nobody had done anything yet. */
export async function reset(world: SocketWorld, cast: Cast): Promise<void> {
  const { visitId, people } = cast;
  const staff = actors.flatMap((actor) => people[actor]?.id ?? []);
  await world.data.transaction(async (em) => {
    await em.query(`update visit set status = 'booked', cancelled_by = null, cancelled_reason = null where id = $1`, [
      visitId,
    ]);
    await em.query(
      `update seat set state = case when person_id = $2 then 'removed' else 'invited' end, admitted_at = null,
              waiting_since = null, joined_at = null, connection = null, token_hash = null, lease_until = null,
              confirmed_at = null, declined_at = null
        where visit_id = $1`,
      [visitId, people.removed?.id],
    );
    await em.query('delete from arrival where seat_id in (select id from seat where visit_id = $1)', [visitId]);
    for (const actor of actors) {
      const { sessionId, cookie } = people[actor] ?? {};
      if (!sessionId || actor === 'signedOut') continue;
      // The token may have been turned since.
      const hash = createHash('sha256')
        .update(cookie?.split('=')[1] ?? '')
        .digest('hex');
      await em.query('update session set revoked_at = null, token_hash = $2, previous_hash = null where id = $1', [
        sessionId,
        hash,
      ]);
    }
    await resetPeople(em, cast);
    await em.query(
      `update membership set revoked_at = case when person_id = $2 then now() end where person_id = any($1::uuid[])`,
      [staff, people.revoked?.id],
    );
  });
}

/** People, invitations and records, as if nobody had done anything yet. */
async function resetPeople(em: EntityManager, { patientId, visitId, people, ids }: Cast): Promise<void> {
  await em.query(`update person set version = 1, email = 'patient@canary.example' where id = $1`, [patientId]);
  await em.query(
    `delete from person where name = 'New One' and not exists (select 1 from episode e where e.patient_id = person.id)`,
  );
  await em.query('delete from patient_difference');
  await em.query(
    `insert into invitation (id, person_id, institution_id, role, expires_at)
     values ($1, $2, $3, 'interpreter', now() + interval '1 day')
     on conflict (id) do update set revoked_at = null, redeemed_at = null`,
    [ids.invitationId, people.related?.id, ids.institutionId],
  );
  await em.query('delete from availability where resource_id = $1', [ids.resourceId]);
  await em.query(
    `insert into thing (id, institution_id, kind, name) values ($1, $2, 'room', 'Video room')
     on conflict (id) do update set retired_at = null`,
    [ids.thingId, ids.institutionId],
  );
  await em.query(
    `insert into task (id, episode_id, visit_id, source, kind, title, owner_role, due_at)
     values ($1, $2, $3, 'coordinator', 'coordinator', 'Send the report', 'coordinator', '2031-06-01')
     on conflict (id) do update set state = 'open', done_by = null`,
    [ids.taskId, ids.episodeId, visitId],
  );
  await em.query(
    `insert into break_glass (id, patient_id, institution_id, person_id, reason, at, until)
     values ($1, $2, $3, $4, 'Brought in unconscious', now(), now() + interval '1 hour')
     on conflict (id) do update set reviewed_by = null, reviewed_at = null, justified = null`,
    [ids.glassId, patientId, ids.institutionId, people.physician?.id],
  );
  await em.query('delete from waitlist where episode_id = $1', [ids.episodeId]);
  await em.query(
    `insert into waitlist (id, episode_id, physician_id, minutes, earliest, latest)
     values ($1, $2, $3, 30, '2031-06-01', '2031-06-30')`,
    [ids.waitlistId, ids.episodeId, ids.resourceId],
  );
  await em.query(
    `insert into file (id, visit_id, episode_id, by_id, name, bytes, in_vault) values ($1, $2, $3, $4, 'knee.jpg', 100, true)
     on conflict (id) do update set state = 'receiving', received = 0`,
    [ids.fileId, visitId, ids.episodeId, patientId],
  );
  await em.query('delete from patient_question where episode_id = $1', [ids.episodeId]);
  await em.query(
    `insert into patient_question (id, episode_id, language, text, place) values ($1, $2, 'en', 'May I swim?', 0)`,
    [ids.questionId, ids.episodeId],
  );
  await em.query(
    `insert into thread_message (id, episode_id, by_id, language, text) values ($1, $2, $3, 'en', 'Hello')
     on conflict do nothing`,
    [ids.messageId, ids.episodeId, patientId],
  );
}

export interface Row {
  actor_id: string | null;
  permission: string;
  outcome: string;
  entity: string;
  entity_id: string | null;
  patient_id: string | null;
  via: string;
  request_id: string | null;
}

/** What the ledger has of one request. */
export function rowsOf(world: SocketWorld, requestId: string): Promise<Row[]> {
  return world.data.query('select * from ledger where request_id = $1 order by id', [requestId]);
}

/** What the ledger has since a row that was read before. */
export function rowsSince(world: SocketWorld, last: string): Promise<Row[]> {
  return world.data.query('select * from ledger where id > $1 order by id', [last]);
}

export async function lastRow(world: SocketWorld): Promise<string> {
  const [row] = (await world.data.query('select coalesce(max(id), 0) as id from ledger')) as { id: string }[];
  return row?.id ?? '0';
}
