import { nameFor, readGlass, readPeople } from '@okaeri/access';
import type { GlassPage, PersonId, PersonName, SeatRole } from '@okaeri/contracts';
import { momentWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import type { Reader } from '../pages/reader';

/** For those who answer for a hospital: who opened what in an emergency, why, and how often before. */
export async function glassPage(em: EntityManager, reader: Reader, institutionId: string): Promise<GlassPage> {
  const rows = await readGlass(em, institutionId);
  const ids = rows.flatMap(({ personId, patientId, reviewedBy }) => [
    personId,
    patientId,
    ...(reviewedBy ? [reviewedBy] : []),
  ]);
  const people = await readPeople(em, ids);
  const nameOf = (id: PersonId, role: SeatRole): PersonName => {
    const person = people.get(id);
    return person
      ? nameFor(person, reader.locale, role)
      : { display: '', bare: '', original: null, originalLang: 'en' };
  };
  return {
    items: rows.map((row) => ({
      ...{ glassId: row.glassId, reason: row.reason, earlier: row.earlier },
      by: nameOf(row.personId, 'physician'),
      patient: nameOf(row.patientId, 'patient'),
      atWords: momentWords({ ...reader, instant: row.at }),
      untilWords: momentWords({ ...reader, instant: row.until }),
      open: row.until.epochMilliseconds > reader.now.epochMilliseconds,
      review:
        row.reviewedBy && row.reviewedAt
          ? {
              justified: row.justified === true,
              by: nameOf(row.reviewedBy, 'coordinator'),
              atWords: momentWords({ ...reader, instant: row.reviewedAt }),
              note: row.reviewNote,
            }
          : null,
      mayReview: row.reviewedBy === null && row.personId !== reader.personId,
    })),
  };
}
