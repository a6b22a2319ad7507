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

/** The note as this reader may see it: a draft is its author's alone. `null` where there is nothing for her. */
export async function noteOf(em: EntityManager, reader: RecordsReader, visitId: VisitId): Promise<NoteView | null> {
  const note = await em.findOneBy(Note, { visitId });
  const author = note?.authorId === reader.personId;
  if (!note || (note.signedVersions === 0 && !author)) return null;
  const { patientId } = await visitFacts(em, visitId);
  const versions = await em.find(NoteVersion, { where: { noteId: note.id }, order: { number: 'DESC' } });
  const reads = await em.find(NoteRead, {
    where: { noteId: note.id, number: note.signedVersions },
    order: { at: 'ASC' },
  });
  const people = await readPeople(em, [note.authorId, ...versions.map((each) => each.signedBy), ...reads.map(idOf)]);
  const roles = await rolesIn(em, visitId);
  const nameOf = (personId: PersonId) => named(people.get(personId), reader, personId, roles.get(personId));
  const at = (instant: NoteRead['at']) => momentWords({ ...reader, instant });
  const tellsReaders = reader.personId !== patientId;
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

const idOf = ({ personId }: { personId: PersonId }) => personId;

function named(person: Person | undefined, reader: RecordsReader, personId: PersonId, role?: SeatRole): PersonName {
  if (!person) return { display: '', bare: '', original: null, originalLang: 'en' };
  return nameFor(person, reader.locale, personId === reader.personId ? undefined : role);
}

/** That she has read a version; the first time counts. */
export async function markRead(
  em: EntityManager,
  { visitId, number, personId }: { visitId: VisitId; number: number; personId: PersonId },
): Promise<void> {
  const note = await em.findOneBy(Note, { visitId });
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
      where e.patient_id = $1 order by v.signed_at desc limit $2`,
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
