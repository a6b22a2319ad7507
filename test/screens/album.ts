import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { findings } from './checks';

export const widths = [360, 1440] as const;
export const schemes = ['light', 'dark'] as const;
const heights = { 360: 740, 1440: 900 } as const;
/** A page that is longer is cut there: what matters stands above. */
const longest = 2600;

export interface Shot {
  name: string;
  /** The address in the router that this is a picture of. */
  path: string;
  page: Page;
  /** Only what fits the window, for screens that fill it. */
  window?: boolean;
  /** Done again after each change of size, before the picture. */
  settle?: () => Promise<void>;
}

export interface AlbumOptions {
  folder: string;
  /** Names of shots to take; all where empty. */
  only: readonly string[];
  /** Also writes PNG files here, for viewers that know nothing else. */
  png: string | null;
}

/** Takes each picture in every width and scheme, looks at the page with the checks, and keeps the files small. */
export class Album {
  readonly problems: string[] = [];
  readonly pictured = new Set<string>();
  private developer: Page | null = null;
  count = 0;

  constructor(
    private readonly browser: Browser,
    private readonly options: AlbumOptions,
  ) {
    mkdirSync(options.folder, { recursive: true });
    if (options.png) mkdirSync(options.png, { recursive: true });
  }

  /** Pictures of pages that are gone must not stay. */
  empty(): void {
    for (const file of readdirSync(this.options.folder)) {
      if (file.endsWith('.webp')) rmSync(join(this.options.folder, file));
    }
  }

  async take(shot: Shot, language: string): Promise<void> {
    this.pictured.add(shot.path);
    if (this.options.only.length > 0 && !this.options.only.includes(shot.name)) return;
    const { page, name } = shot;
    const before = page.viewportSize();
    for (const width of widths) {
      await page.setViewportSize({ width, height: heights[width] });
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await shot.settle?.();
        await settled(page, colorScheme);
        const label = `${name}-${width}-${language}-${colorScheme}`;
        const found = await findings(page);
        this.problems.push(...found.map((problem) => `${label}: ${problem}`));
        await this.keep(label, await this.photograph(shot, width));
      }
    }
    if (before) await page.setViewportSize(before);
  }

  private async photograph({ page, window = false }: Shot, width: (typeof widths)[number]): Promise<Buffer> {
    if (window) return page.screenshot();
    const full = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.evaluate(() => document.documentElement.scrollTo(0, 0));
    // As tall as the page, so that bars at the lower edge stand there and not in the middle of the picture.
    await page.setViewportSize({ width, height: Math.min(Math.max(full, heights[width]), longest) });
    const png = await page.screenshot();
    await page.setViewportSize({ width, height: heights[width] });
    return png;
  }

  /** WebP by the browser itself: no other program is needed, and text stays sharp at a tenth of the size. */
  private async keep(label: string, png: Buffer): Promise<void> {
    this.developer ??= await this.browser.newPage();
    const webp = await this.developer.evaluate(async (data) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.72 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    }, png.toString('base64'));
    writeFileSync(join(this.options.folder, `${label}.webp`), Buffer.from(webp, 'base64'));
    if (this.options.png) writeFileSync(join(this.options.png, `${label}.png`), png);
    this.count++;
  }

  size(): number {
    const sizes = readdirSync(this.options.folder).map((file) => statSync(join(this.options.folder, file)).size);
    return sizes.reduce((sum, size) => sum + size, 0);
  }
}

/** Words, fonts and pictures are there, and nothing is on its way. */
async function settled(page: Page, scheme: string): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('h1') !== null && !document.querySelector('[aria-busy=true]'),
  );
  // A call is dark in any case, and a mail is none of our pages.
  await page.waitForFunction(
    (wanted) =>
      [wanted, undefined].includes(document.documentElement.dataset['mantineColorScheme']) ||
      document.querySelector('[data-screen=call]') !== null,
    scheme,
  );
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    // A change of colours is under way from the frame after its cause; what turns for ever is no change.
    const moving = () =>
      document
        .getAnimations()
        .some((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity);
    await document.fonts.ready;
    await frame();
    do await frame();
    while (moving());
  });
}
