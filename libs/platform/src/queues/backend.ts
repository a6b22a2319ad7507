import type { Queue, Worker } from 'bullmq';
import type { QueueName } from '@okaeri/contracts';
import { Redis } from 'ioredis';
import { RedisEvicts, refuseEviction } from './eviction';

/** A queue as we use it: ids go in, and come out as soon as may be. */
export interface OpenQueue {
  add(jobId: string, data: Record<string, string>): Promise<void>;
  /** Whether adding has any hope now. */
  alive(): boolean;
  close(): Promise<void>;
}

export interface BackendOptions {
  databaseUrl: string;
  redisUrl: string | undefined;
  /** Keeps queues of several runs on one Redis apart. */
  prefix: string;
}

interface Work {
  name: QueueName;
  concurrency: number;
  run: (data: unknown) => Promise<void>;
  onError: (error: Error) => void;
  /** What was opened is not fit for jobs any more, and has to be opened anew. */
  onUnfit: (error: Error) => void;
}

/** A worker that died gives its jobs back within this time. */
const lockMilliseconds = 15_000;
const stalledMilliseconds = 5000;
const done = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;
const workerOptions = {
  lockDuration: lockMilliseconds,
  stalledInterval: stalledMilliseconds,
  // A job that stalls is done again as often as its row says it is open.
  maxStalledCount: 100,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
} as const;

/**
 * Opens a queue with its worker, on PostgreSQL or on Redis; throws where that is not possible now. The library is loaded
 * here and not before: processes that only write rows do without it.
 */
export async function openQueue(options: BackendOptions, work: Work): Promise<OpenQueue> {
  return options.redisUrl ? onRedis(options.redisUrl, options.prefix, work) : onPostgres(options.databaseUrl, work);
}

async function onPostgres(databaseUrl: string, work: Work): Promise<OpenQueue> {
  const { Queue, Worker, createPostgresBackend } = await import('bullmq');
  // One connection to add, two to work, and the one on which the worker is told that there is something.
  const connection = (max: number) => ({
    connectionString: databaseUrl,
    schema: 'bullmq',
    migrate: true,
    max,
    application_name: 'okaeri queues',
    connectionTimeoutMillis: 3000,
    keepAlive: true,
  });
  const queue = new Queue(work.name, { connection: connection(1) }, createPostgresBackend);
  queue.on('error', work.onError);
  const worker = new Worker(
    work.name,
    (job: { data: unknown }) => work.run(job.data),
    { ...workerOptions, concurrency: work.concurrency, connection: connection(2), autorun: false },
    createPostgresBackend,
  );
  worker.on('error', work.onError);
  try {
    await queue.waitUntilReady();
    // A worker whose first connection failed would ask again without a pause, for ever, and nothing else were done.
    await worker.waitUntilReady();
    worker.run().catch(work.onError);
    return opened(queue as unknown as Queue, worker as unknown as Worker, () => true);
  } catch (error) {
    await worker.close(true).catch(() => undefined);
    await queue.close().catch(() => undefined);
    throw error;
  }
}

async function onRedis(redisUrl: string, prefix: string, work: Work): Promise<OpenQueue> {
  const { Queue, Worker } = await import('bullmq');
  const common = {
    connectTimeout: 3000,
    keepAlive: 5000,
    retryStrategy: (attempt: number) => Math.min(2000, 100 * attempt),
  };
  // Who adds must learn at once that Redis is away: the row stays, and the next turn of the relay tries again.
  const adding = new Redis(redisUrl, {
    ...common,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    lazyConnect: true,
  });
  const working = new Redis(redisUrl, { ...common, maxRetriesPerRequest: null, lazyConnect: true });
  for (const client of [adding, working]) client.on('error', work.onError);
  const end = () => [adding, working].forEach((client) => client.disconnect());
  try {
    await adding.connect();
    await refuseEviction(adding);
    await working.connect();
    const queue = new Queue(work.name, { connection: adding, prefix });
    queue.on('error', work.onError);
    const worker = new Worker(work.name, (job) => work.run(job.data), {
      ...workerOptions,
      concurrency: work.concurrency,
      connection: working,
      prefix,
    });
    worker.on('error', work.onError);
    // What answers after a break may be another Redis, or the same with other settings.
    adding.on('ready', () => {
      refuseEviction(adding).catch((error: Error) => {
        if (error instanceof RedisEvicts) work.onUnfit(error);
      });
    });
    const open = opened(queue, worker, () => adding.status === 'ready');
    return { ...open, close: () => open.close().finally(end) };
  } catch (error) {
    end();
    throw error;
  }
}

function opened(queue: Queue, worker: Worker, alive: () => boolean): OpenQueue {
  return {
    add: async (jobId, data) => {
      await queue.add('due', data, { ...done, jobId });
    },
    alive,
    close: async () => {
      // A worker whose transport is away would wait for it: what it had begun is done again by the next.
      await worker.close(!alive()).catch(() => undefined);
      await queue.close().catch(() => undefined);
    },
  };
}
