import { localized, nameFor } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { readPromises, readTimeAt } from '@okaeri/care';
import type { Seat, VisitRecord } from '@okaeri/care';
import { doorClosesMinutes, isAhead, localeTags } from '@okaeri/contracts';
import type { Clock, Locale, VisitId } from '@okaeri/contracts';
import { lastTold, linkHref, senderOf, sentences, signature } from '@okaeri/notify';
import type { Block, LetterReads, MailReader, NotifyMessage, Render } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { promiseWords, relativeWords } from '@okaeri/words/time';
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
    const subject = subjectOf(about, clocks[0]);
    const { footer, replyTo } = signature(reader.locale, senderOf(record.institution, reader.locale));
    const blocks: Block[] = [
      { kind: 'heading', text: subject },
      { kind: 'greeting', text: say(reader.locale, 'mail.greeting', { name: reader.person.name }) },
      { kind: 'sentence', text: sentences(reader.locale, whatItIs(about), whatHappens(about)) },
      { kind: 'clocks', clocks },
      ...whatWas(about),
      ...(about.things ? [{ kind: 'sentence' as const, text: about.things }] : []),
      ...(await nextStep(letters, about)),
      footer,
    ];
    const { startsAt, minutes } = about.time;
    const reminds = change === 'reminder' || change === 'nudge';
    const usefulUntil = reminds ? startsAt : startsAt.add({ minutes });
    const calendar = reminds ? {} : calendarOf(about, message.sequence);
    return { subject, blocks, replyTo, usefulUntil, ...calendar };
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
  { zone, place, locale, now }: MailReader,
  known: Time,
): Promise<Clock | null> {
  const side = seat.role === 'patient' ? 'patient' : 'institution';
  const walls = (await readPromises(em, visit.id)).filter((wall) => wall.zone === zone);
  const own = walls.find(({ who }) => who === seat.id) ?? walls.find(({ who }) => who === side) ?? walls[0];
  const wall = own?.before ?? wallIn(zone, known.startsAt);
  return wall === wallIn(zone, visit.startsAt) ? null : promiseWords({ wall, zone, place, locale, now });
}

const wallIn = (zone: string, at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDateTime().toString();

/** Keeps what her clock will show, as she is told now: a country may change its clocks before it comes to that. */
export async function keepTold(em: EntityManager, { seat, reader: { zone }, time }: About): Promise<void> {
  await em.query('update seat set zone = $2, wall = $3 where id = $1', [seat.id, zone, wallIn(zone, time.startsAt)]);
}

const isSame = (one: Time, other: Time) => one.startsAt.equals(other.startsAt) && one.minutes === other.minutes;

function subjectOf(about: About, { date, time }: Clock): string {
  const { change, record, reader } = about;
  const { locale, zone, now } = reader;
  if (change === 'released') return say(locale, 'mail.visit.released.subject', { date, time });
  if (change !== 'reminder') return say(locale, `mail.${named(about)}.${change}.subject`, { date, time });
  const relative = relativeWords({ instant: record.visit.startsAt, zone, locale, now });
  return say(locale, `mail.${named(about)}.reminder.subject`, { relative, time });
}

export function whatItIs(about: About): string {
  const { change, record, seat, people, reader, institution } = about;
  const { locale } = reader;
  const kind = named(about);
  if (change === 'released') return '';
  const patient = people.get(record.episode.patientId);
  const shortened = patient ? initials(patient) : '';
  switch (seat.role) {
    case 'patient': {
      const host = record.seats.find(({ role }) => role === 'physician');
      const person = host && people.get(host.personId);
      const physician = person ? nameFor(person, locale, 'physician').display : '';
      return say(locale, `mail.${kind}.with.patient`, { physician, institution });
    }
    case 'interpreter':
      return say(locale, `mail.${kind}.with.interpreter`, { institution, languages: pairOf(seat, locale) });
    case 'guest':
      return say(locale, `mail.${kind}.with.guest`, { institution, initials: shortened });
    default:
      return say(locale, `mail.${kind}.with.physician`, { initials: shortened });
  }
}

/** "Japanese, English" in the reader's language. */
function pairOf({ interprets }: Seat, locale: Locale): string {
  const names = new Intl.DisplayNames(localeTags[locale], { type: 'language' });
  return (interprets ?? []).map((tag) => names.of(tag) ?? tag).join(' ⇄ ');
}

function whatHappens(about: About): string {
  const { change, record, reader, institution, time, before, promised } = about;
  const { locale, zone, now } = reader;
  if (change === 'clock') return say(locale, promised ? 'mail.visit.clock.body' : 'mail.visit.clock.same');
  if (change === 'released') return say(locale, `mail.${named(about)}.released.body`, { institution });
  if (change === 'moved' && before?.startsAt.equals(time.startsAt)) {
    return say(locale, 'mail.visit.moved.length', { minutes: time.minutes });
  }
  if (change !== 'reminder') return say(locale, `mail.visit.${change}.body`);
  const relative = relativeWords({ instant: record.visit.startsAt, zone, locale, now });
  return say(locale, 'mail.visit.reminder.body', { relative });
}

/** Whoever has the earlier time in mind must see that it is this one that moved. */
function whatWas(about: About): Block[] {
  const { before, promised, time, reader } = about;
  if (promised) {
    return [
      { kind: 'sentence', text: say(reader.locale, 'mail.visit.moved.before') },
      { kind: 'clocks', clocks: [promised], over: true },
    ];
  }
  if (!before || before.startsAt.equals(time.startsAt)) return [];
  return [
    { kind: 'sentence', text: say(reader.locale, 'mail.visit.moved.before') },
    { kind: 'clocks', clocks: clocksOf(about, before), over: true },
  ];
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
    const { phone } = record.institution;
    return [{ kind: 'sentence', text: say(locale, 'mail.visit.cancelled.next', { institution, phone }) }];
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
      ? say(locale, 'mail.visit.nudge.other', { institution, phone: record.institution.phone })
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
