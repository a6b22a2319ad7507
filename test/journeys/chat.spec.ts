import type { Browser, BrowserContext } from 'playwright-core';
import { openChromium } from '../support/browser';
import { giveVoices } from '../support/ears';
import { png } from '../support/sample-files';
import { Standalone } from '../support/standalone';
import { Person } from './person';
import { openVisitOf } from './world';

/** Words and a picture that are handed over in the room, and are still there after it. */
describe('the chat of a visit', () => {
  let standalone: Standalone;
  let browser: Browser;
  let desk: BrowserContext;
  let phone: BrowserContext;
  let visitId: string;
  let emily: Person;
  let sato: Person;

  beforeAll(async () => {
    standalone = await Standalone.start();
    browser = await openChromium();
    desk = await browser.newContext({ permissions: ['camera', 'microphone'], viewport: { width: 1280, height: 800 } });
    phone = await browser.newContext({ permissions: ['camera', 'microphone'], viewport: { width: 360, height: 740 } });
    await Promise.all([giveVoices(desk), giveVoices(phone)]);
    visitId = await openVisitOf(standalone, 'emily');
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  const atDoor = async (context: BrowserContext, name: string) => {
    const person = await Person.arriveHome(context, standalone.origin, name);
    await person.page.locator('main h1').first().waitFor();
    await person.goToVisit(standalone.origin, visitId);
    await person.screen('door');
    return person;
  };

  it('tells who is elsewhere on her page that something was written', async () => {
    emily = await (await atDoor(phone, 'emily')).ready();
    await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    await emily.screen('wait');
    sato = await (await atDoor(desk, 'sato')).ready();
    await sato.screen('call');
    await sato.admit();
    await emily.phase('joined');
    await sato.press('chat');
    await sato.page.locator('[data-field="chat"]').fill('次回は3月です。');
    await sato.press('chat-send');
    await emily.page.locator('[data-action="more"][data-calls]').waitFor();
    await emily.press('more');
    await emily.press('chat');
    await emily.page.getByText('次回は3月です。').waitFor();
  });

  it('hands over a picture from the phone, which opens on the desk', async () => {
    await emily.page
      .locator('[data-field="chat-file"]')
      .setInputFiles({ name: 'knee.png', mimeType: 'image/png', buffer: png(64, 64) });
    const handed = sato.page.locator('[data-kind="file"] [data-action="open-file"]');
    await handed.click();
    await sato.page.locator('[data-screen="file"] img').waitFor();
    await sato.press('close-file');
    await emily.page.locator('[data-field="chat"]').fill('Thank you.');
    await emily.page.keyboard.press('Enter');
    await sato.page.getByText('Thank you.').waitFor();
    // What she wrote herself is no news to her.
    await sato.press('chat');
    await emily.page.locator('[data-field="chat"]').fill('See you.');
    await emily.page.keyboard.press('Enter');
    await emily.page.keyboard.press('Escape');
    await sato.page.locator('[data-action="chat"][data-calls]').waitFor();
    expect(await emily.page.locator('[data-action="more"][data-calls]').count()).toBe(0);
  });

  it('is used by keyboard alone, and so is what opens beside it', async () => {
    const { page } = sato;
    const by = async (selector: string) => {
      await page.locator(`${selector}:visible`).first().focus();
      await page.keyboard.press('Enter');
    };
    const focused = (selector: string) => page.locator(`${selector}:focus`).waitFor();
    await by('[data-action="chat"]');
    await focused('section [data-home]');
    // What is pressed vanishes, and what comes in its place is where one goes on.
    await by('[data-action="record-open"]');
    await focused('[data-message-at="idle"]');
    await page.keyboard.press('Escape');
    await focused('[data-action="chat"]');
    // One sheet goes over into another, and the last gives the focus back.
    await page.setViewportSize({ width: 360, height: 740 });
    await by('[data-action="more"]');
    await by('dialog [data-action="language"]');
    await focused('dialog [data-home]');
    // An arrow chooses, here the words of the page, and leaves open what she chooses in.
    const chosen = page.locator('dialog input[name="language"]:checked');
    await chosen.focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('html[lang|="vi"]').waitFor();
    await focused('dialog input[name="language"]:checked');
    await page.keyboard.press('Escape');
    await focused('[data-action="more"]');
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('stays with the visit', async () => {
    await sato.press('end');
    await sato.press('confirm');
    await Promise.all([emily.screen('ended'), sato.screen('ended')]);
    const kept = emily.page.locator('[data-screen="after-chat"]');
    await kept.getByText('次回は3月です。').waitFor();
    await kept.getByText('Thank you.').waitFor();
    await kept.locator('[data-kind="file"]').waitFor();
  });
});
