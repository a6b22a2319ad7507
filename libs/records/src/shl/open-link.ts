import { randomBytes } from 'node:crypto';
import { hashOf } from '@okaeri/access';
import type { Ledger } from '@okaeri/access';
import type { RecordGrant } from '@okaeri/chart';
import { now, toIso } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { HealthLinkFile, HealthLinkOpening, HealthLinkRow } from './health-link.entity';
import type { PlacedKind } from './health-link.entity';
import { isPasscode } from './passcode';
import { stateOf } from './make-link';

/** For so long a file of a link waits where it was said to be. */
const fileMinutes = 15;

export type Opened = { link: HealthLinkRow } | { attemptsLeft: number };

interface Knock {
  token: string;
  recipient: string | null;
  passcode: string | undefined;
  /** Asked by one GET, as only a link may be that says so of itself. */
  direct: boolean;
}

/**
 * Lets somebody in by a link, or says how many passcodes are left. `null` for a link that is not there, has ended, or has met too many
 * wrong ones: they look alike.
 */
export async function openLink(em: EntityManager, ledger: Ledger, knock: Knock): Promise<Opened | null> {
  const link = await em.findOneBy(HealthLinkRow, { tokenHash: hashOf(knock.token) });
  if (!link || stateOf(link, now()) !== 'open' || (knock.direct && !link.direct)) return null;
  const { passcodeHash } = link;
  // Who gave none has guessed nothing.
  if (passcodeHash !== null && knock.passcode === undefined) return { attemptsLeft: link.attemptsLeft };
  const right = passcodeHash === null || (await isPasscode(passcodeHash, knock.passcode ?? ''));
  const left = await take(em, link, right);
  if (left === null) return null;
  await tell(em, ledger, link, { recipient: knock.recipient, opened: right });
  return right ? { link } : { attemptsLeft: left };
}

/**
 * This statement alone decides: it holds the row, so that of a thousand guesses at once only as many are looked at as are left, the
 * right one among them.
 */
async function take(em: EntityManager, { id }: HealthLinkRow, right: boolean): Promise<number | null> {
  const [rows]: [{ left: number }[], number] = await em.query(
    `update health_link set attempts_left = attempts_left - case when $2 then 0 else 1 end
      where id = $1 and attempts_left > 0 and ended_at is null and expires_at > $3
      returning attempts_left as left`,
    [id, right, toIso(now())],
  );
  return rows[0]?.left ?? null;
}

/** Written before anything is handed out. */
async function tell(
  em: EntityManager,
  ledger: Ledger,
  { id, patientId }: HealthLinkRow,
  { recipient, opened }: { recipient: string | null; opened: boolean },
): Promise<void> {
  await ledger.write({
    ...{ actorId: null, permission: 'link.open', outcome: opened ? 'allowed' : 'refused', via: 'link' },
    ...{ entity: 'link', entityId: id, patientId },
  });
  await em.insert(HealthLinkOpening, { linkId: id, recipient, opened, at: now() });
}

/** What is to be had at a place. */
export interface Placed {
  what: PlacedKind;
  itemId?: string;
  at?: number;
  plain?: boolean;
}

/** A place for each: sealed it can be had once, as it is until its time is over. Answers their secrets, in this order. */
export async function placeFiles(em: EntityManager, link: HealthLinkRow, files: readonly Placed[]): Promise<string[]> {
  await em.query('delete from health_link_file where link_id = $1 and expires_at < $2', [
    link.id,
    toIso(now().subtract({ hours: 24 })),
  ]);
  const expiresAt = now().add({ minutes: fileMinutes });
  const tokens = files.map(() => randomBytes(32).toString('base64url'));
  const rows = files.map(({ what, itemId = null, at = 0, plain = false }, nth) => ({
    ...{ tokenHash: hashOf(tokens[nth] ?? ''), linkId: link.id, expiresAt, usedAt: null },
    ...{ what, itemId, at, plain },
  }));
  if (rows.length > 0) await em.insert(HealthLinkFile, rows);
  return tokens;
}

export interface Taken extends Required<Pick<HealthLinkFile, 'what' | 'itemId' | 'at'>> {
  link: HealthLinkRow;
}

/** `null` for a place that is not there, was used, or has had its time. */
export async function takePlaced(
  em: EntityManager,
  ledger: Ledger,
  { token, plain }: { token: string; plain: boolean },
): Promise<Taken | null> {
  const at = now();
  const [rows]: [({ id: HealthLinkRow['id'] } & Omit<Taken, 'link'>)[], number] = await em.query(
    `update health_link_file set used_at = $2
      where token_hash = $1 and plain = $3 and (plain or used_at is null) and expires_at > $2
      returning link_id as id, what, item_id as "itemId", at`,
    [hashOf(token), toIso(at), plain],
  );
  const [row] = rows;
  const link = row && (await em.findOneBy(HealthLinkRow, { id: row.id }));
  if (!link || stateOf(link, at) !== 'open') return null;
  await ledger.write({
    ...{ actorId: null, permission: 'link.open', outcome: 'allowed', via: 'link' },
    ...{ entity: 'link', entityId: link.id, patientId: link.patientId },
  });
  return { link, what: row.what, itemId: row.itemId, at: row.at };
}

/** What a link opens of a record: what its maker chose. */
export const grantOf = ({ patientId, categories }: HealthLinkRow): RecordGrant => ({
  patientId,
  categories: new Set(categories),
});
