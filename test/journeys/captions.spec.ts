import { resolve } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { openChromium } from '../support/browser';
import { eventually, giveVoices } from '../support/ears';
import { Standalone } from '../support/standalone';
import { Person } from './person';
import { openVisitOf } from './world';

/** From the physician’s microphone to an engine of the hospital, and from there under the picture that the patient sees. */
describe('captions by an engine', () => {
  let standalone: Standalone;
  let browser: Browser;
  let context: BrowserContext;
  let emily: Person;
  let sato: Person;

  beforeAll(async () => {
    standalone = await Standalone.start({ SPEECH_TO_TEXT: resolve(__dirname, '../support/engine.mjs') });
    const visitId = await openVisitOf(standalone, 'emily');
    browser = await openChromium();
    context = await browser.newContext({
      permissions: ['camera', 'microphone'],
      viewport: { width: 1280, height: 800 },
    });
    await giveVoices(context);
    const atDoor = async (name: string) => {
      const person = await Person.arriveHome(context, standalone.origin, name);
      await person.page.locator('main h1').first().waitFor();
      await person.goToVisit(standalone.origin, visitId);
      await person.screen('door');
      return person.ready();
    };
    emily = await atDoor('emily');
    await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    await emily.phase('waiting');
    sato = await atDoor('sato');
    await sato.screen('call');
    await sato.admitEverybody(1);
    for (const person of [emily, sato]) await person.phase('joined');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  const packets = async () => {
    // For a moment there may be none.
    const text = (await emily.page.locator('[data-caption="en"]').allTextContents()).at(-1);
    return Number(/(\d+) packets were heard/.exec(text ?? '')?.[1] ?? 0);
  };
  const told = (person: Person) => person.page.locator('[data-written="ja"]');

  it('are seen by the others while somebody speaks, and everybody is told that they are made', async () => {
    await Promise.all([told(emily).waitFor(), told(sato).waitFor()]);
    const first = await eventually('the first words', packets, (count) => count > 0);
    await eventually('more of them', packets, (count) => count >= first + 50);
  });

  it('are made no longer in a language that the engine does not understand', async () => {
    await sato.press('language');
    await sato.page.locator('select[data-action="speak"]').selectOption('en');
    await Promise.all([emily, sato].map((person) => told(person).waitFor({ state: 'detached' })));
  });
});
