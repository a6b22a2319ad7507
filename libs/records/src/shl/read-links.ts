import type { HealthLink, PersonId } from '@okaeri/contracts';
import { momentWords } from '@okaeri/words/time';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { RecordsReader } from '../reader';
import { HealthLinkOpening, HealthLinkRow } from './health-link.entity';
import { stateOf } from './make-link';

/** The links of a patient, the newest first, each with who came by it. */
export async function readLinks(em: EntityManager, reader: RecordsReader, patientId: PersonId): Promise<HealthLink[]> {
  const links = await em.find(HealthLinkRow, { where: { patientId }, order: { createdAt: 'DESC' }, take: 100 });
  const openings = await em.find(HealthLinkOpening, {
    where: { linkId: In(links.map(({ id }) => id)) },
    order: { id: 'DESC' },
    take: 500,
  });
  const words = (instant: HealthLinkOpening['at']) => momentWords({ ...reader, instant });
  return links.map((link) => ({
    ...{ linkId: link.id, label: link.label, categories: link.categories, attemptsLeft: link.attemptsLeft },
    madeWords: words(link.createdAt),
    untilWords: words(link.expiresAt),
    state: stateOf(link, reader.now),
    hasPasscode: link.passcodeHash !== null,
    openings: openings
      .filter(({ linkId }) => linkId === link.id)
      .slice(0, 20)
      .map(({ at, recipient, opened }) => ({ atWords: words(at), recipient, opened })),
  }));
}
