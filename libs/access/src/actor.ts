import type { Locale, PersonId, VisitId } from '@okaeri/contracts';
import type { Temporal } from '@okaeri/words/time';

/** The person behind a request or a socket, as her session says; `null` stands for nobody known. */
export interface Actor {
  personId: PersonId;
  sessionId: string;
  language: Locale;
  demo: boolean;
  /** Came in by the link of one visit, and may do nothing elsewhere. */
  scope: { visitId: VisitId } | null;
  /** When her page asks for another token. */
  renewAt: Temporal.Instant;
}

export const sessionCookieName = 'okaeri_session';

/** The session's token in a `Cookie` header; the first counts where there are several. */
export function tokenFrom(cookieHeader: string | undefined): string | null {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === sessionCookieName) return value && /^[\w-]{43}$/.test(value) ? value : null;
  }
  return null;
}

/** A `Set-Cookie` header. Out of reach of scripts, and not sent along from other sites. */
export function sessionCookie(token: string, options: { secure: boolean; seconds: number }): string {
  const secure = options.secure ? '; Secure' : '';
  return `${sessionCookieName}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${options.seconds}${secure}`;
}
