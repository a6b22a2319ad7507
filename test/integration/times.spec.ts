import { locales } from '@okaeri/contracts';
import { wallsOf } from '@okaeri/care';
import { Temporal, clockWords, dayRange, instantOfWall, wallOf, whenWords } from '@okaeri/words/time';
import { clockTable } from '../support/clock-table';
import { oracleWords } from '../support/clock-words';
import { instantText, instantsOf, minuteOf, wallAt, wallText } from '../support/oracle';

const zones = Object.keys(clockTable);
const instantOf = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Each turn of the clock; where it is not turned any more, also the firsts of months. */
function around(zone: string): number[] {
  const turns = clockTable[zone]?.turns.map(([instant]) => instant) ?? [];
  const firsts = [2025, 2026, 2027, 2028].flatMap((year) =>
    ['03', '07', '11'].map((month) => `${year}-${month}-01T00:00Z`),
  );
  return [...turns, ...(turns.length < 8 ? firsts : [])].map(minuteOf);
}

/** Two days before and after each of them, once. */
function every(step: number, middles: readonly number[]): Set<number> {
  const found = new Set<number>();
  for (const middle of middles) for (let at = middle - 2880; at <= middle + 2880; at += step) found.add(at);
  return found;
}

/** Our own answer and the table's; the first few differences are kept whole. */
class Comparison {
  compared = 0;
  readonly different: unknown[] = [];

  take(about: string, ours: unknown, oracle: unknown): void {
    this.compared += 1;
    const [one, other] = [JSON.stringify(ours), JSON.stringify(oracle)];
    if (one !== other && this.different.length < 5) this.different.push({ about, ours: one, oracle: other });
  }
}

describe('our times, held against clocks written down by hand', () => {
  it('the oracle itself says what everybody can look up', () => {
    const shown = (zone: string, instant: string) => wallText(wallAt(zone, minuteOf(instant)));
    expect(shown('Asia/Tokyo', '2026-11-25T00:00Z')).toBe('2026-11-25T09:00');
    expect(shown('America/Toronto', '2026-11-25T00:00Z')).toBe('2026-11-24T19:00');
    expect(shown('America/Vancouver', '2026-12-24T20:00Z')).toBe('2026-12-24T13:00');
    expect(shown('Asia/Tokyo', '2028-02-28T15:00Z')).toBe('2028-02-29T00:00');
    expect(wallAt('Asia/Tokyo', minuteOf('2026-11-22T03:00Z')).weekday).toBe(0);
    expect(instantsOf('America/Toronto', '2027-03-14T02:30')).toEqual([]);
    expect(instantsOf('America/Toronto', '2026-11-01T01:30').map(instantText)).toEqual([
      '2026-11-01T05:30Z',
      '2026-11-01T06:30Z',
    ]);
    expect(instantsOf('Australia/Lord_Howe', '2026-04-05T01:45')).toHaveLength(2);
    expect(instantsOf('Australia/Lord_Howe', '2026-10-04T02:15')).toEqual([]);
    expect(() => wallAt('Asia/Tokyo', minuteOf('2031-01-01T00:00Z'))).toThrow('says nothing');
  });

  it.each(zones)('the wall, the weekday and the offset in %s', (zone) => {
    const comparison = new Comparison();
    for (const minute of every(15, around(zone))) {
      const wall = wallAt(zone, minute);
      const shown = wallOf(instantOf(minute), zone);
      const at = instantOf(minute).toZonedDateTimeISO(zone);
      comparison.take(
        `${zone} ${instantText(minute)}`,
        [`${shown.date}T${shown.time}`, at.dayOfWeek % 7, at.offsetNanoseconds / 60e9],
        [wallText(wall), wall.weekday, wall.offset],
      );
    }
    expect(comparison.different).toEqual([]);
    expect(comparison.compared).toBeGreaterThanOrEqual(1000);
  });

  it.each(zones)('the instants of what a coordinator reads off a wall in %s', (zone) => {
    const comparison = new Comparison();
    const kinds = { skipped: 0, repeated: 0 };
    for (const local of every(15, around(zone))) {
      // Any minute will do for the words of a wall; the zone comes in only now.
      const wall = instantText(local + (clockTable[zone]?.offset ?? 0)).slice(0, 16);
      const [date = '', time = ''] = wall.split('T');
      const found = instantsOf(zone, wall);
      const oracle = found.length === 0 ? 'skipped' : found.length === 2 ? 'repeated' : found[0];
      const told = (repeated?: 'earlier' | 'later') => {
        const instant = instantOfWall({ date, time, zone, repeated });
        return typeof instant === 'string' ? instant : instant.epochMilliseconds / 60_000;
      };
      comparison.take(`${zone} ${wall}`, told(), oracle);
      if (oracle === 'repeated') comparison.take(`${zone} ${wall} twice`, [told('earlier'), told('later')], found);
      if (oracle === 'skipped' || oracle === 'repeated') kinds[oracle] += 1;
    }
    expect(comparison.different).toEqual([]);
    expect(comparison.compared).toBeGreaterThanOrEqual(1000);
    // Half the turns of a clock skip an hour, or at Lord Howe half of one, and half show it again.
    const quarters = zone === 'Australia/Lord_Howe' ? 2 : 4;
    const turns = clockTable[zone]?.turns ?? [];
    const forward = turns.filter(
      ([, offset], index) => offset > (turns[index - 1]?.[1] ?? clockTable[zone]?.offset ?? 0),
    );
    expect(kinds).toEqual({ skipped: forward.length * quarters, repeated: (turns.length - forward.length) * quarters });
  });

  it.each(locales)('both clocks and both dates in words, in %s', (locale) => {
    const comparison = new Comparison();
    const now = instantOf(minuteOf('2026-11-24T03:00Z'));
    for (const zone of zones) {
      const thisYear = wallAt(zone, minuteOf('2026-11-24T03:00Z')).year;
      for (const minute of every(50, around(zone))) {
        const { date, time } = clockWords({ instant: instantOf(minute), zone, place: 'x', locale, now });
        const oracle = oracleWords(locale, wallAt(zone, minute), thisYear);
        comparison.take(`${zone} ${instantText(minute)}`, [plain(date), plain(time)], [oracle.date, oracle.time]);
      }
    }
    expect(comparison.different).toEqual([]);
    expect(comparison.compared).toBeGreaterThanOrEqual(5000);
  });

  it('what a visit keeps of both walls, and what it says of the other', () => {
    const comparison = new Comparison();
    for (const zone of zones) {
      for (const minute of every(90, around(zone))) {
        const startsAt = instantOf(minute);
        const kept = wallsOf({ startsAt, patientZone: zone, institutionZone: 'Asia/Tokyo' });
        const said = whenWords({
          startsAt,
          minutes: 30,
          reader: { zone, place: 'here', locale: 'en' },
          other: { zone: 'Asia/Tokyo', place: 'there' },
          now: startsAt.subtract({ hours: 500 }),
        });
        const [here, there] = [wallAt(zone, minute), wallAt('Asia/Tokyo', minute)];
        comparison.take(
          `${zone} ${instantText(minute)}`,
          [
            kept.patientWall.slice(0, 16),
            kept.institutionWall.slice(0, 16),
            plain(said.yours.time),
            said.theirs && plain(said.theirs.time),
          ],
          [
            wallText(here),
            wallText(there),
            oracleWords('en', here, here.year).time,
            zone === 'Asia/Tokyo' ? null : oracleWords('en', there, there.year).time,
          ],
        );
      }
    }
    expect(comparison.different).toEqual([]);
    expect(comparison.compared).toBeGreaterThanOrEqual(3000);
  });

  it.each(zones)('the length of a day in %s', (zone) => {
    const comparison = new Comparison();
    for (const minute of around(zone)) {
      for (const day of [-1440, 0, 1440]) {
        const { year, month, day: date } = wallAt(zone, minute + day);
        const range = dayRange(zone, instantOf(minute + day));
        const midnight = instantsOf(
          zone,
          wallText({ ...wallAt(zone, minute), year, month, day: date, hour: 0, minute: 0 }),
        );
        comparison.take(`${zone} ${instantText(minute + day)}`, range.start.epochMilliseconds / 60_000, midnight[0]);
        const next = wallAt(zone, range.end.epochMilliseconds / 60_000);
        comparison.take(`${zone} the day after`, [next.hour, next.minute], [0, 0]);
      }
    }
    expect(comparison.different).toEqual([]);
    expect(comparison.compared).toBeGreaterThanOrEqual(18);
  });
});
