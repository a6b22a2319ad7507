import { hashOf, localized, newSecret, readPerson } from '@okaeri/access';
import type { Ledger, Localized } from '@okaeri/access';
import { isToldOfThings, readThingsOfVisits } from '@okaeri/care';
import { OkaeriError, toldStatuses } from '@okaeri/contracts';
import type { PersonId, SeatRole, VisitId } from '@okaeri/contracts';
import { addressIn, feedFile, originOf } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { now, toInstant, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { CalendarFeed } from '../entities';
import { thingWords } from '../visit-about';

/** So many days of the past and of what comes; what was called off is shown as that for a while. */
const [daysBack, daysAhead, daysOff] = [90, 370, 30];
const most = 2000;

/** An address for her calendar program, in place of the one before. It is kept as a hash: nobody can look it up. */
export async function makeFeed(em: EntityManager, personId: PersonId): Promise<string> {
  const token = newSecret();
  await em.query(
    `insert into calendar_feed (person_id, token_hash, created_at) values ($1, $2, $3)
     on conflict (person_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at, read_at = null`,
    [personId, hashOf(token), toIso(now())],
  );
  return token;
}

export async function endFeed(em: EntityManager, personId: PersonId): Promise<void> {
  await em.delete(CalendarFeed, { personId });
}

export const readFeed = (em: EntityManager, personId: PersonId): Promise<CalendarFeed | null> =>
  em.findOneBy(CalendarFeed, { personId });

interface Row {
  id: VisitId;
  kind: 'visit' | 'conference';
  startsAt: Date;
  minutes: number;
  sequence: number;
  cancelled: boolean;
  changedAt: Date;
  institution: Localized;
  role: SeatRole;
  institutionZone: string;
}

export interface FeedHouse {
  mailFrom: string;
  mailDomain: string;
  publicUrl: string;
  demo: boolean;
}

/** Her visits as a calendar file; who has the address reads them. Throws `feed_unknown`. */
export async function feedOf(
  em: EntityManager,
  token: string,
  house: FeedHouse,
  ledger: Pick<Ledger, 'write'>,
): Promise<string> {
  const at = now();
  const [[feed]]: [{ personId: PersonId }[], number] = await em.query(
    `update calendar_feed f set read_at = $2 from person p
      where f.token_hash = $1 and p.id = f.person_id and p.merged_into is null returning f.person_id as "personId"`,
    [hashOf(token), toIso(at)],
  );
  const person = feed && (await readPerson(em, feed.personId));
  if (!person) throw new OkaeriError('feed_unknown');
  await ledger.write({
    ...{ actorId: person.id, permission: 'self.read', outcome: 'allowed', via: 'link' },
    ...{ entity: 'person', entityId: person.id, patientId: null },
  });
  const rows: Row[] = await em.query(
    `select v.id, v.kind, v.starts_at as "startsAt", v.minutes, v.calendar_sequence as sequence, i.name as institution,
            s.role, v.institution_zone as "institutionZone", v.status = 'cancelled' as cancelled, coalesce(c.at, v.starts_at) as "changedAt"
       from seat s join visit v on v.id = s.visit_id join episode e on e.id = v.episode_id
       join institution i on i.id = e.institution_id
       left join lateral (select max(at) as at from visit_change where visit_id = v.id) c on true
      where s.person_id = $1 and s.state <> 'removed' and v.status = any($2)
        and v.starts_at between $3::timestamptz - $4 * interval '1 day' and $3::timestamptz + $5 * interval '1 day'
        and (v.status <> 'cancelled' or v.starts_at > $3::timestamptz - $6 * interval '1 day')
      order by v.starts_at, v.id limit $7`,
    [person.id, toldStatuses, toIso(at), daysBack, daysAhead, daysOff, most],
  );
  const { language: locale } = person;
  const there = rows.filter(({ role, institutionZone }) => isToldOfThings(role, person.zone, institutionZone));
  const things = await readThingsOfVisits(
    em,
    there.map(({ id }) => id),
  );
  const origin = originOf(person, house);
  return feedFile(
    rows.map(({ id, kind, startsAt, changedAt, institution, minutes, sequence, cancelled }) => ({
      ...{ minutes, sequence, cancelled, visitId: id, url: `${origin}/visits/${id}` },
      ...{ startsAt: toInstant(startsAt), changedAt: toInstant(changedAt) },
      summary: say(locale, `mail.${kind}.summary`, { institution: localized(institution, locale) }),
      description: thingWords(things.get(id), locale),
    })),
    {
      name: say(locale, 'told.feed.name'),
      mailDomain: house.mailDomain,
      organizer: { name: 'Okaeri', email: addressIn(house.mailFrom) },
    },
  );
}
