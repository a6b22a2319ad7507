import type { Seat, VisitRecord } from '@okaeri/care';
import { doorClosesMinutes, isAhead } from '@okaeri/contracts';
import type { PersonId, VisitId } from '@okaeri/contracts';
import { letterOf, linkHref, senderOf, sentenceOf, sentences, tell, timesBlock } from '@okaeri/notify';
import type { Block, LetterReads, MailReader, Phrase, Render } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { clocksOf, pageOf, summaryOf, thingsSaid } from './visit-about';
import type { About } from './visit-about';
import { keepTold, whatItIs } from './visit-mail';
import type { VisitReads } from './visit-reads';

/**
 * Visits that were booked together, as they are now: one mail, one table of dates, one calendar file. Its entries keep
 * their ids, by which a later mail about one of them changes that one alone. It is published and not asked for: a
 * REQUEST holds entries of one UID only (RFC 5546, 3.2.2), a PUBLISH of several, and nobody to answer (3.2.1).
 */
export function seriesMail(reads: VisitReads): Render {
  return async (em, message, reader) => {
    const visits = await aheadOf(em, reads, message.entityId, reader);
    const [first] = visits;
    if (!first) return null;
    const { letters } = reads;
    const { record } = first;
    const people = await letters.people([
      ...visits.flatMap(({ record: { episode, seats } }) => [
        episode.patientId,
        ...seats.map(({ personId }): PersonId => personId),
      ]),
    ]);
    const sender = senderOf(record.institution, reader.locale);
    // Of a series each visit takes up the same.
    const things = await thingsSaid(reads, record, first.seat, reader);
    const abouts = visits.map((each): About => ({
      ...{ change: 'booked', people, reader, institution: sender.name, time: each.record.visit },
      ...{ before: null, promised: null, things, ...each },
    }));
    for (const about of abouts) await keepTold(em, about);
    const rows = abouts.map((about) => clocksOf(about, about.time));
    const count = rows.length;
    const [[clock]] = rows as [(typeof rows)[number]];
    const title: Phrase = {
      key: `mail.series.${record.visit.kind}`,
      values: { count, date: { date: clock }, time: { time: clock } },
    };
    const about = abouts[0] as About;
    const letter = letterOf(reader, sender, title, [
      sentenceOf(reader.locale, whatItIs(about, count > 1), { key: 'mail.series.body', values: { count } }),
      timesBlock(reader.locale, rows),
      ...(things ? [sentenceOf(reader.locale, things)] : []),
      ...(await nextStep(letters, about, count > 1)),
    ]);
    const last = visits.at(-1)?.record.visit ?? record.visit;
    const published = abouts.map((each) => ({
      ...{ visitId: each.record.visit.id, sequence: each.record.visit.calendarSequence, ...each.time },
      ...{ seatId: each.seat.id, summary: summaryOf(each), url: pageOf(each), organizer: sender.name },
      description: things && tell(reader.locale, things),
    }));
    return { ...letter, published, usefulUntil: last.startsAt.add({ minutes: last.minutes }) };
  };
}

interface Hers {
  record: VisitRecord;
  seat: Seat;
}

/** Those of the series that are still to come and in which she has a seat, the earliest first. */
async function aheadOf(em: EntityManager, reads: VisitReads, visitId: string, reader: MailReader): Promise<Hers[]> {
  const rows: { id: VisitId }[] = await em.query(
    'select id from visit where series_id = (select series_id from visit where id = $1) order by starts_at, id',
    [visitId],
  );
  const records = await Promise.all(rows.map(({ id }) => reads.visit(id)));
  return records.flatMap((record) => {
    const seat = record?.seats.find(({ personId, state }) => personId === reader.person.id && state !== 'removed');
    if (!record || !seat || !isAhead(record.visit.status)) return [];
    return Temporal.Instant.compare(record.visit.startsAt, reader.now) > 0 ? [{ record, seat }] : [];
  });
}

/** Into the first of them; before each of the others, where there are several, a reminder brings the way into that one. */
async function nextStep(letters: LetterReads, about: About, several: boolean): Promise<Block[]> {
  const { record, seat, reader } = about;
  const { locale, origin, person } = reader;
  const { visit } = record;
  const invited = seat.role === 'patient' || seat.role === 'guest';
  // Who reads it where she is known already needs no key.
  const keyed = invited && !reader.signedIn;
  const link = keyed
    ? await letters.link({
        kind: 'visit',
        ...{ personId: person.id, visitId: visit.id },
        expiresAt: visit.startsAt.add({ minutes: visit.minutes + doorClosesMinutes }),
      })
    : null;
  const words = [
    say(locale, several ? 'mail.series.calendar' : 'mail.visit.calendar'),
    ...(invited && several ? [say(locale, 'mail.series.links')] : []),
    ...(keyed ? [say(locale, 'mail.personal')] : []),
  ];
  return [
    {
      kind: 'button',
      text: say(locale, several ? 'mail.series.first' : `mail.${visit.kind}.see`),
      href: link === null ? pageOf(about) : linkHref(origin, link),
    },
    { kind: 'small', text: sentences(locale, ...words) },
  ];
}
