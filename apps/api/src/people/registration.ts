import { Inject, Injectable } from '@nestjs/common';
import {
  DuplicatesFound,
  invite,
  matchesOf,
  nameFor,
  localized,
  readMemberships,
  readPeople,
  registerPerson,
} from '@okaeri/access';
import type { Actor, Match } from '@okaeri/access';
import { openEpisode } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { Duplicate, InstitutionId, Locale, PatientForm, PatientRegistered, PersonId } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';

/** Where somebody looks after patients. */
export async function caredFor(em: EntityManager, personId: PersonId): Promise<InstitutionId[]> {
  const memberships = await readMemberships(em, personId);
  const own = memberships.filter(({ role }) => role === 'coordinator' || role === 'administrator');
  return [...new Set(own.map(({ institutionId }) => institutionId))];
}

/** As the one who decides sees them. */
export async function duplicatesFor(
  em: EntityManager,
  matches: readonly Match[],
  locale: Locale,
): Promise<Duplicate[]> {
  const people = await readPeople(
    em,
    matches.map(({ personId }) => personId),
  );
  return matches.flatMap(({ personId, why }) => {
    const person = people.get(personId);
    if (!person) return [];
    const { birthDate, place } = person;
    return [{ personId, name: nameFor(person, locale, 'patient'), birthDate, place: localized(place, locale), why }];
  });
}

/** Of a patient who is on file: who else of the reader's patients may be she. */
export async function duplicatesOf(
  em: EntityManager,
  patientId: PersonId,
  reader: { personId: PersonId; locale: Locale },
): Promise<Duplicate[]> {
  const matches = await matchesOf(em, patientId, await caredFor(em, reader.personId));
  return duplicatesFor(em, matches, reader.locale);
}

/** A patient and her episode, in one piece: `access` writes the person, `care` what she was treated for. */
@Injectable()
export class Registration {
  constructor(@Inject(Database) private readonly db: Database) {}

  async register(em: EntityManager, form: PatientForm, actor: Actor): Promise<PatientRegistered> {
    const { language, demo, personId: by } = actor;
    const institutionId = form.episode.institutionId as InstitutionId;
    const institutionIds = await caredFor(em, by);
    const personId = await registerPerson(em, form, { institutionIds, by, language, demo });
    const { title, treatment, treatedFrom, treatedTo, team } = form.episode;
    const episodeId = await openEpisode(em, {
      patientId: personId,
      institutionId,
      title: { [language]: title },
      ...{ treatment, treatedFrom, treatedTo, by, demo },
      team: team as PersonId[],
    });
    const invited = form.invite && (await this.#invite(em, personId, institutionId, actor));
    return { personId, episodeId, invited };
  }

  /** Throws `duplicate_found` in place of what was found, with the records side by side for the one who decides. */
  async tellDuplicates<T>(work: Promise<T>, locale: Locale): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof DuplicatesFound)) throw error;
      const duplicates = await duplicatesFor(this.db.manager, error.matches, locale);
      throw new OkaeriError('duplicate_found', {}, { duplicates });
    }
  }

  async #invite(em: EntityManager, personId: PersonId, institutionId: InstitutionId, actor: Actor): Promise<boolean> {
    await invite(em, { personId, institutionId, role: 'patient', by: actor.personId, demo: actor.demo });
    return true;
  }
}
