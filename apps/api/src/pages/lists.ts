import { readPeople } from '@okaeri/access';
import { readMoves, readThingsToldTo, readVisits } from '@okaeri/care';
import type { VisitRecord, VisitsWanted } from '@okaeri/care';
import type { VisitCard } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';
import { cardOf, ownSeat, personsOf } from './card';
import type { Reader } from './reader';

export interface Listed {
  record: VisitRecord;
  card: VisitCard;
}

/** Visits in which the reader has a seat, as cards. Who was shown out of one does not see it here any more. */
export async function listVisits(
  em: EntityManager,
  reader: Reader,
  wanted: Omit<VisitsWanted, 'personId'>,
): Promise<Listed[]> {
  const records = await readVisits(em, { ...wanted, personId: reader.personId });
  const people = await readPeople(em, personsOf(records));
  const moves = await readMoves(
    em,
    records.map(({ visit }) => visit.id),
  );
  const things = await readThingsToldTo(em, records, reader);
  return records.flatMap((record) => {
    const seat = ownSeat(record, reader);
    if (!seat) return [];
    const { id } = record.visit;
    const known = { movedFrom: moves.get(id)?.before?.startsAt, things: things.get(id) };
    return [{ record, card: cardOf(record, people, reader, seat.role, known) }];
  });
}
