import {
  blobEnv,
  envFlag,
  envPort,
  envUrl,
  houseEnv,
  ledgerEnv,
  mailEnv,
  mailInEnv,
  processEnv,
} from '@okaeri/runtime';
import { z } from 'zod';

/** What the scheduler reads of its environment. */
export const schedulerEnv = processEnv.extend({
  DATABASE_URL: envUrl('postgres:', 'postgresql:'),
  /** The queues live in PostgreSQL where none is given. */
  REDIS_URL: envUrl('redis:', 'rediss:').optional(),
  PORT: envPort.default(3002),
  HOST: z.string().default('127.0.0.1'),
  OKAERI_DEMO: envFlag,
  ...mailEnv,
  ...mailInEnv,
  ...houseEnv,
  ...blobEnv,
  ...ledgerEnv,
});
export type SchedulerEnv = z.output<typeof schedulerEnv>;
