import { setTimeout as pause } from 'node:timers/promises';
import { cpuOf, pin } from '../support/cpu';
import { bare } from './forward/bare';
import { janus } from './forward/janus';
import type { Leg, Peer } from './forward/leg';
import { ours } from './forward/ours';
import { Traffic } from './forward/traffic';
import { quantile, summary, type BenchResult } from './result';

/** Shorter ones are told so by whoever only wants to see that it works. */
const seconds = Number(process.env['OKAERI_SECONDS'] ?? 120);
const mostVisits = Number(process.env['OKAERI_VISITS'] ?? 30);
const warmSeconds = Math.min(10, seconds);
const roundSeconds = Math.min(10, seconds);
/**
 * How often all three begin anew. A process is faster or slower than its equal by a fiftieth for as long as it lives, by
 * where its memory came to lie.
 */
const lives = 3;
const rounds = Math.max(1, Math.round(seconds / roundSeconds / lives));
/** Above this the peers are at their end, and what is measured is them. */
const mostLost = 0.005;
const [forwarderCore, peerCore] = [0, 1];
type Begin = () => Promise<Leg>;
const forwarders: readonly Begin[] = [ours, bare, janus];
/** Who is given its packets first: it wakes the core, and the next finds the code that they share in the core's cache. */
const orders = [
  [0, 1, 2],
  [1, 0, 2],
  [2, 0, 1],
  [2, 1, 0],
  [0, 2, 1],
  [1, 2, 0],
];
const targets = { toBare: 1.03, toJanus: 0.5 };

/** What one forwarder took over all its lives. */
interface Costs {
  /** Microseconds for each packet that came out of it, round by round. */
  rounds: number[];
  packets: number;
  /** The share that did not come out, in its worst life. */
  lost: number;
}

/** Of one forwarder since it began, or in a round. */
interface Count {
  /** Milliseconds of processor time, user and system, of all its processes. */
  cpu: number;
  /** That came out of it, and that should have. */
  packets: number;
  due: number;
}

/**
 * What it costs to forward: visits of three who each send a voice and a picture, made beforehand, the same bytes whoever
 * forwards them. Ours with its plan and its looks at each link, mediasoup alone, and Janus' VideoRoom, on one core while
 * the peers have the other. All three forward at the same time: a shared machine gets slower and faster by a tenth from
 * one minute to the next, which is more than what is looked for, and then does so for all of them alike. Debian's Janus
 * encrypts with the libsrtp2 of the distribution, mediasoup with its own: part of the distance between the two is that.
 */
export async function forward(progress: (line: string) => void): Promise<BenchResult> {
  pin(process.pid, peerCore);
  for (let visits = mostVisits; visits >= 1; visits = Math.floor(visits / 2)) {
    const costs = await measured(visits, progress);
    if (costs) return result(visits, costs, progress);
  }
  throw new Error('Not even one visit was carried without loss.');
}

function result(visits: number, costs: readonly Costs[], progress: (line: string) => void): BenchResult {
  const [own, plain, other] = costs as [Costs, Costs, Costs];
  /** Of the same ten seconds, from the lowest to the highest quarter. */
  const against = (side: Costs) => {
    const ratios = own.rounds.map((cost, at) => cost / (side.rounds[at] ?? Number.NaN));
    return { low: quantile(ratios, 0.25), median: quantile(ratios, 0.5), high: quantile(ratios, 0.75) };
  };
  const [toBare, toJanus] = [against(plain), against(other)];
  const lost = Math.max(...costs.map((side) => side.lost));
  progress(
    `${visits} visits of three: ${toBare.median.toFixed(3)} of bare mediasoup (a half of the rounds between ` +
      `${toBare.low.toFixed(3)} and ${toBare.high.toFixed(3)}), ${toJanus.median.toFixed(3)} of Janus`,
  );
  return {
    bench: 'forward',
    samples: costs.reduce((sum, { packets }) => sum + packets, 0),
    ours: {
      ...summary(own.rounds, 'µs a packet'),
      ...{ visits, secondsALeg: lives * rounds * roundSeconds, lostPercent: round(lost * 100) },
      ...{ toBareLow: round(toBare.low), toBareHigh: round(toBare.high), toJanus: round(toJanus.median) },
    },
    baseline: summary(plain.rounds, 'µs a packet'),
    ratio: round(toBare.median),
    targets,
    met: toBare.median <= targets.toBare && toJanus.median <= targets.toJanus,
  };
}

/** Null where the peers or a forwarder could not keep up. */
async function measured(visits: number, progress: (line: string) => void): Promise<Costs[] | null> {
  const costs = forwarders.map((): Costs => ({ rounds: [], packets: 0, lost: 0 }));
  for (let life = 0; life < lives; life += 1) {
    const sides = await lived(life, visits, progress);
    if (!sides) return null;
    for (const [at, { costs: spent, total, lost }] of sides.entries()) {
      const all = costs[at] as Costs;
      all.rounds.push(...spent);
      all.packets += total.packets;
      all.lost = Math.max(all.lost, lost);
    }
  }
  return costs;
}

async function lived(life: number, visits: number, progress: (line: string) => void): Promise<Side[] | null> {
  const sides: Side[] = [];
  const inOrder = (at: number) => orders[at % orders.length] ?? [];
  try {
    for (const who of inOrder(life)) sides[who] = await Side.open(await (forwarders[who] as Begin)(), visits);
    for (const side of sides) side.start();
    await pause(warmSeconds * 1000);
    for (const side of sides) side.mark();
    for (let at = 1; at <= rounds; at += 1) {
      for (const who of inOrder(life * rounds + at)) sides[who]?.start();
      await pause(roundSeconds * 1000);
      for (const side of sides) side.mark();
      const costs = sides.map((side) => `${side.name} ${side.costs.at(-1)?.toFixed(2)}`);
      progress(
        `${life * rounds + at} of ${lives * rounds}, ${visits} visits of three: ${costs.join(', ')} µs a packet`,
      );
      // What a round alone loses may yet be little of the whole.
      const worst = sides.find((side) => (side.lost * at) / rounds >= mostLost);
      if (!worst) continue;
      progress(`${worst.name} lost ${(worst.lost * 100).toFixed(2)} %`);
      return null;
    }
    return sides;
  } finally {
    for (const side of sides) await side?.close();
  }
}

/** One forwarder with its peers. */
class Side {
  readonly #marks: Count[] = [];

  private constructor(
    private readonly leg: Leg,
    private readonly peers: readonly Peer[],
    private readonly traffic: Traffic,
  ) {}

  static async open(leg: Leg, visits: number): Promise<Side> {
    for (const pid of leg.pids) pin(pid, forwarderCore);
    const peers: Peer[] = [];
    for (let at = 0; at < visits; at += 1) peers.push(...(await leg.visit(at)));
    return new Side(leg, peers, new Traffic(peers));
  }

  get name(): string {
    return this.leg.name;
  }

  start(): void {
    this.traffic.start();
  }

  /** Ends a round and begins the next. Each packet goes to two others. */
  mark(): void {
    const packets = this.peers.reduce((sum, { receive }) => sum + receive.received, 0);
    this.#marks.push({ cpu: cpuOf(this.leg.pids), packets, due: this.traffic.due * 2 });
  }

  /** Microseconds for each packet that came out, round by round. */
  get costs(): number[] {
    return this.#marks.slice(1).map((mark, at) => {
      const { cpu, packets } = between(this.#marks[at], mark);
      return (cpu * 1000) / packets;
    });
  }

  get total(): Count {
    return between(this.#marks[0], this.#marks.at(-1));
  }

  get lost(): number {
    return Math.max(0, 1 - this.total.packets / this.total.due);
  }

  async close(): Promise<void> {
    this.traffic.stop();
    await Promise.all(this.peers.flatMap(({ send, receive }) => [send.close(), receive.close()]));
    await this.leg.stop();
  }
}

const nothing: Count = { cpu: 0, packets: 0, due: 0 };
const between = (before = nothing, after = nothing): Count => ({
  cpu: after.cpu - before.cpu,
  packets: after.packets - before.packets,
  due: after.due - before.due,
});
const round = (value: number) => Math.round(value * 1000) / 1000;
