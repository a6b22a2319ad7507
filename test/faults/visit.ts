import type { Browser, BrowserContext } from 'playwright-core';
import { Person } from '../journeys/person';
import { openVisitOf } from '../journeys/world';
import { openChromium } from '../support/browser';
import { needDatabaseServer } from '../support/database-server';
import { giveVoices } from '../support/ears';
import { Standalone } from '../support/standalone';

/** A visit of two that runs, for faults to happen to. */
export interface RunningVisit {
  standalone: Standalone;
  context: BrowserContext;
  visitId: string;
  emily: Person;
  sato: Person;
  /** One more window of the patient, at the door of this visit with her device open. */
  anotherWindow(): Promise<Person>;
}

export async function inRunningVisit<T>(use: (visit: RunningVisit) => Promise<T>): Promise<T> {
  const stops: (() => Promise<void>)[] = [];
  try {
    stops.push(await needDatabaseServer());
    const standalone = await Standalone.start();
    stops.push(() => standalone.stop());
    const browser: Browser = await openChromium(['--use-fake-device-for-media-stream=device-count=2,fps=10']);
    stops.push(() => browser.close());
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
    await giveVoices(context);
    const visitId = await openVisitOf(standalone, 'emily');
    const atDoor = async (name: string) => {
      const person = await Person.arriveHome(context, standalone.origin, name);
      await person.page.locator('main h1').first().waitFor();
      await person.goToVisit(standalone.origin, visitId);
      await person.screen('door');
      await person.page.locator('[data-media="open"]').first().waitFor();
      return person;
    };
    const emily = await (await atDoor('emily')).ready();
    await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    await emily.phase('waiting');
    const sato = await (await atDoor('sato')).ready();
    await sato.screen('call');
    await sato.admit();
    await Promise.all([emily.phase('joined'), sato.phase('joined')]);
    await Promise.all([emily.turnSpeakerOn(), sato.turnSpeakerOn()]);
    await Promise.all([emily.hears('sato'), sato.hears('emily'), emily.sees(1), sato.sees(1)]);
    return await use({ standalone, context, visitId, emily, sato, anotherWindow: () => atDoor('emily') });
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}
