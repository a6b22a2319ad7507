import { hostRole } from '@okaeri/contracts';
import type { Permission, PersonId, RecordCategory, StaffRole } from '@okaeri/contracts';
import type { EntityManager } from 'typeorm';
import type { AccessIds } from './access-control';
import type { AccessFacts, VisitFacts } from './access-facts';
import type { Actor } from './actor';
import { allCategories, categoriesFor, standingOf } from './consent';
import type { Standing } from './consent';
import {
  episodeFacts,
  episodesOf,
  filePlace,
  glassPlace,
  invitationPlace,
  rolesAnywhere,
  rolesAt,
  rolesTowards,
  visitPlace,
} from './care-facts';
import type { EpisodeAsker, EpisodeFacts } from './care-facts';

/** Interpreters and guests see what was shown for a day more. */
const readingHours = 24;

/** Of those who arrange a patient's care. */
export const looksAfter = (roles: readonly StaffRole[] | null | undefined): boolean =>
  roles?.some((role) => role === 'coordinator' || role === 'administrator') ?? false;

export interface CareQuestion {
  facts: AccessFacts;
  actor: Actor;
  permission: Permission;
  ids: AccessIds;
  visit: VisitFacts | null;
  /** The part of a record that is asked for; all that is shared where none is named. */
  category?: RecordCategory | undefined;
}

/** Yes or no, and whose patient data it is about. */
export interface CareAnswer {
  allowed: boolean;
  patientId: PersonId | null;
  /** Only because of an emergency. */
  glass?: boolean;
  /** What of the record it opens. */
  categories?: ReadonlySet<RecordCategory>;
}

const no: CareAnswer = { allowed: false, patientId: null };

/** Around the visit: institutions, registration, episodes, files, notes and threads. `null`: not a question of these. */
export async function judgeCare(question: CareQuestion): Promise<CareAnswer | null> {
  const { facts, actor, permission, ids, visit } = question;
  const { em } = facts;
  const me = actor.personId;
  const steward = async () => (await rolesAnywhere(em, me)).steward;
  switch (permission) {
    case 'institution.create':
      return { allowed: await steward(), patientId: null };
    case 'institution.update':
    case 'institution.people':
    case 'institution.people.end':
    case 'institution.invite':
      return { allowed: await ofInstitution(question, steward), patientId: null };
    case 'patient.register':
      return ids.institutionId
        ? { allowed: looksAfter(await rolesAt(em, ids.institutionId, me)), patientId: null }
        : no;
    case 'board.read':
      return { allowed: looksAfter((await rolesAnywhere(em, me)).roles), patientId: null };
    case 'patient.update':
    case 'patient.merge': {
      const roles = ids.personId ? await rolesTowards(em, ids.personId, me) : null;
      return { allowed: looksAfter(roles), patientId: roles ? (ids.personId as PersonId) : null };
    }
    case 'glass.break':
      return {
        allowed: ids.institutionId
          ? ((await rolesAt(em, ids.institutionId, me))?.includes('physician') ?? false)
          : false,
        patientId: null,
      };
    case 'glass.read':
      return {
        allowed: ids.institutionId ? looksAfter(await rolesAt(em, ids.institutionId, me)) : false,
        patientId: null,
      };
    case 'glass.review': {
      const place = ids.glassId ? await glassPlace(em, ids.glassId) : null;
      if (!place) return no;
      // Nobody answers for herself.
      const other = place.personId !== me && looksAfter(await rolesAt(em, place.institutionId, me));
      return { allowed: other, patientId: place.patientId };
    }
    case 'ledger.read': {
      const roles = ids.personId ? await rolesTowards(em, ids.personId, me) : null;
      return {
        allowed: roles !== null && (ids.personId === me || looksAfter(roles)),
        patientId: roles ? (ids.personId as PersonId) : null,
      };
    }
    case 'record.read':
    case 'record.add':
    case 'record.take':
    case 'share.ask':
      return ofRecord(question);
    case 'share.read':
    case 'share.write':
      // Hers alone to say, as long as she has one.
      return (await facts.isPatient(me)) ? { allowed: true, patientId: me } : no;
    case 'episode.read':
    case 'episode.book':
    case 'thread.read':
    case 'thread.write':
      return ofEpisode(question, ids.episodeId);
    case 'visit.move':
    case 'visit.history':
    case 'visit.outcome':
    case 'visit.wait':
    case 'visit.quality':
    case 'visit.questions':
    case 'visit.questions.write':
    case 'visit.questions.answer':
    case 'visit.files.add':
    case 'note.read':
    case 'note.write':
    case 'note.sign':
      return visit ? ofVisit(question, visit) : no;
    default:
      return null;
  }
}

async function ofInstitution(
  { facts: { em }, actor, permission, ids }: CareQuestion,
  steward: () => Promise<boolean>,
): Promise<boolean> {
  const invitation = ids.invitationId ? await invitationPlace(em, ids.invitationId) : null;
  if (ids.invitationId && !invitation) return false;
  const institutionId = invitation ? invitation.institutionId : ids.institutionId;
  if (!institutionId) return permission === 'institution.invite' && invitation !== null && (await steward());
  const roles = await rolesAt(em, institutionId, actor.personId);
  if (!roles) return false;
  if (roles.includes('administrator') || (await steward())) return true;
  if (!roles.includes('coordinator')) return false;
  // Coordinators find interpreters for their patients; who else works here is not theirs to decide.
  if (permission === 'institution.invite') return !invitation || invitation.role === 'interpreter';
  return permission === 'institution.people';
}

async function ofEpisode(
  { facts, actor, permission }: CareQuestion,
  episodeId: string | undefined,
): Promise<CareAnswer> {
  const episode = episodeId ? await facts.episode(episodeId, actor.personId) : null;
  if (!episode) return no;
  const { patientId, roles, team, glass } = episode;
  const patient = patientId === actor.personId;
  const allowed = permission === 'episode.book' ? looksAfter(roles) : patient || looksAfter(roles) || team;
  return allowed || permission !== 'episode.read' ? { allowed, patientId } : inEmergency(glass, patientId);
}

/**
 * Hers; of those who treat her or arrange her care, as far as she shares it with them; and of whom else she gave it to. Whoever is
 * nobody's patient has none.
 */
async function ofRecord(question: CareQuestion): Promise<CareAnswer> {
  const { facts, actor, permission, ids, category } = question;
  if (!ids.personId) return no;
  const asked = (await episodesOf(facts.em, ids.personId)).map((episodeId) => facts.episode(episodeId, actor.personId));
  const episodes = (await Promise.all(asked)).filter((episode) => episode !== null);
  if (episodes.length === 0) return no;
  const patientId = ids.personId as PersonId;
  const hers = patientId === actor.personId;
  const standing = standingOf(patientId, actor.personId, episodes);
  if (permission === 'share.ask') return { allowed: standing.treats, patientId };
  // All that is kept, whoever wrote it: hers alone.
  if (permission === 'record.take') return { allowed: hers, patientId, categories: allCategories };
  if (permission !== 'record.read') return { allowed: hers || standing.treats, patientId, categories: allCategories };
  const categories = await categoriesFor(facts.em, standing);
  const whole = categories.size === allCategories.size;
  const some = category ? categories.has(category) : hers || standing.treats || categories.size > 0;
  if (some && (whole || !episodes.some(({ glass }) => glass))) return { allowed: true, patientId, categories };
  if (!episodes.some(({ glass }) => glass)) return { allowed: false, patientId };
  const opened = new Set([...categories, ...(await openInEmergency(facts.em, standing))]);
  return { allowed: !category || opened.has(category), patientId, glass: true, categories: opened };
}

/** All of it, unless the patient has said otherwise for that case too: who breaks the glass treats her. */
const openInEmergency = (em: EntityManager, standing: Standing): Promise<ReadonlySet<RecordCategory>> =>
  categoriesFor(em, { ...standing, treats: true, implied: [...allCategories] }, 'ETREAT');

/** To read, and nothing else. */
const inEmergency = (glass: boolean, patientId: PersonId): CareAnswer => ({ allowed: glass, patientId, glass });

/** The same about a part of the record that hangs on a treatment. */
async function mayReadInEmergency(
  em: EntityManager,
  episode: EpisodeFacts,
  personId: PersonId,
  category: RecordCategory,
): Promise<boolean> {
  const standing = standingOf(episode.patientId, personId, [episode]);
  return episode.glass && (await openInEmergency(em, standing)).has(category);
}

/** Besides those who look after the patient. */
const ofHostToo: readonly Permission[] = [
  ...(['visit.outcome', 'visit.wait', 'visit.quality', 'visit.questions', 'visit.questions.answer'] as const),
];

async function ofVisit({ facts, actor, permission }: CareQuestion, visit: VisitFacts): Promise<CareAnswer> {
  const { patientId } = visit;
  const seat = visit.entitled && visit.seat?.state !== 'removed' ? visit.seat : null;
  const host = seat?.role === hostRole;
  const answer = (allowed: boolean): CareAnswer => ({ allowed, patientId });
  if (permission === 'note.write' || permission === 'note.sign') return answer(host);
  // In her own words, and in nobody else's.
  if (permission === 'visit.questions.write') return answer(seat?.role === 'patient');
  if (host && ofHostToo.includes(permission)) return answer(true);
  const place = await visitPlace(facts.em, visit.visitId);
  const episode = place && (await facts.episode(place.episodeId, actor.personId));
  if (!place || !episode) return no;
  const { roles, team } = episode;
  const opened = (category: RecordCategory) => mayReadInEmergency(facts.em, episode, actor.personId, category);
  // Where physicians confer without her, what they show each other is no part of what she reads.
  const patient = patientId === actor.personId && visit.seat !== null;
  switch (permission) {
    case 'note.read': {
      // Who wrote it reads it.
      if (patient || host) return answer(true);
      const reads = (team || looksAfter(roles)) && (await mayRead(facts.em, episode, actor.personId, 'notes'));
      return reads ? answer(true) : inEmergency(await opened('notes'), patientId);
    }
    case 'file.read':
      return inEmergency(await opened('documents'), patientId);
    case 'visit.questions':
      return answer(patient || team || looksAfter(roles));
    case 'visit.questions.answer':
      return answer(team);
    case 'visit.files.add': {
      if (patient || team || host) return answer(true);
      const late = place.overForHours !== null && place.overForHours > readingHours;
      return answer(seat !== null && !late);
    }
    default:
      return answer(looksAfter(roles));
  }
}

/**
 * Whether what was recorded in a visit is for her too, whom its files are shown to: what is said in the room is not heard
 * by who still waits outside it, unless it is her own care or that of those who treat her.
 */
export async function mayHear(em: EntityManager, visitId: string, personId: PersonId): Promise<boolean> {
  const rows: { episodeId: string; entered: boolean }[] = await em.query(
    `select v.episode_id as "episodeId", exists (select from seat s
              where s.visit_id = v.id and s.person_id = $2 and s.admitted_at is not null) as entered
       from visit v where v.id = $1`,
    [visitId, personId],
  );
  const [row] = rows;
  if (!row || row.entered) return row?.entered ?? false;
  const [episode] = (await episodeFacts(em, [{ episodeId: row.episodeId, personId }])).values();
  return episode !== undefined && (episode.patientId === personId || episode.team || looksAfter(episode.roles));
}

/** What hangs on a treatment is shown to those in its visits, and to those who treat, unless the patient says something else. */
async function mayRead(
  em: EntityManager,
  episode: EpisodeFacts,
  personId: PersonId,
  category: RecordCategory,
): Promise<boolean> {
  const standing = standingOf(episode.patientId, personId, [episode]);
  const implied = standing.treats ? standing.implied : (['documents', 'notes'] as const);
  return (await categoriesFor(em, { ...standing, implied })).has(category);
}

/** Whether the patient of an episode shares this with somebody who has a part in it. */
export async function isSharedIn(
  em: EntityManager,
  { episodeId, personId }: EpisodeAsker,
  category: RecordCategory,
): Promise<boolean> {
  const [episode] = (await episodeFacts(em, [{ episodeId, personId }])).values();
  if (episode === undefined) return false;
  return (
    (await mayRead(em, episode, personId, category)) || (await mayReadInEmergency(em, episode, personId, category))
  );
}

/** Files are asked for by their own id; what counts is how the asker stands to the visit that they were shown in. */
export async function judgeFile(
  question: CareQuestion,
  visitOf: (visitId: string) => Promise<VisitFacts | null>,
): Promise<CareAnswer & { visit: VisitFacts | null }> {
  const { facts, actor, permission, ids } = question;
  const file = ids.fileId ? await filePlace(facts.em, ids.fileId) : null;
  const visit = file && (await visitOf(file.visitId));
  if (!file || !visit) return { ...no, visit: null };
  if (actor.scope && actor.scope.visitId !== file.visitId) return { allowed: false, patientId: visit.patientId, visit };
  const own = file.byId === actor.personId;
  const takesPart = await ofVisit({ ...question, permission: 'visit.files.add' }, visit);
  const kept = permission === 'file.read' && takesPart.allowed && !own && !file.recorded;
  const episode = kept ? await facts.episode(file.episodeId, actor.personId) : null;
  const shared = !episode || (await mayRead(facts.em, episode, actor.personId, 'documents'));
  const glass = !shared && (await mayReadInEmergency(facts.em, episode, actor.personId, 'documents'));
  if (permission === 'file.read' && !takesPart.allowed && !file.recorded) {
    return { ...(await ofVisit(question, visit)), visit };
  }
  const host = visit.entitled && visit.seat?.role === hostRole && visit.seat.state !== 'removed';
  const allowed =
    permission === 'file.write'
      ? takesPart.allowed && own && file.receiving
      : permission === 'file.remove'
        ? host || (own && takesPart.allowed)
        : takesPart.allowed &&
          (shared || glass) &&
          (!file.recorded || own || (await mayHear(facts.em, file.visitId, actor.personId)));
  return { allowed, patientId: visit.patientId, visit, glass };
}
