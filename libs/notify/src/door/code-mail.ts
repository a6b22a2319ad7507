import { LinkCode, makeCode, readPerson } from '@okaeri/access';
import type { Handle } from '@okaeri/platform';
import { say } from '@okaeri/words';
import { Temporal, now } from '@okaeri/words/time';
import type { Render } from '../kinds';
import { postMessage } from '../post';
import { letterOf } from './letter';

export const sendCode: Handle<'sendCode'> = async (em, { codeId }) => {
  const code = await em.findOneBy(LinkCode, { id: codeId });
  const person = code && (await readPerson(em, code.personId));
  if (!person) return;
  await postMessage(em, {
    kind: 'link_code',
    personId: person.id,
    entity: 'code',
    entityId: codeId,
    dueAt: now(),
    demo: person.demo,
  });
};

export const codeMail: Render = async (em, { entityId }, reader) => {
  const { locale, now: present } = reader;
  const code = await em.findOneBy(LinkCode, { id: entityId });
  if (!code || code.usedAt || Temporal.Instant.compare(code.expiresAt, present) <= 0) return null;
  const digits = await makeCode(em, code.id);
  const minutes = Math.max(1, Math.round(code.expiresAt.since(present).total('minutes')));
  const letter = letterOf(reader, null, say(locale, 'mail.code.subject'), [
    { kind: 'sentence', text: say(locale, 'mail.code.body') },
    { kind: 'code', text: digits },
    { kind: 'small', text: say(locale, 'mail.code.until', { minutes }) },
  ]);
  return { ...letter, usefulUntil: code.expiresAt };
};
