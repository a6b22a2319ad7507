import {
  Temporal,
  dayRange,
  instantColumn,
  isZone,
  now,
  toDate,
  toInstant,
  toIso,
  tzdataVersion,
  useClock,
} from './index';

const hours = (range: { start: Temporal.Instant; end: Temporal.Instant }) =>
  range.end.since(range.start).total('hours');

describe('zones', () => {
  it('knows that British Columbia stopped changing clocks in 2026', () => {
    const offset = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO('America/Vancouver').offset;
    expect(offset('2025-12-15T12:00:00Z')).toBe('-08:00');
    expect(offset('2026-07-15T12:00:00Z')).toBe('-07:00');
    expect(offset('2026-12-15T12:00:00Z')).toBe('-07:00');
    expect(offset('2030-01-15T12:00:00Z')).toBe('-07:00');
  });

  it('says which release of the zone data it counts with', () => {
    expect(tzdataVersion()).toMatch(/^20(2[6-9]|[3-9]\d)[a-z]$/);
  });

  it('gives a day 25, 24 or 23 hours', () => {
    const day = (instant: string, zone: string) => hours(dayRange(zone, Temporal.Instant.from(instant)));
    expect(day('2026-11-01T12:00:00Z', 'America/Toronto')).toBe(25);
    expect(day('2027-03-14T12:00:00Z', 'America/Toronto')).toBe(23);
    expect(day('2026-11-01T12:00:00Z', 'America/Vancouver')).toBe(24);
    expect(toIso(dayRange('Asia/Tokyo', Temporal.Instant.from('2026-11-23T15:00:00Z')).start)).toBe(
      '2026-11-23T15:00:00.000Z',
    );
  });

  it('tells a zone from a word and from an offset', () => {
    expect(isZone('Asia/Ho_Chi_Minh')).toBe(true);
    expect(isZone('Asia/Nowhere')).toBe(false);
    expect(isZone('+09:00')).toBe(false);
  });
});

describe('the one clock', () => {
  it('can be replaced and put back', () => {
    const restore = useClock('2026-11-23T15:00:00Z');
    expect(toIso(now())).toBe('2026-11-23T15:00:00.000Z');
    restore();
    expect(Math.abs(now().epochMilliseconds - Date.now())).toBeLessThan(5000);
  });

  it('speaks with drivers in dates, and loses nothing', () => {
    const instant = Temporal.Instant.from('2026-11-23T15:00:00.123Z');
    expect(toInstant(toDate(instant)).equals(instant)).toBe(true);
    expect(toInstant('2026-11-23T15:00:00.123Z').equals(toInstant(instant.epochMilliseconds))).toBe(true);
    expect(instantColumn.from(null)).toBeNull();
    expect(instantColumn.to(undefined)).toBeUndefined();
    expect(instantColumn.from(instantColumn.to(instant) as Date)?.equals(instant)).toBe(true);
  });
});
