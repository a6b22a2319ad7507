import { Inject, Injectable } from '@nestjs/common';
import { OkaeriError, hostRole, mailboxId } from '@okaeri/contracts';
import type {
  ErrorCode,
  Permission,
  PersonId,
  RecordCategory,
  SeatId,
  SeatRole,
  SeatState,
  Topic,
  VisitId,
} from '@okaeri/contracts';
import { AccessFacts } from './access-facts';
import type { VisitFacts } from './access-facts';
import type { Actor } from './actor';
import { rolesAt } from './care-facts';
import { judgeCare, judgeFile } from './care-rules';
import type { CareAnswer } from './care-rules';
import { noCategories } from './consent';
import { Ledger } from './ledger';
import type { LedgerEntry } from './ledger';
import { judgePlanning } from './planning-rules';
import type { Via } from './session.entity';
import { Strangers } from './strangers';

/** What a question is about; each permission looks at the ids it needs and refuses where they are missing. */
export interface AccessIds {
  visitId?: string;
  /** Of a patient who is looked after; of `notices.watch` on a day or a person: whose. */
  personId?: string;
  episodeId?: string;
  institutionId?: string;
  invitationId?: string;
  fileId?: string;
  noteId?: string;
  /** A person, room or device whose time is asked about. */
  resourceId?: string;
  thingId?: string;
  taskId?: string;
  askId?: string;
  waitlistId?: string;
  glassId?: string;
  /** Of `notices.watch` alone: whose record. */
  recordId?: string;
  /** Of `notices.watch` alone: the demo world's. */
  mailboxId?: string;
}

export interface AccessQuestion {
  actor: Actor | null;
  permission: Permission;
  ids?: AccessIds;
  /** Of `record.read`: the one part that is asked for. Without it, all that is shared. */
  category?: RecordCategory | undefined;
  /** Where it comes from; told only where nobody may be asking. */
  address?: string | undefined;
}

/** A "yes", with what it was found by. */
export interface Granted {
  actor: Actor;
  visitId: VisitId | null;
  patientId: PersonId | null;
  seat: { seatId: SeatId; role: SeatRole; state: SeatState } | null;
  /** What of her record this opens; nothing where it was not asked for. */
  categories: ReadonlySet<RecordCategory>;
}

type Verdict =
  | {
      allowed: true;
      visit: VisitFacts | null;
      patientId: PersonId | null;
      glass?: boolean;
      categories?: ReadonlySet<RecordCategory>;
    }
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
    const { actor, permission } = question;
    const ids = onlyIds(question.ids ?? {});
    const about = subject(question.ids ?? {}, actor);
    if (!actor && !this.strangers.getsRow({ permission, entity: about.entity, via }, question.address)) {
      throw new OkaeriError('sign_in_needed');
    }
    const verdict = await this.#judge(actor, permission, ids, question.category);
    const entry: LedgerEntry = {
      actorId: actor?.personId ?? null,
      permission,
      outcome: verdict.allowed ? 'allowed' : 'refused',
      ...about,
      patientId: verdict.patientId,
      via,
      purpose: verdict.allowed && verdict.glass ? 'BTG' : null,
    };
    if (!verdict.allowed || !options.quiet) await this.ledger.write(entry);
    if (!verdict.allowed || !actor) throw new OkaeriError(verdict.allowed ? 'sign_in_needed' : verdict.code);
    return {
      actor,
      visitId: verdict.visit?.visitId ?? null,
      patientId: verdict.patientId,
      seat: verdict.visit?.seat ?? null,
      categories: verdict.categories ?? noCategories,
    };
  }

  async #judge(
    actor: Actor | null,
    permission: Permission,
    ids: AccessIds,
    category?: RecordCategory,
  ): Promise<Verdict> {
    const known = (visitId: string) => this.facts.visit(visitId, actor?.personId ?? null);
    const visit = ids.visitId ? await known(ids.visitId) : null;
    const patientId = visit?.patientId ?? null;
    const no = (code: ErrorCode = 'not_found'): Verdict => ({ allowed: false, code, patientId });
    const yes = (about: PersonId | null = patientId): Verdict => ({ allowed: true, visit, patientId: about });
    if (!actor) return no('sign_in_needed');
    if (actor.scope && !withinScope(actor.scope, permission, ids)) return no();

    const holds = visit?.entitled ? visit.seat : null;
    const removed = holds?.state === 'removed';
    switch (permission) {
      case 'self.read':
      case 'self.update':
      case 'check.run':
      case 'inbox.read':
      case 'push.write':
      case 'calendar.write':
      case 'feed.write':
        return yes();
      case 'home.read':
        return yes((await this.facts.isPatient(actor.personId)) ? actor.personId : null);
      case 'day.read':
        return (await this.facts.isStaff(actor.personId)) ? yes() : no();
      case 'notices.watch':
        if (ids.visitId) return holds && !removed ? yes() : no();
        return (await this.#mayWatch(actor, ids)) ? yes() : no();
      // A patient who was shown out keeps the page of her own visit: it has the number to call.
      case 'visit.read':
        return holds && (!removed || holds.role === 'patient') ? yes() : no();
      case 'visit.enter':
      case 'visit.leave':
      case 'visit.media':
      case 'visit.sound':
        if (!holds) return no();
        return removed ? no('seat_removed') : yes();
      case 'visit.admit':
      case 'visit.remove':
      case 'visit.end':
        return holds?.role === hostRole && !removed ? yes() : no();
      case 'visit.confirm':
      case 'visit.chat.read':
      case 'visit.chat.write':
        return holds && !removed ? yes() : no();
      case 'visit.moveSelf':
        return holds?.role === 'patient' && !removed ? yes() : no();
      case 'visit.cancel':
        if (holds && !removed && (holds.role === 'patient' || holds.role === hostRole)) return yes();
        return visit?.related ? yes() : no();
      case 'file.read':
      case 'file.write':
      case 'file.remove': {
        const question = { facts: this.facts, actor, permission, ids, visit: null };
        const { allowed, patientId: about, visit: shown, glass } = await judgeFile(question, known);
        return allowed
          ? { allowed, visit: shown, patientId: about, glass: glass ?? false }
          : { allowed, code: 'not_found', patientId: about };
      }
      default: {
        const question = { facts: this.facts, actor, permission, ids, visit, category };
        const answer: CareAnswer | null = (await judgeCare(question)) ?? (await judgePlanning(question));
        if (!answer) return no();
        const { allowed, patientId: about, glass = false, categories = noCategories } = answer;
        return allowed
          ? { allowed, visit, patientId: about, glass, categories }
          : { allowed, code: 'not_found', patientId: about };
      }
    }
  }

  /** Whether somebody may hear that something changed; what it is, she asks for as always. */
  async #mayWatch(actor: Actor, ids: AccessIds): Promise<boolean> {
    const { facts } = this;
    if (ids.mailboxId) return actor.demo && ids.mailboxId === mailboxId;
    if (ids.episodeId) {
      return (await judgeCare({ facts, actor, permission: 'episode.read', ids, visit: null }))?.allowed ?? false;
    }
    if (ids.recordId) {
      const asked = { personId: ids.recordId };
      return (await judgeCare({ facts, actor, permission: 'record.read', ids: asked, visit: null }))?.allowed ?? false;
    }
    if (ids.institutionId) {
      const roles = await rolesAt(facts.em, ids.institutionId, actor.personId);
      return roles !== null && (roles.length > 0 || (await this.facts.isSteward(actor.personId)));
    }
    return ids.personId === actor.personId;
  }
}

/** What is no UUID names nothing. */
function onlyIds(ids: AccessIds): AccessIds {
  return Object.fromEntries(Object.entries(ids).filter(([, id]) => uuid.test(String(id))));
}

/** A visit link opens its visit and nothing else; its own files are looked at when it is known whose they are. */
function withinScope(scope: NonNullable<Actor['scope']>, permission: Permission, ids: AccessIds): boolean {
  switch (permission) {
    case 'self.read':
    case 'self.update':
    case 'check.run':
    case 'file.read':
    case 'file.write':
    case 'file.remove':
      return true;
    case 'visit.move':
    case 'visit.history':
    case 'visit.outcome':
    case 'visit.hold':
    case 'visit.ready':
      return false;
    default:
      if (permission !== 'notices.watch' && permission !== 'note.read' && !permission.startsWith('visit.'))
        return false;
      return ids.visitId === scope.visitId;
  }
}

const entities = [
  ...(['visit', 'episode', 'file', 'note', 'institution', 'invitation'] as const),
  ...(['glass', 'resource', 'thing', 'task', 'ask', 'waitlist'] as const),
] as const;

function subject(ids: AccessIds, actor: Actor | null): Pick<LedgerEntry, 'entity' | 'entityId'> {
  const id = (value: string | undefined) => (value && uuid.test(value) ? value : null);
  for (const entity of entities) {
    const asked = ids[`${entity}Id`];
    if (asked !== undefined) return { entity, entityId: id(asked) };
  }
  return { entity: 'person', entityId: id(ids.personId ?? ids.recordId ?? actor?.personId) };
}

/** What a topic of live notices is asked by. */
export function watchIds(topic: Topic, id: string): AccessIds {
  switch (topic) {
    case 'sound':
    case 'chat':
      return { visitId: id };
    case 'visit':
    case 'episode':
    case 'institution':
    case 'mailbox':
    case 'record':
      return { [`${topic}Id`]: id };
    case 'day':
    case 'person':
    case 'inbox':
      return { personId: id };
  }
}
