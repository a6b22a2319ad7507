import fc from 'fast-check';
import ICAL from 'ical.js';
import { dateOf, dayOf, daySeconds, weekdayOf } from './days';
import { isDense, occurrences } from './occurrences';
import { ruleOf } from './rule';
import type { Rule } from './rule';

const wallOf = (text: string) => {
  const [, y, m, d, h, min, s] = (/^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?$/.exec(text) ?? []).map(Number);
  return dayOf(y ?? 0, m ?? 0, d ?? 0) * daySeconds + (h || 0) * 3600 + (min || 0) * 60 + (s || 0);
};
const words = (wall: number) => {
  const { year, month, date } = dateOf(Math.floor(wall / daySeconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const time = wall - Math.floor(wall / daySeconds) * daySeconds;
  return `${year}-${two(month)}-${two(date)}T${two(Math.floor(time / 3600))}:${two(Math.floor(time / 60) % 60)}`;
};
const budget = () => ({ steps: 4_000_000 });
const within = (from: string, to: string) => ({ from: wallOf(from), to: wallOf(to) });
const found = (rule: string, start: string, from: string, to: string) =>
  (occurrences(ruleOf(rule) as Rule, wallOf(start), within(from, to), budget()) ?? []).map(words);

describe('days by number', () => {
  it('are the days of the calendar, four hundred years and more', () => {
    expect([dayOf(1970, 1, 1), dayOf(2026, 11, 24), dayOf(1601, 1, 1)]).toEqual([0, 20_781, -134_774]);
    expect([weekdayOf(dayOf(2026, 11, 24)), weekdayOf(dayOf(1601, 1, 1))]).toEqual([2, 1]);
    const days = Array.from({ length: 200_000 }, (_, at) => at - 140_000);
    expect(
      days.filter((day) => {
        const { year, month, date } = dateOf(day);
        return dayOf(year, month, date) !== day;
      }),
    ).toEqual([]);
  });
});

describe('rules that repeat', () => {
  it.each([
    // The examples of RFC 5545, 3.8.5.3, and what programs write in their own ways.
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH', '1997-09-02T09:00:00', '1997-09-01', '1997-10-01', '02 04 16 18 30'],
    ['FREQ=MONTHLY;BYDAY=-2MO;COUNT=6', '1997-09-22T09:00:00', '1997-09-01', '1998-03-01', '22 20 17 22 19 16'],
    ['FREQ=MONTHLY;BYMONTHDAY=-3', '1997-09-28T09:00:00', '1997-09-01', '1998-03-01', '28 29 28 29 29 26'],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '1997-09-02T09:00:00', '1997-09-03', '1999-01-01', '13 13 13'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', '1997-09-29T09:00:00', '1997-09-01', '1998-01-01', '29 30 27 30'],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997-05-12T09:00:00', '1997-01-01', '2000-01-01', '12 11 17'],
    [
      'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
      '1997-01-01T09:00:00',
      '1997-01-01',
      '2001-01-01',
      '01 10 19 01 09 18',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
      '1997-08-05T09:00:00',
      '1997-08-01',
      '1997-10-01',
      '05 10 19 24',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      '1997-08-05T09:00:00',
      '1997-08-01',
      '1997-10-01',
      '05 17 19 31',
    ],
    ['freq=daily;count=3;', '2026-11-24T09:00:00', '2026-11-01', '2026-12-01', '24 25 26'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2024-02-29T09:00:00', '2026-01-01', '2033-01-01', '29 29'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2024-02-29T09:00:00', '2026-01-01', '2033-01-01', ''],
  ])('%s', (rule, start, from, to, days) => {
    expect(
      found(rule, start, from, to)
        .map((each) => each.slice(8, 10))
        .join(' '),
    ).toBe(days);
  });

  it('go by the hour, within the hours that they name', () => {
    expect(
      found('FREQ=HOURLY;INTERVAL=3;BYHOUR=9,12,13,15', '2026-11-24T09:10:00', '2026-11-24', '2026-11-25'),
    ).toEqual(['2026-11-24T09:10', '2026-11-24T12:10', '2026-11-24T15:10']);
  });

  it('that began long ago cost no more than those of today', () => {
    const spent = { steps: 4_000_000 };
    const rule = ruleOf('FREQ=DAILY') as Rule;
    expect(occurrences(rule, wallOf('1601-01-01'), within('2026-11-01', '2026-11-04'), spent)).toHaveLength(3);
    expect(4_000_000 - spent.steps).toBeLessThan(20);
  });

  it.each([
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;INTERVAL=2',
    'FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29',
    'FREQ=HOURLY;COUNT=1000000',
    'FREQ=DAILY;COUNT=900000;BYMONTHDAY=31;BYMONTH=2',
  ])('are not followed where they never end: %s', (text) => {
    const rule = ruleOf(text) as Rule;
    expect(occurrences(rule, wallOf('1900-01-01'), within('2026-11-01', '2027-05-01'), budget())).toBeNull();
    expect(isDense(rule)).toBe(!text.includes('COUNT'));
  });

  it.each([
    '',
    'FREQ=FORTNIGHTLY',
    'INTERVAL=2',
    'FREQ=DAILY;UNTIL=tomorrow',
    'FREQ=DAILY;INTERVAL=0',
    'RSCALE=HEBREW;FREQ=YEARLY',
  ])('are none: %s', (text) => expect(ruleOf(text)).toBeNull());

  it('give what another program counts, one after the other from the first', () => {
    const day = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
    const list = <T>(one: fc.Arbitrary<T>) => fc.uniqueArray(one, { minLength: 1, maxLength: 3 });
    const part = (name: string, values: fc.Arbitrary<readonly (string | number)[]>) =>
      fc.option(
        values.map((each) => `;${name}=${each.join(',')}`),
        { nil: '' },
      );
    const rules = fc.oneof(
      fc.tuple(fc.constant('FREQ=DAILY'), part('BYMONTH', list(fc.integer({ min: 1, max: 12 })))),
      fc.tuple(fc.constant('FREQ=WEEKLY'), part('BYDAY', list(day)), fc.constantFrom('', ';WKST=SU')),
      fc.tuple(fc.constant('FREQ=MONTHLY'), part('BYMONTHDAY', list(fc.integer({ min: 1, max: 28 })))),
      fc.tuple(
        fc.constant('FREQ=MONTHLY'),
        part(
          'BYDAY',
          list(fc.tuple(fc.constantFrom('1', '2', '3', '4', '-1', '-2'), day).map(([nth, each]) => nth + each)),
        ),
      ),
      fc.tuple(fc.constant('FREQ=YEARLY'), part('BYMONTH', list(fc.integer({ min: 1, max: 12 })))),
    );
    fc.assert(
      fc.property(
        rules.map((parts) => parts.join('')),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: dayOf(2024, 1, 1), max: dayOf(2027, 1, 1) }).filter((d) => dateOf(d).date <= 28),
        (parts, interval, first) => {
          const text = `${parts};INTERVAL=${interval}`;
          const start = first * daySeconds + 9 * 3600;
          const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateTimeString(`${words(start)}:00`));
          const theirs: string[] = [];
          const end = wallOf('2029-01-01');
          for (let next = iterator.next(); next && wallOf(next.toString()) < end; next = iterator.next()) {
            const wall = wallOf(next.toString());
            if (wall >= start) theirs.push(words(wall));
          }
          const ours = (occurrences(ruleOf(text) as Rule, start, { from: start, to: end }, budget()) ?? []).map(words);
          // Theirs begins with the first time also where the rule would not give it.
          expect({ text, start: words(start), all: [...new Set([words(start), ...ours])] }).toEqual({
            ...{ text, start: words(start), all: [...new Set([words(start), ...theirs])] },
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});
