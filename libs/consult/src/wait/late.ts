import { sayExpected } from '@okaeri/care';
import type { Locale, PersonId, VisitId } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';
import { postLate } from '../chat';

/** The visit begins later: everybody who waits reads it, and the door stays open for longer. */
export async function sayLate(
  em: EntityManager,
  late: { visitId: VisitId; by: PersonId; language: Locale; minutes: number },
): Promise<void> {
  const expectedAt = await sayExpected(em, late.visitId, late.minutes);
  await postLate(em, { ...late, expectedAt });
}
