import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import type { PersonId } from '@okaeri/contracts';
import type { Request } from 'express';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Database } from '../database';
import { Gathered } from '../gathered';
import { openBox, sealBox } from '../vault/segments';
import { IdempotencyKey } from './idempotency.entity';

export const keyHeader = 'Idempotency-Key';
export const replayedHeader = 'Idempotency-Replayed';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Deadlock, and a serialization that failed: the same again may work. */
const passing = new Set(['40P01', '40001']);
const attempts = 3;

/** Writes that happen once, however often they are asked for. */
@Injectable()
export class Writes {
  readonly #known = new Gathered<KeyOf, true>((keys) => readKeys(this.db.manager, keys));

  constructor(@Inject(Database) private readonly db: Database) {}

  /**
   * Runs `fn` in a transaction and keeps what it answers under the key of the request's header: who asks once more with
   * it gets that answer, and nothing is done again. A twin that runs at the same time waits for the first. What is refused leaves no
   * key. Throws `key_needed`, and `key_reused` where the key stood for something else. `route` with its ids; `body` as
   * it was read.
   */
  async once<T>(
    request: Request,
    actor: { personId: PersonId },
    route: string,
    body: unknown,
    fn: (em: EntityManager) => Promise<T>,
  ): Promise<T> {
    const key = request.get(keyHeader) ?? '';
    if (!uuid.test(key)) throw new OkaeriError('key_needed');
    const hash = hashOf([route, body]);
    const kept = keptUnder(actor.personId, key);
    return this.retried(async (em) => {
      const made: unknown[] = await em.query(
        `with made as (insert into idempotency_key (person_id, key, route, request_hash)
                       select $1::uuid, $2::uuid, $3::text, $4::text
                        where not exists (select from idempotency_key where person_id = $1::uuid and key = $5::uuid)
                       on conflict do nothing returning key)
         select key from made`,
        [actor.personId, kept.id, route, hash, key],
      );
      if (made.length === 0) return this.#kept<T>(em, request, actor.personId, key, hash);
      const answer = await fn(em);
      await em.query('update idempotency_key set status = $3, sealed = $4 where person_id = $1 and key = $2', [
        ...[actor.personId, kept.id, request.res?.statusCode ?? 200],
        sealBox(kept.secret, Buffer.from(JSON.stringify(answer ?? null)), kept.id),
      ]);
      return answer;
    });
  }

  /**
   * Whether `once` would run its write; read after what could forbid that, since both come true together. False also
   * where there is no key, which `once` says.
   */
  async isFirst(request: Request, { personId }: { personId: PersonId }): Promise<boolean> {
    const key = request.get(keyHeader) ?? '';
    return uuid.test(key) && !(await this.#known.ask({ personId, key }));
  }

  async #kept<T>(em: EntityManager, request: Request, personId: PersonId, key: string, hash: string): Promise<T> {
    const { id, secret } = keptUnder(personId, key);
    const row = await em.findOneBy(IdempotencyKey, { personId, key: In([id, key]) });
    if (row?.requestHash !== hash) throw new OkaeriError('key_reused');
    request.res?.setHeader(replayedHeader, 'true');
    const opened = row.sealed && openBox(secret, row.sealed, id);
    const answer: unknown = opened ? JSON.parse(opened.toString('utf8')) : row.answer;
    return (answer ?? undefined) as T;
  }

  /** A transaction that is run again where two of them stood in each other's way. */
  async retried<T>(fn: (em: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.db.inTransaction(fn);
      } catch (error) {
        if (attempt === attempts || !passing.has(stateOf(error))) throw error;
      }
    }
  }
}

/** Under what it is kept, and by what it is sealed: neither tells the other, and only who knows the key knows both. */
function keptUnder(personId: PersonId, key: string): { id: string; secret: Buffer } {
  const made = (what: string) =>
    createHash('sha256').update(`okaeri ${what} ${personId} ${key.toLowerCase()}`).digest();
  const id = made('kept under').toString('hex').slice(0, 32);
  return { id: id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), secret: made('sealed by') };
}

interface KeyOf {
  personId: PersonId;
  key: string;
}

async function readKeys(em: EntityManager, keys: readonly KeyOf[]): Promise<Map<KeyOf, true>> {
  const rows: { at: number }[] = await em.query(
    `select (at - 1)::int as at
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as asked(person_id, id, key, at)
       join idempotency_key kept on kept.person_id = asked.person_id and kept.key in (asked.id, asked.key)`,
    [
      keys.map(({ personId }) => personId),
      keys.map(({ personId, key }) => keptUnder(personId, key).id),
      keys.map(({ key }) => key),
    ],
  );
  return new Map(rows.flatMap(({ at }) => (keys[at] ? [[keys[at], true as const] as const] : [])));
}

function stateOf(error: unknown): string {
  const { driverError, code } = (error ?? {}) as { driverError?: unknown; code?: unknown };
  if (driverError !== undefined) return stateOf(driverError);
  return typeof code === 'string' ? code : '';
}

/** The same for the same members in any order. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(inOrder(value)).digest('base64url');
}

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${inOrder(member)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Keys are good for a day. Returns how many were forgotten. */
export async function forgetKeys(em: EntityManager): Promise<number> {
  const rows: unknown[] = await em.query(
    `with gone as (delete from idempotency_key where created_at < now() - interval '24 hours' returning key)
     select key from gone`,
  );
  return rows.length;
}
