import { memberAt, objectOf, objectsOf, searchColumns, textOf } from '@okaeri/chart';
import type { Json, Kept } from '@okaeri/chart';
import type { Locale } from '@okaeri/contracts';
import { conceptWords } from '../reading/concept';
import { sectionOfType } from '../reading/sections';
import { quantityWords } from '../reading/value';
import { analyteOf } from './analytes';
import type { Analyte } from './analytes';
import { temperatures } from './atoms';
import { codeOfUnit } from './spoken-units';
import { parseUnit } from './units';

export type Flag = 'high' | 'low' | 'odd';

/** One number that was measured. */
export interface Reading {
  /** Of the resource it stands in. */
  resourceId: string;
  group: 'results' | 'vitals' | 'other';
  /** The same for what can be drawn on one line. */
  key: string;
  analyte: Analyte | null;
  title: string;
  /** As it was written: a year, a day or an instant. */
  at: string;
  value: number;
  /** Of blood pressure the lower number. */
  below?: number;
  /** "<" and the like: beyond what can be measured. */
  comparator: string;
  /** As it was brought. */
  words: string;
  /** Of UCUM; `null` where nobody can tell. */
  unit: string | null;
  unitWords: string;
  range: { low: number | null; high: number | null } | null;
  flag: Flag | null;
}

const wrong = new Set(['entered-in-error', 'cancelled']);
const loinc = 'http://loinc.org';

/** The numbers of one resource: its own, and those of its parts. */
export function readingsOf({ id, body }: Kept, locale: Locale): Reading[] {
  const at = searchColumns(body).at;
  if (body.resourceType !== 'Observation' || !at || wrong.has(textOf(body['status']) ?? '')) return [];
  const section = sectionOfType(body.resourceType, searchColumns(body).category);
  const group = section === 'results' || section === 'vitals' ? section : 'other';
  const parts: Json[] = [body, ...objectsOf(body['component'])];
  return parts
    .flatMap((part) => readingOf(part, locale) ?? [])
    .map((reading) => ({ ...reading, resourceId: id, group, at }));
}

function readingOf(part: Json, locale: Locale): Omit<Reading, 'resourceId' | 'group' | 'at'> | null {
  const quantity = objectOf(part['valueQuantity']);
  const value = quantity?.['value'];
  const title = conceptWords(part['code'], locale);
  if (!quantity || typeof value !== 'number' || !Number.isFinite(value) || !title) return null;
  const codings = objectsOf(memberAt(part['code'], 'coding'));
  const named = codings.find(({ system }) => system === loinc) ?? codings.find(({ code }) => textOf(code) !== null);
  const code = textOf(named?.['code']);
  const analyte = named?.['system'] === loinc && code ? analyteOf(code) : null;
  const unit = unitOf(quantity);
  const range = rangeOf(part, unit);
  return {
    key: analyte?.key ?? (code ? `${textOf(named?.['system']) ?? ''}|${code}` : title.toLowerCase()),
    ...{ analyte, title, value, unit, range },
    comparator: textOf(quantity['comparator']) ?? '',
    words: quantityWords(quantity) ?? String(value),
    unitWords: textOf(quantity['unit']) ?? textOf(quantity['code']) ?? '',
    flag: flagOf(part, value, textOf(quantity['comparator']), range),
  };
}

function unitOf(quantity: Json): string | null {
  const code = textOf(quantity['code']);
  if (code && (temperatures.has(code) || parseUnit(code))) return code;
  const spoken = textOf(quantity['unit']) ?? code;
  return spoken === null ? null : codeOfUnit(spoken);
}

/** The one range that is meant for everybody; where several are for different people, nobody here can choose. */
function rangeOf(part: Json, unit: string | null): Reading['range'] {
  const usual = objectsOf(part['referenceRange']).filter((each) => {
    const kind = textOf(memberAt(each['type'], 'coding', 'code'));
    return kind === null || kind === 'normal' || kind === 'recommended';
  });
  const [only] = usual;
  if (!only || usual.length > 1) return null;
  const [low, high] = [boundOf(only['low'], unit), boundOf(only['high'], unit)];
  return low === undefined || high === undefined || (low === null && high === null) ? null : { low, high };
}

/** `undefined` where it is given in another unit than the value. */
function boundOf(bound: unknown, unit: string | null): number | null | undefined {
  const given = objectOf(bound);
  const value = given?.['value'];
  if (!given || typeof value !== 'number') return null;
  const own = textOf(given['code']) ?? textOf(given['unit']);
  return own === null || unitOf(given) === unit ? value : undefined;
}

const flags: Readonly<Record<string, Flag | null>> = {
  ...{
    H: 'high',
    HH: 'high',
    HU: 'high',
    '>': 'high',
    L: 'low',
    LL: 'low',
    LU: 'low',
    '<': 'low',
    A: 'odd',
    AA: 'odd',
    N: null,
  },
};

/** What its laboratory says of it, else what the range says. */
function flagOf(part: Json, value: number, comparator: string | null, range: Reading['range']): Flag | null {
  for (const { code } of objectsOf(part['interpretation']).flatMap(({ coding }) => objectsOf(coding))) {
    const name = textOf(code) ?? '';
    if (Object.hasOwn(flags, name)) return flags[name] ?? null;
  }
  if (range?.high !== null && range?.high !== undefined && value > range.high && !comparator?.startsWith('<'))
    return 'high';
  if (range?.low !== null && range?.low !== undefined && value < range.low && !comparator?.startsWith('>'))
    return 'low';
  return null;
}

/** The newest last; what was written down as a day comes before the times of that day. */
export const byTime = (a: { at: string }, b: { at: string }): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
