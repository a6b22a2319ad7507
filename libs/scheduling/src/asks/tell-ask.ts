import { lettersOf, markTold, markToldWith } from '@okaeri/care';
import { postMessage, replaceMessages, unsentOf } from '@okaeri/notify';
import type { Handle } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { askFactsOf, factsInLetter, isOver } from './ask-facts';
import type { AskFacts } from './ask-facts';

/** What is asked of one person for the visits of a series, one after the other within so long, is told in one letter. */
const gatherSeconds = 5;

/** Tells an interpreter that she is asked; or that she is not any more, where she was told that she is. */
export const tellAsk: Handle<'tellAsk'> = async (em, { askId }, _eventId, name) => {
  const facts = await askFactsOf(em, askId);
  if (!facts) return;
  await (name === 'ask.made' ? tellMade : tellOver)(em, facts);
};

async function tellMade(em: EntityManager, facts: AskFacts): Promise<void> {
  const { askId, personId, seriesId } = facts;
  const kind = 'interpreter_ask' as const;
  const unsent = seriesId && (await unsentOf(em, { kind, personId, entityIds: await lettersOf(em, askId) }));
  if (unsent) return markToldWith(em, askId, unsent);
  if (await markTold(em, askId)) await postMessage(em, { ...messageOf(facts, askId), kind });
}

async function tellOver(em: EntityManager, facts: AskFacts): Promise<void> {
  const { toldWith } = facts;
  if (!toldWith) return;
  const asked = await factsInLetter(em, toldWith);
  // What has not gone out yet says by itself what is still asked.
  if (asked.every(isOver)) await replaceMessages(em, { entityId: toldWith, kinds: ['interpreter_ask'] });
  const kind = 'interpreter_ask_over' as const;
  const sequence = asked.filter(isOver).length - 1;
  await replaceMessages(em, { entityId: toldWith, kinds: [kind], before: sequence });
  await postMessage(em, { ...messageOf(facts, toldWith), kind, sequence });
}

function messageOf({ personId, seriesId, demo }: AskFacts, entityId: string) {
  return { personId, entity: 'ask', entityId, dueAt: now().add({ seconds: seriesId ? gatherSeconds : 0 }), demo };
}
