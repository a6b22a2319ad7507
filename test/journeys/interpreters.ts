import type { BrowserContext } from 'playwright-core';
import { eventually, loudnessAt, packetsOf } from '../support/ears';
import type { Standalone } from '../support/standalone';
import { Person } from './person';

/** Seats a person of the demo world as one who interprets here, as a patient may bring somebody who knows both languages. */
export async function seatInterpreter(
  standalone: Standalone,
  visitId: string,
  persona: string,
  pair: readonly [string, string],
): Promise<void> {
  await standalone.query(
    `insert into seat (visit_id, person_id, role, language, interprets)
     select $1, id, 'guest', language, $3 from person where persona = $2`,
    [visitId, persona, [...pair]],
  );
}

/** Who sits on which seat of a visit. */
export async function seatsOf(standalone: Standalone, visitId: string): Promise<Map<string, string>> {
  const rows = await standalone.query<{ id: string; persona: string }>(
    'select s.id, p.persona from seat s join person p on p.id = s.person_id where s.visit_id = $1',
    [visitId],
  );
  return new Map(rows.map(({ id, persona }) => [id, persona]));
}

/** In packets of 40 ms. */
const halfASecond = 13;

/** Somebody in a visit with more than one language, and what she does about it by the buttons of her page. */
export class Listener extends Person {
  static override async arriveHome(context: BrowserContext, origin: string, name: string): Promise<Listener> {
    const { page } = await Person.arriveHome(context, origin, name);
    return new Listener(name, page);
  }

  /** In the language sheet, until it says that it is so. */
  async choose(action: string): Promise<void> {
    const sheet = this.page.locator('dialog');
    await this.press('language');
    await sheet.locator(`[data-action="${action}"]`).click();
    await eventually(
      `${this.name} has chosen ${action}`,
      async () => {
        if (!(await sheet.isVisible())) await this.press('language');
        return sheet.locator(`[data-action="${action}"][data-chosen]`).count();
      },
      (count) => count === 1,
    );
    await this.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  }

  /** Waits until each of these voices is about so many decibels under (or, with 0, as loud as) the loudest. */
  async hearsUnder(expected: Record<string, 'full' | 'ducked' | 'partner'>): Promise<void> {
    const bounds = { full: [-3, 3], ducked: [14, 19], partner: [8, 13] } as const;
    await eventually(
      `${this.name} hears ${JSON.stringify(expected)}`,
      async () => {
        const heard = await loudnessAt(this.page);
        const top = Math.max(...heard.map(({ db }) => db));
        return Object.fromEntries(heard.map(({ person, db }) => [person, top - db]));
      },
      (under) =>
        Object.keys(under).sort().join() === Object.keys(expected).sort().join() &&
        Object.entries(expected).every(([person, as]) => {
          const [least, most] = bounds[as];
          const found = under[person] ?? Infinity;
          return found >= least && found <= most;
        }),
    );
  }

  /** Waits until, for half a second of sound, these people's packets come to her page and not one of anybody else. */
  async gets(seats: ReadonlyMap<string, string>, people: readonly string[]): Promise<void> {
    const wanted = [...people].sort().join(' ');
    await eventually(
      `the packets that come to ${this.name} are of ${wanted}`,
      async () => {
        const first = await packetsOf(this.page);
        let now = first;
        const grown = (seat: string) => (now[seat] ?? 0) - (first[seat] ?? 0);
        for (const start = performance.now(); performance.now() - start < 5000;) {
          now = await packetsOf(this.page);
          if (Object.keys(now).filter((seat) => grown(seat) >= halfASecond).length >= people.length) break;
        }
        const come = Object.keys(now).filter((seat) => grown(seat) > 0);
        return come
          .map((seat) => seats.get(seat) ?? seat)
          .sort()
          .join(' ');
      },
      (come) => come === wanted,
    );
  }

  /** What her page says of who interprets into a language. */
  async toldHeardBy(language: string): Promise<number | null> {
    const row = this.page.locator(`li[data-interprets="${language}"]`).first();
    return (await row.count()) === 0 ? null : Number(await row.getAttribute('data-heard-by'));
  }
}
