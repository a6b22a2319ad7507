import { readPeople } from '@okaeri/access';
import { readVisit } from '@okaeri/care';
import type { VisitMessage } from '@okaeri/consult';
import { localeTags } from '@okaeri/contracts';
import type { ChatMessage, VisitId } from '@okaeri/contracts';
import { filesOf } from '@okaeri/records';
import { say } from '@okaeri/words';
import { momentWords, toInstant } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { nameOf } from '../pages/card';
import type { Reader } from '../pages/reader';

/** Messages as this reader sees them, with the files that were handed over. */
export async function messagesOf(
  em: EntityManager,
  reader: Reader,
  visitId: VisitId,
  rows: readonly VisitMessage[],
): Promise<ChatMessage[]> {
  if (rows.length === 0) return [];
  const record = await readVisit(em, visitId);
  const people = await readPeople(
    em,
    rows.map(({ byId }) => byId),
  );
  const files = rows.some(({ fileId }) => fileId !== null) ? await filesOf(em, reader, visitId) : [];
  const roles = new Map(record?.seats.map(({ personId, role }) => [personId, role]));
  return rows.map((row) => ({
    messageId: row.id,
    atWords: momentWords({ ...reader, instant: row.at }),
    // Who has no seat wrote as one of those who look after it.
    by: nameOf(people, row.byId, reader, roles.get(row.byId) ?? 'coordinator'),
    mine: row.byId === reader.personId,
    kind: row.kind,
    text: row.kind === 'late' ? lateWords(row, reader) : row.text,
    language: row.kind === 'late' ? localeTags[reader.locale] : localeTags[row.language],
    // One that was removed is gone from here too.
    file: files.find(({ fileId, state }) => fileId === row.fileId && state === 'ready') ?? null,
    audience: row.audience,
    to: row.toSeatId,
  }));
}

function lateWords({ text }: VisitMessage, reader: Reader): string {
  if (text === '') return say(reader.locale, 'waiting.message.onTime');
  return say(reader.locale, 'waiting.message.late', {
    time: momentWords({ ...reader, instant: toInstant(text) }),
  });
}
