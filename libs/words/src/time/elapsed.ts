/**
 * Whole minutes since an instant, by this machine's clock, never below zero. Without Temporal: a phone that only says
 * "3 minutes" should not load a calendar for it.
 */
export function minutesSince(instant: string): number {
  return Math.max(0, Math.floor((performance.timeOrigin + performance.now() - Date.parse(instant)) / 60_000));
}
