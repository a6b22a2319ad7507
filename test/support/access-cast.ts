import type { PersonId, VisitId } from '@okaeri/contracts';
import type { ActorName } from './access-table';
import { actors } from './access-table';
import type { Somebody } from './socket-world';
import type { SocketWorld } from './socket-world';

/** One visit, and somebody for every column of the table. */
export interface Cast {
  visitId: VisitId;
  patientId: PersonId;
  people: Record<ActorName, Somebody | null>;
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
  };
  await reset(world, cast);
  return cast;
}

/** A second session of the same person, ended. */
async function anotherSession(world: SocketWorld, { id }: Somebody): Promise<string> {
  const other = await world.person();
  await world.data.query('update session set person_id = $1, revoked_at = now() where id = $2', [id, other.sessionId]);
  await world.data.query('delete from person where id = $1', [other.id]);
  return other.cookie;
}

/** As if nobody had done anything yet. */
export async function reset(world: SocketWorld, { visitId, people }: Cast): Promise<void> {
  const living = actors.filter((actor) => actor !== 'signedOut').flatMap((actor) => people[actor]?.sessionId ?? []);
  const staff = actors.flatMap((actor) => people[actor]?.id ?? []);
  await world.data.transaction(async (em) => {
    await em.query(`update visit set status = 'booked', cancelled_by = null, cancelled_reason = null where id = $1`, [
      visitId,
    ]);
    await em.query(
      `update seat set state = case when person_id = $2 then 'removed' else 'invited' end, admitted_at = null,
              waiting_since = null, joined_at = null, connection = null, token_hash = null, lease_until = null
        where visit_id = $1`,
      [visitId, people.removed?.id],
    );
    await em.query('delete from arrival where seat_id in (select id from seat where visit_id = $1)', [visitId]);
    await em.query('update session set revoked_at = null where id = any($1::uuid[])', [living]);
    await em.query(
      `update membership set revoked_at = case when person_id = $2 then now() end where person_id = any($1::uuid[])`,
      [staff, people.revoked?.id],
    );
  });
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
