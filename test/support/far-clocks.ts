import { clockTable } from './clock-table';
import type { PlaceClock } from './clock-table';
import { minuteOf } from './oracle';

const still = (offset: number): PlaceClock => ({ offset, turns: [] });

/** More clocks by hand, of places where changes fall on midnight, half hours and the far side of the date line. */
const far: Readonly<Record<string, PlaceClock>> = {
  // Egypt: Law 24 of 2023, from the last Friday of April at 0 o'clock to the last Thursday of October at 24 o'clock.
  'Africa/Cairo': {
    offset: 120,
    turns: [
      ['2025-04-24T22:00Z', 180],
      ['2025-10-30T21:00Z', 120],
      ['2026-04-23T22:00Z', 180],
      ['2026-10-29T21:00Z', 120],
      ['2027-04-29T22:00Z', 180],
      ['2027-10-28T21:00Z', 120],
      ['2028-04-27T22:00Z', 180],
      ['2028-10-26T21:00Z', 120],
    ],
  },
  // Newfoundland: Standard Time Act, half an hour beside its neighbours, at 2 o'clock since 2011.
  'America/St_Johns': {
    offset: -210,
    turns: [
      ['2025-03-09T05:30Z', -150],
      ['2025-11-02T04:30Z', -210],
      ['2026-03-08T05:30Z', -150],
      ['2026-11-01T04:30Z', -210],
      ['2027-03-14T05:30Z', -150],
      ['2027-11-07T04:30Z', -210],
      ['2028-03-12T05:30Z', -150],
      ['2028-11-05T04:30Z', -210],
    ],
  },
  // United Kingdom: Summer Time Act 1972, together with the European Union.
  'Europe/London': {
    offset: 0,
    turns: [
      ['2025-03-30T01:00Z', 60],
      ['2025-10-26T01:00Z', 0],
      ['2026-03-29T01:00Z', 60],
      ['2026-10-25T01:00Z', 0],
      ['2027-03-28T01:00Z', 60],
      ['2027-10-31T01:00Z', 0],
      ['2028-03-26T01:00Z', 60],
      ['2028-10-29T01:00Z', 0],
    ],
  },
  // India since 1945, Nepal since 1986, Kiribati's Line Islands since 1995, Samoa without summer time since 2021.
  'Asia/Kolkata': still(330),
  'Asia/Kathmandu': still(345),
  'Pacific/Kiritimati': still(840),
  'Pacific/Apia': still(780),
};

/** Sixteen clocks, none of them counted by the zone data of this machine. */
export const farClocks: Readonly<Record<string, PlaceClock>> = { ...clockTable, ...far };

/** Minutes from Greenwich at a minute since 1970, read off the list. */
export function clockOf(zone: string): (minute: number) => number {
  const clock = farClocks[zone];
  if (!clock) throw new Error(`No clock of ${zone} was written down.`);
  const turns = clock.turns.map(([instant, offset]) => [minuteOf(instant), offset] as const);
  return (minute) => turns.findLast(([turn]) => turn <= minute)?.[1] ?? clock.offset;
}
