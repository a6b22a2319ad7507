import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { SfuEventFrame, SfuRequestName } from '@okaeri/contracts';
import type { SfuLink } from './sfu';
import type { SfuPage } from './sfu-page';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

/** A real Chromium with a fake camera that nobody has to allow. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['OKAERI_CHROMIUM'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: flags, ignoreDefaultArgs: ['--mute-audio'] });
}

let bundle: Promise<string> | undefined;
function pageScript(): Promise<string> {
  bundle ??= build({
    entryPoints: [join(__dirname, 'sfu-page.ts')],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    write: false,
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return bundle;
}

/** One person: a page with mediasoup-client whose requests go over the given link, and who hears of her events. */
export class SfuPerson {
  private constructor(
    readonly page: Page,
    readonly seatId: string,
    readonly room: { roomId: string; epoch: number },
    private readonly link: SfuLink,
  ) {}

  static async enter(
    browser: Browser,
    link: SfuLink,
    room: { roomId: string; epoch: number },
    seatId: string,
  ): Promise<SfuPerson> {
    const context = await browser.newContext();
    const page = await context.newPage();
    const script = await pageScript();
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' }),
    );
    await page.goto('http://localhost/');
    await page.exposeFunction('ask', (name: SfuRequestName, data: never) => link.request(name, room, data));
    await page.addScriptTag({ content: script });
    const person = new SfuPerson(page, seatId, room, link);
    link.onEvent((frame) => void person.#onEvent(frame).catch(() => undefined));
    return person;
  }

  /** Joins the room; answers with the number of streams that were there. */
  async join(): Promise<number> {
    const { rtpCapabilities } = await this.link.request('room.open', this.room, {});
    return this.call('join', this.seatId, rtpCapabilities);
  }

  publishTone(hertz: number): Promise<string> {
    return this.call('publishTone', hertz);
  }

  publishCamera(simulcast = true): Promise<string> {
    return this.call('publishCamera', simulcast);
  }

  /** The picture of a seat, as wide as it is decoded; 0 frames while there is none. */
  async picture(seatId: string): Promise<{ consumerId: string; width: number; frames: number }> {
    const found = (await this.call('remotes')).find((remote) => remote.seatId === seatId && remote.source === 'camera');
    return found ?? { consumerId: '', width: 0, frames: 0 };
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** Calls the page's half. */
  call<M extends keyof SfuPage>(method: M, ...given: Parameters<SfuPage[M]>): Promise<Awaited<ReturnType<SfuPage[M]>>> {
    return this.page.evaluate(
      ([name, list]) => {
        const half = (window as unknown as { okaeriSfu: Record<string, (...all: unknown[]) => unknown> }).okaeriSfu;
        return half[name]?.(...list);
      },
      [method, given] as [string, unknown[]],
    ) as Promise<Awaited<ReturnType<SfuPage[M]>>>;
  }

  async #onEvent(frame: SfuEventFrame): Promise<void> {
    if (frame.roomId !== this.room.roomId || frame.epoch !== this.room.epoch) return;
    if (frame.event === 'consumer.opened' && frame.data.seatId === this.seatId) {
      await this.call('onConsumer', frame.data.consumer);
    }
    if (frame.event === 'producer.wanted' && frame.data.seatId === this.seatId) {
      await this.call('onWanted', frame.data.producerId, frame.data.layer);
    }
    if (frame.event === 'consumer.closed' && frame.data.seatId === this.seatId) {
      await this.call('onConsumerClosed', frame.data.consumerId);
    }
  }
}
