import { makeLink, readPerson } from '@okaeri/access';
import type { PersonId } from '@okaeri/contracts';
import type { Handle } from '@okaeri/platform';
import { say } from '@okaeri/words';
import { Temporal, now } from '@okaeri/words/time';
import type { Render } from '../kinds';
import { linkHref } from '../mail/origins';
import { postMessage } from '../post';
import { signature } from './institutions';

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

export const signInMail: Render = async (em, { dueAt }, { person, locale, origin, now: present }) => {
  const usefulUntil = dueAt.add({ minutes: patienceMinutes });
  if (Temporal.Instant.compare(present, usefulUntil) > 0) return null;
  const token = await makeLink(em, {
    kind: 'sign_in',
    personId: person.id,
    expiresAt: present.add({ minutes: linkMinutes }),
  });
  const subject = say(locale, 'mail.signIn.subject');
  const { footer, replyTo } = signature(locale, null);
  return {
    subject,
    replyTo,
    usefulUntil,
    blocks: [
      { kind: 'heading', text: subject },
      { kind: 'greeting', text: say(locale, 'mail.greeting', { name: person.name }) },
      { kind: 'sentence', text: say(locale, 'mail.signIn.body', { minutes: linkMinutes }) },
      { kind: 'button', text: say(locale, 'mail.signIn.button'), href: linkHref(origin, token) },
      { kind: 'small', text: say(locale, 'mail.signIn.notYou') },
      footer,
    ],
  };
};
