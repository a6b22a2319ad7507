import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { hashOf } from '@okaeri/access';
import { OkaeriError, healthLinkAttempts } from '@okaeri/contracts';
import type { HealthLinkForm, PersonId } from '@okaeri/contracts';
import type { Vault } from '@okaeri/platform';
import { now, toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { HealthLinkRow } from './health-link.entity';
import type { HealthLinkId } from './health-link.entity';
import { hashPasscode } from './passcode';
import { writeLink } from './payload';

/** Links that are open at once. */
const most = 50;
/** Of the address and of the key: 256 bits each. */
const secretBytes = 32;

interface Secrets {
  token: string;
  key: string;
}

/** Makes a link. What opens it and what reads it is written to the vault first, and to no table. */
export async function makeLink(
  em: EntityManager,
  vault: Vault,
  { patientId, form }: { patientId: PersonId; form: HealthLinkForm },
): Promise<HealthLinkId> {
  const [open]: { count: number }[] = await em.query(
    'select count(*)::int as count from health_link where patient_id = $1 and ended_at is null and expires_at > $2',
    [patientId, toIso(now())],
  );
  if ((open?.count ?? 0) >= most) throw new OkaeriError('link_most');
  const secret = () => randomBytes(secretBytes).toString('base64url');
  const secrets: Secrets = { token: secret(), key: secret() };
  const id = randomUUID() as string as HealthLinkId;
  await vault.keep({ id, patientId }, Readable.from([Buffer.from(JSON.stringify(secrets))]));
  const { label, categories, days, passcode, direct } = form;
  await em.insert(HealthLinkRow, {
    ...{ id, patientId, label, direct, categories: [...new Set(categories)] },
    tokenHash: hashOf(secrets.token),
    expiresAt: now().add({ hours: days * 24 }),
    passcodeHash: passcode === null ? null : await hashPasscode(passcode),
    attemptsLeft: healthLinkAttempts,
    endedAt: null,
  });
  return id;
}

export async function secretsOf(vault: Vault, linkId: HealthLinkId): Promise<Secrets> {
  const text = (await buffer(await vault.openRead(linkId))).toString('utf8');
  return JSON.parse(text) as Secrets;
}

/** One of this patient that still opens. */
export async function ownLink(em: EntityManager, patientId: PersonId, linkId: string): Promise<HealthLinkRow> {
  const found = await em.findOneBy(HealthLinkRow, { id: linkId as HealthLinkId, patientId });
  if (!found) throw new OkaeriError('not_found');
  return found;
}

/** From now on it answers nobody; what it was read with is destroyed. */
export async function endLink(
  em: EntityManager,
  vault: Vault,
  { patientId, linkId }: { patientId: PersonId; linkId: string },
): Promise<void> {
  const { id, endedAt } = await ownLink(em, patientId, linkId);
  if (endedAt) return;
  await em.update(HealthLinkRow, { id }, { endedAt: now() });
  await vault.remove(id);
}

export type LinkState = 'open' | 'expired' | 'ended' | 'locked';

export function stateOf(link: HealthLinkRow, at: Temporal.Instant): LinkState {
  if (link.endedAt) return 'ended';
  if (link.expiresAt.epochMilliseconds <= at.epochMilliseconds) return 'expired';
  return link.attemptsLeft > 0 ? 'open' : 'locked';
}

/** The link itself, for whoever it is handed to. `base`: how the world reaches this house. */
export async function linkText(vault: Vault, link: HealthLinkRow, base: string): Promise<string> {
  const { token, key } = await secretsOf(vault, link.id);
  return writeLink({
    url: `${base}/api/shl/${token}`,
    exp: Math.floor(link.expiresAt.epochMilliseconds / 1000),
    // What it opens is the record as it is then; in the order of the alphabet.
    flag: link.direct ? 'LU' : link.passcodeHash ? 'LP' : 'L',
    key,
    label: link.label,
    v: 1,
  });
}
