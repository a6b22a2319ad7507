import { localized, nameFor, readPeople } from '@okaeri/access';
import { readEpisodes, readTimeOffers } from '@okaeri/care';
import { OkaeriError } from '@okaeri/contracts';
import type { EpisodeId, PageQuery, PersonId, TimeOffer, WaitlistPage, WaitlistRow } from '@okaeri/contracts';
import { pieceOf, readTimeCursor } from '@okaeri/platform';
import { whenOfEpisode } from '@okaeri/scheduling';
import { say } from '@okaeri/words';
import { dayWords, momentWords, relativeWords, toInstant, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../pages/reader';
import { caredFor } from '../people/registration';

/** Times that are kept for this patient. */
export async function offersOf(em: EntityManager, reader: Reader): Promise<TimeOffer[]> {
  const offers = await readTimeOffers(em, { patientId: reader.personId });
  if (offers.length === 0) return [];
  const episodes = await readEpisodes(
    em,
    offers.map(({ episodeId }) => episodeId),
  );
  const people = await readPeople(
    em,
    offers.map(({ physicianId }) => physicianId),
  );
  return offers.map(({ waitlistId, episodeId, physicianId, startsAt, minutes, until }) => {
    const record = episodes.get(episodeId);
    const physician = people.get(physicianId);
    if (!record || !physician) throw new OkaeriError('internal');
    const moment = momentWords({ ...reader, instant: until });
    return {
      waitlistId,
      when: whenOfEpisode({ ...record, patient: reader.person }, { startsAt, minutes }, reader),
      physician: nameFor(physician, reader.locale, 'physician'),
      institution: localized(record.institution.name, reader.locale),
      untilWords: say(reader.locale, 'ready.due', { moment }),
    };
  });
}

interface Row {
  waitlistId: string;
  episodeId: EpisodeId;
  patientId: PersonId;
  physicianId: PersonId;
  minutes: number;
  earliest: string;
  latest: string;
  state: WaitlistRow['state'];
  createdAt: Date;
}

/** Who waits for a time at the reader's institutions, who has waited longest first. */
export async function waitlistPageOf(
  em: EntityManager,
  reader: Reader,
  { after, limit }: PageQuery,
): Promise<{ page: WaitlistPage; rows: readonly Row[] }> {
  const cursor = readTimeCursor(after);
  const found: Row[] = await em.query(
    `select w.id as "waitlistId", w.episode_id as "episodeId", e.patient_id as "patientId", w.physician_id as "physicianId", w.minutes,
            w.earliest::text as earliest, w.latest::text as latest, w.state, date_trunc('milliseconds', w.created_at) as "createdAt"
       from waitlist w join episode e on e.id = w.episode_id
      where e.institution_id = any($1::uuid[]) and w.state in ('waiting', 'offered')
        and ($2::timestamptz is null or (date_trunc('milliseconds', w.created_at), w.id) > ($2, $3::uuid))
      order by date_trunc('milliseconds', w.created_at), w.id limit $4`,
    [await caredFor(em, reader.personId), cursor?.value ?? null, cursor?.id ?? null, limit + 1],
  );
  const { rows, next } = pieceOf(found, limit, ({ createdAt, waitlistId }) => ({
    value: toIso(toInstant(createdAt)),
    id: waitlistId,
  }));
  const people = await readPeople(
    em,
    rows.flatMap(({ patientId, physicianId }) => [patientId, physicianId]),
  );
  const { locale } = reader;
  const items = rows.flatMap((row): WaitlistRow[] => {
    const patient = people.get(row.patientId);
    const physician = people.get(row.physicianId);
    if (!patient || !physician) return [];
    const { waitlistId, episodeId, minutes, state, earliest, latest, createdAt } = row;
    return [
      {
        ...{ waitlistId, episodeId, minutes, state },
        patient: nameFor(patient, locale, 'patient'),
        physician: nameFor(physician, locale, 'physician'),
        windowWords: say(locale, 'statistics.week', { from: dayWords(earliest, locale), to: dayWords(latest, locale) }),
        sinceWords: relativeWords({ ...reader, instant: toInstant(createdAt) }),
      },
    ];
  });
  return { page: { items, next }, rows };
}
