import type { PersonId, SeriesKeeps, VisitId } from '@okaeri/contracts';
import { emit } from '@okaeri/platform';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { bookVisit } from './booking';
import type { Booking } from './booking';

/** Visits at the same time every so many weeks; `keeps`: on whose wall it stays the same when clocks change. */
export interface Series {
  keeps: SeriesKeeps;
  everyWeeks: number;
  by: PersonId;
}

/** The earliest first. All of them or none: fails with what `isOverlap` knows where one cannot be had. Each is a visit of its own from then on. */
export async function bookSeries(
  em: EntityManager,
  booking: Omit<Booking, 'startsAt'>,
  startsAt: readonly Temporal.Instant[],
  { keeps, everyWeeks, by }: Series,
): Promise<VisitId[]> {
  const rows: { id: string }[] = await em.query(
    `insert into visit_series (episode_id, keeps, every_weeks, times, by_id) values ($1, $2, $3, $4, $5) returning id`,
    [booking.episodeId, keeps, everyWeeks, startsAt.length, by],
  );
  const [series] = rows;
  if (!series) throw new Error('A series was not kept.');
  const visitIds: VisitId[] = [];
  for (const each of startsAt) {
    visitIds.push(await bookVisit(em, { ...booking, startsAt: each, seriesId: series.id, quiet: true }));
  }
  const [first] = visitIds;
  // Where interpreters are asked, each visit is told once one of them has accepted it.
  if (first && !booking.ask) await emit(em, 'series.booked', { visitId: first });
  return visitIds;
}
