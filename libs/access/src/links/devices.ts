import type { EntityManager } from 'typeorm';
import { hashOf, newSecret } from './token';

const cookieName = 'okaeri_device';
const seconds = 400 * 24 * 3600;

/** The browser that asks, as it remembers itself; `null` for one that was never here. */
export function deviceOf(cookieHeader: string | undefined): string | null {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === cookieName) return value && /^[\w-]{43}$/.test(value) ? value : null;
  }
  return null;
}

/** What is kept of it. */
export const deviceHash = (device: string | null): string | null => (device ? hashOf(device) : null);

export const newDevice = newSecret;

/** A `Set-Cookie` header by which a browser is known again. It says nothing of who used it. */
export function deviceCookie(device: string, options: { secure: boolean }): string {
  const secure = options.secure ? '; Secure' : '';
  return `${cookieName}=${device}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}

/**
 * Whether a browser may come in by a visit link without a code: the first one, or one that was let in. The first that
 * comes takes the place; of two at once, the database lets one.
 */
export async function takeDevice(em: EntityManager, visitId: string, personId: string, hash: string): Promise<boolean> {
  await em.query(
    `insert into link_device (visit_id, person_id, device_hash, first, confirmed_at)
     select $1, $2, $3, true, now()
      where not exists (select 1 from link_device where visit_id = $1 and person_id = $2)
     on conflict do nothing`,
    [visitId, personId, hash],
  );
  return isKnownDevice(em, visitId, personId, hash);
}

export async function isKnownDevice(
  em: EntityManager,
  visitId: string,
  personId: string,
  hash: string | null,
): Promise<boolean> {
  const rows: unknown[] = await em.query(
    'select 1 from link_device where visit_id = $1 and person_id = $2 and device_hash = $3',
    [visitId, personId, hash],
  );
  return rows.length > 0;
}

/** After the right code. */
export async function addDevice(em: EntityManager, visitId: string, personId: string, hash: string): Promise<void> {
  await em.query(
    `insert into link_device (visit_id, person_id, device_hash, first, confirmed_at)
     values ($1, $2, $3, false, now()) on conflict do nothing`,
    [visitId, personId, hash],
  );
}
