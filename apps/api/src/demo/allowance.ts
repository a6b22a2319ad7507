import { BookingAllowance } from '@okaeri/care';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { demoPerson } from './people';
import { episodeId, personId } from './seed';

/** The first patient of the demo world may choose two times herself; what she has used stays used. */
export async function seedAllowance(em: EntityManager): Promise<void> {
  const id = episodeId('emily-proton');
  if (await em.existsBy(BookingAllowance, { episodeId: id })) return;
  const today = now().toZonedDateTimeISO(demoPerson('emily').zone).toPlainDate();
  await em.insert(BookingAllowance, {
    ...{ episodeId: id, physicianId: personId('sato'), minutes: 30, remaining: 2, byId: personId('tanaka') },
    ...{ earliest: today.add({ days: 7 }).toString(), latest: today.add({ days: 63 }).toString() },
    ask: { personIds: [personId('mori')], languages: ['ja', 'en'], minutes: 240 },
  });
}
