import { Temporal } from '@okaeri/words/time';
import { keepingLaws, keptUntil } from './laws';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('how long a record has to be kept', () => {
  it.each([
    ['JP', '2026-11-23', '1950-04-01', '2031-11-23'],
    ['VN', '2026-11-23', null, '2036-11-23'],
    ['CA', '2026-11-23', '1950-04-01', '2042-11-23'],
    // Of a child: sixteen years after she is nineteen.
    ['CA', '2026-11-23', '2020-02-29', '2055-02-28'],
    ['CN', '2026-11-23', null, '2056-11-23'],
    ['FR', '2026-11-23', '1950-04-01', '2046-11-23'],
    // Of a child: until she is twenty-eight.
    ['FR', '2026-11-23', '2025-03-01', '2053-03-01'],
    // Nothing is known of it: the longest.
    ['XX', '2026-11-23', null, '2056-11-23'],
    // Before there was this law in Vietnam.
    ['VN', '2018-02-28', null, '2048-02-28'],
  ])('in %s of %s, born %s: until %s', (country, last, born, until) => {
    expect(keptUntil(country, day(last), born === null ? null : day(born)).until.toString()).toBe(until);
  });

  it('has its day and its source in every line', () => {
    for (const { from, source, years } of keepingLaws) {
      expect([source, day(from).toString(), years > 0]).toEqual([source, from, true]);
      expect(source.length).toBeGreaterThan(20);
    }
  });
});
