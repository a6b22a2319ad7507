import { localized, makeLink, nameFor, readPeople } from '@okaeri/access';
import type { Person } from '@okaeri/access';
import { readVisit } from '@okaeri/care';
import type { Seat, VisitRecord } from '@okaeri/care';
import { doorClosesMinutes, localeTags } from '@okaeri/contracts';
import type { Clock, Locale, PersonId, VisitId } from '@okaeri/contracts';
import { linkHref, readSender, sentences, signature } from '@okaeri/notify';
import type { Block, MailReader, NotifyMessage, Render, RenderedMail } from '@okaeri/notify';
import { say } from '@okaeri/words';
import { clockWords, relativeWords } from '@okaeri/words/time';
import type { EntityManager } from 'typeorm';
import { remindable } from './reminders';

type Change = 'booked' | 'moved' | 'cancelled' | 'reminder';
type People = ReadonlyMap<PersonId, Person>;

interface About {
  change: Change;
  record: VisitRecord;
  seat: Seat;
  people: People;
  reader: MailReader;
  institution: string;
}

/** Of those who treat her she is known; anybody else who reads the mail on a locked screen learns two letters. */
export function initials({ nameLatin }: Pick<Person, 'nameLatin'>): string {
  const letters = nameLatin
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .filter(Boolean);
  return letters.map((letter) => `${letter}.`).join('\u00a0');
}

/** The renderer of one kind of mail about a visit. */
export function visitMail(change: Change): Render {
  return async (em, message, reader) => {
    const record = await readVisit(em, message.entityId as VisitId);
    const seat = record?.seats.find(({ personId, state }) => personId === reader.person.id && state !== 'removed');
    if (!record || !seat || !stillTrue(change, message, record, reader)) return null;
    const sender = await readSender(em, record.institution.id, reader.locale);
    const people = await readPeople(em, [record.episode.patientId, ...record.seats.map(({ personId }) => personId)]);
    const institution = localized(record.institution.name, reader.locale);
    const about: About = { change, record, seat, people, reader, institution };
    const clocks = clocksOf(about);
    const subject = subjectOf(about, clocks[0]);
    const { footer, replyTo } = signature(reader.locale, sender);
    const blocks: Block[] = [
      { kind: 'heading', text: subject },
      { kind: 'sentence', text: say(reader.locale, 'mail.greeting', { name: reader.person.name }) },
      { kind: 'sentence', text: whatItIs(about) },
      { kind: 'sentence', text: whatHappens(about) },
      { kind: 'clocks', clocks },
      ...(await nextStep(em, about)),
      footer,
    ];
    const { startsAt, minutes } = record.visit;
    const usefulUntil = change === 'reminder' ? startsAt : startsAt.add({ minutes });
    return { subject, blocks, replyTo, usefulUntil, ...(change === 'reminder' ? {} : calendarOf(about)) };
  };
}

/** A mail about what has changed again since is none: the newer one says it. */
function stillTrue(
  change: Change,
  message: NotifyMessage,
  { visit }: VisitRecord,
  { person, now }: MailReader,
): boolean {
  if (visit.calendarSequence !== message.sequence) return false;
  if (change === 'cancelled') return visit.status === 'cancelled';
  if (change === 'reminder') return remindable(visit, now) && person.reminders.includes(message.minutes);
  return visit.status === 'booked' || visit.status === 'arrived';
}

/** The reader's clock first, then those of the hospital and the patient where they differ. */
function clocksOf({ record, people, reader }: About): [Clock, ...Clock[]] {
  const { visit, institution, episode } = record;
  const { locale, now } = reader;
  const patient = people.get(episode.patientId);
  const clock = (zone: string, place: string) => clockWords({ instant: visit.startsAt, zone, place, locale, now });
  const others = [
    clock(visit.institutionZone, localized(institution.city, locale)),
    clock(visit.patientZone, localized(patient?.place ?? {}, locale)),
  ];
  const clocks: [Clock, ...Clock[]] = [clock(reader.zone, reader.place)];
  for (const each of others) if (clocks.every(({ zone }) => zone !== each.zone)) clocks.push(each);
  return clocks;
}

function subjectOf({ change, record, reader }: About, { date, time }: Clock): string {
  const { locale, zone, now } = reader;
  if (change !== 'reminder') return say(locale, `mail.visit.${change}.subject`, { date, time });
  const relative = relativeWords({ instant: record.visit.startsAt, zone, locale, now });
  return say(locale, 'mail.visit.reminder.subject', { relative, time });
}

function whatItIs({ record, seat, people, reader, institution }: About): string {
  const { locale } = reader;
  const patient = people.get(record.episode.patientId);
  const shortened = patient ? initials(patient) : '';
  switch (seat.role) {
    case 'patient': {
      const host = record.seats.find(({ role }) => role === 'physician');
      const person = host && people.get(host.personId);
      const physician = person ? nameFor(person, locale, 'physician').display : '';
      return say(locale, 'mail.visit.with.patient', { physician, institution });
    }
    case 'interpreter':
      return say(locale, 'mail.visit.with.interpreter', { institution, languages: pairOf(seat, locale) });
    case 'guest':
      return say(locale, 'mail.visit.with.guest', { institution, initials: shortened });
    default:
      return say(locale, 'mail.visit.with.physician', { initials: shortened });
  }
}

/** "Japanese, English" in the reader's language. */
function pairOf({ interprets }: Seat, locale: Locale): string {
  const names = new Intl.DisplayNames(localeTags[locale], { type: 'language' });
  return (interprets ?? []).map((tag) => names.of(tag) ?? tag).join(' ⇄ ');
}

function whatHappens({ change, record, reader }: About): string {
  const { locale, zone, now } = reader;
  if (change !== 'reminder') return say(locale, `mail.visit.${change}.body`);
  const relative = relativeWords({ instant: record.visit.startsAt, zone, locale, now });
  return say(locale, 'mail.visit.reminder.body', { relative });
}

/**
 * Patients and guests get a link that lets them in, made now and kept by its hash. Staff sign in as they always do: their
 * address opens more than one visit.
 */
async function nextStep(em: EntityManager, about: About): Promise<Block[]> {
  const { change, record, seat, reader, institution } = about;
  const { locale, origin, person } = reader;
  const { visit } = record;
  if (change === 'cancelled') {
    const { phone } = record.institution;
    return [{ kind: 'sentence', text: say(locale, 'mail.visit.cancelled.next', { institution, phone }) }];
  }
  const invited = seat.role === 'patient' || seat.role === 'guest';
  const href = invited
    ? linkHref(
        origin,
        await makeLink(em, {
          kind: 'visit',
          personId: person.id,
          visitId: visit.id,
          expiresAt: visit.startsAt.add({ minutes: visit.minutes + doorClosesMinutes }),
        }),
      )
    : pageOf(about);
  const words = change === 'reminder' ? 'mail.visit.join' : invited ? 'mail.visit.prepare' : 'mail.visit.see';
  const small = sentences(
    locale,
    change === 'reminder' ? '' : say(locale, 'mail.visit.calendar'),
    invited ? say(locale, 'mail.personal') : '',
  );
  return [
    { kind: 'button', text: say(locale, words), href },
    ...(small ? [{ kind: 'small' as const, text: small }] : []),
  ];
}

const pageOf = ({ record, reader }: About) => `${reader.origin}/visits/${record.visit.id}`;

function calendarOf(about: About): Pick<RenderedMail, 'calendar'> {
  const { change, record, reader, institution } = about;
  const { visit } = record;
  return {
    calendar: {
      method: change === 'cancelled' ? 'CANCEL' : 'REQUEST',
      visitId: visit.id,
      sequence: visit.calendarSequence,
      startsAt: visit.startsAt,
      minutes: visit.minutes,
      zone: reader.zone,
      summary: say(reader.locale, 'mail.visit.summary', { institution }),
      url: pageOf(about),
      organizer: institution,
    },
  };
}
