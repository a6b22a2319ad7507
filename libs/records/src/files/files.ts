import { isSharedIn, localized, mayHear, nameFor, readPeople } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import { OkaeriError, hostRole, overStatuses } from '@okaeri/contracts';
import type { EpisodeId, FileView, FilesPage, PersonId, SeatRole, VisitId, VisitStatus } from '@okaeri/contracts';
import { momentWords, now as present, toInstant, toIso } from '@okaeri/words/time';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { RecordsReader } from '../reader';
import { StoredFile } from './file.entity';
import type { FileId } from './file.entity';

/** Where a list of files goes on: the last one of the piece before. */
export interface FilePlace {
  at: string;
  id: string;
}

interface Around {
  visitId: VisitId;
  status: VisitStatus;
  startsAt: Date;
  title: Localized;
  roles: Partial<Record<PersonId, SeatRole>>;
}

/** Files of a visit for one of its people, the oldest first. Of others' she sees those that can be opened. */
export async function filesOf(em: EntityManager, reader: RecordsReader, visitId: VisitId): Promise<FileView[]> {
  const rows = await em.find(StoredFile, { where: { visitId }, order: { createdAt: 'ASC', id: 'ASC' } });
  const shown = rows.filter((row) => isShown(row, reader));
  const foreign = shown.some(({ recorded, byId }) => recorded && byId !== reader.personId);
  const hears = foreign && (await mayHear(em, visitId, reader.personId));
  const heard = shown.filter(({ recorded, byId }) => !recorded || hears || byId === reader.personId);
  return viewsOf(em, reader, await onlyShared(em, reader, heard));
}

/** Her own, what was said, and of everything else what the patient shares with her. */
async function onlyShared(em: EntityManager, reader: RecordsReader, files: StoredFile[]): Promise<StoredFile[]> {
  const { personId } = reader;
  const asked = files.filter(({ byId, recorded }) => byId !== personId && !recorded).map(({ episodeId }) => episodeId);
  const kept = new Set<EpisodeId>();
  for (const episodeId of new Set(asked)) {
    if (!(await isSharedIn(em, { episodeId, personId }, 'documents'))) kept.add(episodeId);
  }
  return files.filter(({ byId, recorded, episodeId }) => byId === personId || recorded || !kept.has(episodeId));
}

/** What she sent and what was made of it, also where it was refused; of everybody else's, what is there to be opened. */
function isShown({ state, byId }: StoredFile, { personId }: RecordsReader): boolean {
  return state === 'ready' || (byId === personId && state !== 'removed');
}

export async function readFile(em: EntityManager, fileId: FileId): Promise<StoredFile> {
  const file = await em.findOneBy(StoredFile, { id: fileId });
  if (!file || file.state === 'removed') throw new OkaeriError('not_found');
  return file;
}

export async function fileViewOf(em: EntityManager, reader: RecordsReader, file: StoredFile): Promise<FileView> {
  const [view] = await viewsOf(em, reader, [file]);
  if (!view) throw new OkaeriError('not_found');
  return view;
}

/** Where physicians confer without the patient, what they show each other is not for her; nor is what belongs to a visit that she was not told of. */
const isForPatient = (reader: string) =>
  `(e.patient_id <> ${reader} or exists (select from seat s join visit v on v.id = s.visit_id
     where s.visit_id = f.visit_id and s.person_id = ${reader} and v.status not in ('held', 'pending', 'lapsed')))`;

/** The files of a patient or of a case, the newest first, each with its visit. */
export async function filesPage(
  em: EntityManager,
  reader: RecordsReader,
  wanted: { patientId?: PersonId; episodeId?: EpisodeId; after: FilePlace | null; limit: number },
): Promise<{ items: FilesPage['items']; last: FilePlace | null; addTo: FilesPage['addTo'] }> {
  const { patientId = null, episodeId = null, after, limit } = wanted;
  const ids: { id: FileId }[] = await em.query(
    `select f.id from file f join episode e on e.id = f.episode_id
      where (f.episode_id = $1 or e.patient_id = $2) and ${isForPatient('$3')}
        and (f.state = 'ready' or f.by_id = $3 and f.state in ('held', 'receiving'))
        and ($4::timestamptz is null or (f.created_at, f.id) < ($4::timestamptz, $5::uuid))
      order by f.created_at desc, f.id desc limit $6`,
    [episodeId, patientId, reader.personId, after?.at ?? null, after?.id ?? null, limit + 1],
  );
  const shown = ids.slice(0, limit).map(({ id }) => id);
  const rows = await em.findBy(StoredFile, { id: In(shown) });
  const ordered = shown.flatMap((id) => rows.filter((row) => row.id === id));
  const shared = await onlyShared(em, reader, ordered);
  const views = await viewsOf(em, reader, shared);
  const around = await aroundOf(em, shared);
  const last = ids.length > limit ? ordered.at(-1) : undefined;
  return {
    items: views.map((file) => ({ file, visit: visitWords(reader, around.get(file.visitId), file.visitId) })),
    last: last ? { at: toIso(last.createdAt), id: last.id } : null,
    addTo: patientId ? await nextOf(em, reader, patientId) : null,
  };
}

function visitWords(reader: RecordsReader, visit: Around | undefined, visitId: string) {
  return {
    visitId,
    title: localized(visit?.title ?? {}, reader.locale),
    whenWords: visit ? momentWords({ ...reader, instant: toInstant(visit.startsAt) }) : '',
  };
}

async function nextOf(em: EntityManager, reader: RecordsReader, patientId: PersonId): Promise<FilesPage['addTo']> {
  const rows: Pick<Around, 'visitId' | 'startsAt' | 'title'>[] = await em.query(
    `select v.id as "visitId", v.starts_at as "startsAt", e.title
       from visit v join episode e on e.id = v.episode_id
      where e.patient_id = $1 and v.status in ('booked', 'arrived')
        and exists (select from seat s where s.visit_id = v.id and s.person_id = $1)
        and greatest(v.starts_at, v.expected_at) + (v.minutes + 60) * interval '1 minute' > $2
      order by v.starts_at limit 1`,
    [patientId, toIso(present())],
  );
  const [row] = rows;
  return row ? visitWords(reader, { ...row, status: 'booked', roles: {} }, row.visitId) : null;
}

async function viewsOf(em: EntityManager, reader: RecordsReader, files: readonly StoredFile[]): Promise<FileView[]> {
  if (files.length === 0) return [];
  const around = await aroundOf(em, files);
  const people = await readPeople(
    em,
    files.map(({ byId }) => byId),
  );
  return files.map((file) => {
    const visit = around.get(file.visitId);
    const mine = file.byId === reader.personId;
    const person = people.get(file.byId);
    return {
      fileId: file.id,
      visitId: file.visitId,
      name: file.name,
      type: file.type,
      bytes: file.bytes,
      received: file.received,
      state: file.state,
      why: file.why,
      by: person
        ? nameFor(person, reader.locale, mine ? undefined : visit?.roles[file.byId])
        : { display: '', bare: '', original: null, originalLang: 'en' },
      atWords: momentWords({ ...reader, instant: file.createdAt }),
      mine,
      mayRemove: visit !== undefined && mayRemove(file, reader.personId, visit),
      scanned: file.scan === 'clean',
      href: file.state === 'ready' ? `/api/files/${file.id}/content` : null,
    };
  });
}

/** Who sent it, until the visit is over; then only who leads the visit, for it has become part of the record. */
export function mayRemove(
  file: Pick<StoredFile, 'byId' | 'state'>,
  personId: PersonId,
  visit: Pick<Around, 'status' | 'roles'>,
): boolean {
  if (visit.roles[personId] === hostRole) return true;
  // What came to nothing is no part of anything.
  if (file.byId === personId && file.state !== 'ready') return true;
  return file.byId === personId && !overStatuses.includes(visit.status);
}

export async function aroundOf(
  em: EntityManager,
  files: readonly Pick<StoredFile, 'visitId'>[],
): Promise<Map<string, Around>> {
  const rows: Around[] = await em.query(
    `select v.id as "visitId", v.status, v.starts_at as "startsAt", e.title,
            coalesce((select jsonb_object_agg(s.person_id, s.role) from seat s
                       where s.visit_id = v.id and s.state <> 'removed'), '{}') as roles
       from visit v join episode e on e.id = v.episode_id where v.id = any($1::uuid[])`,
    [[...new Set(files.map(({ visitId }) => visitId))]],
  );
  return new Map(rows.map((row) => [row.visitId, row]));
}

/** How many files there are for this reader to be opened in each of these episodes. */
export async function fileCounts(
  em: EntityManager,
  reader: RecordsReader,
  episodeIds: readonly EpisodeId[],
): Promise<Map<EpisodeId, number>> {
  const rows: { episodeId: EpisodeId; files: number }[] = await em.query(
    `select f.episode_id as "episodeId", count(*)::int as files from file f join episode e on e.id = f.episode_id
      where f.episode_id = any($1::uuid[]) and f.state = 'ready' and ${isForPatient('$2')} group by f.episode_id`,
    [episodeIds, reader.personId],
  );
  const counts = new Map<EpisodeId, number>();
  for (const { episodeId, files } of rows) {
    const given = await isSharedIn(em, { episodeId, personId: reader.personId }, 'documents');
    counts.set(episodeId, given ? files : 0);
  }
  return counts;
}
