import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { Person, hostOf } from '../journeys/person';
import { openVisitOf } from '../journeys/world';
import { launchOptions } from '../support/browser';
import { needDatabaseServer } from '../support/database-server';
import { eventually, giveVoices } from '../support/ears';
import { FakeClock } from '../support/fake-clock';
import { Standalone } from '../support/standalone';

/** What people saw whose own clocks are days apart. All but the first are faults. */
export interface Seen {
  /** Hours that the browsers' clocks were ahead of ours. */
  hoursAhead: number[];
  /** Who could not get into the call. */
  denied: string[];
  /** Pages that say other times than in a browser whose clock is right. */
  otherTimes: string[];
}

const day = 86_400;
const flags = ['--use-fake-device-for-media-stream=device-count=2,fps=10'];

/** A patient whose clock is a day ahead and a physician whose clock is a day behind are in their visit. */
export async function farBrowsers(progress: (line: string) => void): Promise<Seen> {
  const stops: (() => Promise<void>)[] = [];
  try {
    stops.push(await needDatabaseServer());
    const standalone = await Standalone.start();
    stops.push(() => standalone.stop());
    const contextAt = async (aheadSeconds: number) => {
      const env = aheadSeconds === 0 ? {} : new FakeClock(aheadSeconds).env;
      const browser = await chromium.launch({ ...launchOptions(flags), env: { ...process.env, ...env } });
      stops.push(() => browser.close());
      const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
      await giveVoices(context);
      return context;
    };
    const [right, ahead, behind] = [await contextAt(0), await contextAt(day), await contextAt(-day)];
    const arrive = (context: typeof right, name: string) => Person.arriveHome(context, standalone.origin, name);
    const [emily, sato] = [await arrive(ahead, 'emily'), await arrive(behind, 'sato')];
    const hoursAhead = await Promise.all([emily, sato].map(({ page }) => hoursAheadOf(page)));
    progress(`the browsers’ clocks are ${hoursAhead.join(' and ')} hours ahead`);

    const otherTimes: string[] = [];
    for (const [person, name] of [
      [emily, 'emily'],
      [sato, 'sato'],
    ] as const) {
      const page = await right.newPage();
      // Counted by the server, they change each minute: the two are looked at until they say the same.
      const same = async () => {
        for (const each of [page, person.page]) await each.goto(hostOf(standalone.origin, name));
        const [one, other] = [await wordsOf(page), await wordsOf(person.page)];
        return one === other ? '' : `${name}: ${other} in place of ${one}`;
      };
      await eventually(`${name} reads the right times`, same, (said) => said === '').catch(async () =>
        otherTimes.push(await same()),
      );
      await page.close();
    }

    const visitId = await openVisitOf(standalone, 'emily');
    const denied: string[] = [];
    const join = async () => {
      await emily.goToVisit(standalone.origin, visitId);
      await emily.screen('door');
      await emily.ready();
      await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
      await emily.phase('waiting');
      await sato.goToVisit(standalone.origin, visitId);
      await sato.screen('door');
      await sato.ready();
      await sato.screen('call');
      await sato.admit();
      await Promise.all([emily.phase('joined'), sato.phase('joined')]);
      await Promise.all([emily.turnSpeakerOn(), sato.turnSpeakerOn()]);
      await Promise.all([emily.hears('sato'), sato.hears('emily'), emily.sees(1), sato.sees(1)]);
    };
    await join().catch((error: Error) => denied.push(error.message));
    progress(denied.length === 0 ? 'both hear and see each other' : denied.join());
    return { hoursAhead, denied, otherTimes };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

/** Proves that the clock of the browser is what it is said to be. */
async function hoursAheadOf(page: Page): Promise<number> {
  const theirs = await page.evaluate(() => performance.timeOrigin + performance.now());
  return Math.round((theirs - performance.timeOrigin - performance.now()) / 3_600_000);
}

async function wordsOf(page: Page): Promise<string> {
  await page.locator('main h1').first().waitFor();
  return page.locator('main').first().innerText();
}
