import { envList, envPort, envUrl, processEnv } from '@okaeri/runtime';
import { z } from 'zod';
import { speechEnv } from './speech-env';
import { turnEnv } from './turn-env';

/** What signaling reads of its environment. */
export const signalingEnv = processEnv.extend({
  DATABASE_URL: envUrl('postgres:', 'postgresql:'),
  REDIS_URL: envUrl('redis:', 'rediss:').optional(),
  PORT: envPort.default(3001),
  HOST: z.string().default('127.0.0.1'),
  /** One for each node, `http://host:port`. */
  SFU_URLS: envList,
  SFU_SECRET: z.string().min(16),
  ...turnEnv,
  ...speechEnv,
  /** Names under which people reach us, besides `localhost` and addresses of the own network. */
  OKAERI_HOSTS: envList,
});
export type SignalingEnv = z.output<typeof signalingEnv>;
