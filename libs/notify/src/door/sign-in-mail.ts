import { makeLink, readPerson } from '@okaeri/access';
import type { PersonId } from '@okaeri/contracts';
import type { Handle } from '@okaeri/platform';
import { say } from '@okaeri/words';
import { Temporal, now } from '@okaeri/words/time';
import type { Render } from '../kinds';
import { linkHref } from '../mail/origins';
import { postMessage } from '../post';
import { letterOf } from './letter';

const linkMinutes = 30;
/** Who waited longer for it has asked again, or gone. */
const patienceMinutes = 20;

export const sendSignIn: Handle<'sendSignIn'> = async (em, { personId, askId }) => {
  const person = await readPerson(em, personId as PersonId);
  if (!person) return;
  await postMessage(em, {
    kind: 'sign_in',
    personId: person.id,
    entity: 'ask',
    entityId: askId,
    dueAt: now(),
    demo: person.demo,
  });
};

export const signInMail: Render = async (em, { dueAt }, reader) => {
  const { person, locale, origin, now: present } = reader;
  const usefulUntil = dueAt.add({ minutes: patienceMinutes });
  if (Temporal.Instant.compare(present, usefulUntil) > 0) return null;
  const token = await makeLink(em, {
    kind: 'sign_in',
    personId: person.id,
    expiresAt: present.add({ minutes: linkMinutes }),
  });
  const letter = letterOf(reader, null, say(locale, 'mail.signIn.subject'), [
    { kind: 'sentence', text: say(locale, 'mail.signIn.body', { minutes: linkMinutes }) },
    { kind: 'button', text: say(locale, 'mail.signIn.button'), href: linkHref(origin, token) },
    { kind: 'small', text: say(locale, 'mail.signIn.notYou') },
  ]);
  return { ...letter, usefulUntil };
};
