import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Locale, PersonId } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import { tokenFrom } from './actor';
import type { Actor } from './actor';
import { Session } from './session.entity';

/** A working day; a phone left on a table overnight is signed out in the morning. */
export const sessionSeconds = 12 * 3600;

const hash = (token: string) => createHash('sha256').update(token).digest('hex');

interface ActorRow {
  personId: PersonId;
  sessionId: string;
  language: Locale;
  demo: boolean;
}

/** Sign-in and what follows from it, for HTTP and sockets alike. */
@Injectable()
export class Sessions {
  constructor(@Inject(Database) private readonly db: Database) {}

  /**
   * Signs a person in and ends the session that her browser had before: a token from before a sign-in is never the
   * token after it.
   */
  async open(input: {
    personId: PersonId;
    userAgent?: string | undefined;
    replacing?: string | undefined;
  }): Promise<{ token: string; seconds: number }> {
    const token = randomBytes(32).toString('base64url');
    const old = tokenFrom(input.replacing);
    await this.db.inTransaction(async (em) => {
      if (old)
        await em.query('update session set revoked_at = now() where token_hash = $1 and revoked_at is null', [
          hash(old),
        ]);
      // Long over, and of no use to anybody; the ledger remembers what was done with them.
      await em.query(`delete from session where person_id = $1 and expires_at < now() - interval '7 days'`, [
        input.personId,
      ]);
      await em.insert(Session, {
        personId: input.personId,
        tokenHash: hash(token),
        createdAt: now(),
        expiresAt: now().add({ seconds: sessionSeconds }),
        userAgent: input.userAgent?.slice(0, 200) ?? null,
      });
    });
    return { token, seconds: sessionSeconds };
  }

  /** Who a `Cookie` header belongs to; `null` for nobody, or one whose session has ended. */
  async actorOf(cookieHeader: string | undefined): Promise<Actor | null> {
    const token = tokenFrom(cookieHeader);
    return token ? this.actorWith(token) : null;
  }

  async actorWith(token: string): Promise<Actor | null> {
    const rows: ActorRow[] = await this.db.manager.query(
      `select s.id as "sessionId", p.id as "personId", p.language, p.demo
         from session s join person p on p.id = s.person_id
        where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2`,
      [hash(token), toIso(now())],
    );
    return rows[0] ?? null;
  }

  async revoke(sessionId: string): Promise<void> {
    await this.db.manager.query('update session set revoked_at = now() where id = $1 and revoked_at is null', [
      sessionId,
    ]);
  }

  /** Of these sessions, those that still count. A socket outlives the request that opened it and must ask again. */
  async alive(sessionIds: readonly string[]): Promise<Set<string>> {
    if (sessionIds.length === 0) return new Set();
    const rows: { id: string }[] = await this.db.manager.query(
      'select id from session where id = any($1::uuid[]) and revoked_at is null and expires_at > $2',
      [sessionIds, toIso(now())],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
