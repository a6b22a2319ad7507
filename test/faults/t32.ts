import { createHash, randomUUID } from 'node:crypto';
import { readFile, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FileView, PersonId, Readiness } from '@okaeri/contracts';
import { DataKeys, KeyFile, dataSourceOptions, platformEntities, rotateMasterKey } from '@okaeri/platform';
import { DataSource } from 'typeorm';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { needDatabaseServer } from '../support/database-server';
import { RecordsWorld } from '../support/records-world';
import { pngOf } from '../support/sample-files';

const rotations = 5;
const otherPatients = 500;
const downReads = 50;
const downWrites = 20;
/** What every file of this run is full of. */
const plainMark = 'A'.repeat(64);
const targets = { failedReads: 0, failedWrites: 0, plaintext: 0, kept: 0, leftBehind: 0 };

interface Kept {
  fileId: string;
  sha256: string;
}

const hashOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

/**
 * T32: the master key is changed five times while files are read and sent, then it is gone. In the change no read and no write
 * fails; without it what is remembered is read on, every write is refused and leaves nothing; and nothing on the disk is
 * plain at any time.
 */
export async function keysChanged(progress: (line: string) => void): Promise<BenchResult> {
  const stops: (() => Promise<unknown>)[] = [await needDatabaseServer()];
  try {
    const world = await RecordsWorld.open();
    stops.push(() => world.close());
    const { url } = world.database;
    const data = await new DataSource(dataSourceOptions({ url, entities: platformEntities })).initialize();
    stops.push(() => data.destroy());
    const load = new Load(world);
    for (let file = 0; file < 6; file += 1) {
      if (!(await load.send())) throw new Error('Files could not even be sent before.');
    }
    const keys = new DataKeys(data, new KeyFile(world.keys));
    for (let at = 0; at < otherPatients; at += 1) await keys.forPatient(randomUUID() as PersonId);
    progress(`${otherPatients} more patients have a key each`);

    const times: number[] = [];
    const running = load.run();
    for (let turn = 1; turn <= rotations; turn += 1) {
      const began = performance.now();
      const { rewrapped, masterKeyId } = await rotateMasterKey(data, new KeyFile(world.keys));
      times.push(performance.now() - began);
      const [{ left } = { left: 0 }]: { left: number }[] = await data.query(
        'select count(*)::int as left from data_key where master_key_id <> $1',
        [masterKeyId],
      );
      load.leftBehind += left;
      progress(
        `${turn} of ${rotations}: ${rewrapped} keys in ${Math.round(times.at(-1) ?? 0)} ms, ${left} left behind`,
      );
      await pause(200);
    }
    load.stop();
    await running;
    progress(
      `${load.reads} reads, ${load.writes} files sent meanwhile; failed: ${load.failedReads}, ${load.failedWrites}`,
    );
    const kept = await withoutKeys(world, load, progress);
    if (!(await load.send())) load.failedWrites += 1;
    const plaintext = await plainFiles(world);
    const { reads, writes, failedReads, failedWrites, leftBehind } = load;
    const found = { failedReads, failedWrites, plaintext, kept, leftBehind };
    return {
      ...{ bench: 'T32', samples: rotations, baseline: null, ratio: null },
      ours: { ...summary(times, 'ms'), ...found, reads, writes },
      targets,
      met: Object.values(found).every((count) => count === 0) && reads > 0 && writes > 0,
    };
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

/** Reads are answered from memory and writes refused; answers how many writes left something behind after all. */
async function withoutKeys(world: RecordsWorld, load: Load, progress: (line: string) => void): Promise<number> {
  const before = await world.blobs();
  await rename(world.keys, `${world.keys}.away`);
  let refused = 0;
  try {
    for (let at = 0; at < downReads; at += 1) await load.read();
    for (let at = 0; at < downWrites; at += 1) {
      const sent = await world.send('emily', 'closed.png', pngOf(70_000 + at));
      if (sent.status === 503 && (sent.body as { code: string }).code === 'vault_closed') refused += 1;
      await world.ask('emily', { method: 'DELETE', path: `/api/files/${sent.fileId}` });
    }
    const { degraded, ready } = (await world.server.ask({ path: '/readyz' })).body as Readiness;
    if (!ready || !degraded.includes('keys')) throw new Error('The api does not say that its keys are gone.');
  } finally {
    await rename(`${world.keys}.away`, world.keys);
  }
  const left = (await world.blobs()).filter((name) => !before.includes(name)).length;
  progress(`without keys: ${refused} of ${downWrites} writes refused, ${left} files left behind`);
  return downWrites - refused + left;
}

/** Files that hold what was sent as it was sent, or are not of the vault at all. */
async function plainFiles(world: RecordsWorld): Promise<number> {
  // The search finds what it looks for where it is.
  if (!pngOf(5000).includes(plainMark)) throw new Error('The files of this run do not hold the mark.');
  const found = await readdir(world.folder, { recursive: true, withFileTypes: true });
  let plain = 0;
  for (const file of found.filter((each) => each.isFile())) {
    const bytes = await readFile(join(file.parentPath, file.name));
    if (bytes.includes(plainMark) || bytes.toString('latin1', 0, 4) !== 'OKV\x01') plain += 1;
  }
  return plain;
}

class Load {
  reads = 0;
  writes = 0;
  failedReads = 0;
  failedWrites = 0;
  leftBehind = 0;
  #stopped = false;
  readonly #kept: Kept[] = [];

  constructor(private readonly world: RecordsWorld) {}

  stop(): void {
    this.#stopped = true;
  }

  /** Three who read and one who sends, until it is stopped. */
  async run(): Promise<void> {
    const reading = async () => {
      while (!this.#stopped) await this.read();
    };
    const sending = async () => {
      while (!this.#stopped) {
        const file = await this.send();
        if (!file) this.failedWrites += 1;
        // A visit takes so many files; the first stay to be read.
        else await this.world.ask('sato', { method: 'DELETE', path: `/api/files/${file.fileId}` });
      }
    };
    await Promise.all([reading(), reading(), reading(), sending()]);
  }

  async read(): Promise<void> {
    const file = this.#kept[this.reads % 6];
    if (!file) throw new Error('There is nothing to read.');
    this.reads += 1;
    const answer = await this.world.ask('sato', { path: `/api/files/${file.fileId}/content` });
    if (answer.status !== 200 || hashOf(answer.text) !== file.sha256) this.failedReads += 1;
  }

  async send(): Promise<Kept | null> {
    this.writes += 1;
    const bytes = pngOf(300_000 + this.writes);
    const { status, body, fileId } = await this.world.send('emily', 'one.png', bytes);
    if (status !== 200 || (body as FileView).state !== 'ready') return null;
    const file = { fileId, sha256: hashOf(bytes.toString('utf8')) };
    this.#kept.push(file);
    return file;
  }
}
