import type { Browser } from 'playwright-core';
import { SfuLink, startReadySfu } from './sfu';
import type { SfuProcess } from './sfu';
import { SfuPerson, openBrowser } from './sfu-browser';

type RoomName = { roomId: string; epoch: number };

/** A node and a browser for one file of tests; each test has rooms of its own, which its people leave with it. */
export class SfuStage {
  readonly #people: SfuPerson[] = [];
  #rooms = 0;

  private constructor(
    readonly sfu: SfuProcess,
    readonly link: SfuLink,
    private readonly browser: Browser,
  ) {}

  static async open(env: Record<string, string> = {}): Promise<SfuStage> {
    const { sfu, link } = await startReadySfu(env);
    return new SfuStage(sfu, link, await openBrowser());
  }

  newRoom(): RoomName {
    return { roomId: `room-${(this.#rooms += 1)}`, epoch: 1 };
  }

  async enter(room: RoomName, seatId: string, { link = this.link }: { link?: SfuLink } = {}): Promise<SfuPerson> {
    const person = await SfuPerson.enter(this.browser, link, room, seatId);
    this.#people.push(person);
    return person;
  }

  async leave(): Promise<void> {
    await Promise.all(this.#people.splice(0).map((person) => person.close()));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.link.close();
    await this.sfu.stop();
  }
}
