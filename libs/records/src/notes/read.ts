import { localized, nameFor, readPeople } from '@okaeri/access';
import type { Localized, Person } from '@okaeri/access';
import { OkaeriError } from '@okaeri/contracts';
import type { EpisodeId, NoteView, PersonId, PersonName, SeatRole, VisitId } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { momentWords, now, toIso } from '@okaeri/words/time';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { RecordsReader } from '../reader';
import { rolesIn, tellLookers, visitFacts } from '../visit-facts';
import { Note, NoteRead, NoteVersion } from './note.entities';
import type { NoteId } from './note.entities';

/** The notes of a visit for one reader. A draft is its author's alone. */
export interface VisitNotes {
  /** Her own where she writes one, else the first that was signed. */
  note: NoteView | null;
  others: NoteView[];
}

/** `writes`: she is a physician of the visit, so that hers is her own or none yet. */
export async function notesOf(
  em: EntityManager,
  reader: RecordsReader,
  visitId: VisitId,
  writes: boolean,
): Promise<VisitNotes> {
  const { patientId } = await visitFacts(em, visitId);
  const found = await em.find(Note, { where: { visitId }, order: { id: 'ASC' } });
  const shown = found.filter((each) => each.signedVersions > 0 || each.authorId === reader.personId);
  const noteIds = shown.map(({ id }) => id);
  const versions = await em.find(NoteVersion, { where: { noteId: In(noteIds) }, order: { number: 'DESC' } });
  const reads = await em.find(NoteRead, { where: { noteId: In(noteIds) }, order: { at: 'ASC' } });
  const people = await readPeople(em, [
    ...shown.map(({ authorId }) => authorId),
    ...versions.map((each) => each.signedBy),
    ...reads.map(({ personId }) => personId),
  ]);
  const roles = await rolesIn(em, visitId);
  const nameOf = (personId: PersonId) => named(people.get(personId), reader, personId, roles.get(personId));
  const tellsReaders = reader.personId !== patientId;
  const firstSigned = (note: Note) =>
    versions.find((each) => each.noteId === note.id && each.number === 1)?.signedAt.epochMilliseconds ?? Infinity;
  const inOrder = shown.sort((a, b) => firstSigned(a) - firstSigned(b));
  const own = inOrder.find(({ authorId }) => authorId === reader.personId);
  const first = own ?? (writes ? undefined : inOrder[0]);
  const viewOf = (note: Note) =>
    noteView(note, reader, {
      versions: versions.filter(({ noteId }) => noteId === note.id),
      reads: reads.filter(({ noteId, number }) => noteId === note.id && number === note.signedVersions),
      nameOf,
      tellsReaders,
    });
  return { note: first ? viewOf(first) : null, others: inOrder.filter((each) => each !== first).map(viewOf) };
}

interface NoteFacts {
  versions: NoteVersion[];
  /** Of the newest version. */
  reads: NoteRead[];
  nameOf: (personId: PersonId) => PersonName;
  tellsReaders: boolean;
}

function noteView(note: Note, reader: RecordsReader, { versions, reads, nameOf, tellsReaders }: NoteFacts): NoteView {
  const author = note.authorId === reader.personId;
  const at = (instant: NoteRead['at']) => momentWords({ ...reader, instant });
  return {
    noteId: note.id,
    state: note.state,
    draft: author
      ? {
          text: note.text,
          nextSteps: note.nextSteps,
          language: note.language,
          version: note.version,
          savedWords: at(note.updatedAt),
        }
      : null,
    versions: versions.map((each) => ({
      number: each.number,
      text: each.text,
      nextSteps: each.nextSteps,
      language: each.language,
      signedBy: nameOf(each.signedBy),
      signedAtWords: at(each.signedAt),
      reason: each.reason,
    })),
    read: note.signedVersions > 0 && (author || reads.some(({ personId }) => personId === reader.personId)),
    readBy: tellsReaders
      ? reads
          .filter(({ personId }) => personId !== reader.personId)
          .map(({ personId, at: when }) =>
            say(reader.locale, 'note.read.by', { name: nameOf(personId).display, when: at(when) }),
          )
      : [],
  };
}

function named(person: Person | undefined, reader: RecordsReader, personId: PersonId, role?: SeatRole): PersonName {
  if (!person) return { display: '', bare: '', original: null, originalLang: 'en' };
  return nameFor(person, reader.locale, personId === reader.personId ? undefined : role);
}

/** That she has read a version; the first time counts. */
export async function markRead(
  em: EntityManager,
  { visitId, noteId, number, personId }: { visitId: VisitId; noteId: string; number: number; personId: PersonId },
): Promise<void> {
  const note = await em.findOneBy(Note, { id: noteId as NoteId, visitId });
  if (!note || number > note.signedVersions) throw new OkaeriError('not_found');
  const rows: unknown[] = await em.query(
    `insert into note_read (note_id, number, person_id, at) values ($1, $2, $3, $4)
     on conflict do nothing returning 1`,
    [note.id, number, personId, toIso(now())],
  );
  if (rows.length > 0) await tellLookers(em, await visitFacts(em, visitId), [personId]);
}

/** A signed note in a list. */
export interface NoteHead {
  visitId: VisitId;
  episodeId: EpisodeId;
  noteId: NoteId;
  title: string;
  atWords: string;
  read: boolean;
}

/** The signed notes of a patient, the newest first; for her first page. */
export async function noteHeads(em: EntityManager, reader: RecordsReader, most = 5): Promise<NoteHead[]> {
  const rows: (Omit<NoteHead, 'title' | 'atWords'> & { title: Localized; number: number })[] = await em.query(
    `select n.visit_id as "visitId", n.episode_id as "episodeId", n.id as "noteId", e.title,
            n.signed_versions as number,
            exists (select 1 from note_read r
                     where r.note_id = n.id and r.number = n.signed_versions and r.person_id = $1) as read
       from note n join episode e on e.id = n.episode_id
       join note_version v on v.note_id = n.id and v.number = n.signed_versions
      where e.patient_id = $1 and exists (select from seat s where s.visit_id = n.visit_id and s.person_id = $1)
      order by v.signed_at desc limit $2`,
    [reader.personId, most],
  );
  const signed = await em.findBy(NoteVersion, { noteId: In(rows.map(({ noteId }) => noteId)) });
  return rows.map(({ number, title, ...row }) => {
    const version = signed.find((each) => each.noteId === row.noteId && each.number === number);
    return {
      ...row,
      title: localized(title, reader.locale),
      atWords: version ? momentWords({ ...reader, instant: version.signedAt }) : '',
    };
  });
}

/** Which of these visits have a signed note. */
export async function signedIn(em: EntityManager, visitIds: readonly VisitId[]): Promise<Set<VisitId>> {
  const rows: { visitId: VisitId }[] = await em.query(
    'select distinct visit_id as "visitId" from note where visit_id = any($1::uuid[]) and signed_versions > 0',
    [visitIds],
  );
  return new Set(rows.map(({ visitId }) => visitId));
}
