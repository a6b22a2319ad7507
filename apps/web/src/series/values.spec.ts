import { givenIn, leftOut, putBack, swapped, tallyOf, type SeriesDate } from './values';

describe('a series', () => {
  it('begins with what was chosen before, and with nothing that is no choice', () => {
    expect(givenIn({ date: '2027-10-12', time: '09:00', minutes: 30, kind: 'conference' })).toEqual({
      ...{ date: '2027-10-12', time: '09:00' },
    });
    expect([givenIn(null), givenIn('date')]).toEqual([{}, {}]);
  });

  it('has each date once: left out, at another time, or as it was planned', () => {
    const one = swapped({ skip: ['2027-10-12'], swaps: [] }, '2027-10-12', '2027-10-13T00:00:00Z');
    expect(one).toEqual({ skip: [], swaps: [{ date: '2027-10-12', startsAt: '2027-10-13T00:00:00Z' }] });
    const other = swapped(one, '2027-10-12', '2027-10-14T00:00:00Z');
    expect(other.swaps).toEqual([{ date: '2027-10-12', startsAt: '2027-10-14T00:00:00Z' }]);
    expect(leftOut(other, '2027-10-12')).toEqual({ skip: ['2027-10-12'], swaps: [] });
    expect(putBack(leftOut(other, '2027-10-12'), '2027-10-12')).toEqual({ skip: [], swaps: [] });
  });

  it('can be booked once every date that is not left out is free', () => {
    const dates = (['free', 'taken', 'skipped', 'missing', 'past'] as const).map((state) => ({ state }) as SeriesDate);
    expect(tallyOf(dates)).toEqual({ wanted: 4, blocked: 3 });
    expect(tallyOf([])).toEqual({ wanted: 0, blocked: 0 });
  });
});
