import type { QualityPage } from '@okaeri/contracts';

export type SeatQuality = QualityPage['seats'][number];
export type Sample = SeatQuality['samples'][number];

/** What is drawn and listed of a sample: one value, or one for each direction. */
export const measures = {
  roundTrip: { both: ({ roundTripMs }: Sample) => roundTripMs },
  loss: { up: ({ upLoss }: Sample) => upLoss, down: ({ downLoss }: Sample) => downLoss },
  kbps: { up: ({ upKbps }: Sample) => upKbps, down: ({ downKbps }: Sample) => downKbps },
} as const;
export type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as Measure[];
export type Direction = 'up' | 'down' | 'both';

export const valuesOf = (measure: Measure): [Direction, (sample: Sample) => number | null][] =>
  Object.entries(measures[measure]) as [Direction, (sample: Sample) => number | null][];

/** Longer than this without a sample, nothing is known of what was between. */
const gapSeconds = 30;

/** The path of a line through a box of 1 × 1, the origin above; it is broken where nothing is known. */
export function pathOf(
  samples: readonly Sample[],
  value: (sample: Sample) => number | null,
  span: { from: number; to: number; most: number },
): string {
  const width = Math.max(1, span.to - span.from);
  let before: number | null = null;
  return samples
    .flatMap((sample) => {
      const y = value(sample);
      if (y === null) {
        before = null;
        return [];
      }
      const joined = before !== null && sample.second - before <= gapSeconds;
      before = sample.second;
      const x = (sample.second - span.from) / width;
      return [`${joined ? 'L' : 'M'}${round(x)} ${round(1 - y / span.most)}`];
    })
    .join('');
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** A round number that everything stays below. */
export function mostOf(values: readonly number[], least: number): number {
  const highest = Math.max(least, ...values);
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 2, 5, 10].find((one) => one * power >= highest) ?? 10;
  return step * power;
}

export interface Minute {
  atWords: string;
  values: Record<Measure, Partial<Record<Direction, number | null>>>;
}

/** One line a minute, by the reader’s clock: the mean of what was measured in it. */
export function minutesOf(samples: readonly Sample[]): Minute[] {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) groups.set(sample.atWords, [...(groups.get(sample.atWords) ?? []), sample]);
  return [...groups].map(([atWords, group]) => ({
    atWords,
    values: Object.fromEntries(
      measureNames.map((measure) => [
        measure,
        Object.fromEntries(valuesOf(measure).map(([direction, value]) => [direction, mean(group.map(value))])),
      ]),
    ) as Minute['values'],
  }));
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
