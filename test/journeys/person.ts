import type { BrowserContext, Page } from 'playwright-core';
import { eventually, heardBy, streamsOf } from '../support/ears';

/**
 * One person in front of her window. Every step is done as she would do it: by the buttons of the page.
 * `name` is the first label of the host name, and so also the voice she speaks with (see ears.ts).
 */
export class Person {
  constructor(
    readonly name: string,
    readonly page: Page,
  ) {}

  /** Opens her own first page in a new window of the same browser profile. */
  static async arriveHome(context: BrowserContext, origin: string, name: string): Promise<Person> {
    const page = await context.newPage();
    await page.goto(hostOf(origin, name));
    return new Person(name, page);
  }

  /** Clicks her card on the stage, which opens her window. */
  static async fromStage(context: BrowserContext, stage: Page, name: string): Promise<Person> {
    const opened = context.waitForEvent('page');
    await stage.locator(`a[href*="//${name}."]`).first().click();
    const page = await opened;
    return new Person(name, page);
  }

  /** From home or the day's list into the visit that can be entered now. */
  async openVisit(): Promise<this> {
    await this.page.locator('a[href^="/visits/"]').first().click();
    await this.screen('door');
    return this;
  }

  async goToVisit(origin: string, visitId: string): Promise<this> {
    await this.page.goto(`${hostOf(origin, this.name)}/visits/${visitId}`);
    return this;
  }

  /** Waits until the page shows that screen of the visit. */
  async screen(...names: string[]): Promise<void> {
    const any = names.map((name) => `[data-screen="${name}"]`).join(', ');
    await this.page.locator(any).first().waitFor({ timeout: 20_000 });
  }

  async phase(name: string): Promise<void> {
    await this.page.locator(`[data-phase="${name}"]`).first().waitFor({ timeout: 20_000 });
  }

  async press(action: string): Promise<void> {
    await this.page.locator(`[data-action="${action}"]:visible`).first().click();
  }

  /** Device check done: "I'm ready". */
  async ready(): Promise<this> {
    await this.page.locator('[data-media="open"]').first().waitFor({ timeout: 20_000 });
    await this.press('ready');
    return this;
  }

  /** Who and where she is, with a number to call back; the form offers what is on file. */
  async sayWhereIAm(place: string, number: string): Promise<this> {
    await this.screen('arrival');
    await this.page.locator('input[type="checkbox"]').first().check();
    await this.page.locator('input[name="place"]').fill(place);
    await this.page.locator('input[name="callbackNumber"]').fill(number);
    await this.press('arrive');
    return this;
  }

  /** Takes in the one who waits longest. */
  async admit(): Promise<void> {
    await this.press('admit');
  }

  /** Takes in everybody once so many wait, one click each. */
  async admitEverybody(waiting: number): Promise<void> {
    await this.press('people');
    const rows = this.page.locator('dialog li[data-seat]', { has: this.page.locator('[data-action="admit"]') });
    await eventually(
      `${waiting} wait`,
      () => rows.count(),
      (count) => count === waiting,
    );
    const seats = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-seat')));
    for (const seat of seats) {
      const row = this.page.locator(`dialog li[data-seat="${seat}"] [data-action="admit"]`);
      await row.click();
      await row.waitFor({ state: 'detached' });
    }
    await this.page.keyboard.press('Escape');
  }

  /** A window that starts with its speaker off (another one on this machine is in the call) turns it on. */
  async turnSpeakerOn(): Promise<void> {
    // Whether it starts so is decided a moment after she is in.
    const root = this.page.locator('[data-phase]').first();
    await this.page.locator('[data-sound]:not([data-sound="undecided"])').first().waitFor({ timeout: 20_000 });
    if ((await root.getAttribute('data-sound')) !== 'on') await this.press('speaker-on');
    await this.page.locator('[data-sound="on"]').first().waitFor();
  }

  /** Waits until exactly these people's voices come out of this window's loudspeaker. */
  async hears(...people: string[]): Promise<void> {
    const wanted = [...people].sort().join(' ');
    await eventually(
      `${this.name} hears ${wanted || 'nobody'}`,
      () => heardBy(this.page),
      (heard) => heard.join(' ') === wanted,
    );
  }

  /** Waits until that many moving pictures of others are decoded. */
  async sees(pictures: number): Promise<void> {
    let least = Infinity;
    await eventually(
      `${this.name} sees ${pictures} moving pictures`,
      async () => {
        const now = await streamsOf(this.page);
        // Where a room moved, its frames are counted from nothing again.
        least = Math.min(least, now.framesDecoded);
        return now;
      },
      (now) => now.widths.length >= pictures && now.framesDecoded > least + 5 * pictures,
    );
  }

  /** Waits until somebody's screen is shown to her, in letters that can be read, and moves. */
  async seesScreen(): Promise<void> {
    const screen = this.page.locator('[data-shown="screen"] video');
    await screen.first().waitFor();
    const look = async () => {
      const [width, at] = await screen
        .first()
        .evaluate((video: HTMLVideoElement) => [video.videoWidth, video.currentTime]);
      const root = this.page.locator('[data-phase]').first();
      // What is given up for a bad link is not asked for.
      return { width: width ?? 0, at: at ?? 0, step: await root.getAttribute('data-step-down') };
    };
    const first = await eventually(`${this.name} sees the screen`, look, ({ width }) => width >= 640);
    await eventually('it moves', look, ({ at }) => at > first.at + 0.5);
  }

  async seesNoScreen(): Promise<void> {
    await this.page.locator('[data-shown="screen"]').waitFor({ state: 'detached' });
  }
}

export function hostOf(origin: string, name: string): string {
  const url = new URL(origin);
  url.hostname = `${name}.localhost`;
  return url.origin;
}
