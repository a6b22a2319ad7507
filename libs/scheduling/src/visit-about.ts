import type { Localized, Person } from '@okaeri/access';
import { isToldOfThings } from '@okaeri/care';
import type { Seat, VisitRecord } from '@okaeri/care';
import type { PersonId, ThingView, Locale } from '@okaeri/contracts';
import { clockFact, tell } from '@okaeri/notify';
import type { ClockFact, MailReader, Phrase, RenderedMail } from '@okaeri/notify';
import { say } from '@okaeri/words';
import type { Temporal } from '@okaeri/words/time';
import type { VisitReads } from './visit-reads';

export type Change = 'booked' | 'moved' | 'clock' | 'cancelled' | 'reminder' | 'nudge';
/** `released`: it takes place, without her. */
export type Told = Change | 'released';
type People = ReadonlyMap<PersonId, Person>;

export interface Time {
  startsAt: Temporal.Instant;
  minutes: number;
}

export interface About {
  change: Told;
  record: VisitRecord;
  seat: Seat;
  people: People;
  reader: MailReader;
  institution: string;
  /** Of the visit, or of what the reader knows of one that is no longer hers. */
  time: Time;
  /** When she was told that it would be, where that was another time. */
  before: Time | null;
  /** Of clocks that a country has changed: what she was told that hers would show, where it shows another time now. */
  promised: ClockFact | null;
  /** Rooms and devices, in words, where she is there herself. */
  things: Phrase | null;
}

/** The reader's clock first, then those of the hospital and the patient where they differ. */
export function clocksOf({ record, people, reader }: About, { startsAt }: Time): [ClockFact, ...ClockFact[]] {
  const { visit, institution, episode } = record;
  const { person, now } = reader;
  const clock = (zone: string, place: Localized) => clockFact(startsAt, { zone, place, now });
  const others = [
    clock(visit.institutionZone, institution.city),
    clock(visit.patientZone, people.get(episode.patientId)?.place ?? {}),
  ];
  const clocks: [ClockFact, ...ClockFact[]] = [clock(reader.zone, person.place)];
  for (const each of others) if (clocks.every(({ zone }) => zone !== each.zone)) clocks.push(each);
  return clocks;
}

/** By which name its mails go: they say "visit", or "case conference". */
export const named = ({ record }: About) => record.visit.kind;

/** "Reserved at the hospital: Video room 2"; nothing for whoever would read it as an invitation to come there. */
export async function thingsSaid(
  reads: VisitReads,
  { visit }: VisitRecord,
  { role }: Seat,
  { zone }: Pick<MailReader, 'zone'>,
): Promise<Phrase | null> {
  if (!isToldOfThings(role, zone, visit.institutionZone)) return null;
  return thingsPhrase(await reads.things(visit.id));
}

/** Of those things; nothing where there are none. */
export function thingWords(things: readonly ThingView[] | undefined, locale: Locale): string | null {
  const phrase = thingsPhrase(things);
  return phrase && tell(locale, phrase);
}

function thingsPhrase(things: readonly ThingView[] | undefined): Phrase | null {
  if (!things || things.length === 0) return null;
  return { key: 'things.booked', values: { names: things.map(({ name }) => name).join(' · ') } };
}

export const pageOf = ({ record, reader }: About) => `${reader.origin}/visits/${record.visit.id}`;

/** What her calendar calls it. */
export const summaryOf = (about: About): string =>
  say(about.reader.locale, `mail.${named(about)}.summary`, { institution: about.institution });

export function calendarOf(about: About, sequence: number): Pick<RenderedMail, 'calendar'> {
  const { change, record, seat, reader, institution, time } = about;
  return {
    calendar: {
      method: change === 'cancelled' || change === 'released' ? 'CANCEL' : 'REQUEST',
      visitId: record.visit.id,
      sequence,
      startsAt: time.startsAt,
      minutes: time.minutes,
      zone: reader.zone,
      summary: summaryOf(about),
      description: about.things && tell(reader.locale, about.things),
      url: pageOf(about),
      organizer: institution,
      seat: { id: seat.id, answered: seat.confirmedAt ? 'accepted' : seat.declinedAt ? 'declined' : null },
    },
  };
}
