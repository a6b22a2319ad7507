import { spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createTestDatabase } from '../support/database';
import { needDatabaseServer } from '../support/database-server';
import { reading } from './records/reading';
import { quantile, summary } from './result';
import type { BenchResult, Figures } from './result';

const megabyte = 1024 * 1024;
/** Smaller by hand: RECORDS_MB=50. */
const megabytes = Number(process.env['RECORDS_MB'] ?? 500);
const rounds = 3;
/** Fewer by hand: RECORDS_LEGS=import,brief. */
const legs = (process.env['RECORDS_LEGS'] ?? 'bytes,import,brief').split(',');
const targets = { ratio: 0.7, memoryMb: 300, importMs: 300, briefMs: 200 };

type Kind = 'sealed' | 'plain';

/**
 * Records: 500 MB up and down sealed, against the same bytes through the same server as they are; long summaries brought;
 * and the brief of a long record opened.
 */
export async function records(progress: (line: string) => void): Promise<BenchResult> {
  const bytes = legs.includes('bytes') ? await sealedAndPlain(progress) : null;
  const read = await reading(legs, progress);
  const [importMs, briefMs] = [read.importMs, read.briefMs].map((values) =>
    values.length > 0 ? summary(values, 'ms') : null,
  );
  const told = (name: string, figures: Figures | null | undefined): Record<string, number> =>
    figures ? { [`${name}Median`]: figures.median, [`${name}P95`]: figures.p95, [`${name}Max`]: figures.max } : {};
  const first = bytes?.ours ?? importMs ?? briefMs;
  if (!first) throw new Error(`Name some of bytes, import and brief: ${legs.join(',')}`);
  return {
    bench: 'records',
    samples: bytes?.samples ?? read.importMs.length + read.briefMs.length,
    ours: {
      ...first,
      ...told('importMs', importMs),
      ...(importMs ? { importMb: read.importMb } : {}),
      ...told('briefMs', briefMs),
      ...(briefMs ? { resources: read.resources } : {}),
    },
    baseline: bytes?.baseline ?? null,
    ratio: bytes?.ratio ?? null,
    targets,
    met:
      (bytes?.met ?? true) && (importMs?.median ?? 0) <= targets.importMs && (briefMs?.median ?? 0) <= targets.briefMs,
  };
}

/** The server is weighed all the while, also with four of each at once. */
async function sealedAndPlain(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<unknown>)[] = [await needDatabaseServer()];
  try {
    const database = await createTestDatabase();
    stops.push(() => database.drop());
    const folder = await mkdtemp(join(tmpdir(), 'okaeri-records-'));
    stops.push(() => rm(folder, { recursive: true }));
    const server = await Server.start(database.url, folder);
    stops.push(() => server.stop());
    await server.round('sealed');
    await server.round('plain');
    // What a first round leaves behind is part of a server that does nothing.
    const idle = await server.memory();
    const up: Record<Kind, number[]> = { sealed: [], plain: [] };
    const down: Record<Kind, number[]> = { sealed: [], plain: [] };
    const weighing = server.weigh();
    for (let round = 1; round <= rounds; round += 1) {
      for (const kind of ['sealed', 'plain', 'plain', 'sealed'] as const) {
        const speed = await server.round(kind);
        up[kind].push(speed.up);
        down[kind].push(speed.down);
        progress(
          `${round} of ${rounds}, ${kind}: up ${Math.round(speed.up)} MB/s, down ${Math.round(speed.down)} MB/s`,
        );
      }
    }
    await Promise.all(Array.from({ length: 4 }, () => server.round('sealed', Math.min(100, megabytes))));
    const memoryMb = (await weighing()) - idle;
    const ratioOf = (of: Record<Kind, number[]>) =>
      Math.round((quantile(of.sealed, 0.5) / quantile(of.plain, 0.5)) * 1000) / 1000;
    const [upRatio, downRatio] = [ratioOf(up), ratioOf(down)];
    const ratio = Math.min(upRatio, downRatio);
    progress(
      `up ${upRatio}, down ${downRatio} of what lies plain; ${memoryMb.toFixed(0)} MB above ${idle.toFixed(0)} MB`,
    );
    return {
      bench: 'records',
      samples: 2 * rounds,
      ours: {
        ...summary([...up.sealed, ...down.sealed], 'MB/s'),
        ...{ upRatio, downRatio, megabytes, memoryMb: Math.round(memoryMb), idleMb: Math.round(idle) },
      },
      baseline: summary([...up.plain, ...down.plain], 'MB/s'),
      ratio,
      targets,
      met: ratio >= targets.ratio && memoryMb <= targets.memoryMb,
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

class Server {
  /** Sent again and again; what is drawn at random is not made smaller on its way. */
  readonly #piece = randomBytes(megabyte);

  private constructor(
    readonly port: number,
    readonly pid: number,
    readonly stop: () => Promise<unknown>,
  ) {}

  static async start(databaseUrl: string, folder: string): Promise<Server> {
    const root = process.env['OKAERI_ROOT'] ?? process.cwd();
    const build = resolve(process.env['OKAERI_BUILD'] ?? join(root, 'dist'));
    const script = join(root, 'test/bench/records/server.mjs');
    const child = spawn(process.execPath, [script, build, root, databaseUrl, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const lines = createInterface({ input: child.stdout });
    const [port] = (await Promise.race([
      once(lines, 'line'),
      ended.then(() => Promise.reject(new Error('The server ended before it listened.'))),
    ])) as [string];
    return new Server(Number(port), child.pid ?? 0, () => {
      child.kill();
      return ended;
    });
  }

  /** Resident, in MB. */
  async memory(): Promise<number> {
    const status = await readFile(`/proc/${this.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
  }

  /** Answers with the most there was until it is asked. */
  weigh(): () => Promise<number> {
    let most = 0;
    const look = async () => void (most = Math.max(most, await this.memory()));
    const timer = setInterval(() => void look(), 20);
    return async () => {
      clearInterval(timer);
      await look();
      return most;
    };
  }

  /** Up, down and gone; in MB a second. What comes back is what was sent. */
  async round(kind: Kind, size = megabytes): Promise<{ up: number; down: number }> {
    const path = `/${kind}/${randomUUID()}`;
    const up = await this.#timed(size, () => this.#send(path, size));
    let got = { bytes: 0, ends: '' };
    const down = await this.#timed(size, async () => {
      got = await this.#fetch(path);
    });
    await this.#asked('DELETE', path);
    const ends = hashOf(this.#piece.subarray(-1024));
    if (got.bytes !== size * megabyte || got.ends !== ends) throw new Error(`${kind}: other bytes came back.`);
    return { up, down };
  }

  async #timed(size: number, work: () => Promise<void>): Promise<number> {
    const began = performance.now();
    await work();
    return (size * 1000) / (performance.now() - began);
  }

  async #send(path: string, size: number): Promise<void> {
    const outgoing = request({ port: this.port, method: 'PUT', path, headers: { 'content-length': size * megabyte } });
    const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
    for (let at = 0; at < size; at += 1) {
      if (!outgoing.write(this.#piece)) await once(outgoing, 'drain');
    }
    outgoing.end();
    const [answer] = await answered;
    answer.resume();
    if (answer.statusCode !== 204) throw new Error(`A PUT was answered ${answer.statusCode}.`);
  }

  async #fetch(path: string): Promise<{ bytes: number; ends: string }> {
    const answer = await this.#asked('GET', path);
    let bytes = 0;
    let tail: Buffer = Buffer.alloc(0);
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      tail = chunk.length >= 1024 ? chunk.subarray(-1024) : Buffer.concat([tail, chunk]).subarray(-1024);
    }
    return { bytes, ends: hashOf(tail) };
  }

  async #asked(method: string, path: string): Promise<IncomingMessage> {
    const outgoing = request({ port: this.port, method, path });
    outgoing.end();
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    if (method !== 'GET') answer.resume();
    return answer;
  }
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
