import fc from 'fast-check';
import { clockTable } from '../../../../test/support/clock-table';
import { minuteOf, wallAt } from '../../../../test/support/oracle';
import { Temporal, dateOfDay, dayNumber, offsetAt, zoneTable } from './index';

const day = 1440;
const offsetOf = (zone: string, minute: number) =>
  Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;

describe('the clock of a zone as a table', () => {
  it.each(Object.entries(clockTable))(
    'has the turns that were written down by hand for %s',
    (zone, { offset, turns }) => {
      const [from, to] = [minuteOf('2025-01-05T00:00Z'), minuteOf('2028-12-20T00:00Z')];
      const table = zoneTable(zone, from, to);
      expect(table.starts.slice(1)).toEqual(turns.map(([instant]) => minuteOf(instant)));
      expect(table.offsets).toEqual([offset, ...turns.map(([, after]) => after)]);
      for (const [instant] of turns) {
        for (let minute = minuteOf(instant) - 2; minute <= minuteOf(instant) + 2; minute += 1) {
          expect(offsetAt(table, minute)).toBe(wallAt(zone, minute).offset);
        }
      }
    },
  );

  it('finds the month of Ramadan in Casablanca, two changes that undo each other', () => {
    const table = zoneTable('Africa/Casablanca', minuteOf('2026-01-10T00:00Z'), minuteOf('2026-06-10T00:00Z'));
    expect(table.offsets).toEqual([60, 0, 60]);
  });

  it('is the zone data at any minute of any zone, from the first that was asked for to the last', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: minuteOf('2025-02-01T00:00Z'), max: minuteOf('2028-06-01T00:00Z') }),
        fc.integer({ min: 1, max: 100 * day }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (zone, from, length, shares) => {
          const table = zoneTable(zone, from, from + length);
          for (const share of [0, 1, ...shares]) {
            const minute = from + Math.floor(share * length);
            expect({ zone, minute, offset: offsetAt(table, minute) }).toEqual({
              ...{ zone, minute },
              offset: offsetOf(zone, minute),
            });
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  /** What the search relies on when it shows three times a day: days of a calendar follow each other. */
  it('nowhere puts a clock back by more than the time since midnight', () => {
    const [from, to] = [minuteOf('2026-10-20T00:00Z'), minuteOf('2027-11-10T00:00Z')];
    const back = Intl.supportedValuesOf('timeZone').flatMap((zone) => {
      const { starts, offsets } = zoneTable(zone, from, to);
      return starts.flatMap((start, at) => {
        const [before = 0, after = 0] = [offsets[at - 1], offsets[at]];
        const days = [start - 1 + before, start + after].map((wall) => Math.floor(wall / day));
        return at > 0 && after < before ? [{ zone, back: (days[1] as number) < (days[0] as number) }] : [];
      });
    });
    expect(back.length).toBeGreaterThan(100);
    expect(back.filter((each) => each.back)).toEqual([]);
  });
});

describe('days by number', () => {
  it('counts from 1970, over leap days too', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2026-11-24')).toBe(minuteOf('2026-11-24T00:00Z') / day);
    expect(dateOfDay(dayNumber('2028-02-29'))).toBe('2028-02-29');
    expect(dateOfDay(dayNumber('2028-02-29') + 1)).toBe('2028-03-01');
  });
});
