import type { SeatId, VisitId } from '@okaeri/contracts';
import type { Temporal } from '@okaeri/words/time';
import type { NotifyOptions } from '../options';
import { addressIn } from '../mail/origins';
import { answersOf } from './event';

/** One of several visits that are told in one mail. */
export interface PublishedEntry {
  visitId: VisitId;
  sequence: number;
  startsAt: Temporal.Instant;
  minutes: number;
  summary: string;
  description: string | null;
  /** The plain page: a calendar is read by many, and no link that lets anybody in belongs there. */
  url: string;
  organizer: string;
  seatId: SeatId;
}

/**
 * Several visits in one file (RFC 5546, 3.2.1 PUBLISH). Each has the id and the organizer that a mail about it alone would
 * have, so that such a mail finds it. Their times are instants: a file with the zones of many would differ from program to
 * program.
 */
export async function publishedFile(
  entries: readonly PublishedEntry[],
  { createdAt, options }: { createdAt: Temporal.Instant; options: NotifyOptions },
): Promise<string> {
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator');
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Okaeri', product: 'Okaeri', language: 'EN' },
  });
  for (const { visitId, sequence, startsAt, minutes, summary, description, url, organizer, seatId } of entries) {
    const start = startsAt.toZonedDateTimeISO('UTC');
    calendar.createEvent({
      ...{ id: `${visitId}@${options.mailDomain}`, sequence, summary, url, start },
      ...(description ? { description } : {}),
      end: start.add({ minutes }),
      stamp: createdAt.round('second').toZonedDateTimeISO('UTC'),
      status: ICalEventStatus.CONFIRMED,
      organizer: { name: organizer, email: answersOf(seatId, options) ?? addressIn(options.mailFrom) },
    });
  }
  return calendar.toString();
}
