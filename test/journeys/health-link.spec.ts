import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openChromium } from '../support/browser';
import { sampleRecord } from '../support/sample-record';
import { Standalone } from '../support/standalone';
import { Person, hostOf } from './person';

const passcode = 'maple-7';

/** A patient chooses who sees her record: her physician, and somebody outside by a link. */
describe('a record that is shared', () => {
  let standalone: Standalone;
  let browser: Browser;
  let phone: BrowserContext;
  let emily: Person;
  let outside: BrowserContext;
  let address: string;

  beforeAll(async () => {
    standalone = await Standalone.start();
    browser = await openChromium();
    phone = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    emily = await Person.arriveHome(phone, standalone.origin, 'emily');
    await emily.screen('home');
    await go('/record');
    await emily.screen('record');
    await emily.page.locator('[data-field="record"]').setInputFiles({
      name: 'record.json',
      mimeType: 'application/fhir+json',
      buffer: Buffer.from(sampleRecord()),
    });
    await emily.page.locator('[data-import="taken"]').waitFor();
    outside = await browser.newContext({ locale: 'fr-CA' });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });
  const go = (path: string) => emily.page.goto(`${hostOf(standalone.origin, 'emily')}${path}`);

  async function makeLink(label: string): Promise<Buffer> {
    await emily.press('new-link');
    await emily.page.locator('[name="label"]').fill(label);
    await emily.page.locator('[name="passcode"]').fill(passcode);
    await emily.page.locator('dialog [data-category="results"]').uncheck({ force: true });
    await emily.press('make-link');
    await emily.page.locator('[data-link-shown]').waitFor();
    address = (await emily.page.locator('[data-link-shown]').getAttribute('data-link-shown')) ?? '';
    const picture = await emily.page.locator('[data-code]').screenshot();
    await emily.page.keyboard.press('Escape');
    return picture;
  }

  async function knock(page: Page, word: string): Promise<void> {
    await page.locator('[name="recipient"]').fill('Dr. Lee, Toronto');
    await page.locator('[name="passcode"]').fill(word);
    await page.locator('[data-action="open-record"]').click();
  }
  const step = (page: Page, name: string) => page.locator(`[data-screen="shl"][data-step="${name}"]`).waitFor();
  const comeWith = async () => {
    const page = await outside.newPage();
    await page.goto(address);
    await step(page, 'ask');
    return page;
  };

  it('is handed on as a picture that a camera reads', async () => {
    await go('/sharing');
    await emily.screen('sharing');
    const picture = await makeLink('For Dr. Lee');
    await go('/record');
    await emily.screen('record');
    await emily.press('by-link');
    await emily.page
      .locator('[data-field="code-picture"]')
      .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture });
    const link = emily.page.locator('textarea[name="link"]');
    await emily.page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('textarea[name="link"]')?.value);
    expect(await link.inputValue()).toBe(address);
  });

  it('is opened by an outsider with its passcode, and shows what was chosen', async () => {
    const page = await comeWith();
    await knock(page, 'maple-8');
    await page.locator('[role="alert"]').waitFor();
    await knock(page, passcode);
    await step(page, 'read');
    const words = await page.locator('main').innerText();
    expect(words).toContain('Penicillin');
    expect(words).not.toContain('Bilirubin');
    await page.close();
  });

  it('closes where somebody guesses', async () => {
    const page = await comeWith();
    for (let guess = 0; guess < 9; guess += 1) {
      const answered = page.waitForResponse('**/view');
      await knock(page, `guess-${guess}`);
      expect((await answered).status()).toBe(401);
    }
    await knock(page, passcode);
    await step(page, 'gone');
    await page.close();
  });

  it('ends by one press', async () => {
    await go('/sharing');
    await emily.screen('sharing');
    await emily.page.locator('[data-health-link="locked"]').waitFor();
    await makeLink('For the laboratory');
    const page = await comeWith();
    await emily.page.locator('[data-health-link="open"] [data-action="end-link"]').click();
    await emily.page.locator('[data-health-link="ended"]').waitFor();
    await knock(page, passcode);
    await step(page, 'gone');
    await page.close();
  });

  it('leaves an open page of her physician at once where she keeps something back', async () => {
    const desk = await browser.newContext();
    const sato = await Person.arriveHome(desk, standalone.origin, 'sato');
    const [row] = await standalone.query<{ id: string }>(`select id from person where persona = 'emily'`);
    await sato.page.goto(`${hostOf(standalone.origin, 'sato')}/patients/${row?.id}/record`);
    await sato.screen('record');
    await sato.page.locator('[data-section="results"]').waitFor();
    await emily.page.locator('[data-share="treating"] [data-category="results"]').uncheck({ force: true });
    await sato.page.locator('[data-section="results"]').waitFor({ state: 'detached' });
    await sato.page.locator('[data-partly]').waitFor();
    expect(await sato.page.locator('main').innerText()).not.toContain('Bilirubin');
    await desk.close();
  });

  it('says who came by a link', async () => {
    await go('/who-looked');
    await emily.screen('looked');
    await emily.page.locator('[data-looker="outsider"] [data-deed="link"]').first().waitFor();
    await emily.page.locator('[data-looker="outsider"] [data-deed="refused"]').first().waitFor();
  });
});
