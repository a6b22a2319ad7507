import { setTimeout as pause } from 'node:timers/promises';
import { cpuOf, pin } from '../support/cpu';
import { bare } from './forward/bare';
import { janus } from './forward/janus';
import type { Leg, Peer } from './forward/leg';
import { ours } from './forward/ours';
import { Traffic } from './forward/traffic';
import { summary, type BenchResult } from './result';

/** Of one leg; shorter ones are told so by whoever only wants to see that it works. */
const seconds = Number(process.env['OKAERI_SECONDS'] ?? 60);
const warmSeconds = Math.min(10, seconds);
const probeSeconds = Math.min(8, seconds);
const mostVisits = Number(process.env['OKAERI_VISITS'] ?? 30);
/** Above this the peers are at their end, and what is measured is them. */
const mostLost = 0.005;
const [forwarderCore, peerCore] = [0, 1];
const order = [ours, bare, janus, janus, bare, ours];
const targets = { toBare: 1.03, toJanus: 0.5 };

interface Measured {
  name: string;
  /** Processor time of the forwarder for each packet that came out of it. */
  microseconds: number;
  lost: number;
  packets: number;
}

/**
 * What it costs to forward: visits of three who each send a voice and a picture, made beforehand, the same bytes whoever
 * forwards them. Ours with its plan and its looks at each link, mediasoup alone, and Janus' VideoRoom, each in turn on one
 * core while the peers have the other. Debian's Janus encrypts with the libsrtp2 of the distribution, mediasoup with its
 * own: part of the distance between the two is that.
 */
export async function forward(progress: (line: string) => void): Promise<BenchResult> {
  pin(process.pid, peerCore);
  let visits = await asManyAsPeersCan(progress);
  let legs: Measured[] = [];
  while (legs.length < order.length) {
    const one = await measure(order[legs.length]!, visits, { warm: warmSeconds, measured: seconds });
    progress(
      `${one.name}: ${one.microseconds.toFixed(2)} µs a packet, ${one.packets} packets, ${(one.lost * 100).toFixed(2)} % lost`,
    );
    legs.push(one);
    if (one.lost < mostLost || visits === 1) continue;
    // What a short try lets pass may be too much for a minute, and then it is the peers that were measured.
    visits = Math.floor(visits / 2);
    legs = [];
    progress(`from the beginning, with ${visits} visits`);
  }
  const costs = (name: string) => legs.filter((one) => one.name === name).map(({ microseconds }) => microseconds);
  const mean = (name: string) => costs(name).reduce((sum, one) => sum + one, 0) / costs(name).length;
  /** How far apart the legs of one are: what a ratio nearer to its target than this says is chance. */
  const spread = (name: string) => round((Math.max(...costs(name)) - Math.min(...costs(name))) / mean(name));
  const [toBare, toJanus] = [mean('ours') / mean('bare mediasoup'), mean('ours') / mean('Janus')];
  const lost = Math.max(...legs.map((one) => one.lost));
  progress(`${visits} visits of three: ${toBare.toFixed(3)} of bare mediasoup, ${toJanus.toFixed(3)} of Janus`);
  return {
    bench: 'forward',
    samples: legs.reduce((sum, { packets }) => sum + packets, 0),
    ours: {
      ...summary(costs('ours'), 'µs a packet'),
      ...{ visits, secondsALeg: seconds, toJanus: round(toJanus), lostPercent: round(lost * 100) },
      ...{ spread: spread('ours'), bareSpread: spread('bare mediasoup'), janusSpread: spread('Janus') },
    },
    baseline: summary(costs('bare mediasoup'), 'µs a packet'),
    ratio: round(toBare),
    targets,
    met: toBare <= targets.toBare && toJanus <= targets.toJanus && lost < mostLost,
  };
}

/** By whichever of the three the peers lose most: a forwarder at its end is not measured either. */
async function asManyAsPeersCan(progress: (line: string) => void): Promise<number> {
  for (let visits = mostVisits; visits > 1; visits = Math.floor(visits / 2)) {
    if (await isCarried(visits, progress)) return visits;
  }
  return 1;
}

async function isCarried(visits: number, progress: (line: string) => void): Promise<boolean> {
  for (const begin of [ours, bare, janus]) {
    const { name, lost } = await measure(begin, visits, { warm: 2, measured: probeSeconds });
    progress(`${visits} visits of three, ${name}: ${(lost * 100).toFixed(2)} % lost`);
    if (lost >= mostLost) return false;
  }
  return true;
}

async function measure(
  begin: () => Promise<Leg>,
  visits: number,
  { warm, measured }: { warm: number; measured: number },
): Promise<Measured> {
  const leg = await begin();
  const peers: Peer[] = [];
  let traffic: Traffic | undefined;
  try {
    for (const pid of leg.pids) pin(pid, forwarderCore);
    for (let at = 0; at < visits; at += 1) peers.push(...(await leg.visit(at)));
    traffic = new Traffic(peers);
    traffic.start();
    await pause(warm * 1000);
    const before = { cpu: cpuOf(leg.pids), received: receivedBy(peers), sent: traffic.sent };
    await pause(measured * 1000);
    const cpu = cpuOf(leg.pids) - before.cpu;
    const packets = receivedBy(peers) - before.received;
    // Each packet goes to two others.
    const lost = Math.max(1 - packets / ((traffic.sent - before.sent) * 2), traffic.behind, 0);
    return { name: leg.name, microseconds: (cpu * 1000) / packets, lost, packets };
  } finally {
    traffic?.stop();
    await Promise.all(peers.flatMap(({ send, receive }) => [send.close(), receive.close()]));
    await leg.stop();
  }
}

const receivedBy = (peers: readonly Peer[]) => peers.reduce((sum, { receive }) => sum + receive.received, 0);
const round = (value: number) => Math.round(value * 1000) / 1000;
