import { back, kills, Stage, type StageOptions } from '../bench/recover/stage';
import { openDistantChromium } from '../support/browser';
import { summary, type BenchResult } from '../bench/result';

const targets = { workerP95: 1000, sfuP95: 2500, presses: 0 };

/**
 * Three browsers draw, encode and decode on one machine what would be three machines' work: small windows and ten pictures a
 * second leave the processor to what is measured. With twenty it is busy before anything is killed.
 */
const atDesks: StageOptions = {
  chromium: (flags = []) => openDistantChromium([...flags, '--use-fake-device-for-media-stream=fps=10']),
  control: false,
  page: { deviceScaleFactor: 0.5 },
};

/**
 * T1: the worker, then the whole sfu, is killed under a visit of two and an interpreter. Each of them hears and sees each
 * of the others again, by herself: nobody presses anything. Three browsers on one machine come after the processes that they
 * wait for, as if each were at a machine of its own.
 */
export async function fault(progress: (line: string) => void): Promise<BenchResult> {
  const stage = await Stage.open(['emily', 'sato', 'mori'], atDesks);
  try {
    await stage.countPresses();
    const times: Record<'worker' | 'sfu', number[]> = { worker: [], sfu: [] };
    for (const victim of ['worker', 'sfu'] as const) {
      for (let turn = 1; turn <= kills; turn += 1) {
        const gap = await stage.kill(victim);
        times[victim].push(back(gap));
        progress(
          `${victim} ${turn} of ${kills}: at all three after ${Math.round(back(gap))} ms ` +
            `(sound ${gap.silentMs}, pictures ${Math.round(gap.frozenMs)})`,
        );
      }
    }
    const [worker, sfu] = [summary(times.worker, 'ms'), summary(times.sfu, 'ms')];
    const presses = await stage.presses();
    return {
      bench: 'T1',
      samples: 2 * kills,
      ours: {
        ...summary([...times.worker, ...times.sfu], 'ms'),
        ...{ workerMedian: worker.median, workerP95: worker.p95, workerMax: worker.max },
        ...{ sfuMedian: sfu.median, sfuP95: sfu.p95, sfuMax: sfu.max },
        presses,
      },
      baseline: null,
      ratio: null,
      targets,
      met: worker.p95 <= targets.workerP95 && sfu.p95 <= targets.sfuP95 && presses === targets.presses,
    };
  } finally {
    await stage.close();
  }
}
