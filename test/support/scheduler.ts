import { randomBytes } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import { createLog } from '@okaeri/runtime';
import { createScheduler, schedulerEnv } from '../../apps/scheduler/src';
import type { SchedulerOptions } from '../../apps/scheduler/src';

/** The two transports of the queues; a suite over them runs on both. */
export const backends = ['postgres', 'redis'] as const;
export type BackendName = (typeof backends)[number];

export interface TestScheduler {
  app: INestApplication;
  log(): string;
  close(): Promise<void>;
}

export function redisUrl(): string {
  const url = process.env['TEST_REDIS_URL'];
  if (!url) throw new Error('TEST_REDIS_URL is not set: run the tests by npm test.');
  return url;
}

/** A scheduler inside the test's process, with queues of its own. */
export async function startScheduler(
  database: string,
  options: { backend?: BackendName; smtpUrl?: string | undefined; env?: Record<string, string> } & Partial<
    Omit<SchedulerOptions, 'smtpUrl'>
  > = {},
): Promise<TestScheduler> {
  const { backend = 'postgres', smtpUrl, env = {}, ...more } = options;
  const lines: string[] = [];
  const parsed = schedulerEnv.parse({
    NODE_ENV: 'test',
    LOG_LEVEL: 'debug',
    LOG_FOLDER: process.env['OKAERI_TEST_LOGS'],
    DATABASE_URL: database,
    PORT: '0',
    ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}),
    ...(backend === 'redis' ? { REDIS_URL: redisUrl() } : {}),
    ...env,
  });
  const log = createLog({
    process: `scheduler-test-${randomBytes(3).toString('hex')}`,
    level: parsed.LOG_LEVEL,
    folder: parsed.LOG_FOLDER,
    destination: { write: (line: string) => void lines.push(line) },
  });
  const app = await createScheduler(parsed, log, {
    queuePrefix: `test-${new URL(database).pathname.slice(1)}`,
    ...more,
  });
  await app.listen(0, '127.0.0.1');
  return { app, log: () => lines.join(''), close: () => app.close() };
}
