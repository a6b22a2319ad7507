import type { Browser } from 'playwright-core';
import { say } from '@okaeri/words';
import { openChromium } from '../support/browser';
import { eventually } from '../support/ears';
import { giveRoom, leavingDb, plainHasLeft, sharpness } from '../support/own-media';
import { Standalone } from '../support/standalone';
import { hostOf, Person } from './person';
import { openVisitOf } from './world';

/** A machine without a graphics card draws by its processor. */
const drawing = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-renderer-backgrounding'];

/** A physician alone in the room, whose page is Japanese; what leaves her device is measured where it leaves. */
describe('noise and the room behind', () => {
  let standalone: Standalone;
  let browser: Browser;
  let sato: Person;
  const fetched: string[] = [];

  beforeAll(async () => {
    standalone = await Standalone.start();
    browser = await openChromium(drawing);
    const context = await browser.newContext({
      permissions: ['camera', 'microphone'],
      viewport: { width: 1280, height: 800 },
    });
    await giveRoom(context);
    const visitId = await openVisitOf(standalone, 'emily');
    const page = await context.newPage();
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    page.on('console', (message) => {
      if (message.type() === 'error') process.stdout.write(`page: ${message.text()}\n`);
    });
    await page.goto(`${hostOf(standalone.origin, 'sato')}/visits/${visitId}`);
    sato = new Person('sato', page);
    await sato.screen('door');
    await sato.ready();
    await sato.phase('joined');
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  const stateOf = (name: string) => sato.page.locator(`[data-action="${name}"]`).getAttribute('data-state');
  /** Opens the devices, and turns an effect on or off. */
  const turn = async (name: string, on: boolean) => {
    await sato.press('devices');
    await sato.page.locator(`[data-action="${name}"]`).setChecked(on, { force: true });
  };
  const close = () => sato.page.keyboard.press('Escape');

  it('cost nobody anything who does not switch them on', () => {
    expect(fetched.filter((path) => path.startsWith('/effects/'))).toEqual([]);
  });

  it('noise is taken out, and the voice stays', async () => {
    const { page } = sato;
    const before = { noise: await leavingDb(page, 'noise'), voice: await leavingDb(page, 'voice') };
    await turn('noise', true);
    await eventually(
      'it is on',
      () => stateOf('noise'),
      (state) => state === 'on',
    );
    await close();
    const noise = before.noise - (await leavingDb(page, 'noise'));
    // What the microphone hears is no real throat: some of it is taken for noise. And of a machine that was busy with
    // something else pieces are missing, which makes it only quieter: the loudest of a few times is what leaves.
    let voice = Infinity;
    for (let time = 0; time < 3 && voice >= 9; time += 1) {
      voice = Math.min(voice, before.voice - (await leavingDb(page, 'voice')));
    }
    const lower = { noise, voice };
    process.stdout.write(
      `noise suppression: white noise ${lower.noise.toFixed(1)} dB lower, voice ${lower.voice.toFixed(1)} dB lower\n`,
    );
    expect(lower.noise).toBeGreaterThan(10);
    expect(lower.voice).toBeLessThan(9);
    await turn('noise', false);
    await eventually(
      'it is off',
      () => stateOf('noise'),
      (state) => state === 'off',
    );
    await close();
    expect(Math.abs((await leavingDb(page, 'noise')) - before.noise)).toBeLessThan(3);
  });

  it('the room is blurred, or the blur turns itself off and says so', async () => {
    const { page } = sato;
    const own = '[data-own] video';
    const before = await sharpness(page, own);
    await turn('blur', true);
    const became = await eventually(
      'the blur is on, or has given up',
      () => stateOf('blur'),
      (state) => state === 'on' || state === 'slow' || state === 'failed',
      60_000,
    );
    if (became === 'on') {
      const blurred = await eventually(
        'the room is blurred',
        async () => ({ ...(await sharpness(page, own)), state: await stateOf('blur') }),
        ({ edge, state }) => edge < before.edge / 5 || state !== 'on',
      );
      process.stdout.write(
        `blur: edges ${before.edge.toFixed(1)} -> ${blurred.edge.toFixed(1)}, face ${before.face.toFixed(1)} -> ${blurred.face.toFixed(1)}\n`,
      );
    }
    interface Said {
      framesPerSecond: number;
      slow: boolean;
    }
    const pace = () =>
      page.evaluate(() => {
        const mark = performance.getEntriesByName('okaeri.blur').at(-1) as PerformanceMark | undefined;
        return mark?.detail as Said | undefined;
      });
    const settled = await eventually(
      'its pace is known, or it has given up',
      async () => ({ state: await stateOf('blur'), pace: await pace() }),
      (now) => now.pace?.slow === false || now.state !== 'on',
    );
    process.stdout.write(
      `blur: ${settled.state}, ${settled.pace?.framesPerSecond.toFixed(1) ?? 'no'} pictures a second\n`,
    );
    if (settled.state === 'on') {
      expect((await sharpness(page, own)).edge).toBeLessThan(before.edge / 5);
    } else {
      await page.getByText(say('ja', `effects.${settled.state as 'slow' | 'failed'}`)).waitFor();
      // What leaves is her own picture again.
      await eventually(
        'it is sharp again',
        () => sharpness(page, own),
        ({ edge }) => edge > before.edge / 2,
      );
    }
  });

  it('a blur that was wished the last time is never preceded by the plain picture', async () => {
    const { page } = sato;
    const own = '[data-own] video';
    let refuse = (): void => undefined;
    const refused = new Promise<void>((resolve) => (refuse = resolve));
    await page.route('**/effects/selfie_segmentation.js', async (route) => {
      await refused;
      await route.abort();
    });
    expect(await plainHasLeft(page)).toBe(true);
    // What the test before wished is remembered, even where this device gave it up.
    await page.reload();
    await sato.screen('door');
    await sato.ready();
    await sato.phase('joined');
    await eventually(
      'a picture without a room',
      () => sharpness(page, own),
      ({ edge }) => edge > 0,
    );
    const veiled = await sharpness(page, own);
    process.stdout.write(
      `before the model is there: edges ${veiled.edge.toFixed(1)}, face ${veiled.face.toFixed(1)}\n`,
    );
    expect(veiled.edge).toBeLessThan(5);
    expect(await plainHasLeft(page)).toBe(false);
    // A model that cannot be had: her own picture again, and she is told.
    refuse();
    await page.getByText(say('ja', 'effects.gone')).waitFor();
    await eventually(
      'it is sharp',
      () => sharpness(page, own),
      ({ edge }) => edge > 15,
    );
    await eventually('her own picture leaves', () => plainHasLeft(page), Boolean);
  });
});
