import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type {
  SfuEventFrame,
  SfuEventName,
  SfuReply,
  SfuReplyFrame,
  SfuRequestFrame,
  SfuRequestName,
  sfuRequests,
} from '@okaeri/contracts';
import { WebSocket } from 'ws';
import type { z } from 'zod';
import { processTree } from './processes';

/** The built sfu. `OKAERI_BUILD` names another build than `dist`. */
export const sfuEntry = join(resolve(process.env['OKAERI_BUILD'] ?? 'dist'), 'apps/sfu/src/main.js');
export const sfuSecret = 'sfu-secret-for-tests';

/** A real sfu process with real workers, on free ports. */
export interface SfuProcess {
  readonly pid: number;
  readonly port: number;
  readonly url: string;
  /** Its log so far, one JSON object a line. */
  readonly log: () => Record<string, unknown>[];
  /** Process ids of its living media workers. */
  readonly workers: () => number[];
  readonly kill: (signal: NodeJS.Signals) => void;
  /** The exit code; `null` after a signal that cannot be caught. */
  readonly exited: Promise<number | null>;
  /** SIGTERM, and kill -9 for one that does not listen. Also for one that has ended already. */
  readonly stop: () => Promise<void>;
}

const environment = (more: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  SFU_PORT: '0',
  SFU_MEDIA_PORT: '0',
  SFU_SECRET: sfuSecret,
  SFU_NODE_ID: 'sfu-test',
  SFU_COUNTRY: 'JP',
  SFU_DRAIN_SECONDS: '0',
  NODE_ENV: 'test',
  LOG_LEVEL: 'debug',
  ...more,
});

/** Starts the sfu as the standalone process does, and waits until it listens (its workers may still be starting). */
export async function startSfu(env: Record<string, string> = {}): Promise<SfuProcess> {
  const child = fork(sfuEntry, { env: environment(env), silent: true, execArgv: [] });
  const { exited, text } = watch(child);
  const port = await new Promise<number>((answer, fail) => {
    child.on('message', (message: { type?: string; port?: number }) => {
      if (message.type === 'listening' && message.port) answer(message.port);
    });
    void exited.then((code) => fail(new Error(`The sfu ended with ${code}:\n${text()}`)));
  });
  const pid = child.pid as number;
  return {
    pid,
    port,
    url: `http://127.0.0.1:${port}`,
    log: () => logLines(text()),
    workers: () => mediaWorkersBelow(pid),
    kill: (signal) => child.kill(signal),
    exited,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const late = setTimeout(() => child.kill('SIGKILL'), 8000);
      child.kill('SIGTERM');
      await exited;
      clearTimeout(late);
    },
  };
}

/** A process that has an sfu for a child, as a standalone has; for what happens when such a parent is killed. */
export async function startParentOfSfu(): Promise<{ parent: ChildProcess; sfu: number }> {
  const script = `const { fork } = require('node:child_process');
    const sfu = fork(process.argv[1]);
    sfu.on('message', () => process.stdout.write('sfu ' + sfu.pid + '\\n'));`;
  const parent = spawn(process.execPath, ['-e', script, sfuEntry], { env: environment({ LOG_LEVEL: 'warn' }) });
  const { text } = watch(parent);
  const sfu = await new Promise<number>((answer) => {
    parent.stdout.on('data', () => {
      const pid = /^sfu (\d+)$/m.exec(text())?.[1];
      if (pid) answer(Number(pid));
    });
  });
  return { parent, sfu };
}

/** Whether a process is there and not a zombie. */
export function isAlive(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`) !== '';
  } catch {
    return false;
  }
}

/** The media workers below a process, by the program they run. */
export function mediaWorkersBelow(pid: number): number[] {
  return processTree(pid).filter((each) => {
    try {
      return readlinkSync(`/proc/${each}/exe`).includes('mediasoup-worker');
    } catch {
      return false;
    }
  });
}

type Input<N extends SfuRequestName> = z.input<(typeof sfuRequests)[N]['data']>;

/** What an sfu refused, by its code. */
export class SfuRefusal extends Error {}

/** The signaling side of the wire: sends requests, keeps every event. */
export class SfuLink {
  readonly events: SfuEventFrame[] = [];
  /** Who waits for an answer; a repeated id has two who wait. */
  readonly #open = new Map<string, ((reply: SfuReplyFrame) => void)[]>();
  readonly #listeners = new Set<(frame: SfuEventFrame) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (raw: Buffer) => this.#onMessage(JSON.parse(raw.toString('utf8')) as object));
    socket.on('close', () => {
      for (const [id, waiting] of this.#open) {
        for (const answer of waiting) answer({ id, ok: false, error: { code: 'link_closed', message: 'link_closed' } });
      }
      this.#open.clear();
    });
  }

  static async open(sfu: { port: number }, authorization = `Bearer ${sfuSecret}`): Promise<SfuLink> {
    const socket = new WebSocket(`ws://127.0.0.1:${sfu.port}/link`, { headers: { authorization } });
    const link = new SfuLink(socket);
    await new Promise<void>((opened, failed) => {
      socket.once('open', opened);
      socket.once('error', failed);
    });
    return link;
  }

  /** A request as signaling sends it; throws `SfuRefusal` with the code as its message. */
  async request<N extends SfuRequestName>(
    name: N,
    room: { roomId: string; epoch: number },
    data: Input<N>,
    id: string = randomUUID(),
  ): Promise<SfuReply<N>> {
    const reply = await this.raw({ id, ...room, name, data });
    if (!reply.ok) throw new SfuRefusal(reply.error.code);
    return reply.data as SfuReply<N>;
  }

  /** Any frame, also a wrong one. */
  raw(frame: SfuRequestFrame): Promise<SfuReplyFrame> {
    return new Promise((answered) => {
      this.#open.set(frame.id, [...(this.#open.get(frame.id) ?? []), answered]);
      this.write(JSON.stringify(frame));
    });
  }

  /** Any text, also none that is a frame. */
  write(text: string): void {
    this.socket.send(text);
  }

  onEvent(listener: (frame: SfuEventFrame) => void): void {
    this.#listeners.add(listener);
  }

  /** The first event of this name that has come or will come. */
  event<N extends SfuEventName>(
    name: N,
    fits: (frame: Extract<SfuEventFrame, { event: N }>) => boolean = () => true,
    withinMs = 10_000,
  ): Promise<Extract<SfuEventFrame, { event: N }>> {
    type Frame = Extract<SfuEventFrame, { event: N }>;
    const isIt = (frame: SfuEventFrame): frame is Frame => frame.event === name && fits(frame as Frame);
    const there = this.events.find(isIt);
    if (there) return Promise.resolve(there);
    return new Promise((answer, fail) => {
      const late = setTimeout(() => fail(new Error(`No ${name} within ${withinMs} ms.`)), withinMs);
      this.#listeners.add((frame) => {
        if (!isIt(frame)) return;
        clearTimeout(late);
        answer(frame);
      });
    });
  }

  /** So many announcements from now on: what the node does at intervals was done at least once less. */
  async beats(count: number): Promise<void> {
    let left = count;
    await new Promise<void>((done) => {
      this.#listeners.add(({ event }) => {
        if (event === 'node' && (left -= 1) === 0) done();
      });
    });
  }

  async close(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return;
    const closed = new Promise((done) => this.socket.once('close', done));
    this.socket.close();
    await closed;
  }

  #onMessage(given: object): void {
    if ('event' in given) {
      const event = given as SfuEventFrame;
      this.events.push(event);
      for (const listener of this.#listeners) listener(event);
      return;
    }
    const reply = given as SfuReplyFrame;
    this.#open.get(reply.id)?.shift()?.(reply);
  }
}

/** A node whose workers live, and a link to it. */
export async function startReadySfu(env: Record<string, string> = {}): Promise<{ sfu: SfuProcess; link: SfuLink }> {
  const sfu = await startSfu(env);
  const link = await SfuLink.open(sfu);
  await link.event('node', ({ data }) => data.workers >= Number(env['SFU_WORKERS'] ?? 1));
  return { sfu, link };
}

function watch(child: ChildProcess): { exited: Promise<number | null>; text: () => string } {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => (text += part.toString('utf8')));
  const exited = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  return { exited, text: () => text };
}

function logLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
