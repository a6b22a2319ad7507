import type { Browser, BrowserContext } from 'playwright-core';
import { say } from '@okaeri/words';
import { openChromium } from '../support/browser';
import { eventually, giveVoices } from '../support/ears';
import { Standalone } from '../support/standalone';
import { hostOf, Person } from './person';
import { openVisitOf } from './world';

/** The waiting room from both sides of the door. */
describe('a physician who is late', () => {
  let standalone: Standalone;
  let browser: Browser;
  let context: BrowserContext;
  let visitId: string;
  let emily: Person;
  let mori: Person;
  let sato: Person;

  beforeAll(async () => {
    standalone = await Standalone.start();
    browser = await openChromium();
    context = await browser.newContext({
      permissions: ['camera', 'microphone'],
      viewport: { width: 1200, height: 800 },
    });
    await giveVoices(context);
    visitId = await openVisitOf(standalone, 'emily');
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  const atDoor = async (name: string) => {
    const person = await Person.arriveHome(context, standalone.origin, name);
    await person.page.locator('main h1').first().waitFor();
    await person.goToVisit(standalone.origin, visitId);
    await person.screen('door');
    return person;
  };

  it('says so from the page of the day, and who waits reads it in her language', async () => {
    emily = await (await atDoor('emily')).ready();
    await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    await emily.phase('waiting');
    sato = await Person.arriveHome(context, standalone.origin, 'sato');
    await sato.page.goto(`${hostOf(standalone.origin, 'sato')}/today`);
    await sato.press('late-20');
    const late = emily.page.locator('[data-message="late"]');
    await late.getByText('We are running late.').waitFor();
    await emily.page.locator('[data-expected]').waitFor();
    await sato.page.getByRole('button', { name: say('ja', 'waiting.late.none') }).waitFor();
  });

  it('writes a word to those who wait', async () => {
    await sato.page.locator('[data-field="to-waiting"]').fill('Please have your list of medicines at hand.');
    await sato.press('send-waiting');
    await emily.page.getByText('Please have your list of medicines at hand.').waitFor();
    await sato.page.getByText(say('ja', 'waiting.write.sent')).waitFor();
  });

  it('puts those who wait in another order', async () => {
    mori = await (await atDoor('mori')).ready();
    await mori.phase('waiting');
    const desk = await (await atDoor('sato')).ready();
    await desk.screen('call');
    await desk.press('people');
    const people = desk.page.locator('dialog [data-waiting] li[data-seat]');
    const order = () => people.evaluateAll((items) => items.map((item) => item.getAttribute('data-seat')));
    const before = await eventually('both wait', order, (seats) => seats.length === 2);
    await desk.page.locator('dialog [data-action="wait-down"]').first().click();
    await eventually('the order is turned', order, (seats) => seats.join() === before.toReversed().join());
    await desk.page.close();
  });

  it('lets her in from the page of the day, without a window in the visit', async () => {
    const card = sato.page.locator('li', { has: sato.page.getByText(/エミリー/) }).filter({
      has: sato.page.locator('[data-action="admit"]'),
    });
    await card.locator('[data-action="admit"]').first().click();
    await emily.phase('joined');
    await mori.phase('waiting');
  });
});
