import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clientMessages, signalingProtocol } from '@okaeri/contracts';
import type { VisitId } from '@okaeri/contracts';
import { summary, type BenchResult } from '../bench/result';
import { roomMessages } from '../support/access/room-messages';
import { mediaWorkersBelow } from '../support/sfu';
import { arrivalInToronto, deviceCapabilities, dtlsParameters, sound } from '../support/socket-window';
import type { Window } from '../support/socket-window';
import type { Somebody } from '../support/socket-world';
import { anyMutator, diceFrom } from './mutators';
import type { Dice, Good } from './mutators';
import { inSplit } from './talk';
import type { RunningSplit, Talk } from './talk';

const messages = Number(process.env['OKAERI_MESSAGES'] ?? 100_000);
const sessions = 40;
/** Above this a connection is refused before anything is looked at, which would prove nothing. */
const shortestMs = 18;
const mostMegabytes = 64;
const answerMs = 10_000;
/** The engine lets a heap grow for as long as memory is there: it is asked to collect before it is measured. */
const collector = resolve(process.env['OKAERI_ROOT'] ?? '.', 'test/faults/collect.cjs');
const collecting = { NODE_OPTIONS: `--max-old-space-size=128 --require=${collector}` };
const collectedMs = 500;
/** These end what the others need. */
const final = new Set(['visit.end', 'visit.leave']);

/** T21: everything that a client can say wrongly, a hundred thousand times, while two others talk. */
export function fault(progress: (line: string) => void): Promise<BenchResult> {
  return inSplit(async (running) => {
    const seed = Number(process.env['OKAERI_SEED'] ?? randomInt(1_000_000));
    progress(`seed ${seed}`);
    const liars: Liar[] = [];
    for (let at = 0; at < sessions; at += 2) {
      const { visitId, patient, physician } = await running.world.visit();
      const host = new Liar(running, visitId, physician, null);
      liars.push(host, new Liar(running, visitId, patient, host));
    }
    for (const liar of liars) await liar.come();
    const talk = await running.talk();
    for (const { socket } of talk.windows) {
      socket.on('disconnect', (reason) => progress(`one of the others was cut off: ${reason}`));
    }
    const dice = diceFrom(seed);
    const counts: Counts = { answers: {}, byMutator: {}, unanswered: [], sent: 0 };
    // Until every path was walked often enough for the engine to have made up its mind about its heap.
    await barrage(liars, dice, counts, messages / 5, () => undefined);
    const before = await collected(running);
    const missed = talk.missed;
    const begun = performance.now();
    await barrage(liars, dice, counts, messages, (sent) => {
      const now = [...standing(running)].map(([name, { megabytes }]) => `${name} ${Math.round(megabytes)}`);
      progress(`${sent} of ${messages} said, the others heard ${talk.heard.join(' and ')}; MB: ${now.join(', ')}`);
    });
    const seconds = Math.round((performance.now() - begun) / 1000);
    await talk.both(50);
    progress(`${JSON.stringify(counts.answers)}`);
    progress(`${JSON.stringify(counts.byMutator)}`);
    for (const line of counts.unanswered.slice(0, 5)) progress(`no answer: ${line}`);
    return result(await grown(running, before, progress), { counts, talk, missed, seconds, seed });
  }, collecting);
}

interface Counts {
  answers: Record<string, number>;
  byMutator: Record<string, number>;
  unanswered: string[];
  sent: number;
}

/** All of them at once, each as quickly as it may, until so many were said. */
async function barrage(
  liars: readonly Liar[],
  dice: Dice,
  counts: Counts,
  until: number,
  told: (sent: number) => void,
): Promise<void> {
  const one = async (liar: Liar) => {
    while (counts.sent < until) {
      counts.sent += 1;
      if (counts.sent % 10_000 === 0) told(counts.sent);
      await liar.lie(dice, counts);
    }
  };
  await Promise.all(liars.map(one));
}

/** Somebody with a right to be here, and a client that says anything. */
class Liar {
  #window: Window | null = null;
  #seatId = '';
  #last = 0;
  readonly #names = Object.keys(clientMessages).filter((name) => !final.has(name));

  constructor(
    private readonly running: RunningSplit,
    private readonly visitId: VisitId,
    private readonly somebody: Somebody,
    private readonly host: Liar | null,
  ) {}

  async come(): Promise<void> {
    this.#window?.close();
    this.#window = await this.running.open(this.host ? 'signaling-1' : 'signaling-2', this.somebody);
    const { me } = await this.#window.enter(this.visitId, this.host ? arrivalInToronto : null);
    this.#seatId = me.seatId;
    if (me.state === 'waiting') await this.host?.admit(me.seatId);
    await this.#window.try('room.join', { rtpCapabilities: deviceCapabilities });
  }

  async admit(seatId: string): Promise<void> {
    if (!this.#window?.connected) await this.come();
    await this.#window?.try('seat.admit', { seatId });
  }

  async lie(dice: Dice, counts: Counts): Promise<void> {
    const { what, mutate } = anyMutator(dice);
    const { name, given, raw } = mutate(this.#good(dice), dice);
    const wait = this.#last + shortestMs - performance.now();
    if (wait > 0) await pause(wait);
    this.#last = performance.now();
    // Cut off for what it said before, or superseded by what it did: it comes again, as the same person may.
    if (!this.#window?.connected) await this.come().catch(() => undefined);
    const { socket } = this.#window as Window;
    counts.byMutator[what] = (counts.byMutator[what] ?? 0) + 1;
    if (raw !== undefined) {
      const { engine } = socket.io as { engine: { write(text: string): void } };
      engine.write(raw);
      // Half of a message with bytes is given up for the frame that follows it, which is then this one.
      engine.write('2["nothing"]');
      return;
    }
    const asked = socket.timeout(answerMs).emitWithAck(name, ...given) as Promise<{
      ok: boolean;
      error?: { code: string };
    }>;
    const answer = await asked.catch(() => null);
    // Who is cut off in the middle gets no answer; everybody else does.
    const code = answer ? (answer.error?.code ?? 'ok') : socket.connected ? 'no answer' : 'cut off';
    counts.answers[code] = (counts.answers[code] ?? 0) + 1;
    if (code === 'no answer' || code === 'internal') {
      counts.unanswered.push(`${code}: ${what}, ${name.slice(0, 40)} ${JSON.stringify(given).slice(0, 300)}`);
    }
  }

  #good(dice: Dice): Good {
    const name = this.#names[dice(this.#names.length)] ?? '';
    const uuid = randomUUID();
    const bodies: Record<string, unknown> = {
      ...roomMessages(this.#seatId),
      'notices.watch': { topics: [{ topic: 'visit', id: this.visitId }] },
      'visit.enter': { protocol: signalingProtocol, visitId: this.visitId, language: 'en', arrival: null },
      'visit.resume': { protocol: signalingProtocol, visitId: this.visitId, seatToken: 'A'.repeat(43), epoch: 1 },
      'seat.admit': { seatId: this.#seatId },
      'seat.remove': { seatId: uuid },
      'room.join': { rtpCapabilities: deviceCapabilities },
      'check.join': { rtpCapabilities: deviceCapabilities },
      'transport.connect': { direction: 'send', dtlsParameters },
      'transport.restartIce': { direction: 'receive' },
      'producer.create': { source: 'microphone', rtpParameters: sound() },
      'producer.set': { producerId: uuid, paused: true },
      'producer.close': { producerId: uuid },
      'consumer.set': { consumerId: uuid, paused: false, spatialLayer: 1 },
    };
    return { name, body: bodies[name] ?? {} };
  }
}

interface Standing {
  pid: number;
  megabytes: number;
}

/** Every process that must be the same one afterwards. */
function standing({ split }: RunningSplit): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (const name of ['signaling-1', 'signaling-2', 'sfu-1', 'sfu-2']) {
    const { pid } = split.process(name);
    found.set(name, { pid, megabytes: residentOf(pid) });
    if (!name.startsWith('sfu')) continue;
    for (const [at, worker] of mediaWorkersBelow(pid).entries()) {
      found.set(`${name} worker ${at}`, { pid: worker, megabytes: residentOf(worker) });
    }
  }
  return found;
}

/** The same when all of them have given back what nobody uses any more. */
async function collected(running: RunningSplit): Promise<Map<string, Standing>> {
  for (const [name, { pid }] of standing(running)) if (!name.includes('worker')) process.kill(pid, 'SIGUSR2');
  await pause(collectedMs);
  return standing(running);
}

function residentOf(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** What is not collected half a minute after the last message is kept. */
async function grown(
  running: RunningSplit,
  before: ReadonlyMap<string, Standing>,
  progress: (line: string) => void,
): Promise<{ megabytes: number[]; ended: number }> {
  const late = performance.now() + 30_000;
  for (;;) {
    const after = await collected(running);
    const kept = [...before].map(([name, { pid, megabytes }]) => {
      const now = after.get(name);
      return { name, ended: now?.pid !== pid, more: (now?.megabytes ?? 0) - megabytes };
    });
    const megabytes = kept.map(({ more }) => Math.max(0, more));
    const ended = kept.filter((one) => one.ended).length;
    if (ended > 0 || Math.max(...megabytes) <= mostMegabytes || performance.now() > late) {
      for (const { name, more } of kept) progress(`${name}: ${more.toFixed(1)} MB more`);
      return { megabytes, ended };
    }
  }
}

function result(
  { megabytes, ended }: { megabytes: number[]; ended: number },
  {
    counts,
    talk,
    missed,
    seconds,
    seed,
  }: { counts: Counts; talk: Talk; missed: number; seconds: number; seed: number },
): BenchResult {
  const internal = counts.answers['internal'] ?? 0;
  const unanswered = counts.answers['no answer'] ?? 0;
  const lost = talk.missed - missed;
  const ours = { ...summary(megabytes, 'MB'), ended, internal, unanswered, lost, seconds, seed };
  return {
    bench: 'T21',
    samples: counts.sent,
    ours,
    baseline: null,
    ratio: null,
    targets: { maxMegabytes: mostMegabytes, ended: 0, internal: 0, unanswered: 0, lost: 0 },
    met: ended === 0 && internal === 0 && unanswered === 0 && lost === 0 && ours.max <= mostMegabytes,
  };
}
