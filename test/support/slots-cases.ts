import fc from 'fast-check';
import { farClocks, clockOf } from './far-clocks';
import { minuteOf } from './oracle';
import type { SlowDay, SlowParty, SlowRule } from './slow-slots';

/** More by hand: SLOTS_RUNS=50000. */
export const numRuns = Number(process.env['SLOTS_RUNS'] ?? 1000);

const day = 1440;
const zones = Object.keys(farClocks);
/** Middles of the windows that are searched: each turn of a clock in two years, and some days on which nothing happens. */
export const middles: readonly number[] = [
  ...new Set(Object.values(farClocks).flatMap(({ turns }) => turns.map(([instant]) => minuteOf(instant)))),
  ...['2026-12-24T00:00Z', '2027-02-28T12:00Z', '2028-02-29T00:00Z'].map(minuteOf),
].filter((minute) => minute > minuteOf('2026-02-01T00:00Z') && minute < minuteOf('2028-12-01T00:00Z'));

/** Quarters mostly, as people write hours, and sometimes an odd minute. */
const minuteOfDay = (max: number) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: Math.floor(max / 15) }).map((quarter) => quarter * 15) },
    fc.integer({ min: 0, max }),
  );

const windowOf = (maxFrom: number, maxLength: number) =>
  fc
    .tuple(minuteOfDay(maxFrom), minuteOfDay(maxLength))
    .map(([from, length]) => ({ from, to: from + Math.max(1, length) }));

/** One who is scheduled, in the words of the slow model, with the name of her zone. */
export interface PartyCase {
  zone: string;
  slow: SlowParty;
}

/** With rules, exceptions and visits near a minute. */
export function partyCase(middle: number): fc.Arbitrary<PartyCase> {
  const date = Math.floor(middle / day);
  const near = fc.integer({ min: date - 4, max: date + 4 });
  const rule = fc
    .record<Omit<SlowRule, 'from' | 'to'>>({
      kind: fc.constantFrom('open', 'open', 'open', 'break', 'on_call'),
      weekday: fc.integer({ min: 1, max: 7 }),
      validFrom: fc.option(near, { freq: 4 }),
      validTo: fc.option(near, { freq: 4 }),
    })
    .chain((said) => windowOf(day - 1, said.kind === 'break' ? 120 : day).map((window) => ({ ...said, ...window })));
  /** The same hours on each day, so that several people have an hour in common. */
  const always = windowOf(day - 1, day).map((window) =>
    [1, 2, 3, 4, 5, 6, 7].map((weekday): SlowRule => ({
      kind: 'open',
      weekday,
      ...window,
      validFrom: null,
      validTo: null,
    })),
  );
  const exception = fc
    .record<Omit<SlowDay, 'from' | 'to'>>({ kind: fc.constantFrom('off', 'open'), day: near })
    .chain((said) => windowOf(day - 1, day).map((window) => ({ ...said, ...window })));
  const time = fc
    .tuple(fc.integer({ min: middle - 4 * day, max: middle + 4 * day }), fc.integer({ min: 5, max: 200 }))
    .map(([from, length]) => [from, from + length] as const);
  return fc.constantFrom(...zones).chain((zone) =>
    fc
      .record<SlowParty>({
        clock: fc.constant(clockOf(zone)),
        rules: fc.tuple(always, fc.array(rule, { maxLength: 5 })).map(([all, more]) => [...all, ...more]),
        days: fc.array(exception, { maxLength: 3 }),
        holidays: fc.array(near, { maxLength: 2 }),
        onCall: fc.boolean(),
        visits: fc.array(time, { maxLength: 5 }),
        outside: fc.array(time, { maxLength: 3 }),
        buffer: fc.constantFrom(0, 0, 5, 15, 120),
        perDay: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 3 }),
        notice: fc.constantFrom(0, 0, 60, 1500),
        good: fc
          .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 440 }))
          .map(([from, length]) => [from, from + length] as const),
        borne: fc.integer({ min: 0, max: 300 }),
      })
      .map((slow) => ({ zone, slow })),
  );
}
