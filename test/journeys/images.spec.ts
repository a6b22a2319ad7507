import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { imagesPath, paths, recordPath } from '../../apps/web/src/app/paths';
import { say } from '@okaeri/words';
import { openChromium } from '../support/browser';
import { ctSlice, ctZip } from '../support/dicom-files';
import { film, oddPictures, oddSize } from '../support/odd-dicom';
import { Standalone } from '../support/standalone';
import { Person, hostOf } from './person';
import { look, pinch, shown, swipe } from './pictures';

const real = [resolve('../shared/data/dicom'), resolve('../../shared/data/dicom')].find((path) => existsSync(path));
const patience = 20_000;
const slices = 24;
const disc = { name: 'CT-chest.zip', mimeType: 'application/zip', buffer: ctZip(slices) };

/** A patient brings a disc from the hospital with her phone, and her physician looks at it. */
describe('pictures of a body', () => {
  let standalone: Standalone;
  let browser: Browser;
  let context: BrowserContext;
  let emily: Person;
  let emilyId: string;
  let seriesId: string;
  const refusedCode: string[] = [];

  beforeAll(async () => {
    standalone = await Standalone.start();
    browser = await openChromium();
    context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    emily = await Person.arriveHome(context, standalone.origin, 'emily');
    emily.page.setDefaultTimeout(patience);
    await emily.page.locator('main h1').first().waitFor();
    emilyId = await emily.page.evaluate(async () => {
      const { me } = (await (await fetch('/api/session')).json()) as { me: { personId: string } };
      return me.personId;
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  const choose = () => emily.page.locator('[data-field="record"]').setInputFiles(disc);
  const openRecord = async () => {
    await emily.page.goto(`${hostOf(standalone.origin, 'emily')}${paths.record}`);
    await emily.screen('record');
  };
  const isPiece = (request: Request) => request.method() === 'PUT' && request.url().endsWith('/content');

  it('come on from where they were, when the network goes in the middle and the page is loaded again', async () => {
    await openRecord();
    await context.route('**/uploads/*/content', async (route) => {
      const offset = Number(route.request().headers()['upload-offset'] ?? 0);
      if (offset > 0) await route.abort('connectionreset');
      else await route.continue();
    });
    await choose();
    await emily.page.locator('[data-bring="paused"]').waitFor();
    await openRecord();
    await emily.page.locator('[data-bring="broken-off"]').waitFor();
    await context.unroute('**/uploads/*/content');
    const sent = emily.page.waitForRequest(isPiece);
    await choose();
    expect(Number((await sent).headers()['upload-offset'])).toBeGreaterThan(0);
    const done = emily.page.locator('[data-bring="done"]');
    await done.waitFor();
    expect(await done.locator('[data-outcome="taken"]').first().textContent()).toContain(String(slices));
    const announced = await standalone.query<{ n: number }>(`select count(*)::int n from record_upload`);
    expect(announced).toEqual([{ n: 1 }]);
  });

  it('are on her page as a card, and shown on her phone, where a finger goes through them', async () => {
    const { page } = emily;
    await page.locator('[data-action="open-series"]').click();
    await shown(page);
    seriesId = (await page.locator('[data-screen="images"]').getAttribute('data-series')) ?? '';
    expect(await look(page)).toMatchObject({ item: slices / 2 - 1, black: false });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    const before = await look(page);
    await swipe(page, 120);
    const after = await look(page);
    expect(after.item).toBeGreaterThan(before.item);
    expect(after.print).not.toBe(before.print);
  });

  it('grow and shrink under two fingers, and run by themselves', async () => {
    const { page } = emily;
    const wide = async () => (await page.locator('canvas[data-painted]').boundingBox())?.width ?? 0;
    const first = await wide();
    const { item } = await look(page);
    await pinch(page, 80, 240);
    expect(await wide()).toBeCloseTo(first * 3, -1);
    // Two fingers turn no page.
    expect((await look(page)).item).toBe(item);
    await pinch(page, 240, 120);
    expect(await wide()).toBeCloseTo(first * 1.5, -1);
    await emily.press('reset');
    expect(await wide()).toBe(first);
    await page.waitForFunction(() => !document.querySelector('[data-ready]'));
    await emily.press('play');
    const past = new Set<string | null>();
    while (past.size < 4) past.add(await page.locator('canvas[data-painted]').getAttribute('data-painted'));
    await emily.press('play');
    const stood = (await look(page)).item;
    await page.locator('[data-field="picture"]').focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForSelector(`[data-painted="${Math.max(0, stood - 1)}"]`);
  });

  it('are scrolled, seen through another window and measured by her physician', async () => {
    const wide = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const sato = await Person.arriveHome(wide, standalone.origin, 'sato');
    const { page } = sato;
    page.setDefaultTimeout(patience);
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) refusedCode.push(message.text());
    });
    await page.locator('main h1').first().waitFor();
    await page.goto(`${hostOf(standalone.origin, 'sato')}${recordPath(emilyId)}?tab=all`);
    await page.locator('[data-action="open-series"]').click();
    await shown(page);
    expect(new URL(page.url()).pathname).toBe(imagesPath(emilyId, seriesId));
    await page.waitForFunction(() => !document.querySelector('[data-ready]'));

    const first = await look(page);
    expect(first).toMatchObject({ black: false });
    await page.locator('[data-picture]').hover();
    await page.mouse.wheel(0, 120);
    await page.waitForSelector(`[data-painted="${first.item + 2}"]`);
    const scrolled = await look(page);
    expect(scrolled.print).not.toBe(first.print);
    await page.locator('[data-field="picture"]').focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForSelector(`[data-painted="${first.item + 1}"]`);

    const auto = await look(page);
    await sato.press('preset-lung');
    const lung = await look(page);
    await sato.press('preset-bone');
    const bone = await look(page);
    expect(new Set([auto.print, lung.print, bone.print]).size).toBe(3);
    // In the lungs' window the body is white, in that of bones it is grey.
    expect(lung.mean).toBeGreaterThan(bone.mean);
    await sato.press('tool-window');
    const frame = await page.locator('[data-picture]').boundingBox();
    if (!frame) throw new Error('There is no frame.');
    const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 90, y - 40, { steps: 3 });
    await page.mouse.up();
    expect((await look(page)).print).not.toBe(bone.print);
    await sato.press('reset');
    expect((await look(page)).print).toBe(auto.print);

    await sato.press('tool-line');
    // A third of 160 points of 0.8 mm.
    const length = page.locator('[data-length]');
    expect(Number(await length.getAttribute('data-length'))).toBeCloseTo(42.67, 1);
    expect(await length.textContent()).toBe('42.7 mm');
    await page.locator('[data-end="b"]').focus();
    await page.keyboard.press('Shift+ArrowRight');
    expect(await length.textContent()).toBe('50.7 mm');
    expect(refusedCode).toEqual([]);
    await wide.close();
  });

  it('come as a folder, a number of files that can be watched', async () => {
    const { page } = emily;
    const folder = mkdtempSync(join(tmpdir(), 'okaeri-disc-'));
    mkdirSync(join(folder, 'DICOM'));
    for (const number of [1, 2, 3]) {
      writeFileSync(join(folder, 'DICOM', `IM${number}`), ctSlice({ number, of: 3, side: 64, series: 2 }));
    }
    await openRecord();
    await page.locator('[data-action="open-series"]').first().waitFor();
    const known = await page.locator('[data-action="open-series"]').count();
    let letGo = () => {};
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    await context.route('**/uploads/*/content', async (route) => {
      await held;
      await route.continue();
    });
    await page.locator('[data-field="folder"]').setInputFiles(folder);
    const onItsWay = page.locator('[data-bring="sending"]');
    await onItsWay.locator('progress').waitFor();
    await onItsWay.getByText(say('en', 'medical.filesSent', { sent: 0, count: 3 })).waitFor();
    letGo();
    await page.locator('[data-bring="done"]').waitFor();
    await page.locator('[data-action="open-series"]').nth(known).waitFor();
    await context.unroute('**/uploads/*/content');
    rmSync(folder, { recursive: true });
  });

  it('are drawn as they are meant, in whatever rare way they are written, frame by frame', async () => {
    const { page } = emily;
    const odd = oddPictures();
    await openRecord();
    await page
      .locator('[data-field="record"]')
      .setInputFiles([
        ...odd.map(({ file }, at) => ({ name: `IM${at}`, mimeType: 'application/dicom', buffer: file })),
        { name: 'FILM', mimeType: 'application/dicom', buffer: film() },
      ]);
    const card = (name: string) => page.locator('[data-action="open-series"]', { hasText: new RegExp(`^${name}`) });
    const wrong: string[] = [];
    for (const { name, fields } of odd) {
      await card(name).waitFor();
      await card(name).click();
      for (const [frame, wanted] of fields.entries()) {
        await page.locator('[data-field="picture"]').fill(String(frame));
        await page.locator(`canvas[data-painted="${frame}"], [data-picture="failed"]`).waitFor();
        const seen = await fieldsOn(page);
        const off = seen.flat().some((value, part) => Math.abs(value - (wanted.flat()[part] ?? -9)) > 1);
        if (off || seen.length !== wanted.length) wrong.push(`${name} ${frame}: ${JSON.stringify([seen, wanted])}`);
      }
      await openRecord();
    }
    expect(wrong).toEqual([]);
    await card('a film').click();
    await page.locator('[data-picture="none"]').waitFor();
    const saved = page.locator('[data-action="save-not-shown"]');
    const bytes = await page.evaluate(
      async (href) => (await (await fetch(href)).arrayBuffer()).byteLength,
      (await saved.getAttribute('href')) ?? '',
    );
    expect([await saved.count(), bytes]).toEqual([1, film().length]);
  });

  it.each([real ?? '../shared/data/dicom is not there'])('are shown as other makers write them: %s', async (folder) => {
    if (!real) return;
    const { page } = emily;
    await openRecord();
    await page.locator('[data-action="open-series"]', { hasText: /^a film/ }).waitFor();
    const known = await page.locator('[data-action="open-series"]').count();
    const files = readdirSync(folder).filter((name) => name.endsWith('.dcm'));
    await page.locator('[data-field="record"]').setInputFiles(files.map((name) => join(folder, name)));
    // Who leaves the page leaves what is still being sent.
    const cards = page.locator('[data-action="open-series"]');
    await cards.nth(known + 4).waitFor();
    const ways = await cards.evaluateAll((all) => all.map((card) => card.getAttribute('href') ?? ''));
    const seen: string[] = [];
    for (const way of ways) {
      await page.goto(`${hostOf(standalone.origin, 'emily')}${way}`);
      await page.locator('canvas[data-painted], [data-picture="failed"], [data-picture="none"]').first().waitFor();
      const title = await page.locator('h1').textContent();
      const at = (await page.locator('canvas[data-painted]').count()) > 0 ? await look(page) : null;
      seen.push(`${title}: ${at ? `mean ${at.mean.toFixed(0)}${at.black ? ', black' : ''}` : 'not shown'}`);
    }
    process.stdout.write(`${seen.join('\n')}\n`);
    // A CT, a CT in JPEG 2000, an MR in JPEG, a scintigram in lossless JPEG.
    expect(seen.filter((each) => !/black|not shown/.test(each)).length).toBeGreaterThanOrEqual(5);
  });
});

/** The colours in the middle of its four fields. */
function fieldsOn(page: Page): Promise<number[][]> {
  return page.evaluate(({ rows, columns }) => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-painted]');
    const context = canvas?.getContext('2d');
    if (!context) return [];
    return [1, 3].flatMap((row) =>
      [1, 3].map((column) => [
        ...context.getImageData((columns * column) / 4, (rows * row) / 4, 1, 1).data.slice(0, 3),
      ]),
    );
  }, oddSize);
}
