import { qualityDays } from '@okaeri/contracts';
import type { QualitySample, SeatId, VisitId } from '@okaeri/contracts';
import { toInstant } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { Database } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import { endLeftSteps } from './steps';

/** One look of a page at its link, for as long as it speaks for a seat of the room. */
export async function keepSample(
  em: EntityManager,
  { seatId, connection }: { seatId: SeatId; connection: string },
  sample: QualitySample,
): Promise<void> {
  const whole = (value: number | null) => (value === null ? null : Math.round(value));
  // Nobody measures finer, and the smallest numbers that there are do not fit a `real`.
  const fine = (value: number | null) => (value === null ? null : Math.round(value * 10_000) / 10_000);
  await em.query(
    `insert into quality_sample (visit_id, seat_id, up_step, down_step, up_kbps, down_kbps, up_loss, down_loss,
                                 round_trip_ms, concealed, frames_per_second, path)
     select visit_id, id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from seat
      where id = $1 and connection = $2 and state = 'joined'`,
    [
      ...[seatId, connection, sample.upStep, sample.downStep, whole(sample.upKbps), whole(sample.downKbps)],
      ...[fine(sample.upLoss), fine(sample.downLoss), whole(sample.roundTripMs)],
      ...[fine(sample.concealed), fine(sample.framesPerSecond), sample.path],
    ],
  );
}

export interface Sampled extends QualitySample {
  seatId: SeatId;
  at: Temporal.Instant;
}

/** By seat and time, at most so many of each seat: of a long visit every second, third, … one. */
export async function readSamples(em: EntityManager, visitId: VisitId, most: number): Promise<Sampled[]> {
  const rows: (QualitySample & { seatId: SeatId; at: Date })[] = await em.query(
    `select seat_id as "seatId", at, up_step as "upStep", down_step as "downStep", up_kbps as "upKbps",
            down_kbps as "downKbps", up_loss as "upLoss", down_loss as "downLoss", round_trip_ms as "roundTripMs",
            concealed, frames_per_second as "framesPerSecond", path
       from (select *, row_number() over (partition by seat_id order by at) as nth,
                    count(*) over (partition by seat_id) as total
               from quality_sample where visit_id = $1) as sample
      where nth % ((total + $2 - 1) / $2) = 0
      order by seat_id, at`,
    [visitId, most],
  );
  return rows.map((row) => ({ ...row, at: toInstant(row.at) }));
}

/** What is measured is kept for some months; what nobody ended is over with its visit. */
export async function sweepLinks({ manager }: Database): Promise<void> {
  await manager.query(`delete from quality_sample where at < now() - make_interval(days => $1)`, [qualityDays]);
  await endLeftSteps(manager);
}
