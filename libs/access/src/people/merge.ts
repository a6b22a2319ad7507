import { OkaeriError } from '@okaeri/contracts';
import type { PersonId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';
import { announcePerson } from './addresses';

interface Merging {
  from: PersonId;
  into: PersonId;
  by: PersonId;
  reason: string;
}

/**
 * Two records were one person. What hangs on the first hangs on the second from then on; the first stays as a name on what
 * it wrote, and leads to the second. Throws `person_merged` where either has been joined to another before, `overlap`
 * where both had a visit at one time.
 */
export async function mergePatients(em: EntityManager, { from, into, by, reason }: Merging): Promise<void> {
  if (from === into) throw new OkaeriError('conflict');
  const rows: { merged: boolean }[] = await em.query(
    'select merged_into is not null as merged from person where id = any($1::uuid[]) order by id for update',
    [[from, into]],
  );
  if (rows.length < 2) throw new OkaeriError('not_found');
  if (rows.some(({ merged }) => merged)) throw new OkaeriError('person_merged');
  const both = [from, into];
  await em.query('update episode set patient_id = $2 where patient_id = $1', both);
  await moveVisits(em, from, into);
  await moveRelations(em, from, into);
  await movePlans(em, from, into);
  await moveRecord(em, from, into);
  await em.query('update session set revoked_at = now() where person_id = $1 and revoked_at is null', [from]);
  await em.query(
    `update person kept set birth_date = coalesce(kept.birth_date, gone.birth_date), email = coalesce(kept.email, gone.email),
            phone = coalesce(kept.phone, gone.phone), name_kana = coalesce(kept.name_kana, gone.name_kana),
            sex = case when kept.sex = 'unknown' then gone.sex else kept.sex end, version = kept.version + 1
       from person gone where kept.id = $2 and gone.id = $1`,
    both,
  );
  await em.query('update person set merged_into = $2, version = version + 1 where id = $1', both);
  await em.query('insert into person_merge (from_id, into_id, by, reason) values ($1, $2, $3, $4)', [
    ...both,
    by,
    reason,
  ]);
  await announcePerson(em, from);
  await announcePerson(em, into);
}

async function moveVisits(em: EntityManager, from: PersonId, into: PersonId): Promise<void> {
  // Nobody sits in one visit twice.
  await em.query(
    `update seat set person_id = $2, version = version + 1
      where person_id = $1 and not exists (select 1 from seat other where other.visit_id = seat.visit_id and other.person_id = $2)`,
    [from, into],
  );
  try {
    await em.query(
      `update claim set resource_id = $2
        where resource_id = $1 and not exists (select 1 from claim other where other.visit_id = claim.visit_id and other.resource_id = $2)`,
      [from, into],
    );
  } catch (error) {
    const { code } = ((error as { driverError?: unknown }).driverError ?? {}) as { code?: string };
    throw code === '23P01' ? new OkaeriError('overlap') : error;
  }
  await em.query(
    `update notify_message set person_id = $2
      where person_id = $1 and (state = 'queued' or channel = 'app') and not exists (
              select 1 from notify_message other
               where other.person_id = $2 and other.kind = notify_message.kind and other.entity_id = notify_message.entity_id
                 and other.sequence = notify_message.sequence and other.minutes = notify_message.minutes
                 and other.channel = notify_message.channel and other.target = notify_message.target)`,
    [from, into],
  );
}

/** Her hours, where the record that is kept has none of its own; what is hers to do, her browsers, and her calendars elsewhere. */
async function movePlans(em: EntityManager, from: PersonId, into: PersonId): Promise<void> {
  await em.query('update task set owner_id = $2, version = version + 1 where owner_id = $1', [from, into]);
  // The rules and days of a pattern hang on its row, and its key cannot be changed under them.
  const columns = 'zone, notice_minutes, buffer_minutes, per_day, good_from, good_to, holidays, version, changed_by';
  await em.query(
    `with kept as (
       insert into availability (resource_id, ${columns}) select $2, ${columns} from availability where resource_id = $1
       on conflict do nothing returning resource_id),
     rules as (update availability_rule set resource_id = $2 where resource_id = $1 and exists (select from kept))
     update availability_day set resource_id = $2 where resource_id = $1 and exists (select from kept)`,
    [from, into],
  );
  await em.query('delete from availability where resource_id = $1', [from]);
  await em.query('update calendar_link set person_id = $2 where person_id = $1', [from, into]);
  await em.query('delete from calendar_feed where person_id = $1', [from]);
  await em.query('update push_subscription set person_id = $2 where person_id = $1', [from, into]);
  // What she let a browser show under the one name it goes on showing under the other.
  await em.query(
    `update person kept set channels = kept.channels || '{push}'::text[] from person gone
      where kept.id = $2 and gone.id = $1 and 'push' = any(gone.channels) and not 'push' = any(kept.channels)`,
    [from, into],
  );
  await em.query('update busy_time set person_id = $2 where person_id = $1', [from, into]);
}

/** What both had brought stays twice, under two names: nobody says here which of the two is right. */
async function moveRecord(em: EntityManager, from: PersonId, into: PersonId): Promise<void> {
  await em.query(
    `update fhir_import i set patient_id = $2, sha256 = case when exists (
              select from fhir_import other where other.patient_id = $2 and other.sha256 = i.sha256)
            then i.sha256 || ' of ' || $1::uuid::text else i.sha256 end
      where patient_id = $1`,
    [from, into],
  );
  await em.query(
    `update fhir_resource r set patient_id = $2, source = case when exists (
              select from fhir_resource other
               where other.patient_id = $2 and other.type = r.type and other.source = r.source)
            then r.source || ' of ' || $1::uuid::text else r.source end
      where patient_id = $1`,
    [from, into],
  );
  await em.query('update record_upload set patient_id = $2 where patient_id = $1', [from, into]);
  await em.query(
    `update imaging_study t set patient_id = $2, uid = case when exists (
              select from imaging_study other where other.patient_id = $2 and other.uid = t.uid)
            then t.uid || ' of ' || $1::uuid::text else t.uid end
      where patient_id = $1`,
    [from, into],
  );
  // Whose it is stands in what the house itself has told of files and pictures.
  await em.query(
    `update fhir_resource set body = replace(body::text, $1::text, $2::text)::jsonb
      where patient_id = $2::uuid and strpos(body::text, $1::text) > 0`,
    [from, into],
  );
  // An emergency goes on, and its review.
  await em.query('update break_glass set patient_id = $2 where patient_id = $1', [from, into]);
  await moveSeen(em, from, into);
  // What was kept from somebody under either name stays kept from her: the narrower of two, and links end.
  await mergeConsents(em, from, into);
  await em.query('update health_link set ended_at = coalesce(ended_at, now()), patient_id = $2 where patient_id = $1', [
    from,
    into,
  ]);
}

/** What she has read she has read. */
async function moveSeen(em: EntityManager, from: PersonId, into: PersonId): Promise<void> {
  await em.query(
    `update note_read set person_id = $2 where person_id = $1 and not exists (
       select from note_read other
        where other.person_id = $2 and other.note_id = note_read.note_id and other.number = note_read.number)`,
    [from, into],
  );
  await em.query(
    `update thread_seen set person_id = $2 where person_id = $1 and not exists (
       select from thread_seen other where other.person_id = $2 and other.episode_id = thread_seen.episode_id)`,
    [from, into],
  );
}

async function mergeConsents(em: EntityManager, from: PersonId, into: PersonId): Promise<void> {
  await em.query(
    `update consent kept set categories = array(select unnest(kept.categories) intersect select unnest(gone.categories))
       from consent gone
      where kept.patient_id = $2 and gone.patient_id = $1 and kept.ended_at is null and gone.ended_at is null
        and kept.kind = gone.kind and kept.purpose = gone.purpose and kept.role is not distinct from gone.role
        and kept.person_id is not distinct from gone.person_id
        and kept.institution_id is not distinct from gone.institution_id`,
    [from, into],
  );
  await em.query(
    `update consent gone set patient_id = $2, ended_at = case when exists (
              select from consent kept
               where kept.patient_id = $2 and kept.ended_at is null and kept.kind = gone.kind
                 and kept.purpose = gone.purpose and kept.role is not distinct from gone.role
                 and kept.person_id is not distinct from gone.person_id
                 and kept.institution_id is not distinct from gone.institution_id)
            then coalesce(gone.ended_at, now()) else gone.ended_at end
      where patient_id = $1`,
    [from, into],
  );
}

async function moveRelations(em: EntityManager, from: PersonId, into: PersonId): Promise<void> {
  await em.query('update care_relation set patient_id = $2 where patient_id = $1', [from, into]);
  await em.query(
    `update invitation set person_id = $2
      where person_id = $1 and not exists (
              select 1 from invitation other
               where other.person_id = $2 and other.role = invitation.role
                 and other.institution_id is not distinct from invitation.institution_id
                 and other.redeemed_at is null and other.revoked_at is null)`,
    [from, into],
  );
  await em.query(
    'update invitation set revoked_at = now() where person_id = $1 and redeemed_at is null and revoked_at is null',
    [from],
  );
}
