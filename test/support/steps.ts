import type { Page } from 'playwright-core';
import type { LadderSide, Step } from '@okaeri/contracts';

/** A change of a page's ladder, and when it was, in milliseconds of the clock on the wall. */
export interface StepChange {
  at: number;
  side: LadderSide;
  step: Step;
}
interface StepsWindow {
  okaeriSteps: StepChange[];
}

/** Notes every change of a page's steps from now on, with its time. */
export const noteSteps = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const self = window as unknown as StepsWindow;
    self.okaeriSteps = [];
    const call = document.querySelector('[data-step-up]');
    if (!call) throw new Error('the page says no step');
    new MutationObserver((changes) => {
      for (const { attributeName } of changes) {
        const side = attributeName!.slice('data-step-'.length) as LadderSide;
        const step = call.getAttribute(attributeName!) as Step;
        self.okaeriSteps.push({ at: performance.timeOrigin + performance.now(), side, step });
      }
    }).observe(call, { attributeFilter: ['data-step-up', 'data-step-down'] });
  });

export const notedSteps = (page: Page): Promise<StepChange[]> =>
  page.evaluate(() => (window as unknown as StepsWindow).okaeriSteps);

/** The most of these times that fall into any one minute. */
export function mostInAMinute(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(0, ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + 60_000).length));
}
