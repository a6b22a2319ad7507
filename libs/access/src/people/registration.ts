import { OkaeriError } from '@okaeri/contracts';
import type { Locale, PatientChange, PatientDetails, PatientForm, PersonId } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { readPerson } from '../people';
import { Person } from '../people.entities';
import { announcePerson } from './addresses';
import { requireZone } from './invitations';
import { findMatches } from './matching';
import type { Match } from './matching';

/** A registration that meets somebody who is there already, and has not said whether it is she. */
export class DuplicatesFound extends Error {
  constructor(readonly matches: readonly Match[]) {
    super('duplicates found');
  }
}

interface Registering {
  /** Where the asker looks after patients; only theirs are compared. */
  institutionIds: readonly string[];
  by: PersonId;
  language: Locale;
  demo: boolean;
}

/** Somewhere it is the next day already, and a child may be born there. */
const latestZone = 'Pacific/Kiritimati';

/** Throws `zone_unknown`, `birth_date_future`, each with its field. */
function requireSense({ zone, birthDate }: Pick<PatientForm, 'zone' | 'birthDate'>): void {
  requireZone(zone);
  const today = now().toZonedDateTimeISO(latestZone).toPlainDate().toString();
  if (birthDate <= today) return;
  const fields = [{ path: 'birthDate', code: 'birth_date_future' }];
  throw new OkaeriError('birth_date_future', {}, { fields });
}

/**
 * Writes a patient, or finds the one whom the asker has said it is. Somebody alike is never taken for her silently, and
 * never passed over: `DuplicatesFound` names everybody who has not been decided about.
 */
export async function registerPerson(
  em: EntityManager,
  form: PatientForm,
  { institutionIds, by, language, demo }: Registering,
): Promise<PersonId> {
  requireSense(form);
  // Two who register the same person at once: the second meets what the first has written.
  const places = institutionIds.toSorted();
  await em.query('select id from institution where id = any($1::uuid[]) order by id for no key update', [places]);
  const matches = await findMatches(em, form, { institutionIds });
  const { decision } = form;
  if (decision?.kind === 'same') {
    if (!matches.some(({ personId }) => personId === decision.personId)) throw new DuplicatesFound(matches);
    return takeUp(em, decision.personId as PersonId, form);
  }
  const others = decision?.personIds ?? [];
  const undecided = matches.filter(({ personId }) => !others.includes(personId));
  if (undecided.length > 0) throw new DuplicatesFound(undecided);
  const personId = await newPatient(em, form, language, demo);
  for (const match of matches) await rememberDifference(em, personId, match.personId, by);
  return personId;
}

/** What was not on file is kept; what was is not overwritten by a second registration. */
async function takeUp(em: EntityManager, personId: PersonId, form: PatientForm): Promise<PersonId> {
  await em.query(
    `update person set birth_date = coalesce(birth_date, $2::date), email = coalesce(email, $3),
            phone = coalesce(phone, $4), name_kana = coalesce(name_kana, $5), version = version + 1
      where id = $1`,
    [personId, form.birthDate, form.email, form.phone, form.nameKana],
  );
  return personId;
}

async function newPatient(em: EntityManager, form: PatientForm, language: Locale, demo: boolean): Promise<PersonId> {
  const { name, nameLatin, nameKana, birthDate, sex, place, country, zone, email, phone } = form;
  const made = await em.save(
    em.create(Person, {
      ...{ name, nameLatin, nameKana, birthDate, sex, country, zone, email, phone, demo },
      language: form.language,
      // Under the writer's language, and her own: the name of a town is the same for both until somebody says otherwise.
      place: { [language]: place, [form.language]: place },
    }),
  );
  return made.id;
}

export async function rememberDifference(
  em: EntityManager,
  one: PersonId,
  other: PersonId,
  by: PersonId,
): Promise<void> {
  await em.query(
    `insert into patient_difference (a, b, by) values (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3)
     on conflict do nothing`,
    [one, other, by],
  );
}

/** Mends what is on file. Throws `version_changed` where somebody else has done so since the page was opened. */
export async function changePatient(
  em: EntityManager,
  personId: PersonId,
  change: PatientChange,
  language: Locale,
): Promise<PatientDetails> {
  requireSense(change);
  const { version, place, email, ...values } = change;
  const person = await em.findOne(Person, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
  if (!person) throw new OkaeriError('not_found');
  if (person.mergedInto) throw new OkaeriError('person_merged');
  if (person.version !== version) throw new OkaeriError('version_changed', {}, { version: person.version });
  const sameAddress = (person.email ?? '').toLowerCase() === (email ?? '').toLowerCase();
  await em.update(
    Person,
    { id: personId },
    {
      ...values,
      email,
      // A new address has not been tried yet.
      emailState: sameAddress ? person.emailState : 'unknown',
      place: { ...person.place, [language]: place, [values.language]: place },
      version: version + 1,
    },
  );
  await announcePerson(em, personId);
  return patientDetails(em, personId, language);
}

export async function patientDetails(em: EntityManager, personId: PersonId, language: Locale): Promise<PatientDetails> {
  const person = await readPerson(em, personId);
  if (!person) throw new OkaeriError('not_found');
  const { id, name, nameLatin, nameKana, birthDate, sex, country, zone, email, phone, version } = person;
  return {
    personId: id,
    ...{ name, nameLatin, nameKana, birthDate, sex, country, zone, email, phone, version },
    place: person.place[language] ?? Object.values(person.place)[0] ?? '',
    language: person.language,
  };
}
