import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { firstSound, hearingOf } from '@okaeri/contracts';
import type { SoundSeat, SoundState, VisitId } from '@okaeri/contracts';
import type { SfuLink } from './sfu';
import { arrivalInToronto, deviceCapabilities, sound, until } from './socket-window';
import type { Window } from './socket-window';
import type { Somebody, SocketWorld } from './socket-world';

const joinData = { rtpCapabilities: deviceCapabilities };
const languages = ['vi', 'ja', 'en', 'fr'] as const;
/** From a change to when everybody hears by it. */
const settledMilliseconds = 1000;
const lookMilliseconds = 5;

/** What each of the six is, in the order in which they act. */
const cast = [
  { name: 'linh', role: 'patient', language: 'vi', interprets: null },
  { name: 'sato', role: 'physician', language: 'ja', interprets: null },
  { name: 'hoa', role: 'interpreter', language: 'vi', interprets: ['ja', 'vi'] },
  { name: 'mai', role: 'interpreter', language: 'vi', interprets: ['vi', 'ja'] },
  { name: 'mori', role: 'interpreter', language: 'ja', interprets: ['en', 'ja'] },
  { name: 'tanaka', role: 'coordinator', language: 'en', interprets: null },
] as const;
const physician = 1;

const who = fc.nat({ max: cast.length - 1 });
const interpreter = fc.constantFrom(2, 3, 4);
const language = fc.constantFrom(...languages);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 });
const kind = <K extends string>(name: K) => fc.constant(name);
const event = fc.oneof(
  fc.record({ kind: kind('hear'), who, language: orNull(fc.oneof(language, fc.constant('floor'))) }),
  fc.record({ kind: kind('speak'), who, language }),
  fc.record({ kind: kind('mode'), who, mode: fc.constantFrom('simultaneous', 'simultaneous', 'consecutive') }),
  fc.record({ kind: kind('set'), who: interpreter, to: orNull(fc.constantFrom('vi', 'ja', 'en')) }),
  fc.record({ kind: kind('relay'), who: interpreter, via: orNull(language) }),
  fc.record({ kind: kind('offer'), who: interpreter, to: orNull(interpreter) }),
  fc.record({ kind: kind('take'), who: interpreter }),
  fc.record({ kind: kind('appoint'), who, pair: orNull(fc.constantFrom(['en', 'vi'], ['fr', 'ja'])) }),
  fc.record({ kind: kind('go'), who: fc.constantFrom(0, 2, 3, 4, 5) }),
  fc.record({ kind: kind('mute'), who, paused: fc.boolean() }),
);
export type SoundEvent = typeof event extends fc.Arbitrary<infer T> ? T : never;

export const soundEvents = (seed: number, howMany: number): SoundEvent[] =>
  fc.sample(event, { numRuns: howMany, seed });

interface Member {
  somebody: Somebody;
  window: Window;
  seatId: string;
  producerId: string;
  epoch: number;
  in: boolean;
}

/** What the six hear: by the sfu, by the rules over the tables, and as each window was told. */
interface Heard {
  flowing: unknown;
  planned: unknown;
  told: unknown[];
  state: unknown;
}

export interface SoundRoomOptions {
  world: SocketWorld;
  /** Of the process that serves the member with this number. */
  open: (somebody: Somebody, at: number) => Promise<Window>;
  /** To the node by its name. */
  link: (nodeId: string) => SfuLink;
}

/** Six windows in one visit, that do as a page does, and what they hear read where it is decided and where it flows. */
export class SoundRoom {
  readonly #members: Member[] = [];
  /** How often the room was somewhere else, so that everybody joined again. */
  moves = 0;

  private constructor(
    private readonly options: SoundRoomOptions,
    readonly visitId: VisitId,
  ) {}

  static async open(options: SoundRoomOptions): Promise<SoundRoom> {
    const { world } = options;
    const made = await world.visit({ others: ['interpreter', 'interpreter', 'interpreter', 'coordinator'] });
    const room = new SoundRoom(options, made.visitId);
    const bodies = [made.patient, made.physician, ...made.others];
    for (const [at, { language: spoken, interprets }] of cast.entries()) {
      const somebody = { ...(bodies[at] as Somebody), language: spoken };
      await world.data.query('update seat set interprets = $3 where visit_id = $1 and person_id = $2', [
        ...[made.visitId, somebody.id, interprets],
      ]);
      room.#members.push({ somebody, window: null as never, seatId: '', producerId: '', epoch: 0, in: false });
    }
    for (const at of [1, 0, 2, 3, 4, 5]) await room.#come(at);
    return room;
  }

  /** `ok`, or the code of the refusal. Who is away when something is to be said by her comes instead. */
  async perform(one: SoundEvent): Promise<string> {
    await this.#follow();
    const { window, producerId, ...me } = this.#member(one.who);
    if (!me.in) return this.#come(one.who);
    switch (one.kind) {
      case 'go':
        return this.#go(one.who);
      case 'hear':
        return window.try('sound.hear', { language: one.language as never });
      case 'speak':
        return window.try('sound.speak', { language: one.language });
      case 'mode':
        return window.try('sound.mode', { mode: one.mode as SoundState['mode'] });
      case 'set':
        return window.try('interpret.set', { to: one.to });
      case 'relay':
        return window.try('interpret.relay', { via: one.via });
      case 'offer':
        return window.try('interpret.offer', { seatId: one.to === null ? null : this.#member(one.to).seatId });
      case 'take':
        return window.try('interpret.take', {});
      case 'appoint': {
        const pair = one.pair as [string, string] | null;
        return this.#member(physician).window.try('interpret.appoint', { seatId: me.seatId, pair });
      }
      case 'mute':
        return window.try('producer.set', { producerId, paused: one.paused });
    }
  }

  /** Looks until all agree, and says after how long; what they heard last if they do not in time. */
  async settle(): Promise<{ milliseconds: number; heard: Heard }> {
    await this.#follow();
    const since = performance.now();
    // A machine with too much to do gives this process no time either: that time is nobody's settling.
    let stolen = 0;
    for (;;) {
      const heard = await this.#look();
      const milliseconds = performance.now() - since - stolen;
      if (agree(heard) || milliseconds > settledMilliseconds) return { milliseconds, heard };
      const before = performance.now();
      await pause(lookMilliseconds);
      stolen += performance.now() - before - lookMilliseconds;
      await this.#follow();
    }
  }

  /** A page whose room is somewhere else now joins it there, without being asked. */
  async #follow(): Promise<void> {
    for (const [at, me] of this.#members.entries()) {
      const moved = me.in && me.window.told.some((one) => one.name === 'room.moved' && one.data.epoch > me.epoch);
      if (!moved) continue;
      this.moves += 1;
      await this.#join(at);
    }
  }

  #member(at: number): Member {
    return this.#members[at] as Member;
  }

  async #come(at: number): Promise<'ok'> {
    const me = this.#member(at);
    me.window = await this.options.open(me.somebody, at);
    const snapshot = await me.window.enter(this.visitId, at === 0 ? arrivalInToronto : null);
    me.seatId = snapshot.me.seatId;
    if (snapshot.me.state === 'waiting') {
      await this.#member(physician).window.ask('seat.admit', { seatId: me.seatId });
    }
    me.in = true;
    await this.#join(at);
    return 'ok';
  }

  async #join(at: number): Promise<void> {
    const me = this.#member(at);
    let refusal = 'never tried';
    await until(`${cast[at]?.name} joins (${refusal})`, async () => {
      const joined = await me.window.ask('room.join', joinData).catch((error: unknown) => (refusal = String(error)));
      if (typeof joined === 'string') return false;
      me.epoch = joined.epoch;
      return true;
    });
    const asked = { source: 'microphone', rtpParameters: sound() } as const;
    ({ producerId: me.producerId } = await me.window.ask('producer.create', asked));
  }

  async #go(at: number): Promise<'ok'> {
    const me = this.#member(at);
    me.in = false;
    await me.window.ask('visit.leave', {});
    me.window.close();
    return 'ok';
  }

  /** Read by itself, as it lies in the tables. */
  async #tables(): Promise<{ state: SoundState; seats: SoundSeat[]; epoch: number; nodeId: string }> {
    const { data } = this.options.world;
    const [rows, seats] = await Promise.all([
      data.query(
        'select (select state from sound where visit_id = $1), epoch, node_id as "nodeId" from room where visit_id = $1',
        [this.visitId],
      ) as Promise<{ state: SoundState | null; epoch: number; nodeId: string }[]>,
      data.query(
        `select id as "seatId", role, language, interprets, state = 'joined' as here, state = 'removed' as removed,
                (select host.id from seat host where host.id = seat.beside and host.state = 'joined') as beside
           from seat where visit_id = $1`,
        [this.visitId],
      ) as Promise<SoundSeat[]>,
    ]);
    const { state = null, epoch = 0, nodeId = '' } = rows[0] ?? {};
    return { state: state ?? firstSound, seats, epoch, nodeId };
  }

  async #look(): Promise<Heard> {
    const { state, seats, epoch, nodeId } = await this.#tables();
    const link = this.options.link(nodeId);
    const inside = this.#members.filter((each) => each.in);
    const nameOf = (seatId: string) => cast[this.#members.findIndex((each) => each.seatId === seatId)]?.name ?? seatId;
    const names = (seatIds: readonly string[]) => seatIds.map(nameOf).toSorted();
    const flowing: Record<string, string[]> = {};
    const planned: Record<string, string[]> = {};
    const look = async ({ seatId }: Member) => {
      const { seat } = await link.request('seat.snapshot', { roomId: this.visitId, epoch }, { seatId });
      const audio = (seat?.consumers ?? []).filter((each) => each.kind === 'audio');
      // A consumer for everybody's voice stands ready, whoever is heard now.
      const others = inside.filter((other) => other.seatId !== seatId).map((other) => other.seatId);
      flowing[`ready for ${nameOf(seatId)}`] = names(audio.map((each) => each.seatId));
      planned[`ready for ${nameOf(seatId)}`] = names(others);
      flowing[nameOf(seatId)] = names(audio.filter(({ held }) => !held).map((each) => each.seatId));
      const me = seats.find((each) => each.seatId === seatId) as SoundSeat;
      const heard = hearingOf(state, seats, me).map((each) => each.seatId);
      planned[nameOf(seatId)] = names(heard.filter((other) => others.includes(other)));
    };
    await Promise.all(inside.map(look));
    return { flowing, planned, told: inside.map(({ window }) => soundOf(window)), state };
  }
}

/** The newest sound that a window was told. */
function soundOf(window: Window): SoundState | undefined {
  const changes = window.told.flatMap((each) => (each.name === 'sound.changed' ? [each.data.sound] : []));
  return [...(window.snapshot ? [window.snapshot.sound] : []), ...changes]
    .toSorted((a, b) => a.version - b.version)
    .at(-1);
}

const agree = ({ flowing, planned, told, state }: Heard): boolean =>
  same(flowing, planned) && told.every((each) => same(each, state));
const same = (one: unknown, other: unknown) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** Rows come back from the table with their keys in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

/** What they are refused in the course of it; anything else is a fault. */
const refusals = ['ok', 'not_found', 'not_interpreter', 'language_not_given', 'channel_taken'];

/** Has all of it done, and fails at the first event after which somebody hears otherwise than the rules say. */
export async function playSound(room: SoundRoom, events: readonly SoundEvent[], title: string): Promise<void> {
  const answers: Record<string, number> = {};
  const settled: number[] = [];
  for (const [at, one] of events.entries()) {
    const answer = await room.perform(one).catch((cause: unknown) => {
      throw new Error(`Event ${at}, ${JSON.stringify(one)}: ${String(cause)}`, { cause });
    });
    answers[answer] = (answers[answer] ?? 0) + 1;
    expect({ at, one, known: refusals.includes(answer), answer }).toEqual({ at, one, known: true, answer });
    const { milliseconds, heard } = await room.settle();
    const { flowing, told, planned, state } = heard;
    expect({ at, one, answer, flowing, told }).toEqual({
      ...{ at, one, answer, flowing: planned, told: told.map(() => state) },
    });
    settled.push(milliseconds);
  }
  const ordered = settled.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(ordered[Math.floor(share * (ordered.length - 1))] ?? 0);
  const times = `settled p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)} ms, rejoined ${room.moves}`;
  process.stdout.write(`sound: ${title}, ${JSON.stringify(answers)}, ${times}\n`);
  expect(answers['ok']).toBeGreaterThan(events.length / 2);
}
