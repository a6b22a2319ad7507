import type { TodayPage } from '@okaeri/contracts';
import { dayRange } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { listVisits } from './lists';
import type { Listed } from './lists';
import { clockOf } from './reader';
import type { Reader } from './reader';

const daysAhead = 7;

/** The day of staff, on their own calendar; a visit that began yesterday and still runs is on it. */
export async function todayPage(em: EntityManager, reader: Reader): Promise<{ page: TodayPage; listed: Listed[] }> {
  const { start, end } = dayRange(reader.zone, reader.now);
  const listed = await listVisits(em, reader, {
    from: start.subtract({ hours: 24 }),
    to: end.add({ hours: 24 * daysAhead }),
  });
  const startsAt = ({ record }: Listed) => record.visit.startsAt.epochMilliseconds;
  const shown = listed.filter((each) => startsAt(each) >= start.epochMilliseconds || each.card.door === 'open');
  const visits = shown.filter((each) => startsAt(each) < end.epochMilliseconds);
  const later = shown.filter((each) => startsAt(each) >= end.epochMilliseconds && each.card.status !== 'cancelled');
  return {
    page: {
      now: clockOf(reader),
      visits: visits.map(({ card }) => card),
      later: later.map(({ card }) => card),
    },
    listed: [...visits, ...later],
  };
}
