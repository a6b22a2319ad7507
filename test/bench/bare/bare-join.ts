import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { fixCameraSize } from '../../support/browser';
import type { Contestant } from '../compare';
import { firstPicture, readyToMeasure, watchFirstPicture } from '../first-picture';
import { startBare } from './bare';

const ready = (page: Page) => page.waitForSelector('body[data-state="ready"]', { state: 'attached' });

/** The bare page as a contestant: somebody sends 640×360 all the time, somebody else joins again and again. */
export async function bareJoin(browser: Browser, settleMs: number): Promise<Contestant & { stop(): Promise<void> }> {
  const bare = await startBare();
  const sender = await browser.newContext();
  await fixCameraSize(sender, 640, 360);
  const sending = await sender.newPage();
  await sending.goto(bare.url);
  await ready(sending);
  await sending.click('#join');
  await sending.waitForSelector('body[data-state="sending"]', { state: 'attached' });

  const joiner = await browser.newContext();
  await watchFirstPicture(joiner);
  const page = await joiner.newPage();
  return {
    name: 'bare',
    async run() {
      await page.goto(bare.url);
      await ready(page);
      await readyToMeasure(page);
      await pause(settleMs);
      await page.click('#join');
      const time = await firstPicture(page);
      // Own media goes out, too, before this one counts as joined.
      await page.waitForSelector('body[data-state="sending"]', { state: 'attached' });
      await pause(settleMs);
      await page.goto('about:blank');
      return time;
    },
    async stop() {
      await sender.close();
      await joiner.close();
      await bare.stop();
    },
  };
}
