import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { processEnv, readEnv } from '@okaeri/runtime';
import type { ProcessEnv } from '@okaeri/runtime';
import { z } from 'zod';
import { parseMediaAddresses } from './addresses';

const port = z.coerce.number().int().min(0).max(65_535).default(0);
const seconds = (standard: number) => z.coerce.number().min(0).max(86_400).default(standard);

const addresses = z
  .string()
  .default('127.0.0.1')
  .transform((text, context) => {
    try {
      return parseMediaAddresses(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
      return z.NEVER;
    }
  });

const ips = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((ip) => ip.trim()))
  .transform((list) => list.filter((ip) => ip !== ''))
  .refine((list) => list.every((ip) => isIP(ip) > 0), 'It holds what is not an IP address.');

/** What the node reads from its environment. An empty variable counts as absent. */
export const sfuEnv = z.object({
  SFU_HOST: z.string().default('127.0.0.1'),
  SFU_PORT: port,
  /** Shared with every signaling process. Whoever knows it commands the node. */
  SFU_SECRET: z.string().min(16),
  SFU_NODE_ID: z
    .string()
    .max(64)
    .default(() => `sfu-${randomUUID().slice(0, 8)}`),
  /** ISO 3166-1 alpha-2; a room that is bound to countries opens only on a node that says it stands in one of them. */
  SFU_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  SFU_WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  /** UDP and TCP port of the first worker, the next ones follow; 0 takes any free one. */
  SFU_MEDIA_PORT: port,
  MEDIA_IPS: addresses,
  /** Machines of engines that write down what is said, besides our own: a voice is copied nowhere else. */
  SFU_SPEECH_IPS: ips,
  MEDIASOUP_WORKER_BIN: z.string().optional(),
  /** How long live rooms may go on after SIGTERM. */
  SFU_DRAIN_SECONDS: seconds(30),
  /** How long a seat whose connection is dead waits for its person. */
  SFU_SEAT_GRACE_SECONDS: seconds(60),
  /** How long an empty room stays that no signaling process holds. */
  SFU_ROOM_GRACE_SECONDS: seconds(30),
});
export type SfuEnv = z.infer<typeof sfuEnv>;

/** Reads the environment once and takes the secret out of it: the workers inherit it, and have no use for the key to us. */
export function readSfuEnv(source: Record<string, string | undefined> = process.env): SfuEnv & ProcessEnv {
  const env = readEnv(processEnv.extend(sfuEnv.shape), source);
  delete source['SFU_SECRET'];
  return env;
}
