import { Inject, Injectable } from '@nestjs/common';
import { localized, nameFor, readPeople, rolesOf } from '@okaeri/access';
import type { KnownLink, LetIn, Localized, Seen } from '@okaeri/access';
import { readVisit } from '@okaeri/care';
import type { VisitRecord } from '@okaeri/care';
import { doorOpensMinutes } from '@okaeri/contracts';
import type { LinkLook, Locale, SeatRole, SessionPage } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { Temporal, now } from '@okaeri/words/time';
import { personsOf, whenOf } from '../pages/card';

/** What is told of a link, and where it leads. */
@Injectable()
export class LinkPages {
  constructor(@Inject(Database) private readonly db: Database) {}

  async look({ link, state, signedInAs }: Seen, locale: Locale): Promise<LinkLook> {
    const { kind, visit, invitation, personId, email } = link;
    const told: LinkLook = {
      ...{ kind, state, signedInAs },
      for: null,
      institution: null,
      when: null,
      visitId: null,
      mailHint: state === 'confirm' ? hintOf(email) : null,
    };
    // What a link opens no more is told to nobody: it may have been forwarded since.
    if (state !== 'ready' && state !== 'confirm') return told;
    const em = this.db.manager;
    const record = visit ? await readVisit(em, visit.visitId) : null;
    const people = await readPeople(em, [personId, ...(record ? personsOf([record]) : [])]);
    const person = people.get(personId);
    if (!person) return told;
    const reader = { personId, person, locale, zone: person.zone, place: localized(person.place, locale), now: now() };
    return {
      ...told,
      // One is not polite to oneself, but the page is spoken to whoever holds the link: with the title she is known by.
      for: nameFor(person, locale, await this.#roleOf(link, record)),
      institution: record
        ? localized(record.institution.name, locale)
        : invitation?.institutionId
          ? await this.#institution(invitation.institutionId, locale)
          : null,
      when: record ? whenOf(record, people, reader) : null,
      visitId: visit?.visitId ?? null,
    };
  }

  goTo({ kind, visit, invitation }: KnownLink, session: SessionPage): string {
    if (kind === 'visit' && visit) {
      const opens = visit.startsAt.subtract({ minutes: doorOpensMinutes });
      const early = Temporal.Instant.compare(now(), opens) < 0;
      const prepares = visit.seat?.role === 'patient' || visit.seat?.role === 'guest';
      return early && prepares ? `/get-ready/${visit.visitId}` : `/visits/${visit.visitId}`;
    }
    return invitation && session.welcomeNeeded ? '/welcome' : '/';
  }

  /** The first steward was invited by the command line, which had to guess her language. */
  async keepLanguage({ link }: LetIn, language: Locale): Promise<void> {
    if (link.invitation?.role !== 'steward') return;
    await this.db.manager.query('update person set language = $2 where id = $1 and welcomed_at is null', [
      link.personId,
      language,
    ]);
  }

  /** Only that of a physician has a title of its own in our languages. */
  async #roleOf({ personId, invitation }: KnownLink, record: VisitRecord | null): Promise<SeatRole> {
    const seat = record?.seats.find((each) => each.personId === personId);
    if (seat) return seat.role;
    if (invitation?.role === 'physician') return 'physician';
    return (await rolesOf(this.db.manager, personId)).includes('physician') ? 'physician' : 'patient';
  }

  async #institution(id: string, locale: Locale): Promise<string | null> {
    const rows: { name: Localized }[] = await this.db.manager.query('select name from institution where id = $1', [id]);
    return rows[0] ? localized(rows[0].name, locale) : null;
  }
}

/** Enough for its owner to know it by. */
function hintOf(email: string | null): string | null {
  const [name, house] = (email ?? '').split('@');
  return name && house ? `${name.slice(0, 1)}…@${house.slice(0, 1)}…` : null;
}
