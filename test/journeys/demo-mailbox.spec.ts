import type { Browser, Page } from 'playwright-core';
import { openChromium } from '../support/browser';
import { Standalone } from '../support/standalone';

const patience = 20_000;
/** Seconds to a visit that is always ahead: its ten-minute reminder comes soon after the start, and not before it is planned. */
const soon = { OKAERI_DEMO_SOON: '640' };

/** Somebody tries Okaeri on her own machine, and reads what its people are written. */
describe('the mailbox of the demo world', () => {
  let standalone: Standalone;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    standalone = await Standalone.start({ env: soon });
    browser = await openChromium();
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-CA' });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  /** Reminders bring no calendar with them: the entry is there already. */
  const reminders = () => page.locator('[data-action="open-mail"][data-to*="linh"][data-calendar="false"]');
  const open = async (line: ReturnType<typeof reminders>) => {
    await line.click();
    await page.locator('[data-screen="mail"]').waitFor({ timeout: patience });
  };

  it('shows a reminder that arrives while one looks', async () => {
    await page.goto(`${standalone.origin}/mailbox`);
    await page.locator('[data-screen="mailbox"]').waitFor({ timeout: patience });
    await reminders().first().waitFor({ timeout: 150_000 });
    const kinds = await standalone.query<{ kind: string; minutes: number }>(
      `select distinct m.kind, m.minutes from notify_message m join person p on p.id = m.person_id
        where p.persona = 'linh' and m.state = 'sent' and m.kind = 'visit_reminder'`,
    );
    expect(kinds).toEqual([{ kind: 'visit_reminder', minutes: 10 }]);
  }, 180_000);

  it('shows each mail as its reader sees it, with its calendar, and runs nothing in it', async () => {
    await open(page.locator('[data-action="open-mail"][data-calendar="true"]').last());
    await page.locator('[data-calendar="REQUEST"]').waitFor();
    const frame = page.frameLocator('iframe');
    await frame.locator('h1').first().waitFor({ timeout: patience });
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-same-origin');
    // Its links are told below it; in the frame they lead nowhere.
    expect(await frame.locator('a[href]').count()).toBe(0);
    await page.locator('[data-action="as-text"]').click();
    await page.locator('pre').waitFor();
    await page.locator('[data-action="back"]').click();
    await page.locator('[data-screen="mailbox"]').waitFor();
  });

  it('leads from the reminder into the visit', async () => {
    await open(reminders().first());
    const link = page.locator('[data-action="follow-link"]').first();
    expect(await link.getAttribute('href')).toContain('linh.localhost');
    await link.click();
    await page.locator('[data-screen="link"]').waitFor({ timeout: patience });
    await page.locator('[data-action="redeem"]:visible').first().click();
    await page.locator('[data-screen="door"], [data-screen="get-ready"]').first().waitFor({ timeout: patience });
  });
});
