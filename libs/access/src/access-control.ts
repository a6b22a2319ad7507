import { Inject, Injectable } from '@nestjs/common';
import { OkaeriError, hostRole } from '@okaeri/contracts';
import type { ErrorCode, Permission, PersonId, SeatId, SeatRole, SeatState, VisitId } from '@okaeri/contracts';
import { AccessFacts } from './access-facts';
import type { VisitFacts } from './access-facts';
import type { Actor } from './actor';
import { Ledger } from './ledger';
import type { LedgerEntry } from './ledger';
import type { Via } from './session.entity';
import { Strangers } from './strangers';

/** What a question is about; each permission looks at the ids it needs and refuses where they are missing. */
export interface AccessIds {
  visitId?: string;
  /** Of `notices.watch` on a day: whose. */
  personId?: string;
}

export interface AccessQuestion {
  actor: Actor | null;
  permission: Permission;
  ids?: AccessIds;
  /** Where it comes from; told only where nobody may be asking. */
  address?: string | undefined;
}

/** A "yes", with what it was found by. */
export interface Granted {
  actor: Actor;
  visitId: VisitId | null;
  patientId: PersonId | null;
  seat: { seatId: SeatId; role: SeatRole; state: SeatState } | null;
}

type Verdict =
  | { allowed: true; visit: VisitFacts | null; patientId: PersonId | null }
  | { allowed: false; code: ErrorCode; patientId: PersonId | null };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The one place where it is decided who may do what. */
@Injectable()
export class AccessControl {
  constructor(
    @Inject(AccessFacts) private readonly facts: AccessFacts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Strangers) private readonly strangers: Strangers,
  ) {}

  /**
   * Answers with what was found, or throws: `sign_in_needed` for nobody known, `not_found` for what does not exist and
   * for what is none of the asker's business alike. Every answer leaves a ledger row; `quiet` leaves out an allowed one
   * that only repeats a row of the same connection, and a flood of nobody's is counted. Ask before opening a transaction: this uses connections of its own.
   */
  async requireAccess(question: AccessQuestion, via: Via, options: { quiet?: boolean } = {}): Promise<Granted> {
    const { actor, permission, ids = {} } = question;
    const about = subject(ids, actor);
    if (!actor && !this.strangers.getsRow({ permission, entity: about.entity, via }, question.address)) {
      throw new OkaeriError('sign_in_needed');
    }
    const verdict = await this.#judge(actor, permission, ids);
    const entry: LedgerEntry = {
      actorId: actor?.personId ?? null,
      permission,
      outcome: verdict.allowed ? 'allowed' : 'refused',
      ...about,
      patientId: verdict.patientId,
      via,
    };
    if (!verdict.allowed || !options.quiet) await this.ledger.write(entry);
    if (!verdict.allowed || !actor) throw new OkaeriError(verdict.allowed ? 'sign_in_needed' : verdict.code);
    return {
      actor,
      visitId: verdict.visit?.visitId ?? null,
      patientId: verdict.patientId,
      seat: verdict.visit?.seat ?? null,
    };
  }

  async #judge(actor: Actor | null, permission: Permission, ids: AccessIds): Promise<Verdict> {
    const visit =
      ids.visitId && uuid.test(ids.visitId) ? await this.facts.visit(ids.visitId, actor?.personId ?? null) : null;
    const patientId = visit?.patientId ?? null;
    const no = (code: ErrorCode = 'not_found'): Verdict => ({ allowed: false, code, patientId });
    const yes = (about: PersonId | null = patientId): Verdict => ({ allowed: true, visit, patientId: about });
    if (!actor) return no('sign_in_needed');

    const holds = visit?.entitled ? visit.seat : null;
    const removed = holds?.state === 'removed';
    switch (permission) {
      case 'self.read':
      case 'self.update':
      case 'check.run':
        return yes();
      case 'home.read':
        return yes((await this.facts.isPatient(actor.personId)) ? actor.personId : null);
      case 'day.read':
        return (await this.facts.isStaff(actor.personId)) ? yes() : no();
      case 'notices.watch':
        if (ids.visitId) return holds && !removed ? yes() : no();
        return ids.personId === actor.personId ? yes() : no();
      // A patient who was shown out keeps the page of her own visit: it has the number to call.
      case 'visit.read':
        return holds && (!removed || holds.role === 'patient') ? yes() : no();
      case 'visit.enter':
      case 'visit.leave':
      case 'visit.media':
        if (!holds) return no();
        return removed ? no('seat_removed') : yes();
      case 'visit.admit':
      case 'visit.remove':
      case 'visit.end':
        return holds?.role === hostRole && !removed ? yes() : no();
      case 'visit.cancel':
        if (holds && !removed && (holds.role === 'patient' || holds.role === hostRole)) return yes();
        return visit?.related ? yes() : no();
      default:
        return no();
    }
  }
}

function subject(ids: AccessIds, actor: Actor | null): Pick<LedgerEntry, 'entity' | 'entityId'> {
  if (ids.visitId) return { entity: 'visit', entityId: uuid.test(ids.visitId) ? ids.visitId : null };
  const personId = ids.personId ?? actor?.personId ?? null;
  return { entity: 'person', entityId: personId && uuid.test(personId) ? personId : null };
}
