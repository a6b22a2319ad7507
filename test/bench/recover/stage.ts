import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { hostOf, Person } from '../../journeys/person';
import { openVisitOf } from '../../journeys/world';
import { fixCameraSize, openChromium } from '../../support/browser';
import { needDatabaseServer } from '../../support/database-server';
import { eventually, giveVoices, voices } from '../../support/ears';
import { childrenNamed } from '../../support/processes';
import { startReadySfu } from '../../support/sfu';
import { SfuPerson } from '../../support/sfu-browser';
import { Split } from '../../support/split';
import { measurable, meter, read, reset, type Missed } from './meter';

export type Victim = 'signaling' | 'worker' | 'sfu';
/** What the receivers missed by a kill; of silence less what one missed in the same time to whom nothing was done. */
export interface Gap {
  silentMs: number;
  frozenMs: number;
  concealedSamples: number;
  controlSilentMs: number;
  /** Until the server had everybody again. */
  resumedMs: number;
}

/** Until both the sound and a frame are there again. */
export const back = ({ silentMs, frozenMs }: Gap): number => Math.max(silentMs, frozenMs);
/** How often each is killed; fewer to see that it works. */
export const kills = Number(process.env['OKAERI_KILLS'] ?? 20);

const flags = ['--disable-background-timer-throttling', '--disable-renderer-backgrounding'];
/** Of silence before a kill, there must be none for so long. */
const calmMs = 2000;
const calmBlocksMs = 30;

/** A visit on the built system in its many processes, and beside it a pair on an sfu of their own that nobody kills. */
export class Stage {
  #stops: (() => Promise<void>)[] = [];
  #control!: Page;

  private constructor(
    readonly split: Split,
    /** Asked many times a second while something recovers. */
    private readonly database: Client,
    readonly visitId: string,
    readonly people: readonly Person[],
  ) {}

  static async open(names: readonly string[] = ['emily', 'sato']): Promise<Stage> {
    const stops: (() => Promise<void>)[] = [];
    try {
      stops.push(await needDatabaseServer());
      const split = await Split.start();
      stops.push(() => split.stop());
      const database = new Client({ connectionString: split.databaseUrl });
      await database.connect();
      stops.push(() => database.end());
      const browser = await openChromium(flags);
      stops.push(() => browser.close());
      const visitId = await openVisitOf(split, 'emily');
      const people: Person[] = [];
      for (const name of names) people.push(await atDoor(browser, split.origin, visitId, name));
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
      const stage = new Stage(split, database, visitId, people);
      stage.#stops = stops;
      await stage.#openControl(browser);
      return stage;
    } catch (error) {
      for (const stop of stops.reverse()) await stop();
      throw error;
    }
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
    const pages = [...this.people.map(({ page }) => page), this.#control];
    const before = await Promise.all(pages.map(read));
    const placed = await this.#standing();
    await Promise.all(pages.map(reset));
    const pids = await this.#pidsOf(victim);
    const killedAt = performance.now();
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await eventually(
      `recovered from ${victim}`,
      () => this.#standing(),
      ({ epoch, connections }) =>
        victim === 'signaling'
          ? connections !== placed.connections && !connections.includes('none')
          : epoch > placed.epoch,
      60_000,
    );
    for (const person of this.people) await person.phase('joined');
    const resumedMs = performance.now() - killedAt;
    for (const person of this.people) {
      await person.hears(...this.people.filter((other) => other !== person).map(({ name }) => name));
      await person.sees(this.people.length - 1);
    }
    const after = await Promise.all(pages.map(read));
    const control = after.pop() as Missed;
    const less = (ms: number, by: number) => Math.max(0, ms - by);
    return {
      silentMs: less(Math.max(...after.map(({ silentMs }) => silentMs)), control.silentMs),
      frozenMs: Math.max(...after.map(({ frozenMs }) => frozenMs)),
      concealedSamples: Math.max(...after.map((one, n) => one.concealedSamples - (before[n]?.concealedSamples ?? 0))),
      controlSilentMs: control.silentMs,
      resumedMs,
    };
  }

  /** Nothing is missed any more of what the kill before did. */
  async #calm(): Promise<void> {
    const pages = [...this.people.map(({ page }) => page), this.#control];
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

  async #standing(): Promise<{ epoch: number; connections: string }> {
    const [row] = await this.#ask<{ epoch: number; connections: string }>(
      `select room.epoch, (select string_agg(coalesce(connection::text, 'none'), ' ' order by id) from seat
         where visit_id = $1 and state = 'joined') as connections
       from room where visit_id = $1`,
    );
    if (!row) throw new Error('The visit has no room.');
    return row;
  }

  async #pidsOf(victim: Victim): Promise<number[]> {
    if (victim === 'signaling') return [this.#busiest(['signaling-1', 'signaling-2'])];
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

  /** The one that most sockets of the visit are connected to. */
  #busiest(names: readonly string[]): number {
    const all = names.map((name) => this.split.process(name));
    const held = all.map(({ port }) => establishedAt(port));
    return all[held.indexOf(Math.max(...held))]?.pid ?? 0;
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

/** Connections to a port of this machine that are open now, as the kernel tells it. */
function establishedAt(port: number): number {
  const ending = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1);
  return lines.filter((line) => {
    const [, local = '', , state] = line.trim().split(/\s+/);
    return local.endsWith(ending) && state === '01';
  }).length;
}

async function atDoor(browser: Browser, origin: string, visitId: string, name: string): Promise<Person> {
  const context = await browser.newContext(measurable);
  await giveVoices(context);
  // As in the bench of joining: what is measured is the way back, not how fast this machine encodes.
  await fixCameraSize(context, 640, 360);
  const page = await context.newPage();
  await page.goto(`${hostOf(origin, name)}/visits/${visitId}`);
  const person = new Person(name, page);
  await person.screen('door');
  return person;
}
