/** Times or sizes of one side of a bench. */
export interface Figures {
  median: number;
  p95: number;
  max: number;
  unit: string;
}

/** The last line of a bench's standard output. `baseline` is the same thing done by somebody else, in the same run. */
export interface BenchResult {
  bench: string;
  samples: number;
  ours: Figures & Record<string, number | string>;
  baseline: Figures | null;
  /** Of the medians, ours to the baseline's. */
  ratio: number | null;
  targets: Record<string, number>;
  met: boolean;
}

export type Bench = (progress: (line: string) => void) => Promise<BenchResult>;

export function summary(values: readonly number[], unit: string): Figures {
  return {
    median: round(quantile(values, 0.5)),
    p95: round(quantile(values, 0.95)),
    // Not of the values as arguments: a million of them is more than a call takes.
    max: round(quantile(values, 1)),
    unit,
  };
}

/** Between two neighbours, the share of each that falls to it. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('no values to summarise');
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

const round = (value: number): number => Math.round(value * 10) / 10;
