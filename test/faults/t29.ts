import { summary, type BenchResult } from '../bench/result';
import { inRunningVisit } from './visit';

const joins = 10;

/** T29: today's Chromium joins ten times out of ten, with sound and picture both ways. Alert at the first failure. */
export function browserCanary(progress: (line: string) => void): Promise<BenchResult> {
  return inRunningVisit(async ({ emily, sato }) => {
    const times: number[] = [];
    for (let turn = 1; turn <= joins; turn++) {
      await emily.press('leave');
      await emily.screen('left');
      await sato.hears();
      const begun = performance.now();
      await emily.press('come-back');
      await emily.phase('joined');
      await emily.turnSpeakerOn();
      await Promise.all([emily.hears('sato'), sato.hears('emily'), emily.sees(1), sato.sees(1)]);
      times.push(performance.now() - begun);
      progress(`join ${turn} of ${joins}: sound and picture both ways after ${times.at(-1)?.toFixed(0)} ms`);
    }
    return {
      bench: 'T29',
      samples: joins,
      // Two decoded seconds of picture are waited for, so the time says little; that all ten came says it all.
      ours: { ...summary(times, 'ms'), joined: times.length },
      baseline: null,
      ratio: null,
      targets: { joined: joins },
      met: times.length === joins,
    };
  });
}
