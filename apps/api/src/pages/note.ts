import { localized, readPeople } from '@okaeri/access';
import { readVisit } from '@okaeri/care';
import { OkaeriError, hostRole } from '@okaeri/contracts';
import type { NotePage, VisitId } from '@okaeri/contracts';
import { notesOf } from '@okaeri/records';
import { momentWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { nameOf, ownSeat, personsOf } from './card';
import type { Reader } from './reader';

/** The note of a visit for whoever may read it; not all of them had a seat. */
export async function notePage(em: EntityManager, reader: Reader, visitId: VisitId): Promise<NotePage> {
  const record = await readVisit(em, visitId);
  if (!record) throw new OkaeriError('not_found');
  const people = await readPeople(em, personsOf([record]));
  const { visit, episode, seats } = record;
  const seat = ownSeat(record, reader);
  const mayWrite = seat?.role === hostRole && seat.state !== 'removed';
  const { note, others } = await notesOf(em, reader, visitId, mayWrite);
  const isPatient = episode.patientId === reader.personId;
  const physician = seats.find(({ role }) => role === hostRole);
  return {
    visitId,
    kind: visit.kind,
    episodeId: episode.id,
    title: localized(episode.title, reader.locale),
    whenWords: momentWords({ ...reader, instant: visit.startsAt }),
    other: isPatient
      ? nameOf(people, physician?.personId, reader, hostRole)
      : nameOf(people, episode.patientId, reader, 'patient'),
    note,
    others,
    mayWrite,
  };
}
