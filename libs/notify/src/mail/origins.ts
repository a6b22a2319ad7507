import type { Person } from '@okaeri/access';

/**
 * What addresses begin with for this reader. In the demo world each persona has a host name of her own, where this
 * machine is addressed as `localhost`.
 */
export function originOf(person: Pick<Person, 'persona'>, where: { publicUrl: string; demo: boolean }): string {
  const url = new URL(where.publicUrl);
  if (where.demo && person.persona && url.hostname === 'localhost') url.hostname = `${person.persona}.localhost`;
  return url.origin;
}

/** The page that redeems a link; the token stands where no server and no proxy on the way can see it. */
export function linkHref(origin: string, token: string): string {
  return `${origin}/link#${token}`;
}

/** The address in `Name <address>`. */
export function addressIn(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}

/** The page of an address of ours; `null` of one that is a key, which belongs in the hands of its reader only. */
export function pathOf(href: string): string | null {
  const { pathname, search } = new URL(href);
  return pathname === '/link' ? null : pathname + search;
}
