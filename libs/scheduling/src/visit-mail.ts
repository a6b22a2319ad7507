import { localized } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { readPromises, readTimeAt } from '@okaeri/care';
import type { Seat, VisitRecord } from '@okaeri/care';
import { doorClosesMinutes, isAhead } from '@okaeri/contracts';
import type { VisitId } from '@okaeri/contracts';
import {
  clockFact,
  clocksBlock,
  lastTold,
  letterOf,
  linkHref,
  nameFact,
  senderOf,
  sentenceOf,
  sentences,
} from '@okaeri/notify';
import type { Block, ClockFact, LetterReads, MailReader, NotifyMessage, Phrase, Render } from '@okaeri/notify';
import { say } from '@okaeri/words';
import type { Temporal } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { mayMiss } from './may-miss';
import { remindable } from './reminders';
import { calendarOf, clocksOf, named, pageOf, thingsSaid } from './visit-about';
import type { About, Change, Time } from './visit-about';
import type { VisitReads } from './visit-reads';

/** Of those who treat her she is known; anybody else who reads the mail on a locked screen learns two letters. */
export function initials({ nameLatin }: Pick<Person, 'nameLatin'>): string {
  const letters = nameLatin
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .filter(Boolean);
  return letters.map((letter) => `${letter}.`).join('\u00a0');
}

/** The renderer of one kind of mail about a visit. */
export function visitMail(change: Change, reads: VisitReads): Render {
  return async (em, message, reader) => {
    const record = await reads.visit(message.entityId as VisitId);
    const seat = record?.seats.find(({ personId }) => personId === reader.person.id);
    if (!record || !seat || !stillTrue(change, message, record, seat, reader)) return null;
    if (change === 'nudge' && !(await mayMiss(em, seat))) return null;
    const { letters } = reads;
    const people = await letters.people([record.episode.patientId, ...record.seats.map(({ personId }) => personId)]);
    const institution = localized(record.institution.name, reader.locale);
    const released = seat.state === 'removed';
    const known =
      released || change === 'moved' || change === 'clock' ? await readKnown(em, message, record) : record.visit;
    const about: About = {
      change: released ? 'released' : change,
      record,
      seat,
      people,
      reader,
      institution,
      time: released ? known : record.visit,
      before: change === 'moved' && !isSame(known, record.visit) ? known : null,
      promised: change === 'clock' ? await readPromised(em, record, seat, reader, known) : null,
      things: released || change === 'cancelled' ? null : await thingsSaid(reads, record, seat, reader),
    };
    if (change === 'booked' || change === 'moved' || change === 'clock') await keepTold(em, about);
    const clocks = clocksOf(about, about.time);
    const title = subjectOf(about, clocks[0]);
    const letter = letterOf(reader, senderOf(record.institution, reader.locale), title, [
      sentenceOf(reader.locale, whatItIs(about), whatHappens(about)),
      clocksBlock(reader.locale, clocks),
      ...whatWas(about),
      ...(about.things ? [sentenceOf(reader.locale, about.things)] : []),
      ...(await nextStep(letters, about)),
    ]);
    const { startsAt, minutes } = about.time;
    const reminds = change === 'reminder' || change === 'nudge';
    const usefulUntil = reminds ? startsAt : startsAt.add({ minutes });
    const calendar = reminds ? {} : calendarOf(about, message.sequence);
    return { ...letter, usefulUntil, ...calendar };
  };
}

/** A mail about what has changed again since is none: the newer one says it. */
function stillTrue(
  change: Change,
  message: NotifyMessage,
  { visit }: VisitRecord,
  { state }: Seat,
  { person, now }: MailReader,
): boolean {
  if (state === 'removed') return change === 'cancelled';
  if (visit.calendarSequence !== message.sequence) return false;
  if (change === 'cancelled') return visit.status === 'cancelled';
  if (change === 'nudge') return remindable(visit, now);
  if (change === 'reminder') return remindable(visit, now) && person.reminders.includes(message.minutes);
  return isAhead(visit.status);
}

/** When the visit is, as the reader was told last; as it is now, where she was told nothing. */
async function readKnown(em: EntityManager, message: NotifyMessage, { visit }: VisitRecord): Promise<Time> {
  const told = await lastTold(em, message, ['visit_booked', 'visit_moved', 'visit_clock', 'visit_reminder']);
  // Of one of several that were booked together she was told under the name of the first.
  const before = visit.seriesId ? 0 : message.sequence - 1;
  return (await readTimeAt(em, visit.id, told ?? before)) ?? visit;
}

/** What she was told that her clock would show, where that is not what it shows. */
async function readPromised(
  em: EntityManager,
  { visit }: VisitRecord,
  seat: Seat,
  { zone, person, now }: MailReader,
  known: Time,
): Promise<ClockFact | null> {
  const side = seat.role === 'patient' ? 'patient' : 'institution';
  const walls = (await readPromises(em, visit.id)).filter((wall) => wall.zone === zone);
  const own = walls.find(({ who }) => who === seat.id) ?? walls.find(({ who }) => who === side) ?? walls[0];
  const wall = own?.before ?? wallIn(zone, known.startsAt);
  return wall === wallIn(zone, visit.startsAt) ? null : clockFact(wall, { zone, place: person.place, now });
}

const wallIn = (zone: string, at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDateTime().toString();

/** Keeps what her clock will show, as she is told now: a country may change its clocks before it comes to that. */
export async function keepTold(em: EntityManager, { seat, reader: { zone }, time }: About): Promise<void> {
  await em.query('update seat set zone = $2, wall = $3 where id = $1', [seat.id, zone, wallIn(zone, time.startsAt)]);
}

const isSame = (one: Time, other: Time) => one.startsAt.equals(other.startsAt) && one.minutes === other.minutes;

function subjectOf(about: About, clock: ClockFact): Phrase {
  const { change } = about;
  const [date, time] = [{ date: clock }, { time: clock }];
  if (change === 'released') return { key: 'mail.visit.released.subject', values: { date, time } };
  if (change !== 'reminder') return { key: `mail.${named(about)}.${change}.subject`, values: { date, time } };
  return { key: `mail.${named(about)}.reminder.subject`, values: { relative: { relative: clock }, time } };
}

/** `several`: what is said holds for visits that were booked together. */
export function whatItIs(about: About, several = false): Phrase | null {
  if (about.change === 'released') return null;
  const { as, values } = seenBy(about);
  const kind = named(about);
  return { key: several ? `mail.series.${kind}.with.${as}` : `mail.${kind}.with.${as}`, values };
}

/** As whom she takes part, and what she may know of the others. */
function seenBy({ record, seat, people }: About): {
  as: 'patient' | 'interpreter' | 'guest' | 'physician';
  values: NonNullable<Phrase['values']>;
} {
  const institution = { text: record.institution.name };
  const patient = people.get(record.episode.patientId);
  const shortened = patient ? initials(patient) : '';
  switch (seat.role) {
    case 'patient': {
      const host = record.seats.find(({ role }) => role === 'physician');
      const person = host && people.get(host.personId);
      const physician = person ? nameFact(person, 'physician') : '';
      return { as: seat.role, values: { physician, institution } };
    }
    case 'interpreter':
      return { as: seat.role, values: { institution, languages: { languages: seat.interprets ?? [] } } };
    case 'guest':
      return { as: seat.role, values: { institution, initials: shortened } };
    default:
      return { as: 'physician', values: { initials: shortened } };
  }
}

function whatHappens(about: About): Phrase {
  const { change, record, reader, time, before, promised } = about;
  if (change === 'clock') return { key: promised ? 'mail.visit.clock.body' : 'mail.visit.clock.same' };
  if (change === 'released') {
    return { key: `mail.${named(about)}.released.body`, values: { institution: { text: record.institution.name } } };
  }
  if (change === 'moved' && before?.startsAt.equals(time.startsAt)) {
    return { key: 'mail.visit.moved.length', values: { minutes: time.minutes } };
  }
  if (change !== 'reminder') return { key: `mail.visit.${change}.body` };
  const clock = clockFact(record.visit.startsAt, { zone: reader.zone, place: {}, now: reader.now });
  return { key: 'mail.visit.reminder.body', values: { relative: { relative: clock } } };
}

/** Whoever has the earlier time in mind must see that it is this one that moved. */
function whatWas(about: About): Block[] {
  const { before, promised, time, reader } = about;
  const { locale } = reader;
  const moved = before && !before.startsAt.equals(time.startsAt) ? clocksOf(about, before) : null;
  const over = promised ? [promised] : moved;
  if (!over) return [];
  return [sentenceOf(locale, { key: 'mail.visit.moved.before' }), clocksBlock(locale, over, { over: true })];
}

/**
 * Patients and guests get a link that lets them in, made now and kept by its hash, where they are not known by what they
 * read it on. Staff sign in as they always do: their address opens more than one visit.
 */
async function nextStep(letters: LetterReads, about: About): Promise<Block[]> {
  const { change, record, seat, reader, institution } = about;
  const { locale, origin, person } = reader;
  const { visit } = record;
  if (change === 'cancelled' || change === 'released') {
    const { name, phone } = record.institution;
    return [sentenceOf(locale, { key: 'mail.visit.cancelled.next', values: { institution: { text: name }, phone } })];
  }
  const invited = seat.role === 'patient' || seat.role === 'guest';
  const keyed = invited && !reader.signedIn;
  const href = keyed
    ? linkHref(
        origin,
        await letters.link({
          kind: 'visit',
          personId: person.id,
          visitId: visit.id,
          expiresAt: visit.startsAt.add({ minutes: visit.minutes + doorClosesMinutes }),
        }),
      )
    : pageOf(about);
  const kind = named(about);
  const words =
    change === 'reminder'
      ? (`mail.${kind}.join` as const)
      : invited
        ? 'mail.visit.prepare'
        : (`mail.${kind}.see` as const);
  const small = sentences(
    locale,
    change === 'nudge'
      ? say(locale, mayMove(about) ? 'mail.visit.nudge.move' : 'mail.visit.nudge.other', {
          institution,
          phone: record.institution.phone,
        })
      : change === 'reminder'
        ? ''
        : say(locale, 'mail.visit.calendar'),
    keyed ? say(locale, 'mail.personal') : '',
  );
  return [
    { kind: 'button', text: say(locale, words), href },
    ...(small ? [{ kind: 'small' as const, text: small }] : []),
  ];
}

/** A case conference is nobody's alone to move. */
const mayMove = ({ record, seat }: About) => record.visit.kind === 'visit' && seat.role === 'patient';
