import { readPerson, unreviewed } from '@okaeri/access';
import type { EventData } from '@okaeri/contracts';
import { letterOf, nameFact, postMessage, readSender, sentenceOf } from '@okaeri/notify';
import type { Render } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { now } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { initialsOf } from './tell-message';

/** Those who answer for a hospital are told that a record there was opened in an emergency, and that it is theirs to review. */
export async function tellGlass(em: EntityManager, { glassId }: EventData<'glass.broken'>): Promise<void> {
  const broken = await unreviewed(em, glassId);
  if (!broken) return;
  const { demo, reviewers } = broken;
  for (const personId of reviewers) {
    const to = { kind: 'glass_review' as const, personId, entity: 'glass', entityId: glassId };
    await postMessage(em, { ...to, sequence: 0, dueAt: now(), demo });
  }
}

/** Who opened it, and whose by initials. The reason is read on the page. */
export const glassMail: Render = async (em, message, reader) => {
  const broken = await unreviewed(em, message.entityId);
  // Somebody was quicker, or no longer answers for this hospital.
  if (!broken?.reviewers.includes(message.personId)) return null;
  const { locale, origin } = reader;
  const sender = await readSender(em, broken.institutionId, locale);
  const [physician, patient] = [await readPerson(em, broken.personId), await readPerson(em, broken.patientId)];
  const name = physician ? nameFact(physician, 'physician') : { text: sender?.names ?? {} };
  const initials = initialsOf(patient?.nameLatin ?? '');
  return letterOf(reader, sender, { key: 'glass.mail.subject' }, [
    sentenceOf(locale, { key: 'glass.mail.body', values: { name, initials } }),
    { kind: 'button', text: say(locale, 'glass.mail.button'), href: `${origin}/emergency` },
    { kind: 'small', text: say(locale, 'glass.mail.small') },
  ]);
};
