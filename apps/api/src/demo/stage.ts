import { localized, nameFor, readPeople } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { readVisit } from '@okaeri/care';
import type { Seat, VisitRecord } from '@okaeri/care';
import { OkaeriError, tourSteps } from '@okaeri/contracts';
import type { Locale, StagePage, StagePerson, VisitId } from '@okaeri/contracts';
import { DemoMail } from '@okaeri/notify';
import { clockWords, now, whenWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { mailboxPageOf } from './mailbox-reads';
import { stageEpisode } from './moving-clock';
import { people as demoPeople } from './people';
import type { DemoPerson } from './people';
import { episodeId, personId } from './seed';

/** How long the stage shows a finished tour before it turns to the next visit. */
const lingerMinutes = 5;
const castSize = 3;

export interface StageReader {
  locale: Locale;
  lan: boolean;
  hrefOf: (persona: string) => string;
}

/** The first page of the demo world: the visit that waits now, a card for each of its people, and the tour. */
export async function stagePage(em: EntityManager, visitId: VisitId, reader: StageReader): Promise<StagePage> {
  const record = await readVisit(em, visitId);
  if (!record) throw new OkaeriError('unavailable');
  const people = await readPeople(
    em,
    demoPeople.map(({ persona }) => personId(persona)),
  );
  const cards = demoPeople.flatMap((each) => {
    const person = people.get(personId(each.persona));
    return person ? [cardOf(each, person, record, reader)] : [];
  });
  return {
    visit: {
      visitId,
      status: record.visit.status,
      title: localized(record.episode.title, reader.locale),
      when: whenOf(record, people.get(record.episode.patientId), reader.locale),
    },
    people: cards.slice(0, castSize),
    others: cards.slice(castSize),
    tour: await tourOf(em, record),
    lan: reader.lan,
    mailbox: await mailboxOf(em, reader.locale),
  };
}

/** How many mails there are to be looked at, and the subject of the newest. */
async function mailboxOf(em: EntityManager, locale: Locale): Promise<NonNullable<StagePage['mailbox']>> {
  const [newest] = (await mailboxPageOf(em, { limit: 1 }, { locale, zone: 'UTC', now: now() })).items;
  return { count: await em.count(DemoMail), last: newest?.subject ?? null };
}

function whenOf(record: VisitRecord, patient: Person | undefined, locale: Locale): StagePage['visit']['when'] {
  const { visit, institution } = record;
  return whenWords({
    startsAt: visit.startsAt,
    minutes: visit.minutes,
    reader: { zone: visit.patientZone, place: localized(patient?.place ?? {}, locale), locale },
    other: { zone: visit.institutionZone, place: localized(institution.city, locale) },
  });
}

function cardOf(demo: DemoPerson, person: Person, record: VisitRecord, reader: StageReader): StagePerson {
  const seat = record.seats.find((each) => each.personId === person.id);
  const place = localized(person.place, reader.locale);
  const { time } = clockWords({ instant: now(), zone: person.zone, place, locale: reader.locale });
  return {
    persona: demo.persona,
    name: nameFor(person, reader.locale, demo.role),
    role: demo.role,
    place,
    language: person.language,
    time,
    href: reader.hrefOf(demo.persona),
    state: seat?.state ?? null,
    waitingMinutes: waitingMinutes(seat),
  };
}

function waitingMinutes(seat: Seat | undefined): number | null {
  if (seat?.state !== 'waiting' || !seat.waitingSince) return null;
  return Math.max(0, Math.floor(now().since(seat.waitingSince).total('minutes')));
}

/** Read from the visit itself, so that it ticks whatever window did the step. */
async function tourOf(em: EntityManager, current: VisitRecord): Promise<StagePage['tour']> {
  const shown = (await fresh(em, current)) ? ((await justEnded(em)) ?? current) : current;
  const seatOf = (role: Seat['role']) => shown.seats.find((seat) => seat.role === role);
  const [patient, physician, interpreter] = [seatOf('patient'), seatOf('physician'), seatOf('interpreter')];
  const done: Record<(typeof tourSteps)[number], boolean> = {
    patient_opens: !(await fresh(em, shown)),
    patient_waits: shown.visit.status !== 'booked',
    physician_admits: Boolean(patient?.admittedAt),
    both_talk: Boolean(patient?.joinedAt && physician?.joinedAt),
    interpreter_joins: Boolean(interpreter?.joinedAt),
    visit_ends: shown.visit.status === 'fulfilled',
  };
  return tourSteps.map((step) => ({ step, done: done[step] }));
}

/** Nobody has looked at the visit yet, nor come to it. */
async function fresh(em: EntityManager, { visit, seats, episode }: VisitRecord): Promise<boolean> {
  if (visit.status !== 'booked' || seats.some(({ state }) => state !== 'invited')) return false;
  const rows: unknown[] = await em.query(
    `select 1 from ledger where entity_id = $1 and actor_id = $2 and permission = 'visit.read' limit 1`,
    [visit.id, episode.patientId],
  );
  return rows.length === 0;
}

async function justEnded(em: EntityManager): Promise<VisitRecord | null> {
  const rows: { id: VisitId }[] = await em.query(
    `select v.id from visit v join seat s on s.visit_id = v.id
      where v.episode_id = $1 and v.status = 'fulfilled' and s.left_at > $2 and s.joined_at is not null
      order by s.left_at desc limit 1`,
    [episodeId(stageEpisode.key), now().subtract({ minutes: lingerMinutes }).toString()],
  );
  return rows[0] ? readVisit(em, rows[0].id) : null;
}
