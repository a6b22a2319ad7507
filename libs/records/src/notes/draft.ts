import { OkaeriError } from '@okaeri/contracts';
import type { NoteDraft, PersonId, VisitId } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { visitFacts } from '../visit-facts';
import { Note } from './note.entities';

/**
 * Keeps what is written, as often as it is sent. The version says what the writer had before her: where another window
 * has kept something else since, nothing is overwritten, and she is told. The same words once more change nothing.
 */
export async function keepDraft(
  em: EntityManager,
  { visitId, by, draft }: { visitId: VisitId; by: PersonId; draft: NoteDraft },
): Promise<void> {
  const { version, ...words } = draft;
  const visit = await visitFacts(em, visitId);
  if (version === 0) {
    const inserted = await em
      .createQueryBuilder()
      .insert()
      .into(Note)
      .values({ visitId, episodeId: visit.episodeId, authorId: by, updatedAt: now(), ...words })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length > 0) return;
  }
  const note = await lockNote(em, visitId, by);
  if (!note) throw new OkaeriError('version_changed', {}, { version: 0 });
  if (sameWords(note, words)) return;
  if (note.version !== version) {
    // What was on its way while she signed belongs to no version: she is told so, and her words are still on her page.
    throw new OkaeriError(note.state === 'signed' ? 'note_signed' : 'version_changed', {}, { version: note.version });
  }
  await em.update(Note, { id: note.id }, { ...words, state: 'draft', version: version + 1, updatedAt: now() });
}

type Words = Omit<NoteDraft, 'version'>;

function sameWords(note: Words, words: Words): boolean {
  return note.text === words.text && note.nextSteps === words.nextSteps && note.language === words.language;
}

export function lockNote(em: EntityManager, visitId: VisitId, authorId: PersonId): Promise<Note | null> {
  return em.findOne(Note, { where: { visitId, authorId }, lock: { mode: 'pessimistic_write' } });
}
