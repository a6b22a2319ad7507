import { OkaeriError } from '@okaeri/contracts';
import type { InstitutionId, InvitationRole, PersonId, StaffInvitation } from '@okaeri/contracts';
import { announce, emit } from '@okaeri/platform';
import { isZone, now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { hashOf } from '../links/token';
import { announcePerson } from './addresses';

/** How long somebody may think it over. */
const openDays = 14;

/** Throws `zone_unknown`, with the field that says so. */
export function requireZone(zone: string): void {
  if (!isZone(zone)) throw new OkaeriError('zone_unknown', {}, { fields: [{ path: 'zone', code: 'zone_unknown' }] });
}

/** Until the end of this transaction nobody else gives this address to anybody. */
export async function holdAddress(em: EntityManager, email: string): Promise<void> {
  await em.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [hashOf(`address ${email.toLowerCase()}`)]);
}

interface Known {
  id: PersonId;
  name: string;
  nameLatin: string;
}

/** Whose of the staff an address is, or was before she came. */
async function staffWith(em: EntityManager, email: string): Promise<Known | null> {
  const rows: Known[] = await em.query(
    `select p.id, p.name, p.name_latin as "nameLatin" from person p
      where lower(p.email) = lower($1) and p.merged_into is null
        and (p.steward or exists (select 1 from membership m where m.person_id = p.id)
             or exists (select 1 from invitation i where i.person_id = p.id and i.role <> 'patient' and i.revoked_at is null))
      limit 1`,
    [email],
  );
  return rows[0] ?? null;
}

const alike = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * Asks somebody to work at an institution. Asked again, it is the same invitation with a new term. Throws `email_taken`
 * where the address is another person's, `conflict` where she is that already.
 */
export async function inviteStaff(
  em: EntityManager,
  form: StaffInvitation,
  by: { personId: PersonId; demo: boolean },
): Promise<{ invitationId: string; personId: PersonId }> {
  requireZone(form.zone);
  await holdAddress(em, form.email);
  const known = await staffWith(em, form.email);
  if (known && !alike(known.name, form.name) && !alike(known.nameLatin, form.nameLatin)) {
    throw new OkaeriError('email_taken', {}, { fields: [{ path: 'email', code: 'email_taken' }] });
  }
  const personId = known?.id ?? (await newStaff(em, form, by.demo));
  const working: unknown[] = await em.query(
    'select 1 from membership where person_id = $1 and institution_id = $2 and role = $3 and revoked_at is null',
    [personId, form.institutionId, form.role],
  );
  if (working.length > 0) throw new OkaeriError('conflict');
  const institutionId = form.institutionId as InstitutionId;
  const invitationId = await invite(em, { personId, institutionId, role: form.role, by: by.personId, demo: by.demo });
  return { invitationId, personId };
}

async function newStaff(em: EntityManager, form: StaffInvitation, demo: boolean): Promise<PersonId> {
  const { name, nameLatin, nameKana, language, zone, email, languages, licence, licenceCountry, institutionId } = form;
  const rows: { id: PersonId }[] = await em.query(
    `insert into person (name, name_latin, name_kana, language, zone, place, country, email, languages, licence,
                         licence_country, demo)
     select $2, $3, $4, $5, $6, i.city, i.country, $7, $8, $9, $10, $11 from institution i where i.id = $1
     returning id`,
    [institutionId, name, nameLatin, nameKana, language, zone, email, languages, licence, licenceCountry, demo],
  );
  if (!rows[0]) throw new OkaeriError('not_found');
  return rows[0].id;
}

/** One open invitation for a person, a place and a role; its mail is on its way. */
export async function invite(
  em: EntityManager,
  asked: {
    personId: PersonId;
    institutionId: InstitutionId | null;
    role: InvitationRole;
    by: PersonId | null;
    demo: boolean;
  },
): Promise<string> {
  const { personId, institutionId, role, by, demo } = asked;
  const where = institutionId
    ? '(person_id, institution_id, role) where redeemed_at is null and revoked_at is null'
    : '(person_id, role) where institution_id is null and redeemed_at is null and revoked_at is null';
  const rows: { id: string }[] = await em.query(
    `insert into invitation (person_id, institution_id, role, invited_by, expires_at, demo)
     values ($1, $2, $3, $4, $5, $6)
     on conflict ${where} do update set expires_at = excluded.expires_at, invited_by = excluded.invited_by
     returning id`,
    [personId, institutionId, role, by, toIso(now().add({ hours: 24 * openDays })), demo],
  );
  const invitationId = rows[0]?.id ?? '';
  await emit(em, 'person.invited', { invitationId });
  await announcePerson(em, personId);
  return invitationId;
}

interface Held {
  personId: PersonId;
  institutionId: InstitutionId | null;
  redeemed: boolean;
  revoked: boolean;
}

async function held(em: EntityManager, invitationId: string): Promise<Held> {
  const rows: Held[] = await em.query(
    `select person_id as "personId", institution_id as "institutionId", redeemed_at is not null as redeemed,
            revoked_at is not null as revoked
       from invitation where id = $1 for update`,
    [invitationId],
  );
  const [row] = rows;
  if (!row) throw new OkaeriError('not_found');
  if (row.redeemed) throw new OkaeriError('conflict');
  return row;
}

/** Writes to her once more; the term begins anew. */
export async function inviteAgain(em: EntityManager, invitationId: string): Promise<void> {
  const { personId, revoked } = await held(em, invitationId);
  if (revoked) throw new OkaeriError('invitation_withdrawn');
  await em.query('update invitation set expires_at = $2 where id = $1', [
    invitationId,
    toIso(now().add({ hours: 24 * openDays })),
  ]);
  await emit(em, 'person.invited', { invitationId });
  await announcePerson(em, personId);
}

/** Takes an invitation back; its links open nothing any more. */
export async function withdrawInvitation(em: EntityManager, invitationId: string): Promise<void> {
  const { personId, institutionId } = await held(em, invitationId);
  await em.query('update invitation set revoked_at = coalesce(revoked_at, now()) where id = $1', [invitationId]);
  await em.query('update access_link set revoked_at = now() where invitation_id = $1 and revoked_at is null', [
    invitationId,
  ]);
  await announcePerson(em, personId);
  if (institutionId) await announce(em, { topic: 'institution', id: institutionId, version: now().epochMilliseconds });
}
