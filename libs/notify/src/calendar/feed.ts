import type { VisitId } from '@okaeri/contracts';
import type { Temporal } from '@okaeri/words/time';

/** A visit among all of a person's. */
export interface FeedEntry {
  visitId: VisitId;
  sequence: number;
  startsAt: Temporal.Instant;
  minutes: number;
  cancelled: boolean;
  /** When it changed last. */
  changedAt: Temporal.Instant;
  summary: string;
  url: string;
}

/**
 * All visits of a person as one file (RFC 5546, PUBLISH): the same entries by the same ids as in her mails. Their times are
 * instants, which mean the same whatever zone data the program that reads them has.
 */
export async function feedFile(
  entries: readonly FeedEntry[],
  { name, mailDomain, organizer }: { name: string; mailDomain: string; organizer: { name: string; email: string } },
): Promise<string> {
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator');
  const calendar = ical({
    ...{ name, method: ICalCalendarMethod.PUBLISH, ttl: 15 * 60 },
    prodId: { company: 'Okaeri', product: 'Okaeri', language: 'EN' },
  });
  for (const { visitId, sequence, startsAt, minutes, cancelled, changedAt, summary, url } of entries) {
    const start = startsAt.toZonedDateTimeISO('UTC');
    calendar.createEvent({
      ...{ id: `${visitId}@${mailDomain}`, sequence, summary, url, organizer, start },
      end: start.add({ minutes }),
      stamp: changedAt.round('second').toZonedDateTimeISO('UTC'),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
