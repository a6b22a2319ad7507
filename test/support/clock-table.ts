/**
 * What the clocks of some places show from 2025 to 2028, written down by hand from the laws: the oracle that our own
 * times are held against. Nothing here is counted by Temporal, by ICU or by the zone data of this machine, which may
 * all be wrong together: until 2026 each of them said that British Columbia puts its clocks back in November.
 */
export interface PlaceClock {
  /** Minutes east of Greenwich on 1 January 2025. */
  offset: number;
  /** Each turn of the clock: its instant, and the minutes east from then on. */
  turns: readonly (readonly [instant: string, offset: number])[];
}

/** The second Sunday of March and the first of November at 2 o'clock, by the eastern clock. */
const eastern: PlaceClock = {
  offset: -300,
  turns: [
    ['2025-03-09T07:00Z', -240],
    ['2025-11-02T06:00Z', -300],
    ['2026-03-08T07:00Z', -240],
    ['2026-11-01T06:00Z', -300],
    ['2027-03-14T07:00Z', -240],
    ['2027-11-07T06:00Z', -300],
    ['2028-03-12T07:00Z', -240],
    ['2028-11-05T06:00Z', -300],
  ],
};

/** A clock that nobody turns. */
const still = (offset: number): PlaceClock => ({ offset, turns: [] });

export const clockTable: Readonly<Record<string, PlaceClock>> = {
  // Ontario: Time Act, R.S.O. 1990, c. T.9, with O. Reg. 111/06.
  'America/Toronto': eastern,
  // United States: 15 U.S.C. § 260a, as amended by the Energy Policy Act of 2005.
  'America/New_York': eastern,
  // British Columbia: the Interpretation Amendment Act, 2019; the clocks were turned for the last time in March 2026.
  'America/Vancouver': {
    offset: -480,
    turns: [
      ['2025-03-09T10:00Z', -420],
      ['2025-11-02T09:00Z', -480],
      ['2026-03-08T10:00Z', -420],
    ],
  },
  // European Union: Directive 2000/84/EC, the last Sundays of March and October at 1 o'clock in Greenwich.
  'Europe/Paris': {
    offset: 60,
    turns: [
      ['2025-03-30T01:00Z', 120],
      ['2025-10-26T01:00Z', 60],
      ['2026-03-29T01:00Z', 120],
      ['2026-10-25T01:00Z', 60],
      ['2027-03-28T01:00Z', 120],
      ['2027-10-31T01:00Z', 60],
      ['2028-03-26T01:00Z', 120],
      ['2028-10-29T01:00Z', 60],
    ],
  },
  // New South Wales: Standard Time Act 1987, by half an hour on the first Sundays of April and October at 2 o'clock.
  'Australia/Lord_Howe': {
    offset: 660,
    turns: [
      ['2025-04-05T15:00Z', 630],
      ['2025-10-04T15:30Z', 660],
      ['2026-04-04T15:00Z', 630],
      ['2026-10-03T15:30Z', 660],
      ['2027-04-03T15:00Z', 630],
      ['2027-10-02T15:30Z', 660],
      ['2028-04-01T15:00Z', 630],
      ['2028-09-30T15:30Z', 660],
    ],
  },
  // Japan: Imperial Ordinance 51 of 1886, and none of summer time since 1952.
  'Asia/Tokyo': still(540),
  // Viet Nam: UTC+7 in the whole country since 1975.
  'Asia/Ho_Chi_Minh': still(420),
  // Republic of Korea: Standard Time Act of 1986, and none of summer time since 1988.
  'Asia/Seoul': still(540),
  // China: one time for the whole country, and none of summer time since 1991.
  'Asia/Shanghai': still(480),
};
