import type { Browser } from 'playwright-core';
import { openChromium } from '../support/browser';
import { eventually, giveVoices, heardBy, streamsOf } from '../support/ears';
import { chromiumIn, Link, serverEnv } from '../support/net';
import { Standalone } from '../support/standalone';
import { hostOf, Person } from './person';
import { openVisitOf } from './world';

/** Pages of a call must not be slowed down for being out of sight: nobody is in front of them. */
const awake = ['--disable-background-timer-throttling', '--disable-renderer-backgrounding'];
/** On which the patient said that she can be rung. */
export const number = '+1 416 555 0139';

/** In bytes, a tenth of a second at the least. */
const aMomentOfSound = 400;

/** A visit of the demo world in which the patient sits behind a link of her own, and her physician beside the server. */
export class LinkedVisit {
  private constructor(
    readonly standalone: Standalone,
    readonly link: Link,
    readonly visitId: string,
    private readonly browsers: Browser[],
    readonly emily: Person,
    readonly sato: Person,
  ) {}

  /** `flags`: of both browsers. */
  static async open(name: string, flags: readonly string[] = []): Promise<LinkedVisit> {
    // First: the server listens on an address that comes with the link.
    const link = await Link.open(name);
    const browsers: Browser[] = [];
    let standalone: Standalone | undefined;
    try {
      standalone = await Standalone.start({ env: serverEnv });
      await link.carry(Number(new URL(standalone.origin).port));
      browsers.push(await chromiumIn(link, flags), await openChromium([...awake, ...flags]));
      const visitId = await openVisitOf(standalone, 'emily');
      const [far, near] = browsers as [Browser, Browser];
      const emily = await atDoor(far, standalone.origin, visitId, 'emily');
      const sato = await atDoor(near, standalone.origin, visitId, 'sato');
      await emily.ready();
      await emily.sayWhereIAm('12 Maple Street, Toronto', number);
      await sato.ready();
      await sato.screen('call');
      await emily.screen('wait');
      await sato.admit();
      await Promise.all([emily.phase('joined'), sato.phase('joined')]);
      await Promise.all([emily.turnSpeakerOn(), sato.turnSpeakerOn()]);
      await Promise.all([emily.hears('sato'), sato.hears('emily'), emily.sees(1), sato.sees(1)]);
      return new LinkedVisit(standalone, link, visitId, browsers, emily, sato);
    } catch (error) {
      await Promise.all(browsers.map((browser) => browser.close()));
      await link.close();
      await standalone?.stop();
      throw error;
    }
  }

  /** Somebody else comes in, beside the server. */
  async join(name: string): Promise<Person> {
    const person = await atDoor(this.browsers[1]!, this.standalone.origin, this.visitId, name);
    await person.ready();
    await person.phase('waiting');
    await this.sato.admit();
    await person.phase('joined');
    await person.turnSpeakerOn();
    return person;
  }

  /**
   * How long it takes from now until both hear each other, in milliseconds. By what comes in from now on: for a moment a
   * browser makes up a steady tone of which nothing comes any more.
   */
  async untilHeard(): Promise<number> {
    const begun = performance.now();
    const hears = async ({ page }: Person, other: string) => {
      const { audioBytesReceived: before } = await streamsOf(page);
      await eventually(
        `sound of ${other} comes`,
        async () => (await streamsOf(page)).audioBytesReceived,
        // Less than before: she has joined anew.
        (bytes) => bytes > before + aMomentOfSound || (bytes < before && bytes > aMomentOfSound),
        60_000,
      );
      await eventually(
        `${other} is heard`,
        () => heardBy(page),
        (heard) => heard.includes(other),
      );
    };
    await Promise.all([hears(this.emily, 'sato'), hears(this.sato, 'emily')]);
    return performance.now() - begun;
  }

  async close(): Promise<void> {
    await Promise.all(this.browsers.map((browser) => browser.close()));
    await this.link.close();
    await this.standalone.stop();
  }
}

async function atDoor(browser: Browser, origin: string, visitId: string, name: string): Promise<Person> {
  const context = await browser.newContext({
    permissions: ['camera', 'microphone'],
    viewport: { width: 1280, height: 800 },
  });
  await giveVoices(context);
  const page = await context.newPage();
  await page.goto(`${hostOf(origin, name)}/visits/${visitId}`);
  const person = new Person(name, page);
  await person.screen('door');
  return person;
}
