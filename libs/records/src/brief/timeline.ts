import { searchColumns } from '@okaeri/chart';
import type { Kept } from '@okaeri/chart';
import { timelineKinds } from '@okaeri/contracts';
import type { Locale, TimelineEntry, TimelineKind, TimelinePage, TimelineQuery } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { readingsOf } from '../measures/readings';
import type { Flag } from '../measures/readings';
import { readLine } from '../reading/line';
import type { Resolve } from '../reading/line';
import { recordResolver } from '../reading/resolve';
import { sectionOfType } from '../reading/sections';
import type { SectionKey } from '../reading/sections';
import { resourceWhen, whenWords } from '../reading/value';

/** So many entries are a piece; a piece ends with a month’s entry, wherever that is. */
const pieceOf = 100;

const kindOf: Partial<Record<SectionKey, TimelineKind>> = {
  ...{ problems: 'problems', past: 'problems', medications: 'medications', allergies: 'allergies' },
  ...{ results: 'results', genomics: 'results', vitals: 'vitals', procedures: 'procedures', devices: 'procedures' },
  ...{ immunizations: 'immunizations', documents: 'documents' },
};
/** They say who and where, and what belongs together; nothing that happened. */
const silent = new Set([
  ...['Patient', 'RelatedPerson', 'Practitioner', 'PractitionerRole', 'Organization', 'Location', 'CareTeam'],
  ...['Composition', 'Provenance', 'Medication', 'Binary', 'Specimen', 'Device', 'Substance', 'List', 'Bundle'],
]);

export interface Dated {
  kept: Kept;
  kind: TimelineKind;
  /** As it was written; `''` sorts last. */
  at: string;
}

/** What is no part of the chart, and known in words. */
export interface Told {
  told: TimelineEntry;
  kind: TimelineKind;
  at: string;
}

/** What happened to a patient as far as her record tells, the newest first, by months. */
export function timelinePage(
  record: readonly Kept[],
  locale: Locale,
  query: TimelineQuery,
  house: readonly Told[] = [],
): Omit<TimelinePage, 'mine'> {
  const dated: (Dated | Told)[] = [...record.flatMap((kept) => datedOf(kept) ?? []), ...house];
  const wanted = wantedOf(query.kinds);
  const shown = folded(dated.filter(({ kind }) => wanted.has(kind)).toSorted(newestFirst));
  const piece = shown.slice(query.from, query.from + pieceOf);
  const resolveFor = recordResolver(record);
  const months = new Map<string, TimelinePage['months'][number]>();
  for (const group of piece) {
    const key = monthOf(group[0]?.at ?? '');
    const month = months.get(key) ?? {
      key,
      words: whenWords(key, locale) ?? say(locale, 'reading.undated'),
      entries: [],
    };
    months.set(key, month);
    month.entries.push(entryOf(group, locale, (kept) => wordsOf(kept, locale, resolveFor(kept))));
  }
  return {
    kinds: timelineKinds.flatMap((kind) => {
      const count = dated.filter((each) => each.kind === kind).length;
      return count > 0 ? [{ kind, words: kindWords(kind, locale), count }] : [];
    }),
    months: [...months.values()],
    next: query.from + pieceOf < shown.length ? query.from + pieceOf : null,
  };
}

function wordsOf(kept: Kept, locale: Locale, resolve: Resolve): { title: string; said: string[] } {
  const { title, said } = readLine(kept, locale, resolve).line;
  return { title, said };
}

export const kindWords = (kind: TimelineKind, locale: Locale): string => say(locale, `reading.kind.${kind}`);

/** `null` for what has no place in time. */
export function datedOf(kept: Kept): Dated | null {
  const { body } = kept;
  if (silent.has(body.resourceType)) return null;
  const { at, category } = searchColumns(body);
  return { kept, kind: kindOf[sectionOfType(body.resourceType, category)] ?? 'other', at: at ?? '' };
}

function wantedOf(kinds: string | undefined): ReadonlySet<TimelineKind> {
  const named = (kinds ?? '').split(',');
  const known = timelineKinds.filter((kind) => named.includes(kind));
  return new Set(known.length > 0 ? known : timelineKinds);
}

/** A year comes behind all that is known to be in it: by how exactly it is known, the later first. */
const newestFirst = (a: Dated | Told, b: Dated | Told) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);

/** What was measured on one day is one entry. */
function folded(dated: readonly (Dated | Told)[]): (Dated[] | [Told])[] {
  const groups: (Dated[] | [Told])[] = [];
  const days = new Map<string, Dated[]>();
  for (const each of dated) {
    if ('told' in each) {
      groups.push([each]);
      continue;
    }
    const day = each.at.slice(0, 10);
    const folds =
      day.length === 10 &&
      (each.kind === 'results' || each.kind === 'vitals') &&
      each.kept.body.resourceType === 'Observation';
    const same = folds ? days.get(`${each.kind} ${day}`) : undefined;
    if (same) {
      same.push(each);
      continue;
    }
    const group = [each];
    groups.push(group);
    if (folds) days.set(`${each.kind} ${day}`, group);
  }
  return groups;
}

const monthOf = (at: string): string => /^\d{4}(?:-\d{2})?/.exec(at)?.[0] ?? '';

function entryOf(
  group: readonly Dated[] | readonly [Told],
  locale: Locale,
  lineOf: (kept: Kept) => { title: string; said: string[] },
): TimelineEntry {
  const [first] = group;
  if (!first) throw new Error('An entry of the timeline is of something.');
  if ('told' in first) return first.told;
  const { kept, kind, at } = first;
  const entry = { entryId: kept.id, kind, kindWords: kindWords(kind, locale) };
  if (group.length === 1) {
    const when = resourceWhen(kept.body, locale) ?? whenWords(at, locale) ?? '';
    return { ...entry, when, ...lineOf(kept), flag: flagOf(kept, locale), items: [] };
  }
  const items = (group as readonly Dated[]).map((each) => ({
    lineId: each.kept.id as string,
    ...lineOf(each.kept),
    flag: flagOf(each.kept, locale),
  }));
  const count = items.filter(({ flag }) => flag !== null).length;
  return {
    ...entry,
    when: whenWords(at.slice(0, 10), locale) ?? '',
    title: say(locale, kind === 'vitals' ? 'reading.folded.vitals' : 'reading.folded.results', { count: items.length }),
    said: count > 0 ? [say(locale, 'reading.folded.flagged', { count })] : [],
    flag: count > 0 ? 'odd' : null,
    // What is out of range first.
    items: items.toSorted((a, b) => Number(b.flag !== null) - Number(a.flag !== null)),
  };
}

function flagOf(kept: Kept, locale: Locale): Flag | null {
  return readingsOf(kept, locale).find(({ flag }) => flag !== null)?.flag ?? null;
}
