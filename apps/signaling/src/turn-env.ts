import type { TurnOptions } from '@okaeri/consult';
import { envList } from '@okaeri/runtime';
import { z } from 'zod';

/** The way around a firewall that lets nothing out but 443. */
export const turnEnv = {
  /** `turns:host:443?transport=tcp`, separated by commas. */
  TURN_URLS: envList,
  /** The `static-auth-secret` of the TURN server; without it there is none. */
  TURN_SECRET: z.string().min(16).optional(),
};

export function turnOf({
  TURN_URLS: urls,
  TURN_SECRET: secret,
}: z.output<z.ZodObject<typeof turnEnv>>): TurnOptions | null {
  return secret && urls.length > 0 ? { urls, secret } : null;
}
