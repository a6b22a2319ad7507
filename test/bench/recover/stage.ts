import { Client } from 'pg';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { hostOf, Person } from '../../journeys/person';
import { openVisitOf } from '../../journeys/world';
import { fixCameraSize, openChromium } from '../../support/browser';
import { needDatabaseServer } from '../../support/database-server';
import { eventually, giveVoices, restEars, voices } from '../../support/ears';
import { childrenNamed } from '../../support/processes';
import { startReadySfu } from '../../support/sfu';
import { SfuPerson } from '../../support/sfu-browser';
import { Split, type SplitProcess } from '../../support/split';
import { Line } from './line';
import { forget, measurable, meter, read, renewed, reset } from './meter';

export type Victim = 'signaling' | 'worker' | 'sfu';
/** What the receivers missed by a kill; of silence less what one missed in the same time to whom nothing was done. */
export interface Gap {
  silentMs: number;
  frozenMs: number;
  concealedSamples: number;
  controlSilentMs: number;
  /** Until the server had everybody again. */
  resumedMs: number;
  /** How many were cut off from their signalling. */
  cutOff: number;
}

/** Until both the sound and a frame are there again. */
export const back = ({ silentMs, frozenMs }: Gap): number => Math.max(silentMs, frozenMs);
/** How often each is killed; fewer to see that it works. */
export const kills = Number(process.env['OKAERI_KILLS'] ?? 20);

export interface StageOptions {
  /** How the browsers of its people are opened. */
  chromium?: typeof openChromium;
  /** Whether a pair on an sfu of its own says how much silence there is where nobody is killed. */
  control?: boolean;
  /** What their pages are like. */
  page?: BrowserContextOptions;
}

const flags = ['--disable-background-timer-throttling', '--disable-renderer-backgrounding'];
/** Of silence before a kill, there must be none for so long. */
const calmMs = 2000;
const calmBlocksMs = 30;

/** A visit on the built system in its many processes, and beside it a pair on an sfu of their own that nobody kills. */
export class Stage {
  #stops: (() => Promise<void>)[] = [];
  #control: Page | null = null;

  private constructor(
    readonly split: Split,
    /** Asked many times a second while something recovers. */
    private readonly database: Client,
    readonly visitId: string,
    public people: readonly Person[],
    private readonly lines: ReadonlyMap<Person, Line>,
  ) {}

  static async open(
    names: readonly string[] = ['emily', 'sato'],
    { chromium = openChromium, control = true, page = {} }: StageOptions = {},
  ): Promise<Stage> {
    const stops: (() => Promise<void>)[] = [];
    try {
      stops.push(await needDatabaseServer());
      const split = await Split.start();
      stops.push(() => split.stop());
      const database = new Client({ connectionString: split.databaseUrl });
      await database.connect();
      stops.push(() => database.end());
      const browser = await chromium(flags);
      stops.push(() => browser.close());
      const visitId = await openVisitOf(split, 'emily');
      const people: Person[] = [];
      const lines = new Map<Person, Line>();
      for (const name of names)
        people.push(await atDoor(browser, { origin: split.origin, visitId, name, lines, page }));
      const [emily, sato, ...others] = people as [Person, Person, ...Person[]];
      await emily.ready();
      await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
      for (const other of others) await other.ready();
      for (const waiting of [emily, ...others]) await waiting.phase('waiting');
      await sato.ready();
      await sato.screen('call');
      if (others.length > 0) await sato.admitEverybody(names.length - 1);
      else await sato.admit();
      for (const person of people) await person.phase('joined');
      for (const person of people) await person.turnSpeakerOn();
      for (const person of people) {
        await person.hears(...names.filter((name) => name !== person.name));
        await person.sees(names.length - 1);
        await meter(person.page, 'audio[data-kind="voice"]', 'figure[data-seat] video');
      }
      const stage = new Stage(split, database, visitId, people, lines);
      stage.#stops = stops;
      if (control) await stage.#openControl(browser);
      return stage;
    } catch (error) {
      for (const stop of stops.reverse()) await stop();
      throw error;
    }
  }

  /** From now on it is counted what people press. */
  async countPresses(): Promise<void> {
    for (const { page } of this.people) {
      await page.evaluate(() => {
        const self = window as unknown as { okaeriPresses: number };
        self.okaeriPresses = 0;
        for (const press of ['click', 'pointerdown', 'keydown']) {
          window.addEventListener(press, () => (self.okaeriPresses += 1), true);
        }
      });
    }
  }

  /** By all who are still here; a page that was loaded anew has counted nothing, and that is no answer. */
  async presses(): Promise<number> {
    const counted = this.people.map(({ page }) =>
      page.evaluate(() => (window as unknown as { okaeriPresses?: number }).okaeriPresses ?? NaN),
    );
    return (await Promise.all(counted)).reduce((sum, count) => sum + count, 0);
  }

  async close(): Promise<void> {
    for (const stop of this.#stops.reverse()) await stop();
  }

  /**
   * Kills a process of the visit without a word, and measures what it costs. Nobody presses anything. `whole`: not before
   * everything else of the system is ready, which it never is while something is missing on purpose.
   */
  async kill(victim: Victim, whole = true): Promise<Gap> {
    if (whole) await this.split.ready();
    await this.#calm();
    const pages = this.#measured();
    const before = await Promise.all(pages.map(read));
    const placed = await this.#standing();
    await Promise.all(pages.map(reset));
    this.#cutOff();
    const pids = await this.#pidsOf(victim);
    const killedAt = performance.now();
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    const lost = new Set<Person>();
    await eventually(
      `recovered from ${victim}`,
      async () => {
        for (const person of this.#cutOff()) lost.add(person);
        return this.#standing();
      },
      ({ epoch, connections }) =>
        victim === 'signaling'
          ? lost.size > 0 && [...lost].every(({ name }) => isAnother(connections[name], placed.connections[name]))
          : epoch > placed.epoch,
      60_000,
    );
    // Their media is another one then.
    if (victim !== 'signaling') await Promise.all(this.people.map(({ page }) => renewed(page)));
    for (const person of this.people) await person.phase('joined');
    const resumedMs = performance.now() - killedAt;
    for (const person of this.people) {
      await person.hears(...this.people.filter((other) => other !== person).map(({ name }) => name));
      await person.sees(this.people.length - 1);
    }
    for (const { page } of this.people) await restEars(page);
    const after = await Promise.all(pages.map(read));
    const control = (this.#control && after.pop()?.silentMs) ?? 0;
    const less = (ms: number, by: number) => Math.max(0, ms - by);
    return {
      silentMs: less(Math.max(...after.map(({ silentMs }) => silentMs)), control),
      frozenMs: Math.max(...after.map(({ frozenMs }) => frozenMs)),
      concealedSamples: Math.max(...after.map((one, n) => one.concealedSamples - (before[n]?.concealedSamples ?? 0))),
      controlSilentMs: control,
      resumedMs,
      cutOff: lost.size,
    };
  }

  /**
   * Somebody's window is gone at the moment at which the process that held it is killed, so that nobody says so. How long
   * she is still in the room for the server, or on anybody's page.
   */
  async vanish(name: string): Promise<number> {
    await this.split.ready();
    const gone = this.people.find((person) => person.name === name);
    if (!gone) throw new Error(`${name} is not here.`);
    this.people = this.people.filter((person) => person !== gone);
    const [row] = await this.#ask<{ id: string }>(
      `select seat.id from seat join person on person.id = person_id where visit_id = $1 and persona = '${gone.name}'`,
    );
    // Since the kill before, everybody is at one.
    const [holds, ...others] = await this.#holding();
    if (!holds || others.length > 0) throw new Error('Nobody knows who holds her.');
    const goneAt = performance.now();
    process.kill(holds.pid, 'SIGKILL');
    await gone.page.context().close();
    const tiles = () =>
      Promise.all(this.people.map(({ page }) => page.locator(`figure[data-seat="${row?.id}"]`).count()));
    await eventually(
      `${gone.name} is nobody’s ghost`,
      async () => ({ joined: gone.name in (await this.#standing()).connections, tiles: await tiles() }),
      ({ joined, tiles: shown }) => !joined && shown.every((count) => count === 0),
      60_000,
    );
    const ghostMs = performance.now() - goneAt;
    for (const { page } of this.people) await forget(page, row?.id ?? '');
    return ghostMs;
  }

  #measured(): Page[] {
    return [...this.people.map(({ page }) => page), ...(this.#control ? [this.#control] : [])];
  }

  /** Nothing is missed any more of what the kill before did. */
  async #calm(): Promise<void> {
    const pages = this.#measured();
    await eventually(
      'calm',
      async () => {
        await Promise.all(pages.map(reset));
        await new Promise((done) => setTimeout(done, calmMs));
        return Math.max(...(await Promise.all(pages.map(read))).map(({ silentMs }) => silentMs));
      },
      (silentMs) => silentMs <= calmBlocksMs,
      60_000,
    );
  }

  async #standing(): Promise<{ epoch: number; connections: Record<string, string | null> }> {
    const [row] = await this.#ask<{ epoch: number; connections: Record<string, string | null> }>(
      `select room.epoch, (select json_object_agg(persona, connection) from seat join person on person.id = person_id
         where visit_id = $1 and state = 'joined') as connections
       from room where visit_id = $1`,
    );
    if (!row) throw new Error('The visit has no room.');
    return row;
  }

  /** Those whose signalling was lost since this was asked before. */
  #cutOff(): Person[] {
    return this.people.filter((person) => this.lines.get(person)?.takeLost());
  }

  async #pidsOf(victim: Victim): Promise<number[]> {
    if (victim === 'signaling') {
      const [holds] = await this.#holding();
      if (!holds) throw new Error('Nobody of the visit is connected.');
      return [holds.pid];
    }
    const [room] = await this.#ask<{ nodeId: string }>('select node_id as "nodeId" from room where visit_id = $1');
    const nodes = ['sfu-1', 'sfu-2'].map((name) => this.split.process(name));
    const ids = await Promise.all(nodes.map(({ port }) => nodeIdOf(port)));
    const node = nodes.find((_, at) => ids[at] === room?.nodeId);
    if (!node) throw new Error(`No node is ${room?.nodeId}.`);
    return victim === 'sfu' ? [node.pid] : childrenNamed(node.pid, 'mediasoup-worker');
  }

  /** About this visit, which is the one parameter. */
  async #ask<Row extends object>(sql: string): Promise<Row[]> {
    return (await this.database.query(sql, [this.visitId])).rows as Row[];
  }

  /** The signaling processes that somebody of the visit is connected to. */
  async #holding(): Promise<SplitProcess[]> {
    const all = ['signaling-1', 'signaling-2'].map((name) => this.split.process(name));
    const visits = await Promise.all(all.map(({ port }) => visitsAt(port)));
    return all.filter((_, at) => (visits[at] ?? 0) > 0);
  }

  async #openControl(browser: Browser): Promise<void> {
    const { sfu, link } = await startReadySfu();
    this.#stops.push(async () => {
      await link.close();
      await sfu.stop();
    });
    const room = { roomId: 'control', epoch: 1 };
    const [speaker, listener] = await Promise.all(
      ['mori', 'tanaka'].map((seat) => SfuPerson.enter(browser, link, room, seat)),
    );
    if (!speaker || !listener) throw new Error('no control');
    await speaker.join();
    await speaker.publishTone(voices['mori'] ?? 0);
    await listener.join();
    await meter(listener.page, 'audio', 'video');
    this.#control = listener.page;
  }
}

async function nodeIdOf(port: number): Promise<string | undefined> {
  const answer = (await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()) as { about?: { node?: string } };
  return answer.about?.node;
}

/** How many visits have somebody at this process, as it says itself. */
async function visitsAt(port: number): Promise<number> {
  const said = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const found = /^okaeri_visits_entered(?:\{[^}]*\})? (\d+)/m.exec(said);
  if (!found) throw new Error('It does not say how many visits it has.');
  return Number(found[1]);
}

const isAnother = (now: string | null | undefined, before: string | null | undefined) => Boolean(now) && now !== before;

async function atDoor(
  browser: Browser,
  at: { origin: string; visitId: string; name: string; lines: Map<Person, Line>; page: BrowserContextOptions },
): Promise<Person> {
  const context = await browser.newContext({ ...measurable, ...at.page });
  await giveVoices(context);
  // As in the bench of joining: what is measured is the way back, not how fast this machine encodes.
  await fixCameraSize(context, 640, 360);
  const page = await context.newPage();
  const line = new Line(page);
  await page.goto(`${hostOf(at.origin, at.name)}/visits/${at.visitId}`);
  const person = new Person(at.name, page);
  at.lines.set(person, line);
  await person.screen('door');
  return person;
}
