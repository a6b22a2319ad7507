import { promises } from 'node:dns';
import { setTimeout as pause } from 'node:timers/promises';

/** Where a service of a domain is, as the domain itself says. */
export interface FoundService {
  host: string;
  port: number;
  /** Whether it is spoken to by TLS. */
  secure: boolean;
  /** Where on that host, if the domain says that too. */
  path: string | null;
}

const seconds = 5;

/**
 * Asks the name servers where a service lies (RFC 2782, RFC 6763): by the name of the service with TLS first. `null` where
 * nothing is said within a few seconds; `none` where it is said that there is none. `servers`: others than the machine's.
 */
export async function findService({
  name,
  domain,
  plain,
  servers,
}: {
  name: string;
  domain: string;
  plain: boolean;
  servers?: readonly string[] | undefined;
}): Promise<FoundService | 'none' | null> {
  const resolver = new promises.Resolver({ timeout: 1500, tries: 2 });
  if (servers?.length) resolver.setServers(servers);
  const late = new AbortController();
  const found = look(resolver, name, domain, plain).finally(() => late.abort());
  const over = pause(seconds * 1000, null, { signal: late.signal }).catch(() => null);
  try {
    return await Promise.race([found, over]);
  } finally {
    resolver.cancel();
    found.catch(() => undefined);
  }
}

async function look(
  resolver: promises.Resolver,
  name: string,
  domain: string,
  plain: boolean,
): Promise<FoundService | 'none' | null> {
  for (const secure of plain ? [true, false] : [true]) {
    const at = `_${name}${secure ? 's' : ''}._tcp.${domain}`;
    const records = await resolver.resolveSrv(at).catch(() => []);
    const [best] = records.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight);
    if (!best) continue;
    // A root for a host says that there is no such service.
    const host = best.name.replace(/\.$/, '').toLowerCase();
    if (host === '') return 'none';
    const texts = await resolver.resolveTxt(at).catch(() => []);
    const path = texts.map((parts) => parts.join('')).find((text) => text.startsWith('path=/'));
    return { host, port: best.port, secure, path: path?.slice('path='.length) ?? null };
  }
  return null;
}
