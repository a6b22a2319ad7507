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
  description: string | null;
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
  for (const entry of entries) {
    const status = entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED;
    calendar.createEvent({ ...eventOf(entry, mailDomain), organizer, status });
  }
  return calendar.toString();
}

/**
 * One visit as it lies in a calendar elsewhere (RFC 4791, 4.1: without a method). It names no organizer: a server that
 * sends invitations by itself would answer in its owner's name.
 */
export async function visitFile(entry: FeedEntry, mailDomain: string): Promise<string> {
  const { default: ical, ICalEventStatus } = await import('ical-generator');
  const calendar = ical({ prodId: { company: 'Okaeri', product: 'Okaeri', language: 'EN' } });
  calendar.createEvent({ ...eventOf(entry, mailDomain), status: ICalEventStatus.CONFIRMED });
  return calendar.toString();
}

function eventOf(entry: FeedEntry, mailDomain: string) {
  const { visitId, sequence, startsAt, minutes, changedAt, summary, description, url } = entry;
  const start = startsAt.toZonedDateTimeISO('UTC');
  return {
    ...{ id: `${visitId}@${mailDomain}`, sequence, summary, url, start, end: start.add({ minutes }) },
    ...(description ? { description } : {}),
    stamp: changedAt.round('second').toZonedDateTimeISO('UTC'),
  };
}
