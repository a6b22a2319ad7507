import { Inject, Injectable } from '@nestjs/common';
import { makeLinks, readPeople } from '@okaeri/access';
import type { NewLink, Person } from '@okaeri/access';
import type { InstitutionId, PersonId } from '@okaeri/contracts';
import { Database, Gathered } from '@okaeri/platform';
import { readInstitutions } from './door/institutions';
import type { InstitutionRow } from './door/institutions';

/** What mails are made of, read for all that are made at the same time in one statement each. */
@Injectable()
export class LetterReads {
  readonly #people: Gathered<PersonId, Person>;
  readonly #institutions: Gathered<InstitutionId, InstitutionRow>;
  readonly #links: Gathered<NewLink, string>;

  constructor(@Inject(Database) db: Database) {
    this.#people = new Gathered((ids) => readPeople(db.manager, ids));
    this.#institutions = new Gathered((ids) => readInstitutions(db.manager, ids));
    this.#links = new Gathered((links) => makeLinks(db.manager, links));
  }

  person(id: PersonId): Promise<Person | undefined> {
    return this.#people.ask(id);
  }

  /** By id; ids of nobody are left out. */
  async people(ids: readonly PersonId[]): Promise<Map<PersonId, Person>> {
    const people = await Promise.all([...new Set(ids)].map((id) => this.person(id)));
    return new Map(people.flatMap((person) => (person ? [[person.id, person] as const] : [])));
  }

  institution(id: InstitutionId): Promise<InstitutionRow | undefined> {
    return this.#institutions.ask(id);
  }

  /** The token of a way in that is made now. */
  async link(link: NewLink): Promise<string> {
    return (await this.#links.ask(link)) ?? '';
  }
}
