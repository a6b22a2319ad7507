import { randomInt, randomUUID } from 'node:crypto';
import { emit } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { hashOf } from './token';

const goodMinutes = 10;
const triesPerCode = 5;

/** Asks for a code to the person's own address, for one browser. The digits are made when their mail is written. */
export async function askCode(em: EntityManager, visitId: string, personId: string, device: string): Promise<void> {
  const id = randomUUID();
  await em.query(
    `insert into link_code (id, visit_id, person_id, device_hash, expires_at) values ($1, $2, $3, $4, $5)`,
    [id, visitId, personId, device, toIso(now().add({ minutes: goodMinutes }))],
  );
  await emit(em, 'link.codeAsked', { codeId: id });
}

/** Six digits for a mail that is being written; codes of an earlier try of the same mail stay good. */
export async function makeCode(em: EntityManager, codeId: string): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await em.query('update link_code set code_hashes = array_append(code_hashes, $2) where id = $1', [
    codeId,
    hashOf(`${codeId} ${code}`),
  ]);
  return code;
}

export type CodeAnswer = 'right' | 'wrong' | 'expired';

/**
 * Tries a code from the browser that asked for it. Call it in a transaction that commits whatever the answer is: a wrong
 * try that is rolled back was never counted.
 */
export async function tryCode(
  em: EntityManager,
  input: { visitId: string; personId: string; device: string; code: string },
): Promise<CodeAnswer> {
  const { visitId, personId, device, code } = input;
  const rows: { id: string; hashes: string[]; wrong: number }[] = await em.query(
    `select id, code_hashes as hashes, wrong from link_code
      where visit_id = $1 and person_id = $2 and device_hash = $3 and used_at is null and expires_at > $4
      order by created_at desc limit 1 for update`,
    [visitId, personId, device, toIso(now())],
  );
  const [asked] = rows;
  if (!asked || asked.wrong >= triesPerCode) return 'expired';
  if (!asked.hashes.includes(hashOf(`${asked.id} ${code}`))) {
    await em.query('update link_code set wrong = wrong + 1 where id = $1', [asked.id]);
    return 'wrong';
  }
  await em.query('update link_code set used_at = now() where id = $1', [asked.id]);
  return 'right';
}
