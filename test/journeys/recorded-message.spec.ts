import type { Page } from 'playwright-core';
import { eventually, voices } from '../support/ears';
import { LinkedVisit } from './linked';

/** Long enough that the ladder is at its last rung. */
const patience = 60_000;

/** Who speaks in a recorded message, by the tone in its bytes, and how far above every other tone that is. */
function spokenIn(page: Page, href: string): Promise<{ person: string; db: number }> {
  return page.evaluate(
    async ([address, tones]) => {
      const bytes = await (await fetch(address)).arrayBuffer();
      const sound = await new OfflineAudioContext(1, 48_000, 48_000).decodeAudioData(bytes);
      const samples = sound.getChannelData(0);
      const power = (hertz: number) => {
        let [cos, sin] = [0, 0];
        samples.forEach((sample, at) => {
          const angle = (2 * Math.PI * hertz * at) / sound.sampleRate;
          cos += sample * Math.cos(angle);
          sin += sample * Math.sin(angle);
        });
        return 10 * Math.log10((cos * cos + sin * sin) / samples.length ** 2 + 1e-12);
      };
      const [first, second] = Object.entries(tones)
        .map(([person, hertz]) => ({ person, db: power(hertz) }))
        .sort((a, b) => b.db - a.db);
      return { person: first?.person ?? '', db: (first?.db ?? 0) - (second?.db ?? 0) };
    },
    [href, voices] as const,
  );
}

/** So many seconds or more: a busy page may pass one over. */
const since = (seconds: number) => new RegExp(`0:0[${seconds}-9]|0:[1-5]`);

interface RecorderWindow {
  okaeriRecorders: MediaRecorder[];
}

/** How many messages this device keeps; `older` makes each of them so many hours older first. */
const keptOn = (page: Page, older = 0): Promise<number> =>
  page.evaluate(async (hours) => {
    // Opening one that is not there would make it.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'okaeri')) return 0;
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    const database = await answer(indexedDB.open('okaeri'));
    try {
      const table = database.transaction('messages', 'readwrite').objectStore('messages');
      const all = (await answer(table.getAll())) as { madeAt: number }[];
      for (const one of all) await answer(table.put({ ...one, madeAt: one.madeAt - hours * 3_600_000 }));
      return all.length;
    } finally {
      database.close();
    }
  }, older);

/** The link goes; what the patient wants to say is recorded, outlives a reload, and is heard when the link is back. */
describe('a message for when the link is back', () => {
  let visit: LinkedVisit;
  beforeAll(async () => {
    visit = await LinkedVisit.open('message');
  }, 120_000);
  afterAll(() => visit?.close());

  it('is offered when nothing gets through, and kept on the device', async () => {
    const { emily, link } = visit;
    // What is offered has to be there before the link is gone.
    await emily.page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /\/slot-[\w-]+\.js$/.test(name)),
    );
    await link.cut();
    await emily.page.locator('[data-message-at="idle"]').waitFor({ timeout: patience });
    await emily.press('record');
    await emily.page.locator('[data-message-at="recording"]').waitFor();
    // Three seconds of her voice are what is recorded.
    await emily.page
      .getByRole('timer')
      .filter({ hasText: since(3) })
      .waitFor();
    await emily.press('record-stop');
    await emily.page.locator('[data-message-at="review"] audio').waitFor();
    await emily.press('record-send');
    await emily.page.locator('[data-record-waits]').waitFor();
  });

  it('is sent after a reload by itself, and the physician hears who spoke', async () => {
    const { emily, sato, link } = visit;
    const files = '**/api/visits/*/files';
    // So that it cannot leave before the page is loaded again.
    await emily.page.route(files, (route) => route.abort('connectionreset'));
    await link.mend();
    await emily.page.reload({ timeout: patience });
    await emily.page.unroute(files);
    await sato.press('chat');
    const audio = sato.page.locator('[data-kind="recording"] audio');
    await audio.waitFor({ timeout: patience });
    const spoken = await spokenIn(sato.page, (await audio.getAttribute('src')) ?? '');
    process.stdout.write(`recorded voice: ${spoken.person}, ${spoken.db.toFixed(0)} dB above every other tone\n`);
    expect(spoken.person).toBe('emily');
    expect(spoken.db).toBeGreaterThan(20);
    // Nothing of it stays on her device.
    await eventually(
      'nothing is kept',
      () => emily.page.evaluate(() => localStorage.getItem('okaeri.messages')),
      (kept) => kept === null,
    );
    expect(await visit.standalone.query(`select 1 from visit_message where kind = 'recording'`)).toHaveLength(1);
  });

  it('can be of voice and picture, from the chat, at any time', async () => {
    const { sato } = visit;
    await sato.press('record-open');
    await sato.press('record-video');
    await sato.page
      .getByRole('timer')
      .filter({ hasText: since(2) })
      .waitFor();
    await sato.press('record-stop');
    await sato.press('record-send');
    await sato.page.locator('[data-message-at="sent"]').waitFor({ timeout: patience });
    const film = sato.page.locator('[data-kind="recording"] video');
    await film.waitFor({ timeout: patience });
    const size = await eventually(
      'the picture of the message',
      () => film.evaluate((video: HTMLVideoElement) => [video.videoWidth, video.videoHeight]),
      ([width = 0]) => width > 0,
    );
    expect(size).toEqual([320, 240]);
    const spoken = await spokenIn(sato.page, (await film.getAttribute('src')) ?? '');
    expect(spoken.person).toBe('sato');
    await sato.press('record-done');
  });

  const begin = async () => {
    await visit.sato.press('record-open');
    await visit.sato.press('record');
    await visit.sato.page
      .getByRole('timer')
      .filter({ hasText: since(1) })
      .waitFor();
  };
  const review = async () => {
    await begin();
    await visit.sato.press('record-stop');
    await visit.sato.page.locator('[data-message-at="review"]').waitFor();
    expect(await keptOn(visit.sato.page)).toBe(1);
  };

  it('ends with the call, and nothing of it is there in the next one', async () => {
    const { sato } = visit;
    await sato.page.evaluate(() => {
      const self = window as unknown as RecorderWindow & { MediaRecorder: typeof MediaRecorder };
      self.okaeriRecorders = [];
      self.MediaRecorder = class extends MediaRecorder {
        constructor(...given: ConstructorParameters<typeof MediaRecorder>) {
          super(...given);
          self.okaeriRecorders.push(this);
        }
      };
    });
    await begin();
    await sato.press('leave');
    await sato.screen('left');
    const open = () =>
      sato.page.evaluate(() => {
        const { okaeriRecorders } = window as unknown as RecorderWindow;
        return okaeriRecorders.map(({ state }) => state);
      });
    await eventually('nothing is recorded', open, (states) => states.join() === 'inactive');
    await sato.press('come-back');
    await sato.phase('joined');
    await sato.press('chat');
    await sato.page.locator('[data-action="record-open"]').waitFor();
    expect([await sato.page.locator('[data-message-at]').count(), await keptOn(sato.page)]).toEqual([0, 0]);
  });

  it('is not kept for longer than it would be taken', async () => {
    const { sato } = visit;
    await review();
    await keptOn(sato.page, 25);
    await sato.page.reload();
    await eventually(
      'it is forgotten',
      () => keptOn(sato.page),
      (count) => count === 0,
    );
  });

  it('leaves the device with the session, on its way or not', async () => {
    const { sato } = visit;
    await sato.ready();
    await sato.phase('joined');
    await sato.press('chat');
    await review();
    const files = '**/api/visits/*/files';
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((isHeld) => {
      void sato.page.route(files, async (route) => {
        await new Promise<void>((done) => {
          goOn = done;
          isHeld();
        });
        await route.continue();
      });
    });
    await sato.press('record-send');
    await held;
    await sato.press('leave');
    await sato.screen('left');
    await sato.page.locator('header button').last().click();
    const refused = sato.page.waitForResponse((response) => /\/visits\/[^/]+\/files$/.test(response.url()));
    await sato.press('sign-out');
    await sato.page.locator('[data-action="sign-out"]').waitFor({ state: 'detached' });
    goOn();
    expect((await refused).status()).toBe(401);
    // What is not written cannot be waited for; what is written takes a hundredth of this.
    await sato.page.waitForTimeout(1000);
    const flag = await sato.page.evaluate(() => localStorage.getItem('okaeri.messages'));
    expect([await keptOn(sato.page), flag]).toEqual([0, null]);
  });
});
