import { Temporal, wallOf } from '@okaeri/words/time';
import { collide, seriesDates } from './series-dates';
import type { SeriesAsked } from './series-dates';

const asked = (more: Partial<SeriesAsked> = {}): SeriesAsked => ({
  ...{ zone: 'Asia/Tokyo', everyWeeks: 2, times: 4, skip: [], swaps: [] },
  ...more,
});
/** 12 October 2027, 9:00 in Osaka; Toronto puts its clocks back on 7 November. */
const first = Temporal.Instant.from('2027-10-12T00:00:00Z');

describe('the dates of a series', () => {
  it('stay at the clock that is kept, and are named by the one of the form', () => {
    const dates = seriesDates(asked(), first, 'America/Toronto');
    expect(dates.map(({ startsAt }) => wallOf(startsAt, 'America/Toronto').time)).toEqual([
      ...['20:00', '20:00', '20:00', '20:00'],
    ]);
    expect(dates.map(({ date, startsAt }) => `${date} ${wallOf(startsAt, 'Asia/Tokyo').time}`)).toEqual([
      ...['2027-10-12 09:00', '2027-10-26 09:00', '2027-11-09 10:00', '2027-11-23 10:00'],
    ]);
  });

  it('keep their names where they are swapped or left out', () => {
    const swaps = [{ date: '2027-10-26', startsAt: '2027-10-27T01:00:00Z' }];
    const dates = seriesDates(asked({ swaps, skip: ['2027-11-09'] }), first, 'Asia/Tokyo');
    expect(dates.map(({ date, startsAt, swapped, skipped }) => [date, startsAt.toString(), swapped, skipped])).toEqual([
      ['2027-10-12', '2027-10-12T00:00:00Z', false, false],
      ['2027-10-26', '2027-10-27T01:00:00Z', true, false],
      ['2027-11-09', '2027-11-09T00:00:00Z', false, true],
      ['2027-11-23', '2027-11-23T00:00:00Z', false, false],
    ]);
  });

  it('are missing where the clock that is kept goes past that time', () => {
    // 14 March 2027 has no 2:30 there.
    const spring = Temporal.Instant.from('2027-02-28T07:30:00Z');
    const form = asked({ zone: 'America/Toronto', times: 2 });
    expect(seriesDates(form, spring, 'America/Toronto').map(({ date, missing }) => [date, missing])).toEqual([
      ['2027-02-28', false],
      ['2027-03-14', true],
    ]);
    const swaps = [{ date: '2027-03-14', startsAt: '2027-03-14T08:00:00Z' }];
    expect(seriesDates({ ...form, swaps }, spring, 'America/Toronto')[1]?.missing).toBe(false);
  });

  it('are in each other’s way from the minute in which one is not over yet', () => {
    const at = (...iso: string[]) => iso.map((each) => Temporal.Instant.from(each));
    expect(collide(at('2027-10-12T00:30:00Z', '2027-10-12T00:00:00Z'), 30)).toBe(false);
    expect(collide(at('2027-10-12T00:29:00Z', '2027-10-12T00:00:00Z'), 30)).toBe(true);
    expect(collide([], 30)).toBe(false);
  });
});
