import { locales } from '@okaeri/contracts';
import { zoneTable } from '@okaeri/words/time';
import { minuteOf } from '../../../../test/support/oracle';
import { moodOf, reasonOf } from './reason';
import type { ReasonAsked } from './reason';
import type { Party } from './search';

const [from, to] = [minuteOf('2026-11-20T00:00Z'), minuteOf('2026-12-20T00:00Z')];
const party = (id: string, zone: string, good: readonly [number, number], borne = 0): Party => ({
  ...{ id, zone: zoneTable(zone, from, to), may: [from, to], taken: [], starts: [], buffer: 0, perDay: null },
  ...{ notice: 0, good: [good[0] * 60, good[1] * 60], borne },
});
const [emily, sato] = ['America/Toronto', 'Asia/Tokyo'];
/** At this minute it is 19:00 in Toronto and 9:00 in Osaka. */
const evening = minuteOf('2026-11-25T00:00Z');

const told = (people: readonly Party[], more: Partial<ReasonAsked> = {}) =>
  reasonOf({
    ...{ locale: 'en', s: evening, minutes: 30, first: false, holidays: [] },
    people: people.map((each) => ({ party: each, name: each.id })),
    timeOf: ({ id }, minute) => `${id}+${minute - evening}`,
    ...more,
  });

describe('why a time is among the best', () => {
  const at = (good: readonly [number, number], borne = 0) => party('Emily', emily ?? '', good, borne);
  const there = (good: readonly [number, number], borne = 0) => party('Dr. Sato', sato ?? '', good, borne);

  it('is that nobody has to bear anything, or that it is the first such time', () => {
    expect(told([at([9, 20]), there([9, 17])])).toBe('Good hours for everybody.');
    expect(told([at([9, 20]), there([9, 17])], { first: true })).toBe(
      'Good hours for everybody, and the first such time.',
    );
  });

  it('is that it is the turn of one, where another bore more of late', () => {
    expect(told([at([9, 20], 90), there([10, 17], 30)])).toBe(
      'Dr. Sato begins early this time; last time it was Emily.',
    );
    expect(told([at([9, 18]), there([9, 17], 60)])).toBe('Emily stays late this time; last time it was Dr. Sato.');
  });

  it('is else that it is the least inconvenient, by who has to bear most', () => {
    expect(told([at([9, 18], 60), there([9, 17])])).toBe('The least inconvenient: Emily ends at Emily+30.');
    expect(told([at([9, 19]), there([11, 17])])).toBe('The least inconvenient: Dr. Sato begins at Dr. Sato+0.');
  });

  it('names the holiday of who works all the same', () => {
    expect(told([at([9, 20]), there([9, 17])], { holidays: ['Culture Day in Japan'] })).toBe(
      'Good hours for everybody. It is a holiday: Culture Day in Japan.',
    );
  });

  it('can be said in each language', () => {
    for (const locale of locales) {
      const said = told([at([9, 18]), there([9, 17], 60)], { locale, holidays: ['X'] });
      expect([locale, said.includes('Emily'), said.includes('X')]).toEqual([locale, true, true]);
    }
  });

  it('follows from how the hour is for each', () => {
    const mood = (good: readonly [number, number], minute = evening) => moodOf(there(good), minute, 30);
    expect([mood([9, 17]), mood([10, 17]), mood([6, 9])]).toEqual(['good', 'early', 'late']);
    expect([mood([9, 17], evening - 240), mood([9, 17], evening + 780)]).toEqual(['night', 'night']);
  });
});
