import { summary, type BenchResult } from '../bench/result';
import { eventually, streamsOf } from '../support/ears';
import { inRunningVisit } from './visit';

const takeovers = 10;
const targetMs = 1_000;

/**
 * T14: one person in two windows. The newer window takes over, the older says so within a second, and the physician
 * never gets two pictures or two voices of her.
 */
export function twoWindows(progress: (line: string) => void): Promise<BenchResult> {
  return inRunningVisit(async ({ emily, sato, anotherWindow }) => {
    const times: number[] = [];
    let doubles = 0;
    let older = emily;
    for (let turn = 1; turn <= takeovers; turn++) {
      const newer = await anotherWindow();
      const begun = performance.now();
      await newer.press('ready');
      await older.screen('superseded');
      times.push(performance.now() - begun);
      await newer.phase('joined');
      await newer.turnSpeakerOn();
      await Promise.all([sato.hears('emily'), sato.sees(1)]);
      const voices = await sato.page.locator('audio[data-kind="voice"]').count();
      const before = await streamsOf(sato.page);
      await eventually(
        'frames go on',
        () => streamsOf(sato.page),
        (now) => now.framesDecoded > before.framesDecoded,
      );
      if (voices !== 1 || before.widths.length !== 1) doubles++;
      progress(`takeover ${turn} of ${takeovers}: the older window said so after ${times.at(-1)?.toFixed(0)} ms`);
      await older.page.close();
      older = newer;
    }
    const ours = summary(times, 'ms');
    return {
      bench: 'T14',
      samples: takeovers,
      ours: { ...ours, doubles },
      baseline: null,
      ratio: null,
      targets: { maxMs: targetMs, doubles: 0 },
      met: ours.max <= targetMs && doubles === 0,
    };
  });
}
