import { doorClosesMinutes, doorOpensMinutes, overStatuses } from '@okaeri/contracts';
import type { VisitStatus } from '@okaeri/contracts';
import type { Temporal } from '@okaeri/words/time';

export type Door = 'early' | 'open' | 'over';

/** Whether the waiting room of a visit is open at an instant. */
export function doorOf(
  visit: { status: VisitStatus; startsAt: Temporal.Instant; minutes: number },
  at: Temporal.Instant,
): Door {
  if (overStatuses.includes(visit.status)) return 'over';
  const now = at.epochMilliseconds;
  if (now < visit.startsAt.subtract({ minutes: doorOpensMinutes }).epochMilliseconds) return 'early';
  if (now >= visit.startsAt.add({ minutes: visit.minutes + doorClosesMinutes }).epochMilliseconds) return 'over';
  return 'open';
}
