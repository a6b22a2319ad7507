import type { Person } from '@okaeri/access';
import type { SeatId } from '@okaeri/contracts';
import type { Temporal } from '@okaeri/words/time';
import { takesMailIn } from '../options';
import type { NotifyOptions } from '../options';
import { replyAddress } from '../inbound/reply-address';
import { addressIn } from '../mail/origins';
import { vtimezone } from './vtimezone';

/** A visit as the reader's own calendar keeps it. */
export interface CalendarEntry {
  method: 'REQUEST' | 'CANCEL';
  visitId: string;
  /** Rises with each change, so that a later mail that comes first is not undone by an earlier one. */
  sequence: number;
  startsAt: Temporal.Instant;
  minutes: number;
  zone: string;
  summary: string;
  /** What else its reader has to know; null where there is nothing. */
  description: string | null;
  /** The plain page: a calendar is read by many, and no link that lets anybody in belongs there. */
  url: string;
  organizer: string;
  /** Whose entry it is, and what she has said so far; she can answer from her calendar. */
  seat: { id: SeatId; answered: 'accepted' | 'declined' | null };
}

/**
 * The iCalendar file (RFC 5545, 5546). The times are Temporal's, never a `Date`'s, which the generator would print by the
 * clock of this machine.
 */
export async function calendarFile(
  entry: CalendarEntry,
  to: { person: Person; address: string; createdAt: Temporal.Instant; options: NotifyOptions },
): Promise<string> {
  const { default: ical, ICalCalendarMethod, ICalEventStatus, ICalAttendeeStatus } = await import('ical-generator');
  const start = entry.startsAt.toZonedDateTimeISO(entry.zone);
  const end = start.add({ minutes: entry.minutes });
  const utc = happensTwice(start) || happensTwice(end);
  const cancelled = entry.method === 'CANCEL';
  const { mailDomain, mailFrom } = to.options;
  const { id: seatId, answered } = entry.seat;
  const answersTo = answersOf(seatId, to.options);
  const status = { accepted: ICalAttendeeStatus.ACCEPTED, declined: ICalAttendeeStatus.DECLINED } as const;
  const calendar = ical({
    prodId: { company: 'Okaeri', product: 'Okaeri', language: 'EN' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    ...(utc ? {} : { timezone: { name: entry.zone, generator: () => vtimezone(start) } }),
  });
  calendar.createEvent({
    id: `${entry.visitId}@${mailDomain}`,
    sequence: entry.sequence,
    start: utc ? start.withTimeZone('UTC') : start,
    end: utc ? end.withTimeZone('UTC') : end,
    ...(utc ? {} : { timezone: entry.zone }),
    summary: entry.summary,
    ...(entry.description ? { description: entry.description } : {}),
    url: entry.url,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: entry.organizer, email: answersTo ?? addressIn(mailFrom) },
    attendees: [
      {
        ...{ name: to.person.name, email: to.address, rsvp: answersTo !== null && !cancelled },
        status: answersTo && answered ? status[answered] : ICalAttendeeStatus.NEEDSACTION,
      },
    ],
  });
  const stamp = to.createdAt.toString({ fractionalSecondDigits: 0 }).replace(/[-:]/g, '');
  // The generator writes the stamp by the zone of the calendar; the standard wants UTC, and of ours the message's own.
  return calendar.toString().replace(/^DTSTAMP:.*$/m, `DTSTAMP:${stamp}`);
}

/** Where a calendar sends what its reader answers; null where nobody would read it. */
export const answersOf = (seatId: SeatId, options: NotifyOptions): string | null =>
  options.house && takesMailIn(options) ? replyAddress(options.house, seatId, options.mailDomain) : null;

/** In the hour that a clock goes through again in autumn, programs disagree about which one is meant. */
function happensTwice(at: Temporal.ZonedDateTime): boolean {
  const wall = at.toPlainDateTime();
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(at.timeZoneId, { disambiguation }),
  );
  return earlier?.epochNanoseconds !== later?.epochNanoseconds;
}
