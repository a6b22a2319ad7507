import type { Browser } from 'playwright-core';
import { doorOpensMinutes } from '@okaeri/contracts';
import { hostOf, Person } from '../journeys/person';
import { openVisitOf } from '../journeys/world';
import { fixCameraSize } from '../support/browser';
import { giveVoices } from '../support/ears';
import { chromiumIn, Link, serverEnv } from '../support/net';
import { Standalone } from '../support/standalone';

/** Who meets whom: the patient first, then the physician, then who interprets between them, if anybody does. */
export type Meeting = readonly [patient: string, physician: string, ...interpreters: string[]];

/** Somebody in a visit, behind a link and in a browser of her own. */
export interface LinkedPerson {
  person: Person;
  link: Link;
  visitId: string;
}

/** Small and slow pictures: what is looked at is the link, and all of these browsers are on one machine. */
const camera = { width: 320, height: 180 };
const flags = ['--use-fake-device-for-media-stream=fps=5'];

/** Several visits of the demo world at the same time, and everybody in them behind a link of her own. */
export class LinkedPeople {
  #stops: (() => Promise<void>)[] = [];

  private constructor(
    readonly standalone: Standalone,
    readonly visits: readonly (readonly LinkedPerson[])[],
  ) {}

  static async open(meetings: readonly Meeting[], progress: (line: string) => void): Promise<LinkedPeople> {
    const stops: (() => Promise<void>)[] = [];
    try {
      // First: the server listens on an address that comes with the first link.
      const links = new Map<string, Link>();
      for (const name of meetings.flat()) {
        const link = await Link.open(name);
        stops.push(() => link.close());
        links.set(name, link);
      }
      const standalone = await Standalone.start({ env: serverEnv });
      stops.push(() => standalone.stop());
      const port = Number(new URL(standalone.origin).port);
      const atDoor = async (name: string, visitId: string): Promise<LinkedPerson> => {
        const link = links.get(name)!;
        await link.carry(port);
        const browser = await chromiumIn(link, flags, { last: true });
        stops.push(() => browser.close());
        return {
          person: await stand(browser, `${hostOf(standalone.origin, name)}/visits/${visitId}`, name),
          link,
          visitId,
        };
      };
      const visits: LinkedPerson[][] = [];
      for (const meeting of meetings) {
        const visitId = await beginVisitOf(standalone, meeting[0]);
        const people: LinkedPerson[] = [];
        for (const name of meeting) people.push(await atDoor(name, visitId));
        await meet(people.map(({ person }) => person));
        visits.push(people);
        progress(`${meeting.join(', ')} are in their visit`);
      }
      const opened = new LinkedPeople(standalone, visits);
      opened.#stops = stops;
      return opened;
    } catch (error) {
      for (const stop of stops.reverse()) await stop();
      throw error;
    }
  }

  get everybody(): LinkedPerson[] {
    return this.visits.flat();
  }

  async close(): Promise<void> {
    for (const stop of this.#stops.reverse()) await stop();
  }
}

/**
 * The next visit of a patient, which begins now where its door is not open yet. It gives back the time that it had, for
 * which the demo world, as the days go by, plans another.
 */
async function beginVisitOf(standalone: Standalone, patient: string): Promise<string> {
  const visitId = await openVisitOf(standalone, patient);
  const moved = await standalone.query(
    `update visit set starts_at = now() where id = $1 and starts_at > now() + $2 * interval '1 minute' returning id`,
    [visitId, doorOpensMinutes],
  );
  if (moved.length > 0) await standalone.query('delete from claim where visit_id = $1', [visitId]);
  return visitId;
}

async function stand(browser: Browser, address: string, name: string): Promise<Person> {
  const context = await browser.newContext({
    permissions: ['camera', 'microphone'],
    viewport: { width: 1000, height: 700 },
  });
  await giveVoices(context);
  await fixCameraSize(context, camera.width, camera.height);
  const page = await context.newPage();
  await page.goto(address);
  const person = new Person(name, page);
  await person.screen('door');
  return person;
}

async function meet([patient, physician, ...interpreters]: readonly Person[]): Promise<void> {
  if (!patient || !physician) throw new Error('Two are needed for a visit.');
  const others = [patient, ...interpreters];
  await patient.ready();
  await patient.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
  for (const interpreter of interpreters) await interpreter.ready();
  for (const other of others) await other.phase('waiting');
  await physician.ready();
  await physician.screen('call');
  if (interpreters.length > 0) await physician.admitEverybody(others.length);
  else await physician.admit();
  const everybody = [physician, ...others];
  for (const person of everybody) await person.phase('joined');
  for (const person of everybody) await person.turnSpeakerOn();
  for (const person of everybody) {
    await person.hears(...everybody.filter((other) => other !== person).map(({ name }) => name));
    await person.sees(others.length);
  }
}
