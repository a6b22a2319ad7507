import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logFolder } from './canaries';

interface Running {
  pid: number;
  port: number;
  url: string;
  stop(): Promise<unknown>;
}

/** A Redis of one test, to be killed. */
export interface OwnRedis {
  url: string;
  /** Without a word, as by the kernel. */
  kill(): Promise<void>;
  /** Starts it on the same port, with what it kept, which is nothing unless it was told to keep something. */
  again(): Promise<void>;
  /** Throws away what it kept, while it is not running. */
  empty(): void;
  stop(): Promise<void>;
}

/** How it keeps what is in it: not at all, by a picture of all of it now and then, by a journal. */
export type Keeping = 'none' | 'RDB' | 'AOF';

const options: Record<Keeping, string[]> = {
  none: ['--save', '', '--appendonly', 'no'],
  RDB: ['--save', '1 1', '--appendonly', 'no'],
  AOF: ['--save', '', '--appendonly', 'yes', '--appendfsync', 'everysec'],
};

/** `port`: one that it had. */
export async function startRedis({
  keeping = 'none' as Keeping,
  port,
}: { keeping?: Keeping; port?: number } = {}): Promise<OwnRedis> {
  const redis = (await import('../../infra/local/redis.mjs')) as {
    startRedis(logFile: string, port?: number, keeping?: string[]): Promise<Running>;
  };
  const logFile = join(logFolder(), `redis-${process.pid}.log`);
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-redis-'));
  const kept = [...options[keeping], '--dir', folder];
  let running = await redis.startRedis(logFile, port, kept);
  return {
    url: running.url,
    kill: async () => {
      process.kill(running.pid, 'SIGKILL');
      await running.stop();
    },
    again: async () => {
      running = await redis.startRedis(logFile, running.port, kept);
    },
    empty: () => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
    },
    stop: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
