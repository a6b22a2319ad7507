import { Inject, Injectable } from '@nestjs/common';
import type { Locale, PersonId, VisitId } from '@okaeri/contracts';
import { Database, Gathered } from '@okaeri/platform';
import { now, toInstant, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { tokenFrom } from './actor';
import type { Actor } from './actor';
import { Ledger } from './ledger';
import { hashOf, newSecret } from './links/token';
import { Session } from './session.entity';
import { lifeOf, renewMinutes, turnToken } from './sign-in/rotation';
import type { Renewed } from './sign-in/rotation';

/** What a browser's cookie says. `replayed`: it was a token of before, used again long after; its session has ended. */
export interface Found {
  actor: Actor | null;
  replayed: boolean;
}

interface ActorRow {
  hash: string;
  personId: PersonId;
  sessionId: string;
  language: Locale;
  demo: boolean;
  scopeVisitId: VisitId | null;
  rotatedAt: Date;
  /** The present token, for the first time. */
  fresh: boolean;
  stale: boolean;
}

export interface NewSession {
  personId: PersonId;
  userAgent?: string | undefined;
  /** The `Cookie` header of the browser that signs in; the session it had ends. */
  replacing?: string | undefined;
  scopeVisitId?: VisitId | null;
  deviceHash?: string | null;
}

/** Sign-in and what follows from it, for HTTP and sockets alike. */
@Injectable()
export class Sessions {
  readonly #rows = new Gathered<string, ActorRow>((hashes) => this.#read(hashes));

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Ledger) private readonly ledger: Ledger,
  ) {}

  /**
   * Signs a person in and ends the session that her browser had before: a token from before a sign-in is never the
   * token after it.
   */
  open(input: NewSession): Promise<{ token: string; seconds: number }> {
    return this.db.inTransaction((em) => this.openIn(em, input));
  }

  /** The same as a part of what the caller does. */
  async openIn(em: EntityManager, input: NewSession): Promise<{ token: string; seconds: number }> {
    const token = newSecret();
    const old = tokenFrom(input.replacing);
    if (old) {
      await em.query(
        'update session set revoked_at = now() where (token_hash = $1 or previous_hash = $1) and revoked_at is null',
        [hashOf(old)],
      );
    }
    // Long over, and of no use to anybody; the ledger remembers what was done with them.
    await em.query(`delete from session where person_id = $1 and expires_at < now() - interval '7 days'`, [
      input.personId,
    ]);
    const scopeVisitId = input.scopeVisitId ?? null;
    const { expiresAt, absoluteUntil, seconds } = await lifeOf(em, input.personId, scopeVisitId);
    await em.insert(Session, {
      personId: input.personId,
      tokenHash: hashOf(token),
      createdAt: now(),
      rotatedAt: now(),
      expiresAt,
      absoluteUntil,
      scopeVisitId,
      deviceHash: input.deviceHash ?? null,
      userAgent: input.userAgent?.slice(0, 200) ?? null,
    });
    return { token, seconds };
  }

  /** Who a `Cookie` header belongs to; `null` for nobody, or one whose session has ended. */
  async actorOf(cookieHeader: string | undefined): Promise<Actor | null> {
    return (await this.find(cookieHeader)).actor;
  }

  async find(cookieHeader: string | undefined): Promise<Found> {
    const token = tokenFrom(cookieHeader);
    return token ? this.#findBy(token) : { actor: null, replayed: false };
  }

  async actorWith(token: string): Promise<Actor | null> {
    return (await this.#findBy(token)).actor;
  }

  async #findBy(token: string): Promise<Found> {
    const row = await this.#rows.ask(hashOf(token));
    if (!row) return { actor: null, replayed: false };
    const { stale, fresh, scopeVisitId, rotatedAt, hash: _, ...who } = row;
    if (fresh) await this.db.manager.query('update session set seen = true where id = $1', [row.sessionId]);
    if (stale) {
      await this.#replayed(row);
      return { actor: null, replayed: true };
    }
    const renewAt = toInstant(rotatedAt).add({ minutes: renewMinutes });
    return {
      actor: { ...who, scope: scopeVisitId ? { visitId: scopeVisitId } : null, renewAt },
      replayed: false,
    };
  }

  /** By the hashes of tokens, present and before. */
  async #read(hashes: readonly string[]): Promise<Map<string, ActorRow>> {
    const rows: ActorRow[] = await this.db.manager.query(
      `select hash, s.id as "sessionId", p.id as "personId", p.language, p.demo, s.scope_visit_id as "scopeVisitId",
              s.rotated_at as "rotatedAt",
              s.token_hash = hash and not s.seen as fresh,
              s.token_hash <> hash and s.seen and s.rotated_at < $2::timestamptz - interval '60 seconds' as stale
         from unnest($1::text[]) as hash
         join session s on s.token_hash = hash or s.previous_hash = hash
         join person p on p.id = s.person_id
        where s.revoked_at is null and least(s.expires_at, s.absolute_until) > $2`,
      [hashes, toIso(now())],
    );
    return new Map(rows.map((row) => [row.hash, row]));
  }

  /** Two hold a key of one session, and nobody can tell which of them is she: both are out. */
  async #replayed({ sessionId, personId }: ActorRow): Promise<void> {
    await this.revoke(sessionId);
    await this.ledger.write({
      actorId: personId,
      permission: 'self.update',
      outcome: 'refused',
      entity: 'person',
      entityId: personId,
      patientId: null,
      via: 'http',
    });
  }

  /**
   * A new token in the place of this one, which counts for a minute more. Answers `null` where another tab has just done
   * it: its answer brings the cookie.
   */
  renew(cookieHeader: string | undefined): Promise<Renewed | null> {
    const token = tokenFrom(cookieHeader);
    return token ? this.db.inTransaction((em) => turnToken(em, token)) : Promise.resolve(null);
  }

  async revoke(sessionId: string): Promise<void> {
    await this.db.manager.query('update session set revoked_at = now() where id = $1 and revoked_at is null', [
      sessionId,
    ]);
  }

  /** One of her own, as she sees them in her settings; throws nothing where it is not hers. */
  async revokeOwn(personId: PersonId, sessionId: string): Promise<boolean> {
    const [ended]: [unknown[], number] = await this.db.manager.query(
      'update session set revoked_at = now() where id = $1 and person_id = $2 and revoked_at is null returning id',
      [sessionId, personId],
    );
    return ended.length > 0;
  }

  /** Of these sessions, those that still count. A socket outlives the request that opened it and must ask again. */
  async alive(sessionIds: readonly string[]): Promise<Set<string>> {
    if (sessionIds.length === 0) return new Set();
    const rows: { id: string }[] = await this.db.manager.query(
      `select id from session
        where id = any($1::uuid[]) and revoked_at is null and least(expires_at, absolute_until) > $2`,
      [sessionIds, toIso(now())],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

/** Ends everything that lets a person in anywhere: sessions, browsers that a visit link knew, links not yet used. */
export async function signOutEverywhere(em: EntityManager, personId: PersonId): Promise<void> {
  await em.query('update session set revoked_at = now() where person_id = $1 and revoked_at is null', [personId]);
  await em.query('delete from link_device where person_id = $1', [personId]);
  await em.query('update link_code set used_at = now() where person_id = $1 and used_at is null', [personId]);
  await em.query(
    `update access_link set revoked_at = now()
      where person_id = $1 and kind = 'sign_in' and used_at is null and revoked_at is null`,
    [personId],
  );
}
