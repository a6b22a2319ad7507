import type { PersonId } from '@okaeri/contracts';
import { rolesAnywhere, rolesAt, visitPlace } from './care-facts';
import { looksAfter } from './care-rules';
import type { CareAnswer, CareQuestion } from './care-rules';
import { askFacts, mayChooseOwn, resourceFacts, taskFacts, waitlistEpisode } from './planning-facts';

const no: CareAnswer = { allowed: false, patientId: null };

/** Whose time is planned, by whom, and what a visit still needs. `null`: not a question of these. */
export async function judgePlanning(question: CareQuestion): Promise<CareAnswer | null> {
  const { facts, actor, permission, ids } = question;
  const { em } = facts;
  const me = actor.personId;
  switch (permission) {
    case 'availability.read':
    case 'availability.write':
      return ofResource(question);
    case 'slots.find':
    case 'series.book':
    case 'allowance.write':
      return forCoordinator(question, ids.episodeId);
    case 'waitlist.write':
      return forCoordinator(
        question,
        ids.waitlistId ? ((await waitlistEpisode(em, ids.waitlistId)) ?? undefined) : ids.episodeId,
      );
    case 'waitlist.answer': {
      const episodeId = ids.waitlistId ? await waitlistEpisode(em, ids.waitlistId) : null;
      const episode = episodeId ? await facts.episode(episodeId, me) : null;
      return episode ? { allowed: episode.patientId === me, patientId: episode.patientId } : no;
    }
    case 'visit.hold':
      return ids.visitId ? ofVisit(question, false) : forCoordinator(question, ids.episodeId);
    case 'slots.own':
    case 'visit.bookSelf': {
      const episode = ids.episodeId ? await facts.episode(ids.episodeId, me) : null;
      if (!episode) return no;
      const { patientId, episodeId } = episode;
      return { allowed: patientId === me && (await mayChooseOwn(em, episodeId)), patientId };
    }
    case 'visit.ready':
      return ofVisit(question, true);
    case 'task.write':
    case 'task.done':
      return ids.taskId ? ofTask(question, ids.taskId) : ofVisit(question, true);
    case 'ready.read':
    case 'clocks.read':
    case 'clocks.decide':
    case 'statistics.read':
      return { allowed: looksAfter((await rolesAnywhere(em, me)).roles), patientId: null };
    case 'ask.answer': {
      const ask = ids.askId ? await askFacts(em, ids.askId) : null;
      return ask ? { allowed: ask.personId === me && ask.interprets, patientId: ask.patientId } : no;
    }
    default:
      return null;
  }
}

/** One's own time; that of the people and things of an institution, and of its patients, for those who arrange it there. */
async function ofResource({ facts: { em }, actor, ids }: CareQuestion): Promise<CareAnswer> {
  if (ids.institutionId) {
    return { allowed: looksAfter(await rolesAt(em, ids.institutionId, actor.personId)), patientId: null };
  }
  const resourceId = ids.resourceId ?? ids.thingId ?? ids.personId;
  const resource = resourceId ? await resourceFacts(em, resourceId, actor.personId) : null;
  if (!resourceId || !resource) return no;
  return {
    allowed: resourceId === actor.personId || looksAfter(resource.roles),
    patientId: resource.isPatient ? (resourceId as PersonId) : null,
  };
}

async function forCoordinator({ facts, actor }: CareQuestion, episodeId: string | undefined): Promise<CareAnswer> {
  const episode = episodeId ? await facts.episode(episodeId, actor.personId) : null;
  return episode ? { allowed: looksAfter(episode.roles), patientId: episode.patientId } : no;
}

async function ofVisit({ facts, actor, visit }: CareQuestion, teamToo: boolean): Promise<CareAnswer> {
  const place = visit && (await visitPlace(facts.em, visit.visitId));
  const episode = place && (await facts.episode(place.episodeId, actor.personId));
  if (!episode) return no;
  return { allowed: looksAfter(episode.roles) || (teamToo && episode.team), patientId: episode.patientId };
}

/** Those who treat her and those who arrange it; what is hers to do, its owner says done. */
async function ofTask({ facts, actor, permission }: CareQuestion, taskId: string): Promise<CareAnswer> {
  const me = actor.personId;
  const task = await taskFacts(facts.em, taskId);
  const episode = task && (await facts.episode(task.episodeId, me));
  if (!episode) return no;
  const { patientId, roles, team } = episode;
  if (looksAfter(roles) || team) return { allowed: true, patientId };
  // Of a visit that she was not told of a patient has no task.
  const seated = task.visitId === null || ((await facts.visit(task.visitId, me))?.entitled ?? false);
  return { allowed: permission === 'task.done' && task.ownerId === me && seated, patientId };
}
