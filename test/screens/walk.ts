import type { Browser, BrowserContext, Page } from 'playwright-core';
import { localeTags, type Locale } from '@okaeri/contracts';
import { paths } from '../../apps/web/src/app/paths';
import type { Album, Shot } from './album';
import { givePortraits } from './camera';

/** Windows of the people of one visit, in one language, and how to move them through it. */
export class Walk {
  private constructor(
    readonly context: BrowserContext,
    private readonly album: Album,
    readonly base: URL,
    readonly language: Locale,
  ) {}

  static async start(browser: Browser, album: Album, address: string, language: Locale): Promise<Walk> {
    const context = await browser.newContext({ locale: localeTags[language], viewport: { width: 1440, height: 900 } });
    await givePortraits(context);
    return new Walk(context, album, new URL(address), language);
  }

  shoot(shot: Shot): Promise<void> {
    return this.album.take(shot, this.language);
  }

  /** The address of a page in a person's window; `null` is the stage's own host. */
  at(persona: string | null, path: string = paths.start): string {
    const url = new URL(path, this.base);
    if (persona) url.host = `${persona}.${this.base.host}`;
    return url.toString();
  }

  async open(persona: string | null, path: string = paths.start): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(this.at(persona, path));
    if (persona) await this.speak(page);
    await page.waitForSelector('h1');
    return page;
  }

  /** Signs in as the window does by itself, then chooses this walk's language. */
  private async speak(page: Page): Promise<void> {
    const until = performance.now() + patience;
    const signedIn = async () => {
      const session = (await (await fetch('/api/session')).json()) as { me: unknown };
      return session.me !== null;
    };
    while (!(await page.evaluate(signedIn))) {
      if (performance.now() > until) throw new Error(`${page.url()} does not sign in.`);
      await page.waitForTimeout(100);
    }
    const status = await page.evaluate(async (language) => {
      const body = JSON.stringify({ language });
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/me/language', { method: 'PUT', headers, body })).status;
    }, this.language);
    if (status !== 200) throw new Error(`The language was refused with ${status}.`);
    await page.reload();
  }

  /** A window that nobody has signed in from; whoever opens it closes its context. */
  async stranger(): Promise<Page> {
    const browser = this.context.browser();
    if (!browser) throw new Error('The windows belong to no browser.');
    const context = await browser.newContext({ locale: localeTags[this.language] });
    return context.newPage();
  }

  /** The visit that waits now. Between two visits, and on a busy machine, the stage has none for a moment. */
  async visitId(): Promise<string> {
    const until = performance.now() + patience;
    for (;;) {
      const answer = await this.context.request.get(this.at(null, '/api/demo/stage'));
      if (answer.ok()) return ((await answer.json()) as { visit: { visitId: string } }).visit.visitId;
      if (performance.now() > until) throw new Error(`The stage answers ${answer.status()}: ${await answer.text()}`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  async visitOf(persona: string): Promise<Page> {
    return this.open(persona, paths.visit.replace(':visitId', await this.visitId()));
  }
}

/** A busy machine takes its time, a hang may not. */
export const patience = 120_000;

export const screen = (page: Page, name: string) =>
  page.waitForSelector(`[data-screen=${name}]`, { timeout: patience });
export const act = (page: Page, action: string) => page.locator(`[data-action=${action}]`).first().click();

/** Others are seen, not only announced: their pictures move. */
export async function seesOthers(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('video')].filter((video) => video.videoWidth > 2 && video.currentTime > 0).length >=
      wanted,
    count,
    { timeout: patience },
  );
}

/** She says who and where she is. */
export async function arrive(page: Page): Promise<void> {
  await page.locator('[name=itsMe]').check();
  await page.locator('[name=place]').fill('250 Yonge Street, Toronto');
  await act(page, 'arrive');
}
