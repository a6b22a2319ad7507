import { ledgerEnv, mailInEnv } from '@okaeri/runtime';
import { z } from 'zod';
import { apiEnv } from '../../api/src';
import { speechEnv, turnEnv } from '../../signaling/src';

/** What the single-machine server reads; what only its sfu child reads is passed on as it is. */
export const standaloneEnv = apiEnv.extend({
  ...mailInEnv,
  ...ledgerEnv,
  ...turnEnv,
  ...speechEnv,
  SFU_MEDIA_PORT: z.string().default('0'),
  /** Addresses under which browsers reach the media port, separated by commas. */
  MEDIA_IPS: z.string().default('127.0.0.1'),
  /** Machines to which a voice may be copied, to be written down. */
  SFU_SPEECH_IPS: z.string().default(''),
  MEDIASOUP_WORKER_BIN: z.string().optional(),
  SFU_WORKERS: z.string().default('1'),
  /** What a Node child needs whatever it does. */
  PATH: z.string().optional(),
  HOME: z.string().optional(),
  TZ: z.string().optional(),
  NODE_COMPILE_CACHE: z.string().optional(),
  /** Set by a launcher, which this process must not outlive. */
  OKAERI_MARK: z.string().optional(),
});
export type StandaloneEnv = z.output<typeof standaloneEnv>;

/** What is passed on to the sfu as it is. */
export const sfuNames = [
  'PATH',
  'HOME',
  'TZ',
  'NODE_COMPILE_CACHE',
  'NODE_ENV',
  'LOG_LEVEL',
  'LOG_FOLDER',
  'MEDIASOUP_WORKER_BIN',
  'MEDIA_IPS',
  'SFU_MEDIA_PORT',
  'SFU_WORKERS',
  'SFU_SPEECH_IPS',
  'OKAERI_MARK',
] as const satisfies readonly (keyof StandaloneEnv)[];
