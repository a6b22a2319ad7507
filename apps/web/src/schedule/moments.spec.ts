import fc from 'fast-check';
import { Temporal } from '@okaeri/words/time';
import { dayBeside, isoOf, msOf, msOfIso, utcOf } from './moments';

const minute = 60_000;

it('says every minute of two centuries as a wall of UTC, and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -36_817_920, max: 68_380_320 }), (minutes) => {
      const at = Temporal.Instant.fromEpochMilliseconds(minutes * minute).toZonedDateTimeISO('UTC');
      const wall = utcOf(minutes * minute);
      expect(wall.date).toBe(at.toPlainDate().toString());
      expect(wall.time).toBe(at.toPlainTime().toString({ smallestUnit: 'minute' }));
      expect(msOf(wall)).toBe(minutes * minute);
      expect(msOfIso(isoOf(minutes * minute))).toBe(minutes * minute);
    }),
  );
});

it('knows the day beside one', () => {
  expect(dayBeside('2028-02-28', 1)).toBe('2028-02-29');
  expect(dayBeside('2027-01-01', -1)).toBe('2026-12-31');
});
