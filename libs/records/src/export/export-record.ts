import { cleanNarrative, memberAt, objectsOf, patientOf, readTexts, searchColumns, textOf } from '@okaeri/chart';
import type { Json, Kept, RecordGrant, Resource } from '@okaeri/chart';
import type { Locale, PersonId } from '@okaeri/contracts';
import { toIso } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { say } from '@okaeri/words';
import type { EntityManager } from 'typeorm';
import { uuidOf } from '../import/uuid-of';
import { allSections, keyOf } from '../reading/read-record';
import { recordResolver } from '../reading/resolve';
import { codeOfSection, sectionKeys, sectionOfType } from '../reading/sections';
import type { SectionKey } from '../reading/sections';

/** Ours for this patient, the same each time; what comes back with it is known again. */
export const ownComposition = (patientId: PersonId): string => `urn:uuid:${uuidOf(`composition ${patientId}`)}`;

/**
 * The record as far as it is given, as one document: every resource as it was brought, number for number, behind a composition of ours that names them by
 * section. `null` where there is nothing.
 */
export async function exportRecord(
  em: EntityManager,
  granted: RecordGrant,
  { locale, now }: { locale: Locale; now: Temporal.Instant },
): Promise<string | null> {
  const patientId = patientOf(granted);
  const own = ownComposition(patientId);
  const record = (await readTexts(em, granted)).filter(({ source }) => source !== own);
  if (record.length === 0) return null;
  const composition = compose(record, { id: own.slice('urn:uuid:'.length), locale, now });
  const head = {
    resourceType: 'Bundle',
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${uuidOf(`document ${patientId} ${toIso(now)}`)}` },
    type: 'document',
    timestamp: toIso(now),
  };
  const entries = [
    JSON.stringify({ fullUrl: own, resource: composition }),
    ...record.flatMap(({ source, text }) =>
      text === null ? [] : [`{"fullUrl":${JSON.stringify(source)},"resource":${text}}`],
    ),
  ];
  return `${JSON.stringify(head).slice(0, -1)},"entry":[${entries.join(',\n')}]}`;
}

interface Gathered {
  entries: Set<string>;
  divs: Set<string>;
  emptyReason: unknown;
}

/** Pure: what is in a record, as the sections of a patient's summary. */
export function compose(
  record: readonly Kept[],
  { id, locale, now }: { id: string; locale: Locale; now: Temporal.Instant },
): Resource {
  const gathered = new Map<SectionKey, Gathered>();
  const section = (key: SectionKey) => {
    const found = gathered.get(key) ?? { entries: new Set(), divs: new Set(), emptyReason: undefined };
    gathered.set(key, found);
    return found;
  };
  // What an international summary always has.
  for (const key of ['allergies', 'medications', 'problems'] as const) section(key);
  const resolveFor = recordResolver(record);
  const placed = new Set<string>();
  for (const composition of record.filter(({ body }) => body.resourceType === 'Composition')) {
    const resolve = resolveFor(composition);
    for (const given of allSections(composition.body)) gather(given, section(keyOf(given) ?? 'other'), resolve, placed);
  }
  for (const { id: kept, source, body } of record) {
    const key = sectionOfType(body.resourceType, searchColumns(body).category);
    if (!placed.has(kept) && codeOfSection(key) !== null && body.resourceType !== 'Medication')
      section(key).entries.add(source);
  }
  const patient = record.find(({ body }) => body.resourceType === 'Patient');
  return {
    resourceType: 'Composition',
    id,
    status: 'final',
    type: { coding: [{ system: 'http://loinc.org', code: '60591-5', display: 'Patient summary Document' }] },
    ...(patient ? { subject: { reference: patient.source } } : {}),
    date: toIso(now),
    author: [{ display: 'Okaeri' }],
    title: say(locale, 'chart.export.title'),
    section: sectionKeys.flatMap((key) => {
      const found = gathered.get(key);
      return found ? [sectionOf(key, found, locale)] : [];
    }),
  };
}

function gather(given: Json, into: Gathered, resolve: (reference: string) => Kept | null, placed: Set<string>): void {
  into.emptyReason ??= given['emptyReason'];
  const clean = cleanNarrative(textOf(memberAt(given, 'text', 'div')) ?? '');
  if (clean && clean.html !== '') into.divs.add(clean.html);
  for (const entry of objectsOf(given['entry'])) {
    const found = resolve(textOf(entry['reference']) ?? '');
    if (!found) continue;
    into.entries.add(found.source);
    placed.add(found.id);
  }
}

function sectionOf(key: SectionKey, { entries, divs, emptyReason }: Gathered, locale: Locale): Json {
  const title = say(locale, `chart.section.${key}`);
  const code = codeOfSection(key);
  const unavailable = {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code: 'unavailable' }],
  };
  const words = [...divs].join('') || `<p>${title}</p>`;
  return {
    title,
    ...(code ? { code: { coding: [{ system: 'http://loinc.org', code }] } } : {}),
    text: { status: 'additional', div: `<div xmlns="http://www.w3.org/1999/xhtml">${words}</div>` },
    ...(entries.size > 0
      ? { entry: [...entries].map((reference) => ({ reference })) }
      : { emptyReason: emptyReason ?? unavailable }),
  };
}
