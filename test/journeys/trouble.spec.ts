import type { Browser, BrowserContext } from 'playwright-core';
import { say } from '@okaeri/words';
import { openChromium } from '../support/browser';
import { troubleDevices, type DeviceTrouble } from '../support/devices';
import { giveVoices } from '../support/ears';
import { childrenNamed } from '../support/processes';
import { Cable } from '../support/socket-cable';
import { createDatabase, Standalone } from '../support/standalone';
import { hostOf, Person } from './person';
import { openVisitOf } from './world';

/** What goes wrong in real life, each met with a sentence in the person's language and a way on. */
describe('trouble before and in a visit', () => {
  let standalone: Standalone;
  let browser: Browser;
  let context: BrowserContext;
  let visitId: string;

  beforeAll(async () => {
    standalone = await Standalone.start();
    browser = await openChromium(['--use-fake-device-for-media-stream=device-count=2,fps=10']);
  });
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  beforeEach(async () => {
    context = await browser.newContext({
      permissions: ['camera', 'microphone'],
      viewport: { width: 1200, height: 800 },
    });
    await giveVoices(context);
    visitId = await openVisitOf(standalone, 'emily');
  });
  afterEach(() => context.close());

  const atDoor = async (name: string) => {
    const person = await Person.arriveHome(context, standalone.origin, name);
    await person.page.locator('main h1').first().waitFor();
    await person.goToVisit(standalone.origin, visitId);
    await person.screen('door');
    return person;
  };
  /** Who was in the room before is in it again by herself; while she connects her page shows the same in both cases. */
  const letIn = async (emily: Person, sato: Person) => {
    const settled = emily.page.locator('[data-phase="waiting"], [data-phase="joined"]');
    await settled.waitFor();
    if ((await settled.getAttribute('data-phase')) === 'waiting') await sato.admit();
  };
  const inCall = async () => {
    const emily = await (await atDoor('emily')).ready();
    await Promise.race([emily.screen('arrival'), emily.screen('wait', 'call')]);
    if (await emily.page.locator('[data-screen="arrival"]').isVisible()) {
      await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    }
    const sato = await (await atDoor('sato')).ready();
    await sato.screen('call');
    await letIn(emily, sato);
    await Promise.all([emily.phase('joined'), sato.phase('joined')]);
    await Promise.all([emily.turnSpeakerOn(), sato.turnSpeakerOn()]);
    return { emily, sato };
  };

  it('answers a foreign link and a made-up one alike, in the language of the reader', async () => {
    const linh = await Person.arriveHome(context, standalone.origin, 'linh');
    await linh.page.locator('main h1').first().waitFor();
    const texts: string[] = [];
    for (const id of [visitId, '6d0cbb6a-57b5-4d5e-9f0e-2a3a2a5c7c11']) {
      await linh.goToVisit(standalone.origin, id);
      await linh.page.getByRole('heading', { name: say('vi', 'error.page.notFound.title') }).waitFor();
      texts.push(await linh.page.locator('main').innerText());
    }
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toMatch(/Emily|Tremblay/);
  });

  it.each<[DeviceTrouble]>([['denied'], ['missing'], ['taken']])(
    'says what to do when camera and microphone are %s, and lets her listen only',
    async (trouble) => {
      await troubleDevices(context, { emily: { trouble, what: 'both' } });
      const emily = await atDoor('emily');
      await emily.page.locator(`[data-problem="${trouble}"]`).waitFor();
      const title = say('en', `check.reason.${trouble}.title`, { device: 'both' });
      await emily.page.getByText(title).waitFor();
      await emily.page.locator('[data-way="listenOnly"]').click();
      await emily.press('ready');
      await emily.screen('arrival', 'wait', 'call');
    },
  );

  it('offers a test picture and a tone, and the other sees and hears them', async () => {
    await troubleDevices(context, { emily: { trouble: 'taken', what: 'both' } });
    const emily = await atDoor('emily');
    await emily.page.locator('[data-way="testPicture"]').click();
    await emily.ready();
    await emily.screen('arrival', 'wait', 'call');
    if (await emily.page.locator('[data-screen="arrival"]').isVisible()) {
      await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    }
    const sato = await (await atDoor('sato')).ready();
    await sato.screen('call');
    await letIn(emily, sato);
    await emily.phase('joined');
    await sato.sees(1);
    await sato.page.getByText(say('ja', 'call.tile.synthetic')).first().waitFor();
  });

  it('offers the link to a real browser where an app shows the page without a camera', async () => {
    const inLine = await browser.newContext({
      userAgent:
        'Mozilla/5.0 (Linux; Android 14; Pixel 6; wv) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 Line/14.1.0',
      viewport: { width: 360, height: 740 },
    });
    await inLine.addInitScript(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
    const page = await inLine.newPage();
    await page.goto(hostOf(standalone.origin, 'emily'));
    await page.locator('main h1').first().waitFor();
    await page.goto(`${hostOf(standalone.origin, 'emily')}/visits/${visitId}`);
    await page.getByText(say('en', 'check.inApp.title')).waitFor();
    // LINE leaves itself only by a parameter of its own; other apps on Android by an `intent:` link.
    expect(await page.locator('a[href*="openExternalBrowser=1"]').getAttribute('href')).toContain(visitId);
    await inLine.close();
  });

  it('hands the visit to the newer of two windows, and the older says so and can take it back (T14)', async () => {
    const { emily, sato } = await inCall();
    const newer = await (await atDoor('emily')).ready();
    await emily.screen('superseded');
    await emily.page.getByRole('heading', { name: say('en', 'visit.closed.superseded.title') }).waitFor();
    await newer.phase('joined');
    await newer.turnSpeakerOn();
    await Promise.all([sato.hears('emily'), newer.hears('sato'), sato.sees(1)]);
    expect(await sato.page.locator('audio[data-kind="voice"]').count()).toBe(1);

    await emily.press('come-back');
    await newer.screen('superseded');
    await emily.phase('joined');
    await sato.hears('emily');
  });

  it('comes back with sound and picture when the media worker dies, without a click', async () => {
    const { emily, sato } = await inCall();
    await Promise.all([emily.hears('sato'), sato.hears('emily')]);
    const workers = childrenNamed(standalone.pid, 'mediasoup');
    expect(workers.length).toBeGreaterThan(0);
    for (const pid of workers) process.kill(pid, 'SIGKILL');
    await Promise.all([emily.sees(1), sato.sees(1)]);
    await Promise.all([emily.hears('sato'), sato.hears('emily')]);
  });

  it('tells her at once when the visit is cancelled while she waits', async () => {
    await standalone.query(`update seat set state = 'invited', admitted_at = null where visit_id = $1`, [visitId]);
    const emily = await (await atDoor('emily')).ready();
    await emily.screen('wait');
    const tanaka = await Person.arriveHome(context, standalone.origin, 'tanaka');
    const page = tanaka.page;
    await page.goto(`${hostOf(standalone.origin, 'tanaka')}/today`);
    await page.locator('main h1').first().waitFor();
    await page
      .getByRole('button', { name: say('ja', 'today.cancel.open') })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('textbox').fill('手術が長引いています');
    await page.getByRole('button', { name: say('ja', 'today.cancel.confirm') }).click();
    await emily.screen('cancelled');
    await emily.page.getByRole('heading', { name: say('en', 'visit.closed.cancelled.title') }).waitFor();
  });
});

describe('the database goes away', () => {
  it('says so on the open page, answers 503, and heals by itself', async () => {
    const database = await createDatabase('cable');
    const { cable, url } = await Cable.to(database.url);
    const standalone = await Standalone.start({ DATABASE_URL: url });
    const browser = await openChromium();
    try {
      // Who he is stands in the database too: then the browser's own language is what is left.
      const page = await browser.newPage({ locale: 'ja-JP' });
      await page.goto(hostOf(standalone.origin, 'sato'));
      await page.locator('main h1').first().waitFor();
      const visitors = page.locator('main h1').first();
      cable.cut();
      const answer = await fetch(`${standalone.origin}/readyz`);
      expect(answer.status).toBe(503);
      expect((await fetch(`${standalone.origin}/healthz`)).status).toBe(200);
      const problem = await page.evaluate(async () => {
        const refused = await fetch('/api/pages/today');
        return { status: refused.status, body: (await refused.json()) as { code: string; title: string } };
      });
      expect(problem).toMatchObject({
        status: 503,
        body: { code: 'unavailable', title: say('ja', 'error.unavailable') },
      });
      await page.reload();
      await page.getByText(say('ja', 'error.page.unreachable')).first().waitFor({ timeout: 40_000 });
      cable.mend();
      await page.getByText(say('ja', 'error.page.unreachable')).first().waitFor({ state: 'hidden', timeout: 40_000 });
      await visitors.waitFor();
    } finally {
      await browser.close();
      await standalone.stop();
      await cable.close();
      await database.drop();
    }
  });
});
