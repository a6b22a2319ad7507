import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContext } from 'playwright-core';
import { openChromium } from '../support/browser';
import { troubleDevices } from '../support/devices';
import { eventually, giveVoices, streamsOf } from '../support/ears';
import { chromiumIn, Link, serverEnv } from '../support/net';
import { pdf } from '../support/sample-files';
import { Standalone } from '../support/standalone';
import { Person } from './person';
import { openVisitOf } from './world';

/** Bytes a second that a tour may cost who follows it, her line of sound among them. */
const mostBytes = 50_000;
const driveMs = 20_000;

/** A document that the physician leads through at his desk, followed on a phone of 360 pixels behind a cable of its own. */
describe('a picture tour', () => {
  let link: Link;
  let standalone: Standalone;
  const browsers: Browser[] = [];
  let emily: Person;
  let sato: Person;

  beforeAll(async () => {
    link = await Link.open('tour');
    standalone = await Standalone.start({ env: serverEnv });
    await link.carry(Number(new URL(standalone.origin).port));
    const visitId = await openVisitOf(standalone, 'emily');
    browsers.push(await chromiumIn(link), await openChromium());
    const [far, near] = browsers as [Browser, Browser];
    const phone = await far.newContext({
      permissions: ['camera', 'microphone'],
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const desk = await near.newContext({
      permissions: ['camera', 'microphone'],
      viewport: { width: 1440, height: 900 },
    });
    const enter = async (context: BrowserContext, name: string) => {
      await giveVoices(context);
      // Sound only: a tour has to be light without a camera to hide behind.
      await troubleDevices(context, { [name]: { trouble: 'missing', what: 'camera' } });
      const person = await Person.arriveHome(context, standalone.origin, name);
      await person.page.locator('h1').first().waitFor();
      await person.goToVisit(standalone.origin, visitId);
      await person.screen('door');
      await person.page.locator('[data-way="soundOnly"]').click();
      return person.ready();
    };
    emily = await enter(phone, 'emily');
    await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    await emily.phase('waiting');
    sato = await enter(desk, 'sato');
    await sato.screen('call');
    await sato.admit();
    await Promise.all([emily.phase('joined'), sato.phase('joined')]);
    await Promise.all([emily.turnSpeakerOn(), sato.turnSpeakerOn()]);
    await Promise.all([emily.hears('sato'), sato.hears('emily')]);
    await sato.press('files');
    await sato.page
      .locator('[data-field="file"]')
      .setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf({ pages: 3 }) });
    await sato.page.locator('[data-action="open-file"]').first().waitFor({ timeout: 60_000 });
  }, 150_000);
  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await link?.close();
    await standalone?.stop();
  });

  const tourAt = (person: Person) => person.page.locator('[data-shown="tour"]');
  const placeAt = async (person: Person) => ({
    page: Number(await tourAt(person).getAttribute('data-tour-page')),
    zoom: Number(await tourAt(person).getAttribute('data-tour-zoom')),
  });
  /** Where the guide's finger is on the page, in hundredths of it. */
  const fingerAt = async (person: Person) => {
    const finger = tourAt(person).locator('[data-pointer][data-guide]');
    if ((await finger.count()) === 0) return null;
    return finger.evaluate(({ style }) => [style.left, style.top].map((share) => Math.round(Number.parseFloat(share))));
  };
  const viewOf = async (person: Person) => {
    const box = await tourAt(person).locator('[role="group"]').boundingBox();
    if (!box) throw new Error('nothing is shown');
    return box;
  };

  it('is begun from the list of files, and drawn by the phone itself', async () => {
    await sato.press('tour');
    await sato.page.locator('[data-action="tour-start"]').click();
    await Promise.all(
      [sato, emily].map((person) => tourAt(person).locator('canvas[data-drawn]').waitFor({ timeout: 60_000 })),
    );
    expect(await emily.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('is followed in page, zoom and pointer', async () => {
    await sato.press('tour-next');
    await sato.press('tour-zoom');
    const { x, y, width, height } = await viewOf(sato);
    await sato.page.mouse.move(x + width * 0.6, y + height * 0.4, { steps: 10 });
    // A page draws what was done to it a moment later.
    await eventually(
      'the phone is where the guide is',
      () => Promise.all([sato, emily].map(async (one) => ({ ...(await placeAt(one)), finger: await fingerAt(one) }))),
      ([his, hers]) => his?.page === 2 && his.zoom === 1.5 && his.finger !== null && isDeepStrictEqual(his, hers),
    );
    await tourAt(emily).locator('canvas[data-drawn]').waitFor();
  });

  it('is pointed at by the patient’s finger too', async () => {
    const { x, y, width, height } = await viewOf(emily);
    await emily.page.touchscreen.tap(x + width / 2, y + height / 2);
    await tourAt(sato).locator('[data-pointer]:not([data-guide])').waitFor();
  });

  it('brings no picture stream, and less than 50 kB a second while the guide never rests', async () => {
    const { x, y, width, height } = await viewOf(sato);
    await sato.page.mouse.move(x + width / 2, y + height / 2);
    const begun = { at: performance.now(), bytes: link.bytes().down };
    for (let turn = 0; performance.now() - begun.at < driveMs; turn += 1) {
      const angle = turn / 10;
      await sato.page.mouse.move(x + width * (0.5 + Math.cos(angle) / 4), y + height * (0.5 + Math.sin(angle) / 4));
      if (turn % 40 === 0) await sato.page.mouse.wheel(0, turn % 80 === 0 ? -200 : 200);
      if (turn % 150 === 75) await sato.press(turn % 300 === 75 ? 'tour-next' : 'tour-previous');
    }
    const seconds = (performance.now() - begun.at) / 1000;
    const rate = (link.bytes().down - begun.bytes) / seconds;
    // Her line of sound alone is several thousand: less would mean that the wrong cable was looked at.
    expect(rate).toBeGreaterThan(3000);
    expect(rate).toBeLessThanOrEqual(mostBytes);
    const [hers, his] = await Promise.all([streamsOf(emily.page), streamsOf(sato.page)]);
    expect([hers.widths, his.layers]).toEqual([[], []]);
    await eventually(
      'the phone came along',
      async () => ({ his: await placeAt(sato), hers: await placeAt(emily) }),
      // What is told has two digits of zoom.
      ({ his, hers: now }) => now.page === his.page && Math.abs(now.zoom - his.zoom) < 0.01,
    );
    await Promise.all([emily.hears('sato'), sato.hears('emily')]);
  });

  it('ends for everybody', async () => {
    await sato.press('tour-stop');
    await Promise.all([sato, emily].map((person) => tourAt(person).waitFor({ state: 'detached' })));
  });
});
