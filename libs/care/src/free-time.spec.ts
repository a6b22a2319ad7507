import type { PersonId, VisitId } from '@okaeri/contracts';
import { toInstant, toIso } from '@okaeri/words/time';
import { inTheWay, nearestFree } from './free-time';

const claim = (from: string, to: string) => ({
  personId: 'p' as PersonId,
  visitId: 'v' as VisitId,
  from: toInstant(from).epochMilliseconds,
  to: toInstant(to).epochMilliseconds,
});
const at = (startsAt: string, zones = ['Asia/Tokyo'], notBefore = '2027-02-01T00:00:00Z') => ({
  ...{ startsAt: toInstant(startsAt), minutes: 30, zones, notBefore: toInstant(notBefore) },
});
const found = (...asked: Parameters<typeof nearestFree>) => {
  const instant = nearestFree(...asked);
  return instant && toIso(instant);
};

describe('the nearest free time', () => {
  it('is the one that was asked for, where nothing is in the way', () => {
    expect(found([], at('2027-02-10T01:00:00Z'))).toBe('2027-02-10T01:00:00.000Z');
  });

  it('may be a little before it, and the earlier of two', () => {
    const taken = [claim('2027-02-10T01:00:00Z', '2027-02-10T01:30:00Z')];
    expect(found(taken, at('2027-02-10T01:00:00Z'))).toBe('2027-02-10T00:30:00.000Z');
    expect(found(taken, at('2027-02-10T01:15:00Z'))).toBe('2027-02-10T01:30:00.000Z');
  });

  it('is not before one can still book', () => {
    const taken = [claim('2027-02-10T01:00:00Z', '2027-02-10T01:30:00Z')];
    expect(found(taken, at('2027-02-10T01:00:00Z', ['Asia/Tokyo'], '2027-02-10T00:35:00Z'))).toBe(
      '2027-02-10T01:30:00.000Z',
    );
  });

  it('is by day on both sides, to its end', () => {
    // 22:00 in Osaka; on the day after it is 8:00 there and 18:00 in Toronto.
    expect(found([], at('2027-02-10T13:00:00Z', ['Asia/Tokyo', 'America/Toronto']))).toBe('2027-02-10T23:00:00.000Z');
    expect(found([], at('2027-02-10T10:45:00Z'))).toBe('2027-02-10T10:30:00.000Z');
  });

  it('is at night rather than never, and nowhere in two weeks that are full', () => {
    const zones = ['Asia/Tokyo', 'America/Sao_Paulo'];
    const nights = at('2027-02-10T01:00:00Z', zones);
    const full = claim('2027-02-01T00:00:00Z', '2027-03-01T00:00:00Z');
    expect(found([full], nights)).toBeNull();
    const gap = [
      claim('2027-02-01T00:00:00Z', '2027-02-11T17:00:00Z'),
      claim('2027-02-11T17:30:00Z', '2027-03-01T00:00:00Z'),
    ];
    expect(found(gap, nights)).toBe('2027-02-11T17:00:00.000Z');
  });
});

describe('what is in the way', () => {
  it('is not what ends as it begins, or begins as it ends', () => {
    const claims = [
      claim('2027-02-10T00:30:00Z', '2027-02-10T01:00:00Z'),
      claim('2027-02-10T01:30:00Z', '2027-02-10T02:00:00Z'),
    ];
    const slot = { startsAt: toInstant('2027-02-10T01:00:00Z'), minutes: 30 };
    expect(inTheWay(claims, slot)).toEqual([]);
    expect(inTheWay(claims, { ...slot, minutes: 31 })).toEqual([claims[1]]);
  });
});
