import type { Page } from 'playwright-core';
import { paths } from '../../apps/web/src/app/paths';
import { ctZip } from '../support/dicom-files';
import { sampleRecord } from '../support/sample-record';
import { act, patience, screen, type Walk } from './walk';

/** Before and after a visit, as a patient sees it. */
export async function walkPatient(walk: Walk): Promise<void> {
  const page = await walk.open('emily');
  const visitId = await walk.visitId();
  const go = (path: string) => page.goto(walk.at('emily', path));
  for (const step of ['when', 'device', 'files', 'questions', 'done']) {
    await go(`${paths.getReady.replace(':visitId', visitId)}?step=${step}`);
    await page.waitForSelector(`[data-screen=get-ready][data-step=${step}]`);
    if (step === 'questions') await askTwo(page);
    await walk.shoot({ name: `get-ready-${step}`, path: paths.getReady, page });
  }
  await go(paths.myVisits);
  await screen(page, 'my-visits');
  await walk.shoot({ name: 'my-visits', path: paths.myVisits, page });
  await go(paths.myFiles);
  await screen(page, 'my-files');
  await walk.shoot({ name: 'my-files', path: paths.myFiles, page });
  await walkLooked(walk, page);
  await go(paths.record);
  await screen(page, 'record');
  await page.locator('[data-field=record]').setInputFiles({
    name: 'record.json',
    mimeType: 'application/fhir+json',
    buffer: Buffer.from(sampleRecord()),
  });
  await page.waitForSelector('[data-import=taken]');
  await walk.shoot({ name: 'record', path: paths.record, page });
  await walkImages(walk, page);
  for (const tab of ['brief', 'timeline', 'trends']) {
    await go(`${paths.record}?tab=${tab}`);
    await page.waitForSelector(`[data-${tab}]`);
    await walk.shoot({ name: `record-${tab}`, path: paths.record, page });
  }
  const patient = (await page.locator('[data-patient]').getAttribute('data-patient')) ?? '';
  const other = await walk.open('sato', paths.recordOf.replace(':personId', patient));
  await other.waitForSelector('[data-brief]');
  await other.waitForSelector('[data-asked]');
  await walk.shoot({ name: 'record-of-brief', path: paths.recordOf, page: other });
  await other.close();

  await go(paths.myVisits);
  await screen(page, 'my-visits');
  await act(page, 'read-note');
  await screen(page, 'note');
  await walk.shoot({ name: 'note', path: paths.note, page });
  await go(paths.start);
  await screen(page, 'home');
  await act(page, 'open-thread');
  await screen(page, 'thread');
  await walk.shoot({ name: 'thread', path: paths.thread, page });

  await go(paths.settings);
  await screen(page, 'settings');
  await walk.shoot({ name: 'settings', path: paths.settings, page });
  await page.locator('select[name=kind]').selectOption('caldav');
  await walk.shoot({ name: 'settings-account', path: paths.settings, page });
  await go(paths.inbox);
  await screen(page, 'inbox');
  await walk.shoot({ name: 'inbox', path: paths.inbox, page });
  await go(paths.welcome);
  await screen(page, 'welcome');
  await walk.shoot({ name: 'welcome', path: paths.welcome, page });
  await page.close();
}

/** Two questions of hers; on the second walk they are there. */
async function askTwo(page: Page): Promise<void> {
  const list = page.locator('[data-screen=own-questions]');
  await list.waitFor();
  for (const text of ['May I swim in the sea again?', 'Is it normal that my skin still itches after the treatment?']) {
    const before = Number(await list.getAttribute('data-count'));
    if (before >= 2) return;
    await list.locator('textarea').fill(text);
    await act(page, 'add-question');
    await page.waitForSelector(`[data-screen=own-questions][data-count="${before + 1}"]`);
  }
}

/** A disc from the hospital: what became of it, and its pictures. */
async function walkImages(walk: Walk, page: Page): Promise<void> {
  await page.locator('[data-field=record]').setInputFiles({
    name: 'CT-chest.zip',
    mimeType: 'application/zip',
    buffer: ctZip(12, 192),
  });
  await page.waitForSelector('[data-bring=done]', { timeout: patience });
  await walk.shoot({ name: 'record-images', path: paths.record, page });
  await act(page, 'open-series');
  const painted = async () => {
    await page.waitForSelector('canvas[data-painted]', { timeout: patience });
    await page.waitForFunction(() => !document.querySelector('[data-ready]'));
  };
  await painted();
  await walk.shoot({ name: 'images', path: paths.images, page });
  await act(page, 'preset-lung');
  await act(page, 'tool-line');
  await walk.shoot({ name: 'images-measure', path: paths.images, page });
  await act(page, 'open-nameless');
  await screen(page, 'nameless');
  await walk.shoot({ name: 'images-nameless', path: paths.images, page });
}

/** Who has looked: her physician and a stranger have, just before. */
async function walkLooked(walk: Walk, page: Page): Promise<void> {
  const visitId = await walk.visitId();
  for (const persona of ['sato', 'linh']) {
    const other = await walk.open(persona, paths.visit.replace(':visitId', visitId));
    await other.close();
  }
  await page.goto(walk.at('emily', paths.looked));
  await screen(page, 'looked');
  await page.waitForSelector('[data-looker]');
  await walk.shoot({ name: 'looked', path: paths.looked, page });
  await act(page, 'ask-looked');
  await page.locator('[data-field=question]').waitFor();
  await walk.shoot({ name: 'looked-ask', path: paths.looked, page });
}

/** What she shares: with those who treat her, with somebody by name, and by a link that an outsider opens. */
export async function walkSharing(walk: Walk): Promise<void> {
  const page = await walk.open('emily', paths.sharing);
  await screen(page, 'sharing');
  await act(page, 'name-somebody');
  await page.locator('[data-field=who]').selectOption('physician');
  await page.locator('[data-field=purpose]').selectOption('ETREAT');
  await page.locator('dialog [data-category=medicines]').check({ force: true });
  await walk.shoot({ name: 'sharing-name', path: paths.sharing, page });
  await act(page, 'share-give');
  await page.locator('[data-share=role]').waitFor();
  await act(page, 'new-link');
  await page.locator('[name=label]').fill('Dr. Lee');
  for (const each of ['documents', 'images']) {
    await page.locator(`dialog [data-category=${each}]`).check({ force: true });
  }
  await walk.shoot({ name: 'sharing-new-link', path: paths.sharing, page });
  await act(page, 'make-link');
  const shown = page.locator('[data-link-shown]');
  await shown.waitFor();
  await walk.shoot({ name: 'sharing-link', path: paths.sharing, page });
  const address = (await shown.getAttribute('data-link-shown')) ?? '';
  await page.keyboard.press('Escape');
  for (const about of ['treating', 'emergency']) {
    await page.locator(`[data-share=${about}] [data-category=medicines]`).uncheck({ force: true });
  }
  await page.locator('[data-health-link=open]').waitFor();
  await walk.shoot({ name: 'sharing', path: paths.sharing, page });
  for (const about of ['treating', 'emergency']) {
    await page.locator(`[data-share=${about}] [data-category=medicines]`).check({ force: true });
  }
  await page.close();

  // Somebody who never signed in here.
  const outside = await walk.stranger();
  await outside.goto(address);
  await screen(outside, 'shl');
  await walk.shoot({ name: 'link-record', path: paths.shl, page: outside });
  await outside.locator('[name=recipient]').fill('Dr. Lee');
  await act(outside, 'open-record');
  await outside.locator('[data-step=read]').waitFor();
  await walk.shoot({ name: 'link-record-read', path: paths.shl, page: outside });
  await outside.context().close();
}

/** An emergency, and its review. */
export async function walkGlass(walk: Walk): Promise<void> {
  const page = await walk.open('sato', paths.glass);
  await screen(page, 'glass');
  await walk.shoot({ name: 'glass', path: paths.glass, page });
  await page.close();
  const reviews = await walk.open('tanaka', paths.glass);
  await screen(reviews, 'glass');
  await walk.shoot({ name: 'glass-reviews', path: paths.glass, page: reviews });
  await reviews.close();
}

/** The demo world's mails, and the pages that their links lead to. */
export async function walkMailbox(walk: Walk): Promise<void> {
  const page = await walk.open(null, paths.mailbox);
  await screen(page, 'mailbox');
  await page.waitForSelector('[data-action=open-mail]', { timeout: patience });
  await walk.shoot({ name: 'mailbox', path: paths.mailbox, page });
  await act(page, 'open-mail');
  await screen(page, 'mail');
  await walk.shoot({ name: 'mail', path: paths.mail, page });
  await page.goto(walk.at(null, paths.outbox));
  await screen(page, 'outbox');
  await walk.shoot({ name: 'outbox', path: paths.outbox, page });
  await page.close();

  const link = await walk.context.newPage();
  const shoot = async (name: string, hash: string, shown: string) => {
    await link.goto(walk.at(null, `${paths.link}${hash}`));
    await screen(link, shown);
    await walk.shoot({ name, path: paths.link, page: link });
  };
  await shoot('link-unknown', `#s.${'A'.repeat(43)}`, 'link-over');
  const token = await visitToken(walk, link);
  if (!token) throw new Error('No mail has a link into a visit.');
  await shoot('link-visit', `#${token}`, 'link');
  await link.close();
}

/** The token of the newest mail that lets a patient into her visit. */
async function visitToken(walk: Walk, page: Page): Promise<string | null> {
  return page.evaluate(async (origin) => {
    const read = async (path: string) => (await (await fetch(`${origin}/api/demo/mailbox${path}`)).json()) as unknown;
    const { items } = (await read('')) as { items: { mailId: string }[] };
    for (const { mailId } of items) {
      const { text } = (await read(`/${mailId}`)) as { text: string };
      const found = /\/link#(v\.[\w-]{43})/.exec(text);
      if (found?.[1]) return found[1];
    }
    return null;
  }, walk.base.origin);
}
