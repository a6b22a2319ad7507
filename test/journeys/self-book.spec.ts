import type { Browser, BrowserContext } from 'playwright-core';
import { openChromium } from '../support/browser';
import { Standalone } from '../support/standalone';
import { Person } from './person';

/** A patient chooses her own time on a phone; once the interpreter has accepted it is on her first page. */
describe('a patient’s own time', () => {
  let standalone: Standalone;
  let browser: Browser;
  let phone: BrowserContext;
  let emily: Person;
  let visitId = '';
  const row = () => emily.page.locator(`a[href="/visits/${visitId}"]`);

  beforeAll(async () => {
    standalone = await Standalone.start();
    browser = await openChromium();
    phone = await browser.newContext({ viewport: { width: 360, height: 740 } });
    emily = await Person.arriveHome(phone, standalone.origin, 'emily');
    await emily.screen('home');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  it('is chosen in three presses, and kept while the interpreter makes up her mind', async () => {
    await emily.press('choose-time');
    await emily.screen('times');
    await emily.press('take');
    await emily.press('book-self');
    await emily.screen('times-done');
    await emily.page.locator('[data-status="pending"]').waitFor();
  });

  it('is hers by her first page once the interpreter has accepted', async () => {
    await emily.press('home');
    await emily.screen('home');
    const [visit] = await standalone.query<{ id: string }>('select id from visit where self_booked');
    visitId = visit?.id ?? '';
    expect(await row().count()).toBe(0);
    const mori = await Person.arriveHome(phone, standalone.origin, 'mori');
    await mori.press('accept');
    await row().waitFor();
  });

  it('is another one by three presses more', async () => {
    await row().click();
    const now = emily.page.locator('[data-when]');
    const before = (await now.textContent()) ?? '';
    await emily.press('move-self');
    await emily.screen('times');
    await emily.press('take');
    await emily.press('book-self');
    await emily.page.locator('[data-status="moved"]').waitFor();
    await emily.press('home');
    await row().click();
    await now.filter({ hasNotText: before }).waitFor();
  });
});
