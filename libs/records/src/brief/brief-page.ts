import { nameFor, readPerson } from '@okaeri/access';
import type { Granted } from '@okaeri/access';
import { countTypes, patientOf, readNewest, readSince } from '@okaeri/chart';
import { OkaeriError } from '@okaeri/contracts';
import type { BriefPage, VisitId } from '@okaeri/contracts';
import { Temporal, dayWords, partialWords, toInstant } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { ownComposition } from '../export/export-record';
import type { RecordsReader } from '../reader';
import { brief, briefTypes } from './brief';

/** The value before the newest tells where it goes. */
const ofEach = 2;

/** What a physician reads before she opens the door; a patient reads the same of herself. */
export async function briefOf(
  em: EntityManager,
  reader: RecordsReader & { country: string },
  granted: Granted,
): Promise<Omit<BriefPage, 'partly'>> {
  const personId = patientOf(granted);
  const [patient, visits, record, counts] = await Promise.all([
    readPerson(em, personId),
    visitsOf(em, personId, reader),
    readNewest(em, granted, { types: briefTypes, ofEach }),
    countTypes(em, granted),
  ]);
  if (!patient) throw new OkaeriError('not_found');
  const own = ownComposition(personId);
  // Before the first visit everything is new, and nothing of that is news.
  const changed = visits.since ? await readSince(em, granted, visits.since) : [];
  const { sections, missing } = brief(
    record.filter(({ source }) => source !== own),
    changed.filter(({ source }) => source !== own),
    reader,
  );
  const entries = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    patient: {
      personId,
      name: nameFor(patient, reader.locale, 'patient'),
      bornWords: bornWords(patient.birthDate, reader),
    },
    mine: personId === reader.personId,
    visitId: visits.visitId,
    sinceWords:
      visits.since && dayWords(visits.since.toZonedDateTimeISO(reader.zone).toPlainDate().toString(), reader.locale),
    sections,
    missing: entries > 0 ? missing : [],
    entries,
  };
}

/** The reader’s own visit with this patient that is next, else the last; and when the last one was that took place. */
async function visitsOf(
  em: EntityManager,
  patientId: string,
  { personId, now }: RecordsReader,
): Promise<{ visitId: VisitId | null; since: Temporal.Instant | null }> {
  const rows: { id: VisitId; startsAt: Date; status: string; mine: boolean }[] = await em.query(
    `select v.id, v.starts_at as "startsAt", v.status,
            exists (select from seat s where s.visit_id = v.id and s.person_id = $2 and s.state <> 'removed') as mine
       from visit v join episode e on e.id = v.episode_id
      where e.patient_id = $1 and v.status in ('booked', 'arrived', 'fulfilled')
      order by v.starts_at`,
    [patientId, personId],
  );
  const held = rows.filter(({ status }) => status === 'fulfilled');
  const mine = rows.filter((row) => row.mine);
  const own = held.filter((row) => row.mine);
  const last = own.at(-1) ?? (mine.length === 0 ? held.at(-1) : undefined);
  const open = mine.find(({ status }) => status !== 'fulfilled');
  const since = last ? toInstant(last.startsAt) : null;
  return {
    visitId: (open ?? mine.at(-1))?.id ?? null,
    since: since && Temporal.Instant.compare(since, now) < 0 ? since : null,
  };
}

function bornWords(birthDate: string | null, { locale, zone, now }: RecordsReader): string | null {
  const words = birthDate && partialWords(birthDate, locale);
  if (!birthDate || !words) return null;
  const { years } = now
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .since(Temporal.PlainDate.from(birthDate), { largestUnit: 'years' });
  return `${words} (${years})`;
}
