import { setTimeout as pause } from 'node:timers/promises';
import { summary, type BenchResult } from './result';

/** One way of doing the thing that is compared. */
export interface Contestant {
  name: string;
  /** Does it once and answers with the milliseconds. */
  run(): Promise<number>;
}

export interface Comparison {
  bench: string;
  ours: Contestant;
  baseline: Contestant;
  samples: number;
  /** Between two runs, so that one does not disturb the next. */
  spacingMs: number;
  ratioTarget: number;
  /** Or the baseline's own maximum, if that is higher. */
  maxTargetMs: number;
}

/** Ours, theirs, theirs, ours: what drifts in the machine meanwhile falls on both alike. */
export async function compare(comparison: Comparison, progress: (line: string) => void): Promise<BenchResult> {
  const { ours, baseline, samples, spacingMs } = comparison;
  const times = new Map<Contestant, number[]>([
    [ours, []],
    [baseline, []],
  ]);
  for (const contestant of [ours, baseline]) {
    progress(`${contestant.name}: a first run, not counted: ${Math.round(await contestant.run())} ms`);
  }
  for (let block = 0; block < samples / 2; block++) {
    for (const contestant of [ours, baseline, baseline, ours]) {
      await pause(spacingMs);
      const time = await contestant.run();
      times.get(contestant)?.push(time);
      progress(`${contestant.name} ${times.get(contestant)?.length} of ${samples}: ${Math.round(time)} ms`);
    }
  }
  const mine = summary(times.get(ours) ?? [], 'ms');
  const theirs = summary(times.get(baseline) ?? [], 'ms');
  const ratio = Math.round((mine.median / theirs.median) * 1000) / 1000;
  return {
    bench: comparison.bench,
    samples,
    ours: { ...mine },
    baseline: theirs,
    ratio,
    targets: { ratio: comparison.ratioTarget, maxMs: comparison.maxTargetMs },
    met: ratio <= comparison.ratioTarget && mine.max <= Math.max(comparison.maxTargetMs, theirs.max),
  };
}
