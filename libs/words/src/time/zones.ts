import { Temporal } from './now';

/** The release of the time zone data that this process counts with, such as "2026c"; `null` in a browser. */
export function tzdataVersion(): string | null {
  const host = globalThis as { process?: { versions?: { tz?: string } } };
  return host.process?.versions?.tz ?? null;
}

/** Whether a name is a zone of the tz database that this machine knows; offsets such as "+09:00" are not. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** The calendar day around an instant as people in that zone count it: 23 or 25 hours when clocks change. */
export function dayRange(zone: string, instant: Temporal.Instant): { start: Temporal.Instant; end: Temporal.Instant } {
  const start = instant.toZonedDateTimeISO(zone).startOfDay();
  return { start: start.toInstant(), end: start.add({ days: 1 }).startOfDay().toInstant() };
}
