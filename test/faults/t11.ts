import { locales } from '@okaeri/contracts';
import { Temporal, clockWords, dayRange, wallOf } from '@okaeri/words/time';
import { instantOf } from '../../apps/api/src/booking/wall-time';
import { remindersDue } from '../../libs/scheduling/src/reminders';
import { summary } from '../bench/result';
import type { BenchResult } from '../bench/result';
import { oracleWords } from '../support/clock-words';
import { IcuClock } from '../support/icu-clock';
import { instantText, instantsOf, minuteOf, wallAt, wallText } from '../support/oracle';

const zones = [
  ...['America/Toronto', 'America/New_York', 'Australia/Lord_Howe'],
  ...['Asia/Tokyo', 'Asia/Ho_Chi_Minh', 'America/Vancouver'],
];
const [begin, end] = [minuteOf('2026-01-05T00:00Z'), minuteOf('2028-12-20T00:00Z')];
const aroundMinutes = 2 * 1440;
const step = 15;
const least = 5000;
/** What people choose to be reminded by, in minutes before. */
const ahead = [10_080, 1440, 60];

const zoned = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
const minutesOf = (instant: Temporal.Instant) => instant.epochMilliseconds / 60_000;

/** The product's answers and those of two oracles; what differs is kept by its name. */
class Matrix {
  cases = 0;
  readonly different: string[] = [];
  readonly kinds = {
    plain: 0,
    skipped: 0,
    repeated: 0,
    'day of 23 h': 0,
    'day of 25 h': 0,
    'day of 24 h': 0,
    other: 0,
  };

  take(about: string, ours: unknown, ...oracles: unknown[]): void {
    const said = JSON.stringify(ours);
    for (const oracle of oracles) {
      const wanted = JSON.stringify(oracle);
      if (said !== wanted) this.different.push(`${about}: ${said}, and by the oracle ${wanted}`);
    }
  }

  count(kind: keyof Matrix['kinds']): void {
    this.cases += 1;
    this.kinds[kind] += 1;
  }
}

/** What a booking at a wall time comes to: an instant in minutes, or the code of the refusal. */
function booked(wall: string, zone: string, repeated?: 'earlier' | 'later'): number | string {
  const [date = '', time = ''] = wall.split('T');
  try {
    return minutesOf(instantOf({ date, time, zone, repeated }));
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const told = (instants: readonly number[]) =>
  instants.length === 0 ? 'time_skipped' : instants.length === 2 ? 'time_repeated' : instants[0];

/** One wall time as a coordinator books it, and the reminders and words that come of it. */
function bookAt(matrix: Matrix, icu: IcuClock, wall: string): void {
  const { zone } = icu;
  const about = `${zone} ${wall}`;
  const [byHand, byIcu] = [instantsOf(zone, wall), icu.instantsOf(wall)];
  matrix.take(about, booked(wall, zone), told(byHand), told(byIcu));
  matrix.count(byHand.length === 0 ? 'skipped' : byHand.length === 2 ? 'repeated' : 'plain');
  if (byHand.length === 2) {
    const both = [booked(wall, zone, 'earlier'), booked(wall, zone, 'later')];
    matrix.take(`${about}, both`, both, byHand, byIcu);
  }
  for (const minute of byHand) {
    const shown = wallOf(zoned(minute), zone);
    matrix.take(`${about}, back`, `${shown.date}T${shown.time}`, wall, wallText(icu.wallAt(minute)));
    const due = remindersDue(zoned(minute), ahead, zoned(minute - 20_160)).map(({ dueAt }) => {
      const { date, time } = wallOf(dueAt, zone);
      return `${date}T${time}`;
    });
    const seen = (at: (minute: number) => string) => ahead.map((before) => at(minute - before));
    matrix.take(
      `${about}, reminders`,
      due,
      seen((at) => wallText(wallAt(zone, at))),
      seen((at) => wallText(icu.wallAt(at))),
    );
    const locale = locales[matrix.cases % locales.length] ?? 'en';
    const words = clockWords({ instant: zoned(minute), zone, place: '', locale, now: zoned(minute) });
    const said = [words.date, words.time].map((text) => text.replaceAll('\u00a0', ' '));
    const wanted = [wallAt(zone, minute), icu.wallAt(minute)].map((at) => {
      const { date, time } = oracleWords(locale, at, at.year);
      return [date, time];
    });
    matrix.take(`${about}, in ${locale}`, said, ...wanted);
  }
}

/** A day of a calendar, which begins and ends at midnight however long it is. */
function dayAt(matrix: Matrix, icu: IcuClock, minute: number): void {
  const { start, end: over } = dayRange(icu.zone, zoned(minute));
  const today = icu.wallAt(minute);
  const isToday = (at: number) => icu.wallAt(at).day === today.day;
  let [first, last] = [minute, minute];
  while (isToday(first - step)) first -= step;
  while (isToday(last)) last += step;
  matrix.take(`${icu.zone} ${instantText(minute)}, the day`, [minutesOf(start), minutesOf(over)], [first, last]);
  const hours = (last - first) / 60;
  matrix.count(hours === 23 || hours === 24 || hours === 25 ? `day of ${hours} h` : 'other');
}

/** T11: what is booked, reminded and said around every change of clocks, held against the laws by hand and against ICU. */
export async function clockMatrix(progress: (line: string) => void): Promise<BenchResult> {
  const matrix = new Matrix();
  const began = performance.now();
  const eastern = new IcuClock('America/Toronto').turns(begin, end);
  for (const zone of zones) {
    const icu = new IcuClock(zone);
    const own = icu.turns(begin, end);
    // Where nobody turns a clock, on the days on which the other side of the visit does.
    const turns = own.length >= 4 ? own : [...own, ...eastern];
    for (const turn of turns) {
      // On the quarter: half-hour clocks are asked at their own.
      const local = Math.round((turn + icu.offsetAt(turn)) / step) * step;
      for (let at = local - aroundMinutes; at <= local + aroundMinutes; at += step) {
        bookAt(matrix, icu, instantText(at).slice(0, 16));
      }
      for (const day of [-1440, 0, 1440]) dayAt(matrix, icu, Math.round((turn + day) / step) * step);
    }
    progress(`${zone}: ${turns.length} changes, ${matrix.cases} cases so far, ${matrix.different.length} differ`);
  }
  for (const line of matrix.different.slice(0, 10)) progress(line);
  const { kinds } = matrix;
  return {
    ...{ bench: 'T11', samples: matrix.cases, baseline: null, ratio: null },
    ours: {
      ...summary([performance.now() - began], 'ms'),
      ...kinds,
      different: matrix.different.length,
    },
    targets: { least, different: 0 },
    met:
      matrix.cases >= least &&
      matrix.different.length === 0 &&
      [kinds.skipped, kinds.repeated, kinds['day of 23 h'], kinds['day of 25 h']].every((count) => count > 0),
  };
}
