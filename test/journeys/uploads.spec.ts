import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { say } from '@okaeri/words';
import { openChromium } from '../support/browser';
import { html, pdf, pngOf, scriptedPdf } from '../support/sample-files';
import { Standalone } from '../support/standalone';
import { Person, hostOf } from './person';
import { openVisitOf } from './world';

const patience = 20_000;
const photograph = { name: 'left-knee.png', mimeType: 'image/png', buffer: pngOf(3_000_000) };

/** A patient adds files from her phone, and everything goes wrong that can. */
describe('files of a visit, from a phone', () => {
  let standalone: Standalone;
  let browser: Browser;
  let context: BrowserContext;
  let emily: Person;
  let visitId: string;

  beforeAll(async () => {
    standalone = await Standalone.start();
    browser = await openChromium();
    visitId = await openVisitOf(standalone, 'emily');
    context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    emily = await Person.arriveHome(context, standalone.origin, 'emily');
    emily.page.setDefaultTimeout(10_000);
    await emily.page.locator('main h1').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  /** The step of getting ready at which something can be shown. */
  async function openFiles(page: Page): Promise<void> {
    await page.goto(`${hostOf(standalone.origin, 'emily')}/get-ready/${visitId}?step=files`);
    await emily.screen('files-panel');
  }
  const row = (name: string) => emily.page.locator('[data-file]', { hasText: name });
  const choose = (file: string | { name: string; mimeType: string; buffer: Buffer }) =>
    emily.page.locator('[data-field="file"]').setInputFiles(file);

  it('go on by themselves where the connection broke off at 60 %', async () => {
    await openFiles(emily.page);
    const broken = Math.floor(photograph.buffer.length * 0.6);
    const offsets: number[] = [];
    let whole = false;
    await context.route('**/api/files/*/content', async (route) => {
      if (route.request().method() !== 'PUT') return route.continue();
      const offset = Number(route.request().headers()['upload-offset']);
      offsets.push(offset);
      if (!whole && offset + 524_288 > broken) await route.abort('connectionreset');
      else await route.continue();
    });
    await choose(photograph);
    const sending = emily.page.locator('[data-upload="paused"]');
    await sending.waitFor({ timeout: patience });
    expect(await sending.textContent()).toContain(say('en', 'file.paused'));
    whole = true;
    await row('left-knee.png')
      .filter({ has: emily.page.locator('[data-action="open-file"]') })
      .waitFor({ timeout: patience });
    await context.unroute('**/api/files/*/content');
    // What had arrived was not sent again.
    const first = offsets.filter((offset) => offset === 0);
    expect([first.length, Math.max(...offsets) > broken]).toEqual([1, true]);
    const rows = await standalone.query<{ sha256: string }>(`select sha256 from file where name = 'left-knee.png'`);
    expect(rows).toEqual([{ sha256: createHash('sha256').update(photograph.buffer).digest('hex') }]);
  });

  it('go on by themselves where a link was cut and nobody says so', async () => {
    await emily.page.clock.install();
    const second = (sent: Request) => Number(sent.headers()['upload-offset'] ?? 0) > 0;
    let cut = true;
    await context.route('**/api/files/*/content', async (route) => {
      if (!cut || !second(route.request())) await route.continue();
    });
    const silent = emily.page.waitForRequest(second);
    await choose({ ...photograph, name: 'both-knees.png', buffer: pngOf(1_200_000) });
    await silent;
    await emily.page.clock.fastForward(19_000);
    expect(await emily.page.locator('[data-upload="sending"]').count()).toBe(1);
    await emily.page.clock.fastForward(2000);
    await emily.page.locator('[data-upload="paused"]').waitFor();
    cut = false;
    await emily.page.clock.fastForward(2000);
    await row('both-knees.png')
      .filter({ has: emily.page.locator('[data-action="open-file"]') })
      .waitFor({ timeout: patience });
    await context.unroute('**/api/files/*/content');
  });

  it('go on after the page was loaded again, when the same file is chosen', async () => {
    const letter = { ...photograph, name: 'right-knee.png', buffer: pngOf(2_400_000) };
    const broken = Math.floor(letter.buffer.length * 0.6);
    await context.route('**/api/files/*/content', async (route) => {
      const offset = Number(route.request().headers()['upload-offset'] ?? 0);
      if (offset + 524_288 > broken) await route.abort('connectionreset');
      else await route.continue();
    });
    await choose(letter);
    await emily.page.locator('[data-upload="paused"]').waitFor({ timeout: patience });
    await context.unroute('**/api/files/*/content');
    await openFiles(emily.page);
    await row('right-knee.png')
      .filter({ hasText: say('en', 'file.goOn', { name: 'right-knee.png' }) })
      .waitFor();
    const sent = emily.page.waitForRequest(
      (request) => request.url().endsWith('/content') && request.method() === 'PUT',
    );
    await choose(letter);
    expect(Number((await sent).headers()['upload-offset'])).toBeGreaterThan(broken - 524_288);
    await row('right-knee.png')
      .filter({ has: emily.page.locator('[data-action="open-file"]') })
      .waitFor({ timeout: patience });
  });

  it('are refused with a sentence where they are of another kind or too large', async () => {
    await choose({ name: 'report.png', mimeType: 'image/png', buffer: html() });
    await row('report.png')
      .filter({ hasText: say('en', 'file.why.type') })
      .waitFor({ timeout: patience });
    // From the disk: so many bytes take a browser's driver long to hand over.
    const folder = await mkdtemp(join(tmpdir(), 'okaeri-uploads-'));
    await writeFile(join(folder, 'film.png'), Buffer.alloc(26_214_401, 1));
    await choose(join(folder, 'film.png'));
    const large = emily.page.locator('[data-error="file_too_large"]');
    await large.waitFor({ timeout: patience });
    expect(await large.textContent()).toContain(say('en', 'error.file_too_large'));
    await emily.press('dismiss');
    await large.waitFor({ state: 'detached' });
    await rm(folder, { recursive: true });
  });

  it('are held where something in them runs, and the physician is not shown them', async () => {
    await choose({ name: 'form.pdf', mimeType: 'application/pdf', buffer: scriptedPdf.inObjects() });
    await row('form.pdf')
      .filter({ hasText: say('en', 'file.why.script') })
      .waitFor({ timeout: patience });
    await choose({ name: 'discharge.pdf', mimeType: 'application/pdf', buffer: pdf() });
    await row('discharge.pdf')
      .filter({ has: emily.page.locator('[data-action="open-file"]') })
      .waitFor({ timeout: patience });
    const sato = await Person.arriveHome(context, standalone.origin, 'sato');
    await sato.page.locator('main h1').first().waitFor();
    const seen = await sato.page.evaluate(async (id) => {
      const answer = await fetch(`/api/pages/visits/${id}`);
      return ((await answer.json()) as { files: { name: string }[] }).files.map(({ name }) => name);
    }, visitId);
    expect(seen).toEqual(['left-knee.png', 'both-knees.png', 'right-knee.png', 'discharge.pdf']);
    await sato.page.close();
  });

  it('are looked at on the page, the document drawn and not run', async () => {
    await row('discharge.pdf').locator('[data-action="open-file"]').click();
    await emily.screen('file');
    const paper = emily.page.locator('canvas[data-pdf="drawn"]');
    await paper.waitFor({ timeout: patience });
    expect(await paper.getAttribute('aria-label')).toContain('Discharge letter');
    await emily.press('close-file');
    await row('left-knee.png').locator('[data-action="open-file"]').click();
    const photo = emily.page.locator('[data-screen="file"] img');
    await photo.waitFor();
    expect(await photo.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(8);
    await emily.press('close-file');
  });

  it('are removed when she says so twice', async () => {
    await row('right-knee.png').locator('[data-action="remove-file"]').click();
    await emily.press('confirm-remove');
    await row('right-knee.png').waitFor({ state: 'detached', timeout: patience });
    expect(await row('left-knee.png').count()).toBe(1);
  });
});
