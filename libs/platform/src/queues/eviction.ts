import type { Redis } from 'ioredis';

/** A Redis that makes room by throwing keys away would throw jobs away, and nobody would hear of it. */
export class RedisEvicts extends Error {
  constructor(readonly policy: string) {
    super(`Redis throws jobs away when it is full: its maxmemory-policy is ${policy} and has to be noeviction.`);
  }
}

/** Throws `RedisEvicts`. By INFO, which a hosted Redis answers too; one that does not tell is taken at its word. */
export async function refuseEviction(client: Redis): Promise<void> {
  const policy = /^maxmemory_policy:(\S+)/m.exec(await client.info('memory'))?.[1] ?? 'noeviction';
  if (policy !== 'noeviction') throw new RedisEvicts(policy);
}
