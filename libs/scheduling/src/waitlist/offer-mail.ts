import { localized, nameFor, readPeople } from '@okaeri/access';
import { readEpisodes, readTimeOffers } from '@okaeri/care';
import { postMessage, readSender, sentences, signature } from '@okaeri/notify';
import type { Render } from '@okaeri/notify';
import type { Handle } from '@okaeri/platform';
import { say } from '@okaeri/words';
import { clockWords, momentWords, now } from '@okaeri/words/time';

/** A time is kept for her: she is written to at once. */
export const tellOffer: Handle<'tellOffer'> = async (em, { waitlistId }) => {
  const [offer] = await readTimeOffers(em, { waitlistId });
  if (!offer) return;
  const [entry]: { version: number }[] = await em.query('select version from waitlist where id = $1', [waitlistId]);
  await postMessage(em, {
    ...{ kind: 'waitlist_offer', personId: offer.patientId, entity: 'waitlist', entityId: waitlistId },
    ...{ sequence: entry?.version ?? 0, dueAt: now(), demo: offer.demo },
  });
};

/** Until when it is kept, on her clock and the hospital's; nothing once she has answered. */
export const offerMail: Render = async (em, message, reader) => {
  const [offer] = await readTimeOffers(em, { waitlistId: message.entityId });
  const record = offer && (await readEpisodes(em, [offer.episodeId])).get(offer.episodeId);
  const physician = offer && (await readPeople(em, [offer.physicianId])).get(offer.physicianId);
  if (!offer || !record || !physician) return null;
  const { locale, zone, place, now: present, origin } = reader;
  const { institution } = record;
  const clock = (at: string, where: string) =>
    clockWords({ instant: offer.startsAt, zone: at, place: where, locale, now: present });
  const own = clock(zone, place);
  const theirs = clock(institution.zone, localized(institution.city, locale));
  const subject = say(locale, 'ready.offer.subject', { date: own.date, time: own.time });
  const { footer, replyTo } = signature(locale, await readSender(em, institution.id, locale));
  const moment = momentWords({ instant: offer.until, zone, locale, now: present });
  return {
    subject,
    blocks: [
      { kind: 'heading', text: subject },
      { kind: 'greeting', text: say(locale, 'mail.greeting', { name: reader.person.name }) },
      {
        kind: 'sentence',
        text: sentences(
          locale,
          say(locale, 'ready.offer.body', {
            physician: nameFor(physician, locale, 'physician').display,
            institution: localized(institution.name, locale),
          }),
          say(locale, 'ready.offer.until', { moment }),
        ),
      },
      { kind: 'clocks', clocks: theirs.zone === own.zone ? [own] : [own, theirs] },
      { kind: 'button', text: say(locale, 'ready.offer.answer'), href: `${origin}/` },
      footer,
    ],
    replyTo,
    usefulUntil: offer.until,
  };
};
