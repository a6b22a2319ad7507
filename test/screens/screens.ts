import { resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { locales, type Locale } from '@okaeri/contracts';
import { paths } from '../../apps/web/src/app/paths';
import { launchOptions } from '../support/browser';
import { needDatabaseServer } from '../support/database-server';
import { Standalone } from '../support/standalone';
import { Album } from './album';
import { walkLinks } from './link-pages';
import { walkMails } from './mails';
import { walkEmpty } from './empty-pages';
import { walkGlass, walkMailbox, walkPatient, walkSharing } from './patient-pages';
import { walkClocks, walkHours, walkPlan, walkSeries, walkStatistics, walkThings } from './plan-pages';
import { walkCode, walkStartPages } from './start-pages';
import { walkCancelled, walkCheck, walkMoved, walkRefused, walkVisit } from './visit-pages';
import { Walk } from './walk';
import { walkRoom } from './room-pages';
import { walkBooking, walkCoordinator, walkInterpreter } from './work-pages';

/**
 * `npm run screens`: a picture of every page and state in two widths, two languages and two schemes, into docs/screens.
 * Fails on a path of the router without a picture, sideways scroll, cut text, small targets and any finding of axe.
 * To look at less or at another language: `-- --only home,stage --language vi --folder pictures --png pictures`; to walk
 * less: `--walks visit,check`.
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
  const walks = option('walks')?.split(',') ?? [];
  const folder = resolve(process.env['OKAERI_ROOT'] ?? '.', option('folder') ?? 'docs/screens');
  const language = locales.find((one) => one === option('language'));
  const wanted = (name: string) => walks.length === 0 || walks.includes(name);
  const whole = only.length === 0 && walks.length === 0 && !language;
  const stopDatabase = await needDatabaseServer();
  const browser = await chromium.launch(launchOptions());
  const album = new Album(browser, { folder, only, png: option('png') });
  if (whole) album.empty();
  try {
    for (const one of language ? [language] : (['en', 'ja'] as const)) await inLanguage(one, browser, album, wanted);
  } finally {
    await browser.close();
    await stopDatabase();
  }
  const missing = whole ? Object.values(paths).filter((path) => !album.pictured.has(path)) : [];
  album.problems.push(...missing.map((path) => `${path}: no picture is taken of this address`));
  if (album.size() > sizeLimit) album.problems.push(`the pictures take ${album.size()} bytes, more than ${sizeLimit}`);
  for (const problem of album.problems) say(`  ✗ ${problem}`);
  const megabytes = (album.size() / 1024 / 1024).toFixed(1);
  say(`${album.count} pictures, ${megabytes} MB in all, ${album.problems.length} findings`);
  process.exitCode = album.problems.length > 0 ? 1 : 0;
}

interface World {
  start: () => Promise<Standalone>;
  walks: Record<string, (walk: Walk, world: Standalone) => Promise<void>>;
  /** Chromium answers for the person who is asked about her camera, and here says no. */
  refusing?: true;
}

/** The walks of one world come one after the other; each leaves a visit behind, and the seed makes the next. */
const worlds: readonly World[] = [
  {
    start: () => Standalone.start(),
    walks: {
      'start pages': walkStartPages,
      patient: walkPatient,
      glass: walkGlass,
      sharing: walkSharing,
      coordinator: walkCoordinator,
      booking: walkBooking,
      interpreter: walkInterpreter,
      hours: walkHours,
      plan: walkPlan,
      clocks: walkClocks,
      statistics: walkStatistics,
      series: walkSeries,
      things: walkThings,
      mailbox: walkMailbox,
      check: walkCheck,
      visit: walkVisit,
      links: walkLinks,
      room: walkRoom,
      moved: walkMoved,
      cancelled: walkCancelled,
    },
  },
  { start: () => Standalone.start(), walks: { 'camera refused': walkRefused }, refusing: true },
  {
    start: () => Standalone.start({ demo: false }),
    walks: { 'empty installation': (walk, { databaseUrl }) => walkEmpty(walk, databaseUrl) },
  },
  {
    start: () => Standalone.start({ OKAERI_LAN: '1', OKAERI_LAN_CODE: lanCode }),
    walks: { code: (walk) => walkCode(walk, lanCode) },
  },
];

async function inLanguage(
  language: Locale,
  browser: Browser,
  album: Album,
  wanted: (name: string) => boolean,
): Promise<void> {
  const walked = async (name: string, steps: () => Promise<void>) => {
    const started = performance.now();
    try {
      await steps();
      say(`${language} ${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
    } catch (error) {
      const problem = `${language} ${name}: ${error instanceof Error ? error.message : String(error)}`;
      album.problems.push(problem);
      say(`  ✗ ${problem}`);
    }
  };
  if (wanted('mails')) await walked('mails', () => walkMails(browser, album, language));
  for (const { start, walks, refusing } of worlds) {
    const names = Object.keys(walks).filter(wanted);
    if (names.length === 0) continue;
    const world = await start();
    const through = refusing ? await chromium.launch(launchOptions(['--use-fake-ui-for-media-stream=deny'])) : browser;
    try {
      for (const name of names) {
        const walk = await Walk.start(through, album, world.origin, language);
        await walked(name, async () => walks[name]?.(walk, world)).finally(() => walk.context.close());
      }
    } finally {
      if (refusing) await through.close();
      await world.stop();
    }
  }
}

main().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
