import { doorClosesMinutes, doorOpensMinutes, isTold, overStatuses } from '@okaeri/contracts';
import type { VisitStatus } from '@okaeri/contracts';
import type { Temporal } from '@okaeri/words/time';

export type Door = 'early' | 'open' | 'over';

interface Planned {
  startsAt: Temporal.Instant;
  minutes: number;
  expectedAt?: Temporal.Instant | null;
}

/** Whether the waiting room of a visit is open at an instant. It stays open for one that will begin late. */
export function doorOf(visit: Planned & { status: VisitStatus }, at: Temporal.Instant): Door {
  if (overStatuses.includes(visit.status)) return 'over';
  // Not booked yet: nobody is let in, however late it is.
  if (!isTold(visit.status)) return 'early';
  const now = at.epochMilliseconds;
  if (now < visit.startsAt.subtract({ minutes: doorOpensMinutes }).epochMilliseconds) return 'early';
  if (now >= doorCloses(visit).epochMilliseconds) return 'over';
  return 'open';
}

export const doorCloses = (visit: Planned): Temporal.Instant => visitEnds(visit).add({ minutes: doorClosesMinutes });

/** As it was planned; of one that will begin late, as much later. */
export function visitEnds({ startsAt, minutes, expectedAt }: Planned): Temporal.Instant {
  const begins = expectedAt && expectedAt.epochMilliseconds > startsAt.epochMilliseconds ? expectedAt : startsAt;
  return begins.add({ minutes });
}
