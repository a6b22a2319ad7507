import { Person, localized, nameFor } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import { readThings } from '@okaeri/care';
import { OkaeriError, staffRoles } from '@okaeri/contracts';
import type {
  InstitutionId,
  InvitationRole,
  InvitationState,
  InvitationView,
  PeoplePage,
  PersonId,
  PersonRow,
  StaffRole,
} from '@okaeri/contracts';
import { deliveriesOf } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { Temporal, clockWords, toInstant } from '@okaeri/words/time';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Reader } from './reader';

/** Whom somebody may ask to come, by what she is there herself. */
export function mayInvite(roles: readonly StaffRole[], steward: boolean): StaffRole[] {
  if (steward || roles.includes('administrator')) return [...staffRoles];
  return roles.includes('coordinator') ? ['interpreter'] : [];
}

interface InvitationRow {
  id: string;
  personId: PersonId;
  role: InvitationRole;
  expiresAt: Date;
  redeemed: boolean;
  revoked: boolean;
}

/** Of an institution: people in the order of their names, and invitations that somebody may still want to look at. */
export async function peopleOf(
  em: EntityManager,
  reader: Reader,
  institutionId: string,
  mailSet: boolean,
): Promise<PeoplePage> {
  const [institution, working, invitations, things] = await Promise.all([
    readInstitution(em, institutionId, reader),
    readWorking(em, institutionId),
    readInvitations(em, institutionId),
    readThings(em, institutionId as InstitutionId),
  ]);
  const ids = [...working.keys(), ...invitations.map(({ personId }) => personId)];
  const people = new Map((await em.findBy(Person, { id: In(ids) })).map((person) => [person.id, person]));
  const deliveries = await deliveriesOf(
    em,
    invitations.map(({ id }) => id),
    reader,
  );
  const rowOf = (person: Person) => personRow(person, working.get(person.id) ?? [], reader);
  const own = working.get(reader.personId) ?? [];
  return {
    institution,
    people: [...working.keys()]
      .flatMap((id) => people.get(id) ?? [])
      .sort((a, b) => a.nameLatin.localeCompare(b.nameLatin))
      .map(rowOf),
    invitations: invitations.flatMap((row): InvitationView[] => {
      const person = people.get(row.personId);
      if (!person) return [];
      const { entityId: _, ...delivery } = deliveries.find(({ entityId }) => entityId === row.id) ?? { entityId: '' };
      return [
        {
          invitationId: row.id,
          person: rowOf(person),
          role: row.role,
          state: stateOf(row, reader),
          expiresWords: expiresWords(row, reader),
          delivery: 'messageId' in delivery ? delivery : null,
        },
      ];
    }),
    things,
    mayInvite: mayInvite(own, reader.person.steward),
    mayEnd: reader.person.steward || own.includes('administrator'),
    mailSet,
  };
}

function personRow(person: Person, roles: StaffRole[], { locale }: Reader): PersonRow {
  const { id, email, emailState, place, languages, licence, licenceCountry } = person;
  return {
    personId: id,
    name: nameFor(person, locale),
    ...{ roles, email, emailState, languages },
    place: localized(place, locale),
    licence: licence && licenceCountry ? `${licenceCountry} ${licence}` : licence,
  };
}

function stateOf({ redeemed, revoked, expiresAt }: InvitationRow, { now }: Reader): InvitationState {
  if (redeemed) return 'accepted';
  if (revoked) return 'withdrawn';
  return Temporal.Instant.compare(toInstant(expiresAt), now) > 0 ? 'open' : 'expired';
}

function expiresWords({ expiresAt }: InvitationRow, { zone, place, locale, now }: Reader): string {
  const { date } = clockWords({ instant: toInstant(expiresAt), zone, place, locale, now });
  return say(locale, 'people.invitation.until', { date });
}

async function readInstitution(em: EntityManager, id: string, { locale }: Reader): Promise<PeoplePage['institution']> {
  const rows: {
    name: Localized;
    city: Localized;
    country: string;
    zone: string;
    phone: string;
    email: string | null;
  }[] = await em.query('select name, city, country, zone, phone, email from institution where id = $1', [id]);
  const [row] = rows;
  if (!row) throw new OkaeriError('not_found');
  return { ...row, institutionId: id, name: localized(row.name, locale), city: localized(row.city, locale) };
}

async function readWorking(em: EntityManager, institutionId: string): Promise<Map<PersonId, StaffRole[]>> {
  const rows: { personId: PersonId; roles: StaffRole[] }[] = await em.query(
    `select person_id as "personId", array_agg(role order by role) as roles from membership
      where institution_id = $1 and revoked_at is null group by person_id`,
    [institutionId],
  );
  return new Map(rows.map(({ personId, roles }) => [personId, roles]));
}

/** Of staff: those that are open, and what became of the others within a month. */
function readInvitations(em: EntityManager, institutionId: string): Promise<InvitationRow[]> {
  return em.query(
    `select id, person_id as "personId", role, expires_at as "expiresAt", redeemed_at is not null as redeemed,
            revoked_at is not null as revoked
       from invitation
      where institution_id = $1 and role <> 'patient' and redeemed_at is null
        and (revoked_at is null or revoked_at > now() - interval '30 days')
      order by created_at desc limit 200`,
    [institutionId],
  );
}
