import type { Browser, Page } from 'playwright-core';
import { findings } from '../screens/checks';
import { openChromium } from '../support/browser';
import { ctZip } from '../support/dicom-files';
import { sampleRecord } from '../support/sample-record';
import { Standalone } from '../support/standalone';
import { Person, hostOf } from './person';

jest.setTimeout(90_000);

/** More than any of these pages has. */
const mostStops = 120;

/** A record, her pictures and who may see them, by keys alone on a phone: each page is clean for axe, too. */
describe('a record by keyboard alone', () => {
  let standalone: Standalone;
  let browser: Browser;
  let emily: Person;
  let page: Page;

  beforeAll(async () => {
    standalone = await Standalone.start();
    browser = await openChromium();
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
    emily = await Person.arriveHome(context, standalone.origin, 'emily');
    page = emily.page;
    await page.locator('main h1').first().waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  const open = async (path: string, screen: string) => {
    await page.goto(`${hostOf(standalone.origin, 'emily')}${path}`);
    await emily.screen(screen);
  };
  const isOn = (selector: string) => page.evaluate((at) => document.activeElement?.matches(at) ?? false, selector);
  /** By Tab from where she is. */
  async function reach(selector: string): Promise<void> {
    for (let stops = 0; stops < mostStops; stops += 1) {
      await page.keyboard.press('Tab');
      if (await isOn(selector)) return;
    }
    throw new Error(`${selector} is not reached by Tab.`);
  }
  const pressOn = async (selector: string, key = 'Enter') => {
    await reach(selector);
    await page.keyboard.press(key);
  };
  const clean = async () => expect(await findings(page)).toEqual([]);

  it('is read in each of its ways, and its report is unfolded', async () => {
    await open('/record', 'record');
    const field = page.locator('[data-field="record"]');
    await field.setInputFiles({ name: 'record.json', mimeType: '', buffer: Buffer.from(sampleRecord()) });
    await page.locator('[data-import="taken"]').waitFor();
    await pressOn('[data-import] summary');
    await page.locator('[data-import] details[open]').waitFor();
    await clean();
    await field.setInputFiles({ name: 'CT.zip', mimeType: 'application/zip', buffer: ctZip() });
    await page.locator('[data-bring="done"]').waitFor();
    for (const tab of ['brief', 'timeline', 'trends']) {
      await open('/record', 'record');
      await pressOn(`[data-to="${tab}"]`);
      await page.locator(`[data-${tab}]`).waitFor();
      await clean();
    }
  });

  it('shows its pictures, and what would be taken out of one', async () => {
    await open('/record', 'record');
    await pressOn('[data-action="open-series"]');
    await page.locator('canvas[data-painted]').waitFor();
    await clean();
    await pressOn('[data-action="open-nameless"]');
    await emily.screen('nameless');
    await page.locator('dialog[open] [data-tag]').first().waitFor();
    await clean();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await isOn('[data-action="open-nameless"]')).toBe(true);
  });

  it('is shared with all interpreters, and kept closed in an emergency', async () => {
    await open('/sharing', 'sharing');
    await pressOn('[data-share="emergency"] [data-category="life"]', 'Space');
    await page.locator('[data-share="emergency"] [data-category="life"][aria-checked="false"]').waitFor();
    await pressOn('[data-action="name-somebody"]');
    await page.locator('dialog[open]').waitFor();
    expect(await isOn('dialog [data-field="who"]')).toBe(true);
    await page.locator('dialog [data-field="who"]').selectOption('physician');
    await page.locator('dialog [data-field="purpose"]').waitFor();
    await clean();
    await page.locator('dialog [data-field="who"]').selectOption('interpreter');
    await page.locator('dialog [data-field="purpose"]').waitFor({ state: 'detached' });
    await pressOn('dialog [data-category="documents"]', 'Space');
    await pressOn('[data-action="share-give"]');
    await page.locator('[data-share="role"]').waitFor();
    await clean();
    await page.reload();
    await page.locator('[data-share="emergency"] [data-category="life"][aria-checked="false"]').waitFor();
    await pressOn('[data-share="role"] [data-action="share-stop"]');
    await page.locator('[data-share="role"]').waitFor({ state: 'detached' });
  });

  it('is shared by a link, which is ended', async () => {
    await open('/sharing', 'sharing');
    await pressOn('[data-share="treating"] [data-category="notes"]', 'Space');
    await page.locator('[data-category="notes"][aria-checked="false"]').waitFor();
    await clean();
    await pressOn('[data-action="new-link"]');
    await page.locator('dialog[open]').waitFor();
    expect(await isOn('dialog [name="label"]')).toBe(true);
    await page.keyboard.type('Dr. Lee');
    await clean();
    await pressOn('[data-action="make-link"]');
    await page.locator('[data-link-shown]').waitFor();
    await clean();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await pressOn('[data-action="end-link"]');
    await page.locator('[data-health-link="ended"]').waitFor();
    await clean();
  });

  it('tells who has looked, and takes its leave as one file', async () => {
    await open('/who-looked', 'looked');
    await clean();
    await open('/my-files', 'my-files');
    await reach('[data-action="take-everything"]');
    await clean();
  });
});
