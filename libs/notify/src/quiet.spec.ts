import { Temporal } from '@okaeri/words/time';
import { afterQuiet, outOfQuiet } from './quiet';

const at = (text: string) => Temporal.Instant.from(text);
const toronto = { zone: 'America/Toronto', quietFrom: 22 * 60, quietTo: 7 * 60 };

describe('a reminder that falls into quiet hours', () => {
  it.each([
    // 2 a.m. of the day before a visit at 2 a.m.: at seven.
    ['waits for the morning', '2026-12-09T07:00Z', '2026-12-10T07:00Z', '2026-12-09T12:00:00Z'],
    // Five minutes to midnight.
    ['waits over midnight', '2026-12-09T04:55Z', '2026-12-10T04:55Z', '2026-12-09T12:00:00Z'],
    // The visit begins at 8 a.m.; at seven she would have an hour.
    [
      'comes the evening before, where the morning is too late',
      '2026-12-09T04:00Z',
      '2026-12-09T13:00Z',
      '2026-12-09T02:59:00Z',
    ],
    [
      'goes out when it is due, where that is shortly before',
      '2026-12-09T07:00Z',
      '2026-12-09T08:00Z',
      '2026-12-09T07:00:00Z',
    ],
    ['goes out when it is due, by day', '2026-12-09T18:00Z', '2026-12-10T18:00Z', '2026-12-09T18:00:00Z'],
    ['goes out at their very end', '2026-12-09T12:00Z', '2026-12-10T12:00Z', '2026-12-09T12:00:00Z'],
    // Clocks go forward in that night: seven is an hour earlier.
    ['goes by a clock that is turned', '2027-03-14T05:00Z', '2027-03-15T05:00Z', '2027-03-14T11:00:00Z'],
  ])('%s', (_named, due, startsAt, expected) => {
    expect(outOfQuiet(at(due), at(startsAt), toronto).toString()).toBe(expected);
  });

  it('knows hours that do not cross midnight, and none', () => {
    const siesta = { ...toronto, quietFrom: 13 * 60, quietTo: 15 * 60 };
    expect(outOfQuiet(at('2026-12-09T19:00Z'), at('2026-12-10T19:00Z'), siesta).toString()).toBe(
      '2026-12-09T20:00:00Z',
    );
    expect(outOfQuiet(at('2026-12-09T21:00Z'), at('2026-12-10T21:00Z'), siesta).toString()).toBe(
      '2026-12-09T21:00:00Z',
    );
    const none = { ...toronto, quietFrom: null, quietTo: null };
    expect(outOfQuiet(at('2026-12-09T07:00Z'), at('2026-12-10T07:00Z'), none).toString()).toBe('2026-12-09T07:00:00Z');
  });
});

describe('what wakes its reader, in quiet hours', () => {
  it.each([
    ['waits for their end', '2026-12-09T08:00Z', '2026-12-12T00:00Z', '2026-12-09T12:00:00Z'],
    ['comes at once, where it is of no use then', '2026-12-09T08:00Z', '2026-12-09T13:00Z', undefined],
    ['comes at once by day', '2026-12-09T18:00Z', '2026-12-12T00:00Z', undefined],
    ['comes at their very end', '2026-12-09T12:00Z', '2026-12-12T00:00Z', undefined],
  ])('%s', (_named, now, until, expected) => {
    expect(afterQuiet(at(now), at(until), toronto)?.toString()).toBe(expected);
  });
});
