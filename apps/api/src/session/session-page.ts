import { Inject, Injectable } from '@nestjs/common';
import { nameFor, localized, readPerson, rolesOf } from '@okaeri/access';
import type { Actor } from '@okaeri/access';
import type { Locale, SessionPage, StaffRole } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { toIso } from '@okaeri/words/time';
import type { Request } from 'express';
import { DemoDoor } from '../demo/demo-door';
import { version } from '../env';

/** Who is signed in, and what the first page needs to know before it shows anything. */
@Injectable()
export class SessionPages {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(DemoDoor) private readonly door: DemoDoor,
  ) {}

  async page(actor: Actor | null, request: Request): Promise<SessionPage> {
    const demo = this.door.describe(request);
    if (!actor) {
      const nobody = { me: null, scope: null, welcomeNeeded: false, steward: false, renewAt: null };
      return { ...nobody, demo, version, empty: !demo && (await this.#isEmpty()) };
    }
    return {
      me: await this.#me(actor),
      ...(await this.#standing(actor)),
      demo,
      version,
      scope: actor.scope,
      renewAt: toIso(actor.renewAt),
      empty: false,
    };
  }

  /** An installation that nobody has come to yet: the page then tells the command that invites the first. */
  async #isEmpty(): Promise<boolean> {
    const rows: unknown[] = await this.db.manager.query('select 1 from person limit 1');
    return rows.length === 0;
  }

  async #standing({ personId, scope }: Actor): Promise<{ steward: boolean; welcomeNeeded: boolean }> {
    const rows: { steward: boolean; new: boolean }[] = await this.db.manager.query(
      `select p.steward, p.welcomed_at is null and exists (
                select 1 from invitation i where i.person_id = p.id and i.redeemed_at is not null) as new
         from person p where p.id = $1`,
      [personId],
    );
    return { steward: rows[0]?.steward ?? false, welcomeNeeded: scope === null && (rows[0]?.new ?? false) };
  }

  async #me(actor: Actor): Promise<SessionPage['me']> {
    const em = this.db.manager;
    const [person, roles] = await Promise.all([readPerson(em, actor.personId), rolesOf(em, actor.personId)]);
    if (!person) return null;
    return {
      personId: person.id,
      name: nameFor(person, person.language),
      language: person.language,
      zone: person.zone,
      place: localized(person.place, person.language),
      roles,
      institutions: await this.#institutions(person.id, person.language),
      demo: person.demo,
    };
  }

  async #institutions(personId: string, language: Locale) {
    const rows: {
      id: string;
      name: Partial<Record<Locale, string>>;
      country: string;
      zone: string;
      roles: StaffRole[];
    }[] = await this.db.manager.query(
      `select i.id, i.name, i.country, i.zone, array_agg(m.role::text order by m.role) as roles
         from membership m join institution i on i.id = m.institution_id
         where m.person_id = $1 and m.revoked_at is null group by i.id`,
      [personId],
    );
    return rows
      .map(({ id, name, country, zone, roles }) => ({
        institutionId: id,
        name: localized(name, language),
        country,
        zone,
        roles,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
