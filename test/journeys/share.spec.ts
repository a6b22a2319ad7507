import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openSharingChromium } from '../support/browser';
import { eventually, giveVoices, streamsOf } from '../support/ears';
import { Standalone } from '../support/standalone';
import { Person } from './person';
import { openVisitOf } from './world';

const title = 'Radiographs of the left knee';
/** What is shown: letters that a page of 360 pixels could not carry, and something that moves. */
const slides = `<title>${title}</title><body style="margin:0;font:64px serif;background:#fff">
  <p>Left knee, lateral</p><p id="n"></p>
  <script>let n=0;setInterval(()=>{document.getElementById('n').textContent='slide '+(n+=1)},100)</script>`;

/** One person's screen, seen by the other, until either of them or her browser ends it. */
describe('a screen that is shown', () => {
  let standalone: Standalone;
  let browser: Browser;
  let context: BrowserContext;
  let shown: Page;
  let emily: Person;
  let sato: Person;

  beforeAll(async () => {
    standalone = await Standalone.start();
    browser = await openSharingChromium(title);
    context = await browser.newContext({
      permissions: ['camera', 'microphone'],
      viewport: { width: 1440, height: 900 },
    });
    await giveVoices(context);
    const visitId = await openVisitOf(standalone, 'emily');
    const enter = async (name: string) => {
      const person = await Person.arriveHome(context, standalone.origin, name);
      await person.page.locator('main h1').first().waitFor();
      await person.goToVisit(standalone.origin, visitId);
      await person.screen('door');
      return person.ready();
    };
    emily = await enter('emily');
    await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    await emily.phase('waiting');
    sato = await enter('sato');
    await sato.screen('call');
    await sato.admit();
    await Promise.all([emily.phase('joined'), sato.phase('joined')]);
    await Promise.all([emily.turnSpeakerOn(), sato.turnSpeakerOn()]);
    await Promise.all([emily.hears('sato'), sato.hears('emily'), emily.sees(1), sato.sees(1)]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  const open = async () => {
    shown = await context.newPage();
    await shown.setContent(slides);
    await sato.page.bringToFront();
  };
  const share = async () => {
    await open();
    if (!(await sato.page.locator('[data-screen="tour-panel"]').isVisible())) await sato.press('tour');
    await sato.press('share');
  };
  it('is seen large by the other, beside the face and with the voice', async () => {
    await share();
    await sato.page.locator('[data-shown="screen"][data-own]').waitFor();
    await emily.seesScreen();
    await emily.sees(2);
    await Promise.all([emily.hears('sato'), sato.hears('emily')]);
  });

  it('can be taken by nobody else meanwhile', async () => {
    await emily.press('tour');
    await emily.page.locator('[data-action="share"][disabled]').waitFor();
    await emily.press('tour');
  });

  it('is gone at the other when she stops it, and nothing of it is sent any more', async () => {
    await sato.press('share-stop');
    await Promise.all([emily.seesNoScreen(), sato.seesNoScreen()]);
    expect(await shown.evaluate(() => document.title)).toBe(title);
    await eventually(
      'only the camera is sent',
      () => streamsOf(sato.page),
      ({ layers }) => layers.length === 3,
    );
    await shown.close();
  });

  it('is gone when the browser itself ends it', async () => {
    await share();
    await emily.seesScreen();
    // The tab that is shown is closed: the same end as by the bar of the browser, which no test can press.
    await shown.close();
    await Promise.all([emily.seesNoScreen(), sato.seesNoScreen()]);
  });

  it('may be shown again by the other, and is ended by the physician', async () => {
    await open();
    await emily.page.bringToFront();
    await emily.press('tour');
    await emily.press('share');
    await sato.seesScreen();
    await sato.press('share-stop');
    await Promise.all([emily.seesNoScreen(), sato.seesNoScreen()]);
    await emily.page.locator('[data-action="share"]:not([disabled])').waitFor();
  });
});
