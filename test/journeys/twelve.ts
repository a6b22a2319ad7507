import type { Browser } from 'playwright-core';
import { fixCameraSize, openDistantChromium } from '../support/browser';
import { giveVoices, restEars } from '../support/ears';
import { SocketWorld } from '../support/socket-world';
import type { Somebody } from '../support/socket-world';
import { Standalone } from '../support/standalone';
import { Person } from './person';

/** By the name of the voice: who sits in the conference, and at what window. */
const desk = { width: 1440, height: 900 };
const phone = { width: 360, height: 740 };
/** As small as a window may be in which all of them are seen: twelve are drawn by this one machine. */
const corner = { width: 640, height: 400 };

const hosts = { sato: '佐藤 健一', mori: '森 さくら', tanaka: '田中 由美子' };
const patient = { emily: 'Emily Tremblay' };
const guests = {
  ...{ grace: 'Grace Okonkwo-Lindqvist', linh: 'Nguyễn Thị Thuỳ Linh', hoa: 'Trần Thị Hoa', chen: '陈伟' },
  ...{ haruto: '高橋 陽翔', hayashi: '林 美咲', ito: '伊藤 翔太', kimura: '木村 大輔' },
};
export const guestNames = Object.keys(guests);
export const everyone = [...Object.keys(hosts), ...Object.keys(patient), ...guestNames];
export const othersOf = (name: string): string[] => everyone.filter((other) => other !== name);

/** A case conference as large as it may be: three physicians of the hospital, eight of others, and the patient. */
export class Twelve {
  readonly #people = new Map<string, Person>();

  private constructor(
    readonly standalone: Standalone,
    private readonly world: SocketWorld,
    private readonly browser: Browser,
    private readonly path: string,
    private readonly who: ReadonlyMap<string, Somebody>,
  ) {}

  static async open(): Promise<Twelve> {
    const standalone = await Standalone.start({ demo: false });
    const world = await SocketWorld.open(standalone.databaseUrl);
    const roles = [
      ...Object.keys(hosts)
        .slice(1)
        .map(() => 'physician' as const),
      ...guestNames.map(() => 'guest' as const),
    ];
    const visit = await world.visit({ others: roles });
    const ask = (sql: string, ...values: unknown[]) => world.data.query(sql, values);
    await ask(`update visit set kind = 'conference' where id = $1`, visit.visitId);
    const [second, third, ...invited] = visit.others as [Somebody, Somebody, ...Somebody[]];
    const cast = [visit.physician, second, third, visit.patient, ...invited];
    const who = new Map(cast.map((somebody, n) => [everyone[n] ?? '', somebody]));
    const names = { ...hosts, ...patient, ...guests };
    for (const [name, written] of Object.entries(names)) {
      await ask('update person set name = $2, name_latin = $2 where id = $1', who.get(name)?.id, written);
    }
    const elsewhere = [await world.institution(), await world.institution()];
    for (const [n, name] of guestNames.entries()) {
      const at = elsewhere[n % 2];
      await ask(
        `insert into membership (person_id, institution_id, role) values ($1, $2, 'physician')`,
        who.get(name)?.id,
        at,
      );
      await ask(`update seat set relation = 'specialist' where person_id = $1`, who.get(name)?.id);
    }
    const browser = await openDistantChromium([
      ...['--disable-background-timer-throttling', '--disable-renderer-backgrounding'],
      '--use-fake-device-for-media-stream=fps=5',
    ]);
    return new Twelve(standalone, world, browser, `/visits/${visit.visitId}`, who);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.world.close();
    await this.standalone.stop();
  }

  person(name: string): Person {
    const person = this.#people.get(name);
    if (!person) throw new Error(`${name} has no window`);
    return person;
  }

  /** A window of her own, with her devices tried: physicians of the house are in then, the others wait. */
  async arrive(name: string): Promise<void> {
    const window = name === 'sato' ? desk : name === 'mori' ? phone : corner;
    const context = await this.browser.newContext({
      permissions: ['camera', 'microphone'],
      viewport: window,
      deviceScaleFactor: window === corner ? 0.5 : 1,
    });
    await fixCameraSize(context, 320, 180);
    await giveVoices(context);
    const [cookie = '', value = ''] = this.who.get(name)?.cookie.split('=') ?? [];
    await context.addCookies([{ name: cookie, value, url: this.standalone.origin }]);
    const page = await context.newPage();
    await page.goto(`${this.standalone.origin}${this.path}?voice=${name}`);
    const person = new Person(name, page);
    this.#people.set(name, person);
    await person.screen('door');
    await person.ready();
    if (name in patient) await person.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    if (name in hosts) await this.isIn(name);
    else await person.phase('waiting');
  }

  /** The host lets in who waits, one click each. */
  async letIn(...names: string[]): Promise<void> {
    const sato = this.person('sato');
    await sato.press('people');
    for (const name of names) {
      const rows = await this.standalone.query<{ id: string }>('select id from seat where person_id = $1', [
        this.who.get(name)?.id,
      ]);
      const button = sato.page.locator(`dialog li[data-seat="${rows[0]?.id}"] [data-action="admit"]`);
      await button.click();
      await button.waitFor({ state: 'detached' });
    }
    await sato.page.keyboard.press('Escape');
    await Promise.all(names.map((name) => this.isIn(name)));
  }

  /** Whoever comes in is quiet until she is given the floor. */
  private async isIn(name: string): Promise<void> {
    await this.person(name).phase('joined');
    await this.speaks(name, false);
  }

  /** Each of them hears exactly this one, and does not go on listening: twelve pages that listen are work for a machine of their own. */
  async hear(listeners: readonly string[], speaker: string): Promise<void> {
    await Promise.all(
      listeners.map(async (name) => {
        const person = this.person(name);
        await person.hears(speaker);
        await restEars(person.page);
      }),
    );
  }

  async speaks(name: string, on: boolean): Promise<void> {
    const person = this.person(name);
    await person.press('microphone');
    await person.page.locator(`[data-own][data-heard="${on ? 'voice' : 'microphoneOff'}"]`).waitFor();
  }
}
