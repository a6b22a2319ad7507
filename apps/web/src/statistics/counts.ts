import type { StatisticsPage } from '@okaeri/contracts';

/** What became of visits, in the order in which it is drawn and said. */
export const outcomes = ['attended', 'late', 'noshow', 'notReceived', 'technical', 'cancelled'] as const;
export type Outcome = (typeof outcomes)[number];
export type Counts = Pick<StatisticsPage['byHour'][number], Outcome>;

export const totalOf = (counts: Counts): number => outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);

export interface Piece {
  outcome: Outcome;
  from: number;
  to: number;
}

/** One on top of the other, as shares of `most`; what was none has no piece. */
export function stackOf(counts: Counts, most: number): Piece[] {
  let below = 0;
  return outcomes.flatMap((outcome) => {
    if (counts[outcome] === 0) return [];
    const from = below / most;
    below += counts[outcome];
    return [{ outcome, from, to: below / most }];
  });
}

/** Of visits to which both sides could have come: to how many the patient did not. Null where there was none. */
export function missedShare({ attended, late, noshow }: Counts): number | null {
  const possible = attended + late + noshow;
  return possible === 0 ? null : noshow / possible;
}

export const sumOf = (rows: readonly Counts[]): Counts =>
  Object.fromEntries(
    outcomes.map((outcome) => [outcome, rows.reduce((sum, row) => sum + row[outcome], 0)]),
  ) as unknown as Counts;
