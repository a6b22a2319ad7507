import { hostName } from '@okaeri/runtime';
import type { EntityManager } from 'typeorm';
import type { ApiEnv } from '../env';

/** Why the demo world does not open. `exitCode` is EX_CONFIG of sysexits.h: starting again would not help. */
export class DemoRefused extends Error {
  readonly exitCode = 78;

  constructor(reason: string) {
    super(`OKAERI_DEMO=1 is refused: ${reason}`);
    this.name = 'DemoRefused';
  }
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** Where the database is; libpq's `host` parameter counts more than the URL's own. */
function databaseHosts(url: string): string[] {
  const { hostname, searchParams } = new URL(url);
  const given = [...searchParams.getAll('host'), ...searchParams.getAll('hostaddr')];
  return (given.length > 0 ? given : [hostname]).flatMap((each) => each.split(','));
}

function isLocal(host: string): boolean {
  return host === '' || host.startsWith('/') || loopback.test(hostName(host) ?? host);
}

/**
 * The demo world signs anybody in as anybody. It must never open where people are real: not in production, not on a
 * database that others reach, not beside a person who is not made up.
 */
export function refuseDemoByEnv(env: Pick<ApiEnv, 'NODE_ENV' | 'DATABASE_URL'>): void {
  if (env.NODE_ENV === 'production') throw new DemoRefused('NODE_ENV is production.');
  if (!databaseHosts(env.DATABASE_URL).every(isLocal)) {
    throw new DemoRefused('the database of DATABASE_URL is not on this machine.');
  }
}

/** The same once the database answers. */
export async function refuseDemoBesidePeople(em: EntityManager): Promise<void> {
  const rows: unknown[] = await em.query('select 1 from person where not demo limit 1');
  if (rows.length > 0) throw new DemoRefused('a real person is in this database.');
}
