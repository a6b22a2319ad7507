import type { Granted } from '@okaeri/access';
import { patientOf } from '@okaeri/chart';
import type { RecordGrant } from '@okaeri/chart';
import { OkaeriError } from '@okaeri/contracts';
import type { ImagingPage, ImagingSeries as SeriesView, Locale, PersonId } from '@okaeri/contracts';
import { partialWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { modalityWords } from '../uploads/report';
import { ImagingInstance } from './imaging.entities';
import type { InstanceId, SeriesId, StudyId } from './imaging.entities';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface SeriesRow {
  seriesId: SeriesId;
  studyId: StudyId;
  number: number | null;
  modality: string;
  at: string | null;
  description: string | null;
  bodyPart: string | null;
  instances: number;
  frames: number;
  shown: number;
  studyAt: string | null;
  studyDescription: string | null;
  place: string | null;
}

/** All series of a patient, the newest study first and each study in its own order; or one of them. */
function readSeries(em: EntityManager, patientId: PersonId, seriesId: string | null): Promise<SeriesRow[]> {
  return em.query(
    `select s.id as "seriesId", t.id as "studyId", s.number, s.modality, s.at, s.description, s.body_part as "bodyPart",
            count(i.id)::int as instances, coalesce(sum(i.frames), 0)::int as frames,
            (count(*) filter (where i.shown))::int as shown,
            t.at as "studyAt", t.description as "studyDescription", t.place
       from imaging_study t join imaging_series s on s.study_id = t.id join imaging_instance i on i.series_id = s.id
      where t.patient_id = $1 and ($2::uuid is null or s.id = $2)
      group by t.id, s.id order by t.at desc nulls last, t.id, s.number nulls last, s.id`,
    [patientId, seriesId],
  );
}

function seriesHead(
  row: SeriesRow,
  patientId: PersonId,
  locale: Locale,
): ImagingPage['studies'][number]['series'][number] {
  const { seriesId, studyId, number, modality, description, bodyPart, instances, frames, shown } = row;
  return {
    ...{ seriesId, studyId, number, modality, description, bodyPart, instances, frames, shown },
    modalityWords: modalityWords(modality, locale),
    whenWords: row.at && partialWords(row.at, locale),
    thumbnail: shown > 0 ? `/api/patients/${patientId}/imaging/series/${seriesId}/thumbnail` : null,
  };
}

/** What its makers call it; else what kind of pictures it has. */
function titleOf(rows: readonly SeriesRow[], locale: Locale): string {
  const [first] = rows;
  if (first?.studyDescription) return first.studyDescription;
  return [...new Set(rows.map(({ modality }) => modalityWords(modality, locale)))].join(' · ');
}

/** The pictures of a patient, in the words of a reader. */
export async function readStudies(
  em: EntityManager,
  granted: Granted,
  locale: Locale,
): Promise<ImagingPage['studies']> {
  const patientId = patientOf(granted);
  const all = await readSeries(em, patientId, null);
  const studies = [...new Set(all.map(({ studyId }) => studyId))];
  return studies
    .map((studyId) => all.filter((row) => row.studyId === studyId))
    .map((rows) => ({
      studyId: rows[0]?.studyId ?? '',
      title: titleOf(rows, locale),
      whenWords: rows[0]?.studyAt ? partialWords(rows[0].studyAt, locale) : null,
      from: rows[0]?.place ?? null,
      series: rows.map((row) => seriesHead(row, patientId, locale)),
    }));
}

/** One series with its pictures, in the order in which one scrolls through them. */
export async function readOneSeries(
  em: EntityManager,
  granted: Granted,
  seriesId: string,
  locale: Locale,
): Promise<Omit<SeriesView, 'patient' | 'mine'>> {
  const patientId = patientOf(granted);
  const [row] = uuid.test(seriesId) ? await readSeries(em, patientId, seriesId) : [];
  if (!row) throw new OkaeriError('not_found');
  const instances = await em.findBy(ImagingInstance, { seriesId: row.seriesId });
  return {
    ...seriesHead(row, patientId, locale),
    studyTitle: titleOf([row], locale),
    pictures: inOrder(instances).map((instance) => pictureOf(instance, patientId)),
  };
}

/** By where they lie in the body where all of them say so, else as they are numbered. */
export function inOrder<T extends Pick<ImagingInstance, 'position' | 'number' | 'uid'>>(instances: readonly T[]): T[] {
  const placed = new Set(instances.map(({ position }) => position));
  // Pictures of one place at several times are told apart by their numbers alone.
  const byPlace = !placed.has(null) && placed.size === instances.length;
  const numbered = (a: T, b: T) =>
    (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER) || (a.uid < b.uid ? -1 : 1);
  return instances.toSorted((a, b) => (byPlace ? (a.position ?? 0) - (b.position ?? 0) : 0) || numbered(a, b));
}

function pictureOf(instance: ImagingInstance, patientId: PersonId): SeriesView['pictures'][number] {
  const { id, number, frames, rows, columns, bytes, transferSyntax, position, shown } = instance;
  const { windowCenter, windowWidth, rowSpacing, columnSpacing } = instance;
  return {
    ...{ instanceId: id, number, frames, rows, columns, bytes, transferSyntax, position, shown },
    window: windowCenter !== null && windowWidth !== null ? { center: windowCenter, width: windowWidth } : null,
    spacing: rowSpacing !== null && columnSpacing !== null ? { row: rowSpacing, column: columnSpacing } : null,
    href: `/api/patients/${patientId}/imaging/instances/${id}/content`,
  };
}

/** One of this patient; another's is not there. */
export async function readInstance(em: EntityManager, granted: Granted, instanceId: string): Promise<ImagingInstance> {
  const rows: { id: InstanceId }[] = uuid.test(instanceId)
    ? await em.query(
        `select i.id from imaging_instance i join imaging_series s on s.id = i.series_id
           join imaging_study t on t.id = s.study_id where i.id = $1 and t.patient_id = $2`,
        [instanceId, patientOf(granted)],
      )
    : [];
  const found = rows[0] && (await em.findOneBy(ImagingInstance, { id: rows[0].id }));
  if (!found) throw new OkaeriError('not_found');
  return found;
}

/** One of this patient; another's is not there. */
export async function seriesIdOf(em: EntityManager, granted: RecordGrant, seriesId: string): Promise<SeriesId> {
  const rows: { id: SeriesId }[] = uuid.test(seriesId)
    ? await em.query(
        `select s.id from imaging_series s join imaging_study t on t.id = s.study_id where s.id = $1 and t.patient_id = $2`,
        [seriesId, patientOf(granted)],
      )
    : [];
  if (!rows[0]) throw new OkaeriError('not_found');
  return rows[0].id;
}
