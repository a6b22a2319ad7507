import type { Kept } from '@okaeri/chart';
import type { Locale, TrendGroup, TrendPoint, TrendSeries } from '@okaeri/contracts';
import { partialDay } from '@okaeri/words/time';
import { say } from '@okaeri/words';
import { whenWords } from '../reading/value';
import { convertA1c, usualUnit } from './analytes';
import { pressureKey, pressurePairs } from './pressure';
import { byTime, readingsOf } from './readings';
import type { Flag, Reading } from './readings';
import { unitWords } from './spoken-units';
import { convert } from './units';

/** Of one line; older ones are in the list of all. */
const pointsMost = 200;
const linesMost = 8;
const groups = ['results', 'vitals', 'other'] as const;

/** For whom values are told: her language, and the country whose laboratories she is used to. */
export interface TrendReader {
  locale: Locale;
  country: string;
}

/** Values of one kind in one unit, the newest last. */
export interface Series {
  key: string;
  group: Reading['group'];
  title: string;
  /** As it is written for people. */
  unit: string;
  points: { reading: Reading; value: number; below: number | null; flag: Flag | null; converted: boolean }[];
  range: { low: number | null; high: number | null } | null;
}

/** What was measured, each kind in the unit that its reader is used to, else in that of the newest. */
export function seriesOf(record: readonly Kept[], { locale, country }: TrendReader): Series[] {
  const { pairs, rest } = pressurePairs(record.flatMap((kept) => readingsOf(kept, locale)));
  const byKey = new Map<string, Reading[]>();
  for (const reading of [...pairs.map(([above, below]) => pressure(above, below, locale)), ...rest]) {
    const same = byKey.get(reading.key);
    if (same) same.push(reading);
    else byKey.set(reading.key, [reading]);
  }
  return [...byKey.values()].flatMap((readings) => linesOf(readings.toSorted(byTime), country));
}

/** The usual ranges of its numbers are two: none is drawn. */
function pressure(above: Reading, below: Reading, locale: Locale): Reading {
  return {
    ...above,
    key: pressureKey,
    title: say(locale, 'reading.pressure'),
    below: below.value,
    words: `${above.value}/${below.words}`,
    range: null,
    flag: above.flag ?? below.flag,
  };
}

/** Mostly one line. What cannot be told in its unit is a line of its own; more kinds of units than these are no measurement. */
function linesOf(readings: readonly Reading[], country: string): Series[] {
  const lines: Series[] = [];
  let left = readings;
  while (left.length > 0 && lines.length < linesMost) {
    const { line, others } = lineOf(left, country);
    lines.push(lines.length === 0 ? line : { ...line, key: `${line.key} ${line.unit}` });
    left = others;
  }
  return lines;
}

/** In the unit of the newest, or in the usual one: that of at least the newest can be told so. */
function lineOf(readings: readonly Reading[], country: string): { line: Series; others: Reading[] } {
  const newest = readings.at(-1)!;
  const usual = usualUnit(newest.analyte, country);
  const target = usual !== null && inUnit(newest, newest.value, usual) !== null ? usual : newest.unit;
  const points: Series['points'] = [];
  const others: Reading[] = [];
  for (const reading of readings) {
    const value = fits(reading, newest, target);
    if (value === null) others.push(reading);
    else {
      const below = reading.below === undefined ? null : fits(reading, newest, target, reading.below);
      points.push({ reading, value, below, flag: reading.flag, converted: reading.unit !== target && target !== null });
    }
  }
  const ranged = points.findLast(({ reading }) => reading.range !== null)?.reading;
  const bound = (value: number | null) => (value === null || !ranged ? null : fits(ranged, newest, target, value));
  const line: Series = {
    key: newest.key,
    ...{ group: newest.group, title: newest.title },
    unit: target === null ? newest.unitWords : unitWords(target),
    points,
    range: ranged?.range ? { low: bound(ranged.range.low), high: bound(ranged.range.high) } : null,
  };
  return { line, others };
}

function fits(reading: Reading, newest: Reading, target: string | null, value = reading.value): number | null {
  if (target !== null && reading.unit !== null) return inUnit(reading, value, target);
  // Nobody can tell what the unit is: only the same words are the same.
  return target === null && reading.unit === null && reading.unitWords === newest.unitWords ? value : null;
}

function inUnit({ analyte, unit }: Reading, value: number, target: string): number | null {
  if (unit === null) return null;
  const special = analyte?.key === 'haemoglobin-a1c' ? convertA1c(value, unit, target) : null;
  return special ?? convert(value, unit, target, analyte ?? {});
}

/** As exact as a reader needs it, and not more exact than it can be. */
export function rounded(value: number): number {
  return Number(value.toPrecision(Math.abs(value) >= 1000 ? 4 : 3));
}

/** As it was brought where its unit stays, else as it is in the unit of its line. */
export function pointWords({ reading, value, below, converted }: Series['points'][number], unit: string): string {
  if (!converted) return reading.words;
  const number = below === null ? String(rounded(value)) : `${rounded(value)}/${rounded(below)}`;
  return `${reading.comparator}${number}${unit === '' ? '' : `\u00a0${unit}`}`;
}

/** In words for a page: the groups in the order of their use, what has most to tell first. */
export function trendGroups(record: readonly Kept[], reader: TrendReader): TrendGroup[] {
  const all = seriesOf(record, reader);
  return groups.flatMap((key) => {
    const series = all.filter(({ group }) => group === key).map((each) => told(each, reader.locale));
    if (series.length === 0) return [];
    series.sort((a, b) => Number(b.points.length > 1) - Number(a.points.length > 1) || a.title.localeCompare(b.title));
    return [{ key, title: say(reader.locale, `reading.group.${key}`), series }];
  });
}

function told({ key, title, unit, points, range }: Series, locale: Locale): TrendSeries {
  const words = (value: number) => (unit === '' ? String(rounded(value)) : `${rounded(value)}\u00a0${unit}`);
  return {
    ...{ key, title, unit },
    points: points.slice(-pointsMost).flatMap((point): TrendPoint[] => {
      const { reading, value, below, flag, converted } = point;
      const day = partialDay(reading.at);
      if (day === null) return [];
      return [
        {
          day,
          when: whenWords(reading.at, locale) ?? reading.at,
          value: rounded(value),
          below: below === null ? null : rounded(below),
          words: pointWords(point, unit),
          brought: converted ? reading.words : null,
          flag,
        },
      ];
    }),
    range: range && {
      low: range.low === null ? null : rounded(range.low),
      high: range.high === null ? null : rounded(range.high),
    },
    rangeWords: range && rangeWords(range, words),
  };
}

function rangeWords(
  { low, high }: { low: number | null; high: number | null },
  words: (value: number) => string,
): string {
  if (low !== null && high !== null) return `${rounded(low)} – ${words(high)}`;
  return low !== null ? `≥ ${words(low)}` : `≤ ${words(high ?? 0)}`;
}
