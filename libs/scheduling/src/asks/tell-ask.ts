import { postMessage, replaceMessages } from '@okaeri/notify';
import type { Handle } from '@okaeri/platform';
import { now } from '@okaeri/words/time';
import { askFactsOf } from './ask-facts';

/** Tells an interpreter that she is asked; or that she is not any more, where she was told that she is. */
export const tellAsk: Handle<'tellAsk'> = async (em, { askId }, _eventId, name) => {
  const facts = await askFactsOf(em, askId);
  if (!facts) return;
  const { personId, demo } = facts;
  const message = { personId, entity: 'ask', entityId: askId, dueAt: now(), demo };
  if (name === 'ask.made') return postMessage(em, { ...message, kind: 'interpreter_ask' });
  await replaceMessages(em, { entityId: askId, kinds: ['interpreter_ask'] });
  await postMessage(em, { ...message, kind: 'interpreter_ask_over' });
};
