import { kills, Stage } from '../bench/recover/stage';
import { summary, type BenchResult } from '../bench/result';

const targets = { maxMs: 20, resumedMaxMs: 5000, ghostMs: 20_000, presses: 0 };

/**
 * T2: the signaling process that holds a visit is killed. The media goes on as if nothing were, everybody is there again over
 * the other process, and whose window is gone with it is soon in nobody's room. And the same once when Redis is gone, too.
 */
export async function fault(progress: (line: string) => void): Promise<BenchResult> {
  const stage = await Stage.open(['emily', 'sato', 'mori']);
  try {
    await stage.countPresses();
    const silent: number[] = [];
    const resumed: number[] = [];
    const kill = async (what: string, whole = true) => {
      const gap = await stage.kill('signaling', whole);
      silent.push(gap.silentMs);
      resumed.push(gap.resumedMs);
      progress(
        `${what}: silent ${gap.silentMs} ms (control ${gap.controlSilentMs}), ` +
          `${gap.cutOff} were cut off, all there again after ${Math.round(gap.resumedMs)} ms`,
      );
    };
    for (let turn = 1; turn <= kills; turn += 1) await kill(`${turn} of ${kills}`);
    const ghostMs = Math.round(await stage.vanish('mori'));
    progress(`who went with the process was nobody’s ghost after ${ghostMs} ms`);
    await stage.split.ready();
    stage.split.killRedis();
    await kill('without Redis', false);
    const presses = await stage.presses();
    return {
      bench: 'T2',
      samples: kills + 1,
      ours: { ...summary(silent, 'ms'), resumedMax: Math.round(Math.max(...resumed)), ghostMs, presses },
      baseline: null,
      ratio: null,
      targets,
      met:
        Math.max(...silent) <= targets.maxMs &&
        Math.max(...resumed) <= targets.resumedMaxMs &&
        ghostMs <= targets.ghostMs &&
        presses === targets.presses,
    };
  } finally {
    await stage.close();
  }
}
