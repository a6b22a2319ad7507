import { readPeople } from '@okaeri/access';
import type { Localized } from '@okaeri/access';
import { readEpisodes, readTimeOffers } from '@okaeri/care';
import { clockFact, clocksBlock, letterOf, nameFact, postMessage, readSender, sentenceOf } from '@okaeri/notify';
import type { Phrase, Render } from '@okaeri/notify';
import type { Handle } from '@okaeri/platform';
import { say } from '@okaeri/words';
import { now } from '@okaeri/words/time';

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
  const { locale, zone, person, now: present, origin } = reader;
  const { institution } = record;
  const clock = (at: string, place: Localized, instant = offer.startsAt) =>
    clockFact(instant, { zone: at, place, now: present });
  const own = clock(zone, person.place);
  const theirs = clock(institution.zone, institution.city);
  const title: Phrase = { key: 'ready.offer.subject', values: { date: { date: own }, time: { time: own } } };
  const sender = await readSender(em, institution.id, locale);
  const who: Phrase = {
    key: 'ready.offer.body',
    values: { physician: nameFact(physician, 'physician'), institution: { text: institution.name } },
  };
  const until: Phrase = { key: 'ready.offer.until', values: { moment: { moment: clock(zone, {}, offer.until) } } };
  const letter = letterOf(reader, sender, title, [
    sentenceOf(locale, who, until),
    clocksBlock(locale, theirs.zone === own.zone ? [own] : [own, theirs]),
    { kind: 'button', text: say(locale, 'ready.offer.answer'), href: `${origin}/` },
  ]);
  return { ...letter, usefulUntil: offer.until };
};
