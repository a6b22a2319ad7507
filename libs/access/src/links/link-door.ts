import { Inject, Injectable } from '@nestjs/common';
import { OkaeriError, linkLetters } from '@okaeri/contracts';
import type { LinkState, PersonId, VisitId } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor';
import { Ledger } from '../ledger';
import type { LedgerEntry } from '../ledger';
import { Sessions } from '../sessions';
import { countRate, requireRate, takeRate } from '../sign-in/rate';
import { Strangers } from '../strangers';
import { askCode, tryCode } from './codes';
import { addDevice, deviceHash, deviceOf, isKnownDevice, newDevice, takeDevice } from './devices';
import { readLink, stateOf } from './look';
import type { KnownLink } from './look';
import { accept } from './redeem';

/** Who stands at the door with a link. */
export interface Caller {
  actor: Actor | null;
  cookies: string | undefined;
  userAgent: string | undefined;
  address: string | undefined;
  /** Limits of a test run. */
  wide: boolean;
}

export interface Seen {
  link: KnownLink;
  state: LinkState;
  signedInAs: 'same' | 'other' | null;
}

export interface LetIn {
  link: KnownLink;
  /** Null where she was signed in as herself already. */
  session: { token: string; seconds: number } | null;
  /** A new browser; null for one that is known. */
  device: string | null;
}

/** Lets people in by links. Looking changes nothing; whatever it answers, the ledger has a row. */
@Injectable()
export class LinkDoor {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Strangers) private readonly strangers: Strangers,
  ) {}

  async look(token: string, caller: Caller): Promise<Seen> {
    const link = await this.#known(this.db.manager, token, caller, false);
    await this.ledger.write(rowOf(link, caller, 'allowed'));
    const state = stateOf(link);
    const others = state === 'ready' && (await this.#needsCode(link, caller));
    return { link, state: others ? 'confirm' : state, signedInAs: standing(link, caller) };
  }

  async redeem(token: string, caller: Caller): Promise<LetIn> {
    const { linkId } = await this.#known(this.db.manager, token, caller, false);
    await takeRate(this.db.manager, { limit: 'redeemOfLink', of: linkId, wide: caller.wide });
    return this.#within(token, caller, async (em, link) => {
      const { visit } = link;
      if (!visit) {
        await accept(em, link);
        return this.#open(em, link, caller, null);
      }
      if (standing(link, caller) === 'same' && mayStay(caller.actor, visit.visitId)) {
        return { link, session: null, device: null };
      }
      const known = deviceOf(caller.cookies);
      const device = known ?? newDevice();
      const hash = deviceHash(device) ?? '';
      if (!(await takeDevice(em, visit.visitId, link.personId, hash))) throw new OkaeriError('link_confirm');
      return this.#open(em, link, caller, known ? null : device, { visitId: visit.visitId, hash });
    });
  }

  /** Sends a code to the person's own address, for the browser that asks. Answers with that browser's new name, if any. */
  async askCode(token: string, caller: Caller): Promise<{ device: string | null }> {
    const link = await this.#known(this.db.manager, token, caller, false);
    const known = deviceOf(caller.cookies);
    const device = known ?? newDevice();
    if (stateOf(link) !== 'ready' || !link.visit) throw refusalOf(link);
    const { visitId } = link.visit;
    await takeRate(this.db.manager, { limit: 'codeOfPerson', of: `${link.personId} ${visitId}`, wide: caller.wide });
    await this.db.inTransaction((em) => askCode(em, visitId, link.personId, deviceHash(device) ?? ''));
    return { device: known ? null : device };
  }

  async confirm(token: string, code: string, caller: Caller): Promise<LetIn> {
    const link = await this.#known(this.db.manager, token, caller, false);
    if (stateOf(link) !== 'ready' || !link.visit) throw refusalOf(link);
    const { personId } = link;
    const { visitId } = link.visit;
    const device = deviceHash(deviceOf(caller.cookies)) ?? '';
    const wrong = { limit: 'wrongCodeOfPerson', of: personId, wide: caller.wide } as const;
    // Before it is looked at: beyond the limit not even the right one is.
    await requireRate(this.db.manager, wrong);
    const answer = await this.db.inTransaction((em) => tryCode(em, { visitId, personId, device, code }));
    if (answer !== 'right') {
      await this.ledger.write(rowOf(link, caller, 'refused'));
      await countRate(this.db.manager, wrong);
      throw new OkaeriError(answer === 'wrong' ? 'code_wrong' : 'code_expired');
    }
    return this.#within(token, caller, async (em, held) => {
      await addDevice(em, visitId, personId, device);
      return this.#open(em, held, caller, null, { visitId, hash: device });
    });
  }

  /** Holds the link, so that of two who use it at once one comes second. */
  async #within(
    token: string,
    caller: Caller,
    work: (em: EntityManager, link: KnownLink) => Promise<LetIn>,
  ): Promise<LetIn> {
    const link = await this.#known(this.db.manager, token, caller, false);
    try {
      const letIn = await this.db.inTransaction(async (em) => {
        const held = await this.#known(em, token, caller, true);
        if (stateOf(held) !== 'ready') throw refusalOf(held);
        await em.query('update access_link set used_at = coalesce(used_at, now()) where id = $1', [held.linkId]);
        return work(em, held);
      });
      await this.ledger.write(rowOf(link, caller, 'allowed'));
      return letIn;
    } catch (error) {
      await this.ledger.write(rowOf(link, caller, 'refused'));
      throw error;
    }
  }

  async #open(
    em: EntityManager,
    link: KnownLink,
    caller: Caller,
    device: string | null,
    scope?: { visitId: VisitId; hash: string },
  ): Promise<LetIn> {
    const session = await this.sessions.openIn(em, {
      personId: link.personId,
      userAgent: caller.userAgent,
      replacing: caller.cookies,
      scopeVisitId: scope?.visitId ?? null,
      deviceHash: scope?.hash ?? deviceHash(deviceOf(caller.cookies)),
    });
    return { link, session, device };
  }

  async #needsCode(link: KnownLink, caller: Caller): Promise<boolean> {
    const { visit, personId } = link;
    if (!visit || (standing(link, caller) === 'same' && mayStay(caller.actor, visit.visitId))) return false;
    if (await isKnownDevice(this.db.manager, visit.visitId, personId, deviceHash(deviceOf(caller.cookies))))
      return false;
    const rows: unknown[] = await this.db.manager.query(
      'select 1 from link_device where visit_id = $1 and person_id = $2 limit 1',
      [visit.visitId, personId],
    );
    return rows.length > 0;
  }

  async #known(em: EntityManager, token: string, caller: Caller, lock: boolean): Promise<KnownLink> {
    const link = await readLink(em, token, { lock });
    if (link) return link;
    const entity = token.startsWith(linkLetters.visit) ? 'visit' : 'person';
    const like = { permission: 'self.read', entity, via: 'link' } as const;
    if (this.strangers.getsRow(like, caller.address)) {
      await this.ledger.write({ ...like, actorId: null, entityId: null, patientId: null, outcome: 'refused' });
    }
    const from = { limit: 'unknownTokenFromAddress', of: caller.address ?? '', wide: caller.wide } as const;
    await takeRate(this.db.manager, from);
    throw new OkaeriError('link_unknown');
  }
}

function standing(link: KnownLink, { actor }: Caller): Seen['signedInAs'] {
  if (!actor) return null;
  return actor.personId === link.personId ? 'same' : 'other';
}

/** Whether a session that is open reaches this visit already. */
const mayStay = (actor: Actor | null, visitId: VisitId): boolean =>
  actor !== null && (actor.scope === null || actor.scope.visitId === visitId);

/** Why a link does not open. */
function refusalOf(link: KnownLink): OkaeriError {
  switch (stateOf(link)) {
    case 'cancelled':
      return new OkaeriError('visit_cancelled');
    case 'ended':
      return new OkaeriError(link.invitation ? 'invitation_withdrawn' : 'link_ended');
    case 'used':
      return new OkaeriError('link_used');
    default:
      return new OkaeriError('link_expired');
  }
}

function rowOf(link: KnownLink, { actor }: Caller, outcome: LedgerEntry['outcome']): LedgerEntry {
  const { visit, personId } = link;
  const own: Pick<LedgerEntry, 'entity' | 'entityId' | 'patientId'> = visit
    ? { entity: 'visit', entityId: visit.visitId, patientId: visit.patientId }
    : { entity: 'person', entityId: personId, patientId: null };
  // Who holds the link is not proven until it is redeemed; whose it is, is.
  const actorId: PersonId | null = actor?.personId ?? personId;
  return { actorId, permission: visit ? 'visit.read' : 'self.read', outcome, via: 'link', ...own };
}
