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
  /** Starts it on the same port, with nothing in it. */
  again(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedis(): Promise<OwnRedis> {
  const redis = (await import('../../infra/local/redis.mjs')) as {
    startRedis(logFile: string, port?: number): Promise<Running>;
  };
  const logFile = join(logFolder(), `redis-${process.pid}.log`);
  let running = await redis.startRedis(logFile);
  return {
    url: running.url,
    kill: async () => {
      process.kill(running.pid, 'SIGKILL');
      await running.stop();
    },
    again: async () => {
      running = await redis.startRedis(logFile, running.port);
    },
    stop: async () => {
      await running.stop();
    },
  };
}
