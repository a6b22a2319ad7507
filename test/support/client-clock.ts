// oxlint-disable no-restricted-globals no-restricted-properties -- What a page reads the time from is what is put wrong here.
import type { BrowserContext, Page } from 'playwright-core';

interface Instant {
  epochMilliseconds: number;
  add(duration: { milliseconds: number }): Instant;
  toZonedDateTimeISO(zone: string): Record<'toPlainDateTime' | 'toPlainDate' | 'toPlainTime', () => unknown>;
}

/** Not every Chromium has it. */
interface TemporalWindow {
  Temporal?: { Now: { instant(): Instant; timeZoneId(): string } };
}

/**
 * Gives every page of a context, and every frame in it, a clock that is so far ahead of the right one and goes on as it
 * does; what is counted since a page was opened is counted as before, as when somebody sets a clock. For the pages alone:
 * Chromium as a whole, with another time of day from the C library, hangs before its first page. Its cookies and
 * certificates keep the right time therefore; ours live by `Max-Age`, and the sfu looks at no dates.
 */
export async function setClockOf(context: BrowserContext, aheadMs: number): Promise<void> {
  await context.addInitScript((ahead) => {
    const Right = window.Date;
    const read = () => Right.now() + ahead;
    const wrong: typeof Date = new Proxy(Right, {
      construct: (target, given: unknown[], as) =>
        Reflect.construct(target, given.length === 0 ? [read()] : given, as === wrong ? target : as) as Date,
      apply: (target) => new target(read()).toString(),
      get: (target, name) => (name === 'now' ? read : (Reflect.get(target, name) as unknown)),
    });
    Right.prototype.constructor = wrong;
    window.Date = wrong;

    // Asked without a date they read the browser's own clock.
    const { prototype } = Intl.DateTimeFormat;
    const format = Object.getOwnPropertyDescriptor(prototype, 'format')?.get;
    if (format) {
      Object.defineProperty(prototype, 'format', {
        configurable: true,
        get(this: Intl.DateTimeFormat) {
          const say = format.call(this) as Intl.DateTimeFormat['format'];
          return (at: Date | number = read()) => say(at);
        },
      });
    }
    const parts = prototype.formatToParts;
    prototype.formatToParts = function (at = read()) {
      return parts.call(this, at);
    };

    const origin = performance.timeOrigin + ahead;
    Object.defineProperty(Performance.prototype, 'timeOrigin', { configurable: true, get: () => origin });

    const clock = (window as unknown as TemporalWindow).Temporal?.Now;
    if (!clock) return;
    const instant = clock.instant.bind(clock);
    const there = () => instant().add({ milliseconds: ahead });
    const zoned = (zone = clock.timeZoneId()) => there().toZonedDateTimeISO(zone);
    Object.assign(clock, {
      instant: there,
      zonedDateTimeISO: zoned,
      plainDateTimeISO: (zone?: string) => zoned(zone).toPlainDateTime(),
      plainDateISO: (zone?: string) => zoned(zone).toPlainDate(),
      plainTimeISO: (zone?: string) => zoned(zone).toPlainTime(),
    });
  }, aheadMs);
}

/** By every clock that a page can read; fails where they are not the same. */
export async function hoursAheadOf(page: Page): Promise<number> {
  const theirs = await page.evaluate(() => {
    const said = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' });
    return [
      ...[Date.now(), new Date().getTime(), Date.parse(Date()), performance.timeOrigin + performance.now()],
      Date.parse(said.format().replace(' at', '')),
      (window as unknown as TemporalWindow).Temporal?.Now.instant().epochMilliseconds ?? Date.now(),
    ];
  });
  const hours = theirs.map((at) => Math.round((at - performance.timeOrigin - performance.now()) / 3_600_000));
  const [first = NaN, ...others] = hours;
  if (others.some((other) => other !== first)) throw new Error(`The clocks of a page differ: ${hours.join(', ')} h`);
  return first;
}
