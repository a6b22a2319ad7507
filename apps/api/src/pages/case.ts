import { localized, matchesOf, nameFor, patientDetails, readPeople } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { becameOf, doorOf, readEpisodeVisits, readTeam, readThingsOfVisits } from '@okaeri/care';
import type { VisitRecord } from '@okaeri/care';
import { isTold, overStatuses, outcomeDays } from '@okaeri/contracts';
import type {
  CasePage,
  CaseVisit,
  EpisodeId,
  PersonId,
  PersonName,
  SeatRole,
  TaskView,
  ThingView,
} from '@okaeri/contracts';
import { threadHead } from '@okaeri/followup';
import { deliveriesOf } from '@okaeri/notify';
import type { Delivery } from '@okaeri/notify';
import { fileCounts } from '@okaeri/records';
import { Temporal, clockWords, dayWords, relativeWords, toInstant } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { episodeOf, whenOfEpisode } from '../booking/booked-people';
import { outcomeSentence } from '../booking/history-page';
import { caredFor, duplicatesFor } from '../people/registration';
import { tasksOfVisits } from '../ready/task-words';
import { askedOf } from './asks';
import { blockersOf } from './board';
import { invitationOf } from './case-invitation';
import type { Reader } from './reader';

const visitsShown = 60;

/** Everything about one patient's treatment, as far as this reader looks after it. */
export async function casePage(
  em: EntityManager,
  reader: Reader,
  episodeId: string,
  mailSet: boolean,
): Promise<CasePage> {
  const record = await episodeOf(em, episodeId);
  const { episode, institution, patient } = record;
  const team = await readTeam(em, episode.id);
  const coordinates = (await caredFor(em, reader.personId)).includes(episode.institutionId);
  // Where physicians confer without the patient, it is not told to her.
  const personId = reader.personId === patient.id ? reader.personId : null;
  const visits = await readEpisodeVisits(em, { episodeId: episode.id, personId, most: visitsShown });
  const ids = [...team.map(({ personId }) => personId), ...visits.flatMap(({ seats }) => seats.map((s) => s.personId))];
  const people = await readPeople(em, ids);
  const visitIds = visits.map(({ visit }) => visit.id);
  const deliveries = coordinates ? await deliveriesOf(em, visitIds, reader) : [];
  const notes = await notesOf(em, visits);
  const mayAsk = coordinates || team.some(({ personId: id }) => id === reader.personId);
  const tasks = mayAsk ? await tasksOfVisits(em, reader, visitIds, coordinates) : new Map<string, TaskView[]>();
  const asks = coordinates ? await askedOf(em, visits, reader) : new Map<string, CaseVisit['asks']>();
  // Whoever else reads it works there; to the patient it would read as if she had to come.
  const things: ReadonlyMap<string, ThingView[]> = personId ? new Map() : await readThingsOfVisits(em, visitIds);
  const known = { people, reader, deliveries, notes, coordinates, tasks, asks, things };
  const cards = visits.map((each) => visitOf(each, record, known));
  const ahead = cards.filter((_, at) => visits[at] && doorOf(visits[at].visit, reader.now) !== 'over');
  const head = (await threadHead(em, [episode.id], reader.personId)).get(episode.id);
  const matches = coordinates ? await matchesOf(em, patient.id, [episode.institutionId]) : [];
  return {
    episodeId: episode.id,
    institution: { institutionId: institution.id, name: localized(institution.name, reader.locale) },
    title: localized(episode.title, reader.locale),
    treatment: episode.treatment,
    treatedWords: treatedWords(episode, reader),
    patient: await patientOf(em, patient, reader, coordinates),
    team: team.flatMap(({ personId, role }) => {
      const person = people.get(personId);
      return person ? [{ personId, name: nameFor(person, reader.locale, role), role }] : [];
    }),
    next: ahead.at(-1) ?? null,
    visits: cards,
    blockers: coordinates ? await blockersOf(em, episode.id, institution.id) : [],
    invitation: coordinates ? await invitationOf(em, patient, reader) : null,
    thread: { unread: head?.unread ?? 0, last: await lastWords(em, episode.id, reader) },
    files: (await fileCounts(em, reader, [episode.id])).get(episode.id) ?? 0,
    duplicates: await duplicatesFor(em, matches, reader.locale),
    mailSet,
    allowance: coordinates ? await allowanceOf(em, episode.id, reader) : null,
    waiting: coordinates ? await waitingOf(em, episode.id, reader) : null,
    mayBook: coordinates,
  };
}

async function patientOf(
  em: EntityManager,
  patient: Person,
  reader: Reader,
  coordinates: boolean,
): Promise<CasePage['patient']> {
  const place = localized(patient.place, reader.locale);
  const { email, emailState, phone } = patient;
  return {
    personId: patient.id,
    name: nameFor(patient, reader.locale, 'patient'),
    birthWords: patient.birthDate ? birthWords(patient.birthDate, reader) : null,
    place,
    language: patient.language,
    now: clockWords({ instant: reader.now, zone: patient.zone, place, locale: reader.locale, now: reader.now }),
    contact: coordinates ? { email, emailState, phone } : null,
    details: coordinates ? await patientDetails(em, patient.id, reader.locale) : null,
  };
}

function birthWords(birthDate: string, { locale, zone, now }: Reader): string {
  const born = Temporal.PlainDate.from(birthDate);
  const { years } = born.until(now.toZonedDateTimeISO(zone).toPlainDate(), { largestUnit: 'year' });
  return `${dayWords(birthDate, locale)} (${years})`;
}

function treatedWords(
  { treatedFrom, treatedTo }: { treatedFrom: string | null; treatedTo: string | null },
  { locale }: Reader,
): string | null {
  const days = [treatedFrom, treatedTo].filter((day) => day !== null).map((day) => dayWords(day, locale));
  return days.length > 0 ? days.join(' – ') : null;
}

interface Known {
  people: ReadonlyMap<PersonId, Person>;
  reader: Reader;
  deliveries: readonly Delivery[];
  notes: ReadonlyMap<string, CaseVisit['note']>;
  asks: ReadonlyMap<string, CaseVisit['asks']>;
  coordinates: boolean;
  tasks: ReadonlyMap<string, TaskView[]>;
  things: ReadonlyMap<string, ThingView[]>;
}

function visitOf(
  { visit, seats }: VisitRecord,
  record: Parameters<typeof whenOfEpisode>[0],
  { people, reader, deliveries, notes, coordinates, tasks, asks, things }: Known,
): CaseVisit {
  const over = overStatuses.includes(visit.status);
  const became = over ? becameOf(visit) : null;
  const began = Temporal.Instant.compare(visit.startsAt, reader.now) <= 0;
  const recent = Temporal.Instant.compare(visit.startsAt.add({ hours: 24 * outcomeDays }), reader.now) > 0;
  const named = (personId: PersonId, role: SeatRole): PersonName[] => {
    const person = people.get(personId);
    return person ? [nameFor(person, reader.locale, role)] : [];
  };
  const hosts = seats.some(({ personId, role }) => personId === reader.personId && role === 'physician');
  return {
    visitId: visit.id,
    kind: visit.kind,
    status: visit.status,
    when: whenOfEpisode(record, visit, reader),
    version: visit.version,
    people: seats
      .filter(({ state }) => state !== 'removed')
      .flatMap(({ id, personId, role, confirmedAt }) =>
        named(personId, role).map((name) => ({ seatId: id, personId, name, role, confirmed: confirmedAt !== null })),
      ),
    things: things.get(visit.id) ?? [],
    outcomeWords: became ? outcomeSentence(reader.locale, became) : null,
    note: notes.get(visit.id) ?? 'none',
    deliveries: deliveries.filter(({ entityId }) => entityId === visit.id).map(({ entityId: _, ...each }) => each),
    tasks: over ? [] : (tasks.get(visit.id) ?? []),
    asks: asks.get(visit.id) ?? [],
    mayMove: coordinates && !over,
    maySetOutcome: (coordinates || hosts) && isTold(visit.status) && began && recent,
  };
}

/** A draft is its author's own business until it is signed, but that there is one is not. */
async function notesOf(em: EntityManager, visits: readonly VisitRecord[]): Promise<Map<string, CaseVisit['note']>> {
  const rows: { visit_id: string; signed: boolean }[] = await em.query(
    'select visit_id, bool_or(signed_versions > 0) as signed from note where visit_id = any($1::uuid[]) group by 1',
    [visits.map(({ visit }) => visit.id)],
  );
  return new Map(rows.map(({ visit_id, signed }) => [visit_id, signed ? 'signed' : 'draft']));
}

async function lastWords(em: EntityManager, episodeId: string, reader: Reader): Promise<string | null> {
  const rows: { at: Date }[] = await em.query(
    'select at from thread_message where episode_id = $1 order by at desc limit 1',
    [episodeId],
  );
  return rows[0] ? relativeWords({ instant: toInstant(rows[0].at), ...reader }) : null;
}

async function waitingOf(em: EntityManager, episodeId: EpisodeId, { locale }: Reader): Promise<CasePage['waiting']> {
  const [row]: { waitlistId: string; earliest: string; latest: string; offered: boolean }[] = await em.query(
    `select id as "waitlistId", earliest::text, latest::text, state = 'offered' as offered from waitlist
      where episode_id = $1 and state in ('waiting', 'offered') order by created_at desc limit 1`,
    [episodeId],
  );
  if (!row) return null;
  const { waitlistId, offered, earliest, latest } = row;
  return { waitlistId, offered, windowWords: [earliest, latest].map((day) => dayWords(day, locale)).join(' – ') };
}

async function allowanceOf(
  em: EntityManager,
  episodeId: EpisodeId,
  { locale, now }: Reader,
): Promise<CasePage['allowance']> {
  const [row]: { remaining: number; earliest: string; latest: string }[] = await em.query(
    `select remaining, earliest::text, latest::text from booking_allowance
      where episode_id = $1 and revoked_at is null and latest >= $2 order by created_at desc limit 1`,
    [episodeId, now.toZonedDateTimeISO('UTC').toPlainDate().toString()],
  );
  if (!row) return null;
  const windowWords = [row.earliest, row.latest].map((day) => dayWords(day, locale)).join(' – ');
  return { remaining: row.remaining, windowWords };
}
