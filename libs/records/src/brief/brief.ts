import { memberAt, objectsOf, textOf } from '@okaeri/chart';
import type { Kept } from '@okaeri/chart';
import { briefSections } from '@okaeri/contracts';
import type { BriefKey, BriefLine, BriefSection, Locale } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { pointWords, rounded, seriesOf } from '../measures/trends';
import type { Series, TrendReader } from '../measures/trends';
import { saysNone } from '../reading/concept';
import { readLine } from '../reading/line';
import { allSections, emptyWords, keyOf } from '../reading/read-record';
import { recordResolver } from '../reading/resolve';
import { whenWords } from '../reading/value';
import { changesOf } from './changes';
import type { Changed } from './changes';
import { isOver } from './over';
import { datedOf } from './timeline';

/** What a brief is made of; the rest of a record is not read for it. */
export const briefTypes = [
  ...['AllergyIntolerance', 'Condition', 'MedicationStatement', 'MedicationRequest', 'Medication', 'Observation'],
  ...['Procedure', 'Device', 'DeviceUseStatement', 'Composition', 'Organization'],
];
const typesOf: Partial<Record<BriefKey, readonly string[]>> = {
  allergies: ['AllergyIntolerance'],
  problems: ['Condition'],
  medications: ['MedicationStatement', 'MedicationRequest'],
  procedures: ['Procedure'],
  devices: ['DeviceUseStatement'],
};
/** Of these it is said where nothing is known. */
const expected = ['allergies', 'problems', 'medications', 'results', 'vitals', 'procedures'] as const;
const linesMost: Record<BriefKey, number> = {
  ...{ news: 8, allergies: 8, problems: 10, medications: 12, results: 10, vitals: 6, procedures: 6, devices: 4 },
};

export interface Brief {
  sections: BriefSection[];
  missing: string[];
}

/** One page for the consult. Pure: of a record, and of what has become another since the last visit. */
export function brief(record: readonly Kept[], changed: readonly Changed[], reader: TrendReader): Brief {
  const { locale } = reader;
  const resolveFor = recordResolver([...record, ...changed]);
  const reasons = reasonsOf(record, locale);
  const series = seriesOf(record, reader);
  const lines = (key: BriefKey): { lines: BriefLine[]; none: string | null } => {
    if (key === 'news') return { lines: changesOf(changed, locale, resolveFor).map(({ line }) => line), none: null };
    if (key === 'results' || key === 'vitals') return { lines: newest(series, key, locale), none: null };
    return current(record, typesOf[key] ?? [], locale, resolveFor);
  };
  const sections: BriefSection[] = [];
  const missing: string[] = [];
  for (const key of briefSections) {
    const found = lines(key);
    const all = once(found.lines);
    const title = say(locale, `reading.brief.${key}`);
    const empty = all.length > 0 ? null : (found.none ?? reasons.get(key) ?? null);
    if (all.length > 0 || empty !== null) {
      const most = linesMost[key];
      sections.push({ key, title, empty, lines: all.slice(0, most), more: Math.max(0, all.length - most) });
    } else if (expected.some((each) => each === key)) missing.push(title);
  }
  return { sections, missing };
}

/** What holds today, the newest first. */
function current(
  record: readonly Kept[],
  types: readonly string[],
  locale: Locale,
  resolveFor: ReturnType<typeof recordResolver>,
): { lines: BriefLine[]; none: string | null } {
  const all = record.filter(({ body }) => types.includes(body.resourceType) && !isOver(body));
  const none = all.find(({ body }) => saysNone(body['code'] ?? body['medicationCodeableConcept']));
  const lines = all
    .filter(({ body }) => !saysNone(body['code'] ?? body['medicationCodeableConcept']))
    .toSorted((a, b) => (timeIn(a) < timeIn(b) ? 1 : timeIn(a) > timeIn(b) ? -1 : 0))
    .map((kept) => {
      const { lineId, title, said, when } = readLine(kept, locale, resolveFor(kept)).line;
      return { lineId, title, said: said.slice(0, 3), when, flag: null, trend: null, before: null };
    });
  return { lines, none: none ? readLine(none, locale, resolveFor(none)).line.title : null };
}

const timeIn = (kept: Kept) => datedOf(kept)?.at ?? '';

/** The last of each kind; what is out of range first, then what was measured last. */
function newest(series: readonly Series[], group: 'results' | 'vitals', locale: Locale): BriefLine[] {
  return series
    .filter((each) => each.group === group)
    .flatMap(({ title, unit, points, range }) => {
      const last = points.at(-1);
      if (!last) return [];
      const before = points.at(-2);
      const { reading, flag, value } = last;
      const line: BriefLine = {
        lineId: `${reading.resourceId} ${reading.key}`,
        title,
        said: [pointWords(last, unit), ...(range ? [rangeOf(range, unit, locale)] : [])],
        when: whenWords(reading.at, locale),
        flag,
        trend: before && rounded(before.value) !== rounded(value) ? (value > before.value ? 'up' : 'down') : null,
        before: null,
      };
      return [{ line, at: reading.at }];
    })
    .toSorted(
      (a, b) => Number(b.line.flag !== null) - Number(a.line.flag !== null) || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0),
    )
    .map(({ line }) => line);
}

function rangeOf({ low, high }: NonNullable<Series['range']>, unit: string, locale: Locale): string {
  const words = (value: number) => `${rounded(value)}${unit === '' ? '' : `\u00a0${unit}`}`;
  const range =
    low !== null && high !== null
      ? `${rounded(low)} – ${words(high)}`
      : low !== null
        ? `≥ ${words(low)}`
        : `≤ ${words(high ?? 0)}`;
  return say(locale, 'chart.line.range', { range });
}

/** What two hospitals have both written down is one line. */
function once(lines: readonly BriefLine[]): BriefLine[] {
  const seen = new Set<string>();
  return lines.filter(({ title, said }) => {
    const key = [title, ...said].join('\n').toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Why a part is empty, where the sender of a summary says so; the newest summary last. */
function reasonsOf(record: readonly Kept[], locale: Locale): Map<string, string> {
  const found = new Map<string, string>();
  for (const { body } of record.filter((kept) => kept.body.resourceType === 'Composition')) {
    for (const section of allSections(body)) {
      const key = keyOf(section);
      const reason = textOf(memberAt(section, 'emptyReason', 'coding', 'code'));
      if (key && reason && objectsOf(section['entry']).length === 0) found.set(key, emptyWords(reason, locale));
    }
  }
  return found;
}
