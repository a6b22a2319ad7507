import { localized, nameFor, readPeople } from '@okaeri/access';
import { readVisit } from '@okaeri/care';
import { OkaeriError, slotDays } from '@okaeri/contracts';
import type { PersonId, SelfPage, VisitId } from '@okaeri/contracts';
import { readAllowance, whenOfEpisode } from '@okaeri/scheduling';
import type { Slots } from '@okaeri/scheduling';
import { wallOf } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { episodeOf } from '../booking/booked-people';
import type { Reader } from '../pages/reader';
import type { SelfBooking } from './self-booking';

/** Times among which a patient may choose for her next visit. */
export async function timesPage(em: EntityManager, slots: Slots, reader: Reader, episodeId: string): Promise<SelfPage> {
  const { physicianId, minutes, remaining } = await readAllowance(em, episodeId);
  const asked = { from: wallOf(reader.now, reader.zone).date, days: slotDays };
  const { slots: found } = await slots.own(episodeId, asked, reader);
  return { ...(await about(em, reader, episodeId, physicianId)), minutes, remaining, move: null, slots: found };
}

/** Times to which a patient may put a visit of hers. */
export async function moveTimesPage(
  em: EntityManager,
  { slots, self }: { slots: Slots; self: SelfBooking },
  reader: Reader,
  visitId: VisitId,
): Promise<SelfPage> {
  const record = await readVisit(em, visitId);
  const host = record?.seats.find(({ role }) => role === 'physician');
  if (!record || !host) throw new OkaeriError('not_found');
  const { slots: found } = await slots.ownMove(await self.moveQuery(record), reader);
  const { minutes } = record.visit;
  const page = await about(em, reader, record.episode.id, host.personId);
  const when = whenOfEpisode(await episodeOf(em, record.episode.id), record.visit, reader);
  // Where it is now, it need not be put.
  const others = found.filter(({ startsAt }) => startsAt !== when.startsAt);
  return { ...page, minutes, remaining: 0, move: { visitId, when }, slots: others };
}

async function about(em: EntityManager, reader: Reader, episodeId: string, physicianId: PersonId) {
  const { episode, institution } = await episodeOf(em, episodeId);
  const physician = (await readPeople(em, [physicianId])).get(physicianId);
  if (!physician) throw new OkaeriError('not_found');
  return {
    episodeId: episode.id,
    title: localized(episode.title, reader.locale),
    institution: localized(institution.name, reader.locale),
    physician: nameFor(physician, reader.locale, 'physician'),
  };
}
