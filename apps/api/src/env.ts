import { blobEnv, envFlag, envList, envPort, envUrl, houseEnv, mailEnv, processEnv } from '@okaeri/runtime';
import { z } from 'zod';

/** What the api reads of its environment; `standalone` extends it. */
export const apiEnv = processEnv.extend({
  DATABASE_URL: envUrl('postgres:', 'postgresql:'),
  REDIS_URL: envUrl('redis:', 'rediss:').optional(),
  PORT: envPort.default(3000),
  HOST: z.string().default('127.0.0.1'),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  /** Names under which people reach us, besides `localhost` and addresses of the own network. */
  OKAERI_HOSTS: envList,
  OKAERI_DEMO: envFlag,
  OKAERI_LAN: envFlag,
  OKAERI_LAN_CODE: z.string().min(4).max(12).optional(),
  /** Seconds from now at which the next visit of the demo world begins. */
  OKAERI_DEMO_SOON: z.coerce.number().int().min(60).max(3600).default(720),
  /** `wide` for a run of tests, which is a crowd on one address. */
  OKAERI_RATES: z.enum(['strict', 'wide']).default('strict'),
  ...mailEnv,
  ...houseEnv,
  ...blobEnv,
  /** Where the mail server of the demo world listens; any free port where none is given. */
  DEMO_SMTP_PORT: envPort.default(0),
  /** The folder of the web build; beside the server's build where none is given. */
  WEB_ROOT: z.string().optional(),
});
export type ApiEnv = z.output<typeof apiEnv>;

/** The token under which the api's own parts find it. */
export const API_ENV = Symbol('api env');

/** Of the whole house; a test holds it to package.json. */
export const version = '0.1.0';
