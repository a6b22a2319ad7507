import type { Browser } from 'playwright-core';
import { fixCameraSize, openChromium } from '../support/browser';
import { giveVoices, streamsOf } from '../support/ears';
import { Standalone } from '../support/standalone';
import { Person } from './person';
import { inviteGuests, openVisitOf } from './world';

const guests = ['linh', 'hoa', 'grace', 'ito', 'kimura', 'haruto', 'chen', 'hayashi'];
const everyone = ['emily', 'sato', 'mori', 'tanaka', ...guests];

/** A case conference as large as it may be, all on one machine: small cameras of five pictures a second. */
describe('twelve on camera', () => {
  let standalone: Standalone;
  let browser: Browser;
  const people = new Map<string, Person>();
  const person = (name: string) => people.get(name) as Person;
  const othersOf = (name: string) => everyone.filter((other) => other !== name);

  beforeAll(async () => {
    standalone = await Standalone.start();
    const visitId = await openVisitOf(standalone, 'emily');
    await inviteGuests(standalone, visitId, guests);
    browser = await openChromium(['--use-fake-device-for-media-stream=fps=5']);
    for (const name of everyone) {
      // One context each, as small as a desk may be: it is drawn by the same two cores.
      const context = await browser.newContext({
        permissions: ['camera', 'microphone'],
        viewport: { width: 960, height: 600 },
      });
      await fixCameraSize(context, 320, 180);
      await giveVoices(context);
      const one = await Person.arriveHome(context, standalone.origin, name);
      await one.page.locator('h1').first().waitFor();
      await one.goToVisit(standalone.origin, visitId);
      await one.screen('door');
      people.set(name, one);
      await one.ready();
      if (name === 'emily') await one.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
      if (name !== 'sato') await one.phase('waiting');
    }
    await person('sato').phase('joined');
    await person('sato').admitEverybody(11);
    for (const name of everyone) await person(name).phase('joined');
    for (const name of everyone) await person(name).turnSpeakerOn();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  it('each hears the eleven others and nobody else', async () => {
    for (const name of everyone) await person(name).hears(...othersOf(name));
  }, 120_000);

  it('each sees eleven pictures that move', async () => {
    for (const name of everyone) await person(name).sees(11);
  }, 240_000);

  it('sends each picture as small as the tiles in which it is shown', async () => {
    const { widths } = await streamsOf(person('emily').page);
    expect(Math.max(...widths)).toBeLessThanOrEqual(320);
  });
});
