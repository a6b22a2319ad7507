import { back, kills, Stage, type Gap, type Victim } from './recover/stage';
import { summary, type BenchResult } from './result';

const targets = { signalingMaxMs: 20, workerP95Ms: 1000, sfuP95Ms: 2500 };
const victims: readonly Victim[] = ['signaling', 'worker', 'sfu'];

/**
 * What receivers miss when a process is killed under a visit: the longest run of blocks of 10 ms below −50 dBFS of a steady
 * tone, counted in the audio thread, less the same of a pair that nothing was done to; for worker and sfu also the longest
 * time without a frame that is shown.
 */
export async function recover(progress: (line: string) => void): Promise<BenchResult> {
  const stage = await Stage.open();
  try {
    const gaps: Record<Victim, Gap[]> = { signaling: [], worker: [], sfu: [] };
    for (const victim of victims) {
      for (let turn = 1; turn <= kills; turn += 1) {
        const gap = await stage.kill(victim);
        gaps[victim].push(gap);
        progress(
          `${victim} ${turn} of ${kills}: silent ${gap.silentMs} ms (control ${gap.controlSilentMs}), ` +
            `without a frame ${Math.round(gap.frozenMs)} ms, ${gap.concealedSamples} samples made up`,
        );
      }
    }
    const signaling = summary(
      gaps.signaling.map(({ silentMs }) => silentMs),
      'ms',
    );
    const [worker, sfu] = (['worker', 'sfu'] as const).map((victim) => summary(gaps[victim].map(back), 'ms'));
    if (!worker || !sfu) throw new Error('nothing was killed');
    return {
      bench: 'recover',
      samples: kills * victims.length,
      ours: {
        ...summary(
          victims.flatMap((victim) => gaps[victim].map(back)),
          'ms',
        ),
        ...named('signaling', signaling),
        ...named('worker', worker),
        ...named('sfu', sfu),
        controlMax: Math.max(
          ...victims.flatMap((victim) => gaps[victim].map(({ controlSilentMs }) => controlSilentMs)),
        ),
        concealedAtSignaling: Math.max(...gaps.signaling.map(({ concealedSamples }) => concealedSamples)),
      },
      baseline: null,
      ratio: null,
      targets,
      met: signaling.max <= targets.signalingMaxMs && worker.p95 <= targets.workerP95Ms && sfu.p95 <= targets.sfuP95Ms,
    };
  } finally {
    await stage.close();
  }
}

const named = (name: string, { median, p95, max }: { median: number; p95: number; max: number }) => ({
  [`${name}Median`]: median,
  [`${name}P95`]: p95,
  [`${name}Max`]: max,
});
