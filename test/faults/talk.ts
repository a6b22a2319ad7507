import type { VisitId } from '@okaeri/contracts';
import { needDatabaseServer } from '../support/database-server';
import { eventually } from '../support/ears';
import { Caller } from '../support/rtp-peer';
import { SfuLink } from '../support/sfu';
import { arrivalInToronto, Window } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';
import type { Somebody } from '../support/socket-world';
import { Split } from '../support/split';

/** The processes as they run for people, with a world of nobody in particular. */
export interface RunningSplit {
  split: Split;
  world: SocketWorld;
  /** To each node, by its name. */
  links: ReadonlyMap<string, SfuLink>;
  open(process: 'signaling-1' | 'signaling-2', somebody: Somebody): Promise<Window>;
  /** Ended with the run. */
  talk(): Promise<Talk>;
}

export async function inSplit<T>(
  use: (running: RunningSplit) => Promise<T>,
  shared: Record<string, string> = {},
): Promise<T> {
  const stops: (() => Promise<void>)[] = [];
  try {
    stops.push(await needDatabaseServer());
    const split = await Split.start({ OKAERI_DEMO: '0' }, shared);
    stops.push(() => split.stop());
    const world = await SocketWorld.open(split.databaseUrl);
    stops.push(() => world.close());
    const links = new Map<string, SfuLink>();
    for (const name of ['sfu-1', 'sfu-2']) {
      const link = await SfuLink.open(split.process(name));
      stops.push(() => link.close());
      links.set(name, link);
    }
    const open: RunningSplit['open'] = async (process, somebody) => {
      const window = await Window.open(`http://127.0.0.1:${split.process(process).port}`, somebody);
      stops.push(async () => window.close());
      return window;
    };
    const talk = async () => {
      const begun = await Talk.begin(world, open);
      stops.push(() => begun.end());
      return begun;
    };
    return await use({ split, world, links, open, talk });
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

/** Two people who talk to each other all the time, each by another signaling process, and count what they hear. */
export class Talk {
  private constructor(
    readonly visitId: VisitId,
    private callers: [Caller, Caller],
    private readonly seats: readonly [string, string],
  ) {}

  static async begin(world: SocketWorld, open: RunningSplit['open']): Promise<Talk> {
    const { visitId, patient, physician } = await world.visit();
    const [host, guest] = [await open('signaling-1', physician), await open('signaling-2', patient)];
    const first = await host.enter(visitId);
    const second = await guest.enter(visitId, arrivalInToronto);
    await host.ask('seat.admit', { seatId: second.me.seatId });
    const callers: [Caller, Caller] = [await Caller.join(host), await Caller.join(guest)];
    const talk = new Talk(visitId, callers, [first.me.seatId, second.me.seatId]);
    await talk.both(10);
    return talk;
  }

  get heard(): [number, number] {
    const [host, guest] = this.callers;
    return [host.heardOf(this.seats[1]), guest.heardOf(this.seats[0])];
  }

  /** Packets that never came although later ones did. */
  get missed(): number {
    return this.callers.reduce((total, { receive }) => total + receive.missed, 0);
  }

  get windows(): Window[] {
    return this.callers.map(({ window }) => window);
  }

  get epoch(): number {
    return Math.max(...this.callers.map(({ joined }) => joined.epoch));
  }

  /** The port at which the media of this room comes in. */
  get port(): number {
    return this.callers[0].joined.send.iceCandidates.find(({ protocol }) => protocol === 'udp')?.port ?? 0;
  }

  /** Both have heard so many packets more. */
  async both(more: number, withinMs = 20_000): Promise<void> {
    const [one, other] = this.heard;
    await eventually(
      'both hear each other',
      async () => this.heard,
      ([now, andNow]) => now >= one + more && andNow >= other + more,
      withinMs,
    );
  }

  /** Both are told that the room is elsewhere, and join it there. */
  async follow(): Promise<void> {
    const { epoch, callers } = this;
    const again = callers.map(async (caller) => {
      await caller.window.hears('room.moved', (moved) => moved.epoch > epoch, 60_000);
      await caller.close();
      return Caller.join(caller.window);
    });
    this.callers = (await Promise.all(again)) as [Caller, Caller];
  }

  /** Bytes as they are, over the way of somebody who proved that it is hers. */
  async sendRaw(packet: Buffer): Promise<void> {
    await this.callers[1].send.ice.connection.send(packet).catch(() => undefined);
  }

  async end(): Promise<void> {
    for (const caller of this.callers) await caller.close();
  }
}
