import type { Visit } from '@okaeri/care';
import { isAhead } from '@okaeri/contracts';
import { Temporal } from '@okaeri/words/time';

/** Who may still be reminded of a visit: one that is over, or began, needs no reminder. */
export function remindable(visit: Pick<Visit, 'status' | 'startsAt'>, now: Temporal.Instant): boolean {
  const ahead = Temporal.Instant.compare(now, visit.startsAt) < 0;
  return ahead && isAhead(visit.status);
}

/** When a person is reminded, by what she chose; what is past already is skipped, not made up for. */
export function remindersDue(
  startsAt: Temporal.Instant,
  chosen: readonly number[],
  now: Temporal.Instant,
): { minutes: number; dueAt: Temporal.Instant }[] {
  return chosen
    .map((minutes) => ({ minutes, dueAt: startsAt.subtract({ minutes }) }))
    .filter(({ dueAt }) => Temporal.Instant.compare(dueAt, now) > 0);
}
