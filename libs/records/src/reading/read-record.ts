import { cleanNarrative, memberAt, objectsOf, searchColumns, textOf } from '@okaeri/chart';
import type { Json, Kept } from '@okaeri/chart';
import type { Locale, RecordSection } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { attachmentLines } from './attachments';
import { readLine } from './line';
import type { Read, Resolve } from './line';
import { recordResolver } from './resolve';
import { sectionKeys, sectionOfCode, sectionOfType } from './sections';
import type { SectionKey } from './sections';

interface Part {
  key: string;
  title: string;
  reads: Map<string, Read & { kept: Kept }>;
  narratives: string[];
  empty: string | null;
}

/**
 * A record as somebody reads it: by sections, each resource in words, and nothing left out that is in none of them. A
 * composition of ours that came back says nothing new, and is to be left out before.
 */
export function readSections(record: readonly Kept[], locale: Locale, patientId = ''): RecordSection[] {
  const parts = partsOf(record, locale);
  const resolveFor = recordResolver(record);
  const lineOf = ({ line, kept }: Read & { kept: Kept }) => ({
    ...line,
    attachments: attachmentLines(kept, resolveFor(kept), patientId),
  });
  return parts.map(({ key, title, reads, narratives, empty }) => ({
    key,
    title,
    empty: reads.size > 0 ? null : empty,
    lines: [...reads.values()].toSorted(newestFirst).map(lineOf),
    narratives,
  }));
}

/** Of each type how many there are, and of how many the reader is told what they are about. */
export function shareSeen(record: readonly Kept[], locale: Locale): Record<string, { all: number; seen: number }> {
  const seen = new Set<string>();
  for (const { reads } of partsOf(record, locale)) {
    for (const { kept, told, with: others } of reads.values()) {
      if (told) seen.add(kept.id);
      for (const other of others) seen.add(other.id);
    }
  }
  const shares: Record<string, { all: number; seen: number }> = {};
  for (const { id, body } of record) {
    const share = (shares[body.resourceType] ??= { all: 0, seen: 0 });
    share.all += 1;
    if (seen.has(id)) share.seen += 1;
  }
  return shares;
}

function partsOf(record: readonly Kept[], locale: Locale): Part[] {
  const parts = new Map<string, Part>();
  const part = (key: string, title: string) => {
    const found: Part = parts.get(key) ?? { key, title, reads: new Map(), narratives: [], empty: null };
    parts.set(key, found);
    return found;
  };
  const known = (key: SectionKey) => part(key, say(locale, `chart.section.${key}`));
  const resolveFor = recordResolver(record);
  const placed = new Set<string>();
  const put = (into: Part, kept: Kept, resolve: Resolve) => {
    if (into.reads.has(kept.id)) return;
    const read = readLine(kept, locale, resolve);
    into.reads.set(kept.id, { ...read, kept });
    if (kept.body.resourceType === 'DocumentReference') tell(into, textOf(memberAt(kept.body, 'text', 'div')));
    placed.add(kept.id);
    // A medicine that a prescription names needs no line of its own.
    for (const other of read.with) if (other.body.resourceType === 'Medication') placed.add(other.id);
  };
  for (const composition of record.filter(({ body }) => body.resourceType === 'Composition')) {
    const resolve = resolveFor(composition);
    for (const section of allSections(composition.body)) {
      const key = keyOf(section);
      const into = key
        ? known(key)
        : part(ownKey(section), textOf(section['title']) ?? say(locale, 'chart.section.other'));
      const reason = textOf(memberAt(section, 'emptyReason', 'coding', 'code'));
      into.empty ??= emptyWords(reason, locale);
      tell(into, textOf(memberAt(section, 'text', 'div')));
      for (const entry of objectsOf(section['entry'])) {
        const found = resolve(textOf(entry['reference']) ?? '');
        if (found) put(into, found, resolve);
      }
    }
  }
  // Medicines last: by then it is known which of them others name.
  const rest = record.filter(({ id }) => !placed.has(id));
  const later = (kept: Kept) => Number(kept.body.resourceType === 'Medication');
  for (const kept of rest.toSorted((a, b) => later(a) - later(b))) {
    if (placed.has(kept.id)) continue;
    put(known(sectionOfType(kept.body.resourceType, searchColumns(kept.body).category)), kept, resolveFor(kept));
  }
  const order = (key: string) => {
    const at = sectionKeys.indexOf(key as SectionKey);
    return at < 0 ? sectionKeys.indexOf('other') : at;
  };
  return [...parts.values()].toSorted((a, b) => order(a.key) - order(b.key));
}

/** What a sender wrote for people, once and made anew. */
function tell(into: Part, div: string | null): void {
  const clean = div && cleanNarrative(div);
  if (clean && clean.html !== '' && !into.narratives.includes(clean.html)) into.narratives.push(clean.html);
}

/** A section may have sections. */
export function allSections(composition: Json): Json[] {
  return objectsOf(composition['section']).flatMap((section) => [section, ...allSections(section)]);
}

export function keyOf(section: Json): SectionKey | null {
  const codes = objectsOf(memberAt(section, 'code', 'coding')).flatMap(({ code }) => textOf(code) ?? []);
  for (const code of codes) {
    const key = sectionOfCode(code);
    if (key) return key;
  }
  return null;
}

const ownKey = (section: Json) =>
  `own-${textOf(memberAt(section, 'code', 'coding', 'code')) ?? textOf(section['title']) ?? ''}`;

const reasons = ['nilknown', 'notasked', 'withheld', 'unavailable', 'notstarted', 'closed'] as const;

/** Why there is nothing in a part. */
export function emptyWords(given: string | null, locale: Locale): string {
  const reason = reasons.find((each) => each === given);
  return say(locale, reason ? `chart.empty.${reason}` : 'chart.empty.none');
}

const timeIn = ({ kept }: { kept: Kept }) => searchColumns(kept.body).at ?? '';
const newestFirst = (a: { kept: Kept }, b: { kept: Kept }) =>
  timeIn(a) < timeIn(b) ? 1 : timeIn(a) > timeIn(b) ? -1 : 0;
