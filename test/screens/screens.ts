import { resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { locales, type Locale } from '@okaeri/contracts';
import { paths } from '../../apps/web/src/app/paths';
import { launchOptions } from '../support/browser';
import { needDatabaseServer } from '../support/database-server';
import { Standalone } from '../support/standalone';
import { Album } from './album';
import { walkMails } from './mails';
import { walkEmpty } from './empty-pages';
import { walkMailbox, walkPatient } from './patient-pages';
import { walkCode, walkStartPages } from './start-pages';
import { walkCancelled, walkCheck, walkMoved, walkRefused, walkVisit } from './visit-pages';
import { Walk } from './walk';
import { walkBooking, walkCoordinator, walkInterpreter } from './work-pages';

/**
 * `npm run screens`: a picture of every page and state in two widths, two languages and two schemes, into docs/screens.
 * Fails on a path of the router without a picture, sideways scroll, cut text, small targets and any finding of axe.
 * To look at less or at another language: `-- --only home,stage --language vi --folder pictures --png pictures`.
 */
const sizeLimit = 30 * 1024 * 1024;
const lanCode = '482913';

const say = (line: string) => process.stderr.write(`${line}\n`);
const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? null : (process.argv[at + 1] ?? null);
};

async function main(): Promise<void> {
  const only = option('only')?.split(',') ?? [];
  const folder = resolve(process.env['OKAERI_ROOT'] ?? '.', option('folder') ?? 'docs/screens');
  const language = locales.find((one) => one === option('language'));
  const whole = only.length === 0 && !language;
  const stopDatabase = await needDatabaseServer();
  const browser = await chromium.launch(launchOptions());
  const album = new Album(browser, { folder, only, png: option('png') });
  if (whole) album.empty();
  try {
    for (const one of language ? [language] : (['en', 'ja'] as const)) await inLanguage(one, browser, album);
  } finally {
    await browser.close();
    await stopDatabase();
  }
  const missing = Object.values(paths).filter((path) => !album.pictured.has(path));
  album.problems.push(...missing.map((path) => `${path}: no picture is taken of this address`));
  if (album.size() > sizeLimit) album.problems.push(`the pictures take ${album.size()} bytes, more than ${sizeLimit}`);
  for (const problem of album.problems) say(`  ✗ ${problem}`);
  const megabytes = (album.size() / 1024 / 1024).toFixed(1);
  say(`${album.count} pictures, ${megabytes} MB in all, ${album.problems.length} findings`);
  process.exitCode = album.problems.length > 0 ? 1 : 0;
}

/** The walks of one language share a demo world; each leaves a visit behind, and the seed makes the next. */
async function inLanguage(language: Locale, browser: Browser, album: Album): Promise<void> {
  const walked = async (name: string, through: Browser, origin: string, steps: (walk: Walk) => Promise<void>) => {
    const started = performance.now();
    const walk = await Walk.start(through, album, origin, language);
    try {
      await steps(walk);
      say(`${language} ${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
    } catch (error) {
      album.problems.push(`${language} ${name}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await walk.context.close();
    }
  };
  const server = await Standalone.start();
  try {
    await walked('start pages', browser, server.origin, walkStartPages);
    await walked('patient', browser, server.origin, walkPatient);
    await walked('coordinator', browser, server.origin, walkCoordinator);
    await walked('booking', browser, server.origin, walkBooking);
    await walked('interpreter', browser, server.origin, walkInterpreter);
    await walked('mailbox', browser, server.origin, walkMailbox);
    await walked('check', browser, server.origin, walkCheck);
    await walked('visit', browser, server.origin, walkVisit);
    await walked('moved', browser, server.origin, walkMoved);
    await walked('cancelled', browser, server.origin, walkCancelled);
    // Chromium answers for the person who is asked, and here says no.
    const refusing = await chromium.launch(launchOptions(['--use-fake-ui-for-media-stream=deny']));
    await walked('camera refused', refusing, server.origin, walkRefused).finally(() => refusing.close());
  } finally {
    await server.stop();
  }
  const started = performance.now();
  await walkMails(browser, album, language).then(
    () => say(`${language} mails: ${((performance.now() - started) / 1000).toFixed(0)} s`),
    (error: unknown) =>
      album.problems.push(`${language} mails: ${error instanceof Error ? error.message : String(error)}`),
  );
  const empty = await Standalone.start({ demo: false });
  try {
    await walked('empty installation', browser, empty.origin, (walk) => walkEmpty(walk, empty.databaseUrl));
  } finally {
    await empty.stop();
  }
  const network = await Standalone.start({ OKAERI_LAN: '1', OKAERI_LAN_CODE: lanCode });
  try {
    await walked('code', browser, network.origin, (walk) => walkCode(walk, lanCode));
  } finally {
    await network.stop();
  }
}

main().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
