import { Invitation, makeLink } from '@okaeri/access';
import type { Handle } from '@okaeri/platform';
import { say } from '@okaeri/words';
import { Temporal, clockWords, now } from '@okaeri/words/time';
import type { Render } from '../kinds';
import { sentences } from '../mail/frame';
import { linkHref } from '../mail/origins';
import { postMessage } from '../post';
import { readSender } from './institutions';
import { letterOf } from './letter';

/** Each time it is asked for, one more mail of the same invitation. */
export const sendInvitation: Handle<'sendInvitation'> = async (em, { invitationId }) => {
  const invitation = await em.findOneBy(Invitation, { id: invitationId });
  if (!invitation) return;
  const rows: { sent: number }[] = await em.query(
    `select count(*)::int as sent from notify_message where kind = 'invitation' and entity_id = $1`,
    [invitationId],
  );
  await postMessage(em, {
    kind: 'invitation',
    personId: invitation.personId,
    entity: 'invitation',
    entityId: invitationId,
    sequence: rows[0]?.sent ?? 0,
    dueAt: now(),
    demo: invitation.demo,
  });
};

export const invitationMail: Render = async (em, message, reader) => {
  const { person, locale, zone, place, origin, now: present } = reader;
  const invitation = await em.findOneBy(Invitation, { id: message.entityId });
  if (!invitation || invitation.redeemedAt || invitation.revokedAt) return null;
  const { expiresAt, role, institutionId } = invitation;
  if (Temporal.Instant.compare(expiresAt, present) <= 0) return null;
  const sender = institutionId ? await readSender(em, institutionId, locale) : null;
  const token = await makeLink(em, {
    kind: 'invitation',
    personId: person.id,
    invitationId: invitation.id,
    expiresAt,
  });
  const institution = sender?.name ?? '';
  const subject = sender
    ? say(locale, 'mail.invitation.subject', { institution })
    : say(locale, 'mail.invitation.house');
  const body =
    role === 'steward'
      ? say(locale, 'mail.invitation.steward')
      : role === 'patient'
        ? say(locale, 'mail.invitation.patient', { institution })
        : say(locale, 'mail.invitation.staff', { institution, role: say(locale, `role.${role}`) });
  const { date } = clockWords({ instant: expiresAt, zone, place, locale, now: present });
  return letterOf(reader, sender, subject, [
    { kind: 'sentence', text: body },
    { kind: 'button', text: say(locale, 'mail.invitation.button'), href: linkHref(origin, token) },
    {
      kind: 'small',
      text: sentences(locale, say(locale, 'mail.invitation.until', { date }), say(locale, 'mail.personal')),
    },
  ]);
};
