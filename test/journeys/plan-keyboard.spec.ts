import type { Browser, Page } from 'playwright-core';
import { findings } from '../screens/checks';
import { openChromium } from '../support/browser';
import { Standalone } from '../support/standalone';
import { Person } from './person';

jest.setTimeout(90_000);

/** More than any of these pages has. */
const mostStops = 120;

/** The pages of planning by keys alone: each thing is reached by Tab, and the focus never falls out of the page. */
describe('planning by keyboard alone', () => {
  let standalone: Standalone;
  let browser: Browser;
  let coordinator: Person;
  let page: Page;
  let emily = '';

  beforeAll(async () => {
    standalone = await Standalone.start();
    browser = await openChromium();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    coordinator = await Person.arriveHome(context, standalone.origin, 'tanaka');
    await coordinator.screen('board');
    page = coordinator.page;
    const [found] = await standalone.query<{ id: string }>(
      `select e.id from episode e join person p on p.id = e.patient_id where p.persona = 'emily'`,
    );
    emily = found?.id ?? '';
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  const open = async (path: string, screen: string) => {
    const url = new URL(path, standalone.origin);
    url.hostname = 'tanaka.localhost';
    await page.goto(url.href);
    await coordinator.screen(screen);
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
  const focusKept = () => page.waitForFunction(() => document.activeElement !== document.body);

  it('finds, holds and gives back a time', async () => {
    await open(`/cases/${emily}/schedule`, 'schedule');
    await page.locator('[data-slot]').first().waitFor();
    await pressOn('[data-slot]');
    await pressOn('[data-action="hold"]');
    await page.locator('[data-held] [data-action="confirm"]:not([disabled])').waitFor();
    await focusKept();
    await pressOn('[data-action="release"]');
    await page.locator('[data-action="hold"]').waitFor();
    await focusKept();
    await pressOn('[data-action="day-after"]');
    await reach('[role="slider"]');
    expect(await findings(page)).toEqual([]);
  });

  it('books a series: leaves a date out, takes it in again, and puts one that is taken at another time', async () => {
    const series = async () => {
      await open(`/cases/${emily}/series`, 'series');
      await page.locator('[data-date]').first().waitFor();
    };
    const first = (state: string) => page.locator(`[data-date][data-state="${state}"]`).first();
    await series();
    await reach('select[name="times"]');
    await page.keyboard.press('Home');
    await page.locator('[data-dates="2"][aria-busy="false"]').waitFor();
    await pressOn('[data-action="leave-out"]');
    await first('skipped').waitFor();
    expect(await isOn('[data-action="put-back"]')).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('[data-dates="2"][aria-busy="false"] [data-state="free"]').nth(1).waitFor();
    expect(await findings(page)).toEqual([]);
    await pressOn('[data-action="book-series"]');
    await coordinator.screen('case');
    expect(await isOn('h1')).toBe(true);

    await series();
    await first('taken').locator('[data-action="swap"]').first().waitFor();
    await pressOn('[data-action="swap"]');
    await page.locator('[data-action="as-planned"]').waitFor();
    // What was pressed is gone: she is at the date that it was about.
    await page.waitForFunction(() => document.activeElement?.closest('[data-date]') !== null);
    expect(await isOn('[data-date] *')).toBe(true);
    expect(await findings(page)).toEqual([]);
  });

  it('goes through both boards, and comes back from a dialog to where she was', async () => {
    await open('/ready', 'ready');
    await page.locator('[data-visit]').first().waitFor();
    await reach('[data-action="needs"]');
    await page.keyboard.press('Enter');
    await page.locator('[data-action="needs"][aria-expanded="true"]').waitFor();
    await pressOn('[data-action="open-task"]');
    await page.locator('dialog[open]').waitFor();
    expect(await isOn('dialog[open] *')).toBe(true);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await isOn('[data-action="open-task"]')).toBe(true);
    await pressOn('[data-action="open-case"]');
    await coordinator.screen('case');
    await open('/', 'board');
    await pressOn('[data-action="open-case"]');
    await coordinator.screen('case');
    expect(await isOn('h1')).toBe(true);
  });
});
