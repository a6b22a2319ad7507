import { createHash } from 'node:crypto';
import { OkaeriError, isTold } from '@okaeri/contracts';
import type { NoteSign, PersonId, VisitId } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { tellLookers, visitFacts } from '../visit-facts';
import { lockNote } from './draft';
import { Note, NoteVersion } from './note.entities';
import type { NoteId } from './note.entities';

/**
 * Signs what is kept, and nothing that a page might still hold: the version says that the writer had read it. From then
 * on the patient may read it, and it is never changed; who signs again says why.
 */
export async function signNote(
  em: EntityManager,
  { visitId, by, sign }: { visitId: VisitId; by: PersonId; sign: NoteSign },
): Promise<{ noteId: NoteId; number: number }> {
  const visit = await visitFacts(em, visitId, true);
  if (visit.status === 'cancelled') throw new OkaeriError('visit_cancelled');
  if (visit.status === 'noshow' || visit.status === 'lapsed') throw new OkaeriError('visit_over');
  // Its patient was not told of it, and would be of the note.
  if (!isTold(visit.status)) throw new OkaeriError('visit_early');
  const at = now();
  if (at.epochMilliseconds < visit.startsAt.epochMilliseconds) throw new OkaeriError('visit_early');
  const note = await lockNote(em, visitId, by);
  if (!note) throw new OkaeriError('note_empty');
  if (note.state === 'signed') throw new OkaeriError('note_signed', {}, { version: note.version });
  if (note.version !== sign.version) throw new OkaeriError('version_changed', {}, { version: note.version });
  if (note.text.trim() === '') throw new OkaeriError('note_empty');
  const number = note.signedVersions + 1;
  const reason = number === 1 ? null : sign.reason || null;
  if (number > 1 && !reason) throw new OkaeriError('note_reason_needed');
  const { id: noteId, text, nextSteps, language, version } = note;
  const sha256 = hashOf({ number, text, nextSteps, language });
  await em.insert(NoteVersion, {
    noteId,
    number,
    text,
    nextSteps,
    language,
    signedBy: by,
    signedAt: at,
    sha256,
    reason,
  });
  await em.update(
    Note,
    { id: noteId },
    { state: 'signed', signedVersions: number, version: version + 1, updatedAt: at },
  );
  await emit(em, 'note.signed', { noteId, number });
  await tellLookers(em, visit, [visit.patientId, by]);
  return { noteId, number };
}

/** Of the words in an order that is fixed, so that anybody can work it out again. */
export function hashOf(signed: { number: number; language: string; text: string; nextSteps: string }): string {
  const { number, language, text, nextSteps } = signed;
  return createHash('sha256')
    .update(JSON.stringify([number, language, text, nextSteps]))
    .digest('hex');
}
