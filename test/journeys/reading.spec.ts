import type { Browser } from 'playwright-core';
import { say } from '@okaeri/words';
import { openChromium } from '../support/browser';
import { sampleRecord } from '../support/sample-record';
import { Standalone } from '../support/standalone';
import { Person, hostOf } from './person';
import { openVisitOf } from './world';

/** The same measured again at another laboratory, which counts in moles. */
const twice = sampleRecord(({ entry }) => {
  const before = entry[7]?.resource;
  entry.push({
    fullUrl: 'urn:uuid:0f5c2d9a-6b1e-4c73-9a20-000000000099',
    resource: {
      ...before,
      code: { coding: [{ system: 'http://loinc.org', code: '14631-6' }], text: 'Bilirubin, total' },
      effectiveDateTime: '2026-11-10',
      valueQuantity: { value: 34.2, unit: 'µmol/L', system: 'http://unitsofmeasure.org', code: 'umol/L' },
      referenceRange: [{ low: { value: 3.4, code: 'umol/L' }, high: { value: 20.5, code: 'umol/L' } }],
    },
  });
});

/** A patient brings her record and writes down what she wants to ask; her physician reads both before the visit. */
describe('a record read before a visit', () => {
  let standalone: Standalone;
  let browser: Browser;
  let emily: Person;
  let sato: Person;
  let visitId: string;

  beforeAll(async () => {
    standalone = await Standalone.start();
    browser = await openChromium();
    visitId = await openVisitOf(standalone, 'emily');
    const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    emily = await Person.arriveHome(phone, standalone.origin, 'emily');
    const desk = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    sato = await Person.arriveHome(desk, standalone.origin, 'sato');
    for (const { page } of [emily, sato]) page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  it('is brought from a phone, and has a timeline and a line for what was measured twice', async () => {
    const { page } = emily;
    await page.locator('main h1').first().waitFor();
    await page.goto(`${hostOf(standalone.origin, 'emily')}/record`);
    await emily.screen('record');
    await page.locator('[data-field="record"]').setInputFiles({
      ...{ name: 'record.json', mimeType: 'application/json', buffer: Buffer.from(twice) },
    });
    await page.locator('[data-import="taken"]').waitFor();
    await page.locator('[data-to="timeline"]').click();
    await page.locator('[data-timeline] [data-kind="procedures"]').first().click();
    const entries = page.locator('[data-timeline] ol > li');
    await entries.filter({ hasText: 'Proton therapy of the liver' }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('[data-timeline] ol > li').length === 1);
    await page.locator('[data-to="trends"]').click();
    // Her laboratories count in moles.
    await page.locator('[data-series="bilirubin"]', { hasText: '34.2' }).waitFor();
    expect(await page.locator('[data-series="bilirubin"] svg path').count()).toBe(3);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
  });

  it('comes with her questions, one at a time', async () => {
    const { page } = emily;
    await page.goto(`${hostOf(standalone.origin, 'emily')}/get-ready/${visitId}?step=questions`);
    const own = page.locator('[data-screen="own-questions"]');
    await own.waitFor();
    const asked = ['May I swim again?', 'Is the itching normal?', 'When may I fly?'];
    for (const [at, text] of asked.entries()) {
      await own.locator('textarea').fill(text);
      await emily.press('add-question');
      await page.locator(`[data-screen="own-questions"][data-count="${at + 1}"]`).waitFor();
      expect(await own.locator('textarea').inputValue()).toBe('');
    }
    // The itching matters most to her.
    await own.locator('[data-question]').nth(1).locator('[data-action="raise-question"]').click();
    await own.locator('[data-question]').first().filter({ hasText: 'itching' }).waitFor();
  });

  it('is one page for her physician, with what she asks on top, in his units', async () => {
    const { page } = sato;
    const [row] = await standalone.query<{ id: string }>(`select id from person where persona = 'emily'`);
    await page.goto(`${hostOf(standalone.origin, 'sato')}/patients/${row?.id ?? ''}/record`);
    await page.locator('[data-brief]').waitFor();
    await page.locator('[data-asked="3"]').waitFor();
    expect(await page.locator('[data-asked] [data-question]').first().textContent()).toContain('itching');
    const result = page.locator('[data-section="results"] li').first();
    expect(await result.getAttribute('data-flag')).toBe('high');
    expect((await result.textContent())?.replaceAll('\u00a0', ' ')).toContain('2 mg/dL');
    await page.locator('[data-asked] [data-question]', { hasText: 'swim' }).locator('[data-action="answered"]').check();
    await page.locator('[data-asked="2"]').waitFor();
    await page.locator('[data-to="trends"]').click();
    const line = page.locator('[data-series="bilirubin"]');
    await line.locator('svg').waitFor();
    await line.locator('summary').click();
    expect(await line.locator('tbody tr').first().textContent()).toContain('34.2');
  });

  it('tells her what was answered', async () => {
    const { page } = emily;
    await page.reload();
    await page.locator('[data-screen="own-questions"][data-count="2"]').waitFor();
    await page.locator('summary', { hasText: say('en', 'question.answered', { count: 1 }) }).click();
    await page.getByText('May I swim again?').waitFor();
  });
});
