import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { paths } from '../../apps/web/src/app/paths';
import { launchOptions } from '../support/browser';
import { Album } from './album';
import { startPostgres, startServer } from './server';
import { walkStartPages } from './start-pages';
import { walkCancelled, walkCheck, walkRefused, walkVisit } from './visit-pages';
import { Walk } from './walk';

/**
 * `npm run screens`: a picture of every page and state in two widths, two languages and two schemes, into docs/screens.
 * Fails on a path of the router without a picture, sideways scroll, cut text, small targets and any finding of axe.
 * `-- --only home,stage` takes some, `--language ja` one language; `--png FOLDER` also writes PNG files there.
 */
const say = (line: string) => process.stderr.write(`${line}\n`);
const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? null : (process.argv[at + 1] ?? null);
};

const folder = join(process.env['OKAERI_ROOT'] ?? '.', 'docs', 'screens');
const sizeLimit = 15 * 1024 * 1024;
const languages = ['en', 'ja'] as const;
const wanted = (language: string) => (option('language') ?? language) === language;
const lanCode = '482913';

async function main(): Promise<void> {
  const only = option('only')?.split(',') ?? [];
  const browser = await chromium.launch(launchOptions());
  const album = new Album(browser, { folder, only, png: option('png') });
  if (only.length === 0) album.empty();
  const postgres = await startPostgres();
  try {
    for (const language of languages.filter(wanted)) await inLanguage(language, browser, album, postgres.superuserUrl);
  } finally {
    await browser.close();
    await postgres.stop();
  }
  const missing = Object.values(paths).filter((path) => !album.pictured.has(path));
  album.problems.push(...missing.map((path) => `${path}: no picture is taken of this address`));
  if (album.size() > sizeLimit) album.problems.push(`the pictures take ${album.size()} bytes, more than ${sizeLimit}`);
  for (const problem of album.problems) say(`  ✗ ${problem}`);
  say(
    `${album.count} pictures, ${(album.size() / 1024 / 1024).toFixed(1)} MB in all, ${album.problems.length} findings`,
  );
  process.exitCode = album.problems.length > 0 ? 1 : 0;
}

/** The walks of one language share a demo world; each leaves a visit behind, and the seed makes the next. */
async function inLanguage(language: 'en' | 'ja', browser: Browser, album: Album, database: string): Promise<void> {
  const walks: readonly [string, (walk: Walk) => Promise<void>, Browser?][] = [
    ['start pages', walkStartPages],
    ['check', walkCheck],
    ['visit', walkVisit],
    ['cancelled', walkCancelled],
  ];
  const server = await startServer(database);
  try {
    for (const [name, walk] of walks) await walked(name, browser, server.address, walk);
    // Chromium answers for the person who is asked, and here says no.
    const refusing = await chromium.launch(launchOptions(['--use-fake-ui-for-media-stream=deny']));
    await walked('camera refused', refusing, server.address, walkRefused).finally(() => refusing.close());
  } finally {
    await server.stop();
  }
  const lan = await startServer(database, { OKAERI_LAN: '1', OKAERI_LAN_CODE: lanCode });
  try {
    await walked('code', browser, lan.address, walkCode);
  } finally {
    await lan.stop();
  }

  async function walked(name: string, through: Browser, address: string, steps: (walk: Walk) => Promise<void>) {
    const started = performance.now();
    const walk = await Walk.start(through, album, address, language);
    try {
      await steps(walk);
      say(`${language} ${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
    } catch (error) {
      album.problems.push(`${language} ${name}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await walk.context.close();
    }
  }
}

async function walkCode(walk: Walk): Promise<void> {
  const page = await walk.open(null);
  await page.waitForSelector('form');
  await walk.shoot({ name: 'lan-code', path: paths.start, page });
  await page.locator('input').fill(lanCode);
  await page.locator('form button').click();
  await page.waitForSelector('ol');
  await walk.shoot({ name: 'lan-stage', path: paths.start, page });
  await page.close();
}

main().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
