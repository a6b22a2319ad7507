import { Visit } from '@okaeri/care';
import { seedMessage } from '@okaeri/followup';
import type { Vault } from '@okaeri/platform';
import { seedFile, seedNote } from '@okaeri/records';
import type { EntityManager } from 'typeorm';
import { stageEpisode } from './moving-clock';
import { episodeId, personId } from './seed';

const note = {
  text:
    'Ms. Tremblay is well. The cough is gone, and she walks for an hour every day. The skin over the treated field has ' +
    'healed without a mark. The scan of her hospital in Toronto shows no new shadow.',
  nextSteps: 'Blood test in two weeks at the usual laboratory. Next visit in a month, with the new scan.',
};
const message =
  'Thank you for the visit. The laboratory will send the result on Thursday. May I swim again until then?';

/** What her last visit left behind, so that no page of the demo world is empty. Does nothing where it is there already. */
export async function seedRecords(em: EntityManager, vault: Vault): Promise<void> {
  const episode = episodeId(stageEpisode.key);
  // The second of the past that was made with her, and the same one at every start.
  const [, visit] = await em.find(Visit, {
    where: { episodeId: episode, status: 'fulfilled', outcomeRule: 'met' },
    order: { startsAt: 'ASC' },
    take: 2,
  });
  if (!visit) return;
  const { id: visitId, startsAt, minutes } = visit;
  const [emily, sato] = [personId('emily'), personId('sato')];
  const ended = startsAt.add({ minutes });
  const of = { visitId, episodeId: episode };
  await seedNote(em, { ...of, ...note, authorId: sato, language: 'en', signedAt: ended.add({ minutes: 12 }) });
  await seedMessage(em, {
    episodeId: episode,
    byId: emily,
    language: 'en',
    text: message,
    at: ended.add({ hours: 3 }),
  });
  await seedFile(em, vault, {
    ...of,
    ...{ patientId: emily, byId: emily },
    ...{ name: 'scar.png', at: startsAt.subtract({ minutes: 20 }) },
  });
}
