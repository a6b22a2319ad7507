import type { Browser, BrowserContext } from 'playwright-core';
import { openChromium } from '../support/browser';
import { troubleDevices } from '../support/devices';
import { giveVoices } from '../support/ears';
import { Standalone } from '../support/standalone';
import { Person } from './person';
import { inviteGuests, openVisitOf } from './world';

/** The fullest visit: six people, three of them with pictures. */
const withPicture = ['emily', 'sato', 'mori'];
const soundOnly = ['tanaka', 'hoa', 'chen'];
const everyone = [...withPicture, ...soundOnly];

describe('six people in one visit', () => {
  let standalone: Standalone;
  let browser: Browser;
  let context: BrowserContext;
  const people = new Map<string, Person>();
  const person = (name: string) => people.get(name) as Person;

  beforeAll(async () => {
    standalone = await Standalone.start();
    const visitId = await openVisitOf(standalone, 'emily');
    await inviteGuests(standalone, visitId, soundOnly);
    browser = await openChromium(['--use-fake-device-for-media-stream=device-count=2,fps=10']);
    context = await browser.newContext({
      permissions: ['camera', 'microphone'],
      viewport: { width: 900, height: 700 },
    });
    await giveVoices(context);
    await troubleDevices(
      context,
      Object.fromEntries(soundOnly.map((name) => [name, { trouble: 'missing', what: 'camera' }])),
    );
    for (const name of everyone) {
      const one = await Person.arriveHome(context, standalone.origin, name);
      await one.page.locator('h1').first().waitFor();
      await one.goToVisit(standalone.origin, visitId);
      await one.screen('door');
      if (soundOnly.includes(name)) await one.page.locator('[data-way="soundOnly"]').click();
      people.set(name, one);
    }
  });
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  it('takes five from the waiting room in at once', async () => {
    for (const name of everyone.filter((each) => each !== 'sato')) await person(name).ready();
    await person('emily').sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    for (const name of everyone.filter((each) => each !== 'sato')) await person(name).phase('waiting');

    await person('sato').ready();
    await person('sato').phase('joined');
    await person('sato').admitEverybody(5);
    await Promise.all(everyone.map((name) => person(name).phase('joined')));
    await Promise.all(everyone.map((name) => person(name).turnSpeakerOn()));
  });

  it.each(everyone)('%s hears the five others and not herself', async (name) => {
    await person(name).hears(...everyone.filter((other) => other !== name));
  });

  it.each(everyone)('%s sees the pictures of the others who send one', async (name) => {
    await person(name).sees(withPicture.filter((other) => other !== name).length);
  });
});
