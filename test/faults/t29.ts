import { summary, type BenchResult } from '../bench/result';
import { inRunningVisit } from './visit';

const joins = 10;

/** T29: today's Chromium joins ten times out of ten, with sound, picture and a shown screen. Alert at the first failure. */
export function browserCanary(progress: (line: string) => void): Promise<BenchResult> {
  return inRunningVisit(async ({ emily, sato }) => {
    const times: number[] = [];
    let screens = 0;
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
      if (!(await sato.page.locator('[data-screen="tour-panel"]').isVisible())) await sato.press('tour');
      await sato.press('share');
      await emily.seesScreen();
      await sato.press('share-stop');
      await emily.seesNoScreen();
      screens += 1;
      progress(
        `join ${turn} of ${joins}: sound and picture both ways after ${times.at(-1)?.toFixed(0)} ms, and a screen`,
      );
    }
    return {
      bench: 'T29',
      samples: joins,
      // Two decoded seconds of picture are waited for, so the time says little; that all ten came says it all.
      ours: { ...summary(times, 'ms'), joined: times.length, screens },
      baseline: null,
      ratio: null,
      targets: { joined: joins, screens: joins },
      met: times.length === joins && screens === joins,
    };
  });
}
