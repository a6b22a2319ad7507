import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { Person } from '../journeys/person';
import { openVisitOf } from '../journeys/world';
import { fixCameraSize, openChromium } from '../support/browser';
import { needDatabaseServer } from '../support/database-server';
import { Standalone } from '../support/standalone';
import { bareJoin } from './bare/bare-join';
import { compare, type Contestant } from './compare';
import { firstPicture, readyToMeasure, watchFirstPicture } from './first-picture';
import type { BenchResult } from './result';

const samples = 40;
/** Before a click, until a page has come to rest; after it, until the own media flows. */
const settleMs = 600;
const spacingMs = 400;

/**
 * From the click on "Join" to the first frame of the other person's picture: our own page on the standalone server, with
 * its sessions, its database and its second process, against a bare mediasoup page that has none of them. Both in one
 * Chromium, camera already granted, own media sent, the other person sending 640×360 VP8 and Opus all the time.
 */
export async function join(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<void>)[] = [];
  try {
    stops.push(await needDatabaseServer());
    const standalone = await Standalone.start();
    stops.push(() => standalone.stop());
    const browser = await openChromium();
    stops.push(() => browser.close());
    const ours = await ourJoin(browser, standalone);
    const baseline = await bareJoin(browser, settleMs);
    stops.push(() => baseline.stop());
    progress('both rooms stand; somebody sends in each of them');
    return await compare(
      { bench: 'join', ours, baseline, samples, spacingMs, ratioTarget: 1.15, maxTargetMs: 300 },
      progress,
    );
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

/** The patient sends; the physician, who needs nobody's leave, joins, leaves and comes back. */
async function ourJoin(browser: Browser, standalone: Standalone): Promise<Contestant> {
  const visitId = await openVisitOf(standalone, 'emily');
  const home = await browser.newContext();
  await fixCameraSize(home, 640, 360);
  const emily = new Person('emily', await home.newPage());
  await emily.goToVisit(standalone.origin, visitId);
  await emily.ready();
  await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
  await emily.phase('waiting');

  const clinic = await browser.newContext();
  await watchFirstPicture(clinic);
  const sato = new Person('sato', await clinic.newPage());
  await sato.goToVisit(standalone.origin, visitId);
  await sato.ready();
  await sato.screen('call');
  await sato.admit();
  await emily.phase('joined');
  await sato.press('leave');
  await sato.screen('left');

  return {
    name: 'ours',
    async run() {
      await sato.goToVisit(standalone.origin, visitId);
      await sato.phase('admitted');
      await sato.page.locator('[data-media="open"]').first().waitFor();
      await readyToMeasure(sato.page);
      await pause(settleMs);
      await sato.press('ready');
      const time = await firstPicture(sato.page);
      await pause(settleMs);
      await sato.press('leave');
      await sato.screen('left');
      return time;
    },
  };
}
