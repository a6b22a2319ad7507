import { OkaeriError } from '@okaeri/contracts';
import type { CalendarLinkForm } from '@okaeri/contracts';
import { findService } from '@okaeri/platform';

export interface LocateOptions {
  mayBePrivate: boolean;
  /** Name servers that are asked in place of the machine's. */
  nameServers?: readonly string[] | undefined;
}

/**
 * The address of an account that was given by a mail address or a host alone, as its domain says (RFC 6764, 6). Where that
 * points to another house than the domain, the key is not handed there: she is told which it is, and gives its address
 * herself where she knows it. Throws `calendar_elsewhere`, `calendar_none`.
 */
export async function locateAccount(form: CalendarLinkForm, options: LocateOptions): Promise<CalendarLinkForm> {
  const given = form.url.trim();
  if (form.kind !== 'caldav' || given.includes('://')) return form;
  const at = given.lastIndexOf('@');
  const domain = given.slice(at + 1).toLowerCase();
  const username = form.username ?? (at > 0 ? given : null);
  const { mayBePrivate: plain, nameServers: servers } = options;
  const found = await findService({ name: 'caldav', domain, plain, servers });
  if (found === 'none') throw new OkaeriError('calendar_none');
  if (!found) return { ...form, username, url: `https://${domain}/` };
  const { host, port, secure, path } = found;
  if (host !== domain && !host.endsWith(`.${domain}`)) throw new OkaeriError('calendar_elsewhere', { host });
  const origin = `${secure ? 'https' : 'http'}://${host}:${port}`;
  return { ...form, username, url: new URL(path ?? '/.well-known/caldav', origin).href };
}
