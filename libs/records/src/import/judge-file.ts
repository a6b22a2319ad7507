import { createHash } from 'node:crypto';
import {
  brokenRules,
  canBeKept,
  canonical,
  checkProfile,
  checkStructure,
  coreRules,
  cleanNarrative,
  definitions,
  ipsRules,
  memberAt,
  objectsOf,
  searchColumns,
  textOf,
} from '@okaeri/chart/fhir';
import type { Finding, Incoming, Resource } from '@okaeri/chart/fhir';
import type { EntryOutcome, EntryWhy } from '@okaeri/contracts';
import { changesMeaning } from './modifiers';
import { innerOf } from './read-bundle';
import type { Entry, Gathered, ReadFile } from './read-bundle';
import { bareOf, referencesOf, resolver } from './references';
import { uuidOf } from './uuid-of';

/** One line of a report: so many of a type, what became of them, and why. It says nothing of what is in them. */
export interface ReportRow {
  outcome: EntryOutcome;
  type: string | null;
  why: EntryWhy | null;
  place: string | null;
  count: number;
}

/** What is told of a file as a whole. What was taken or kept of it is as much as its counts say. */
export interface Told {
  rows: ReportRow[];
  counts: Record<EntryOutcome, number>;
}

/** Of the patient whose record it is, and of the file. */
export interface About {
  sha256: string;
  birthDate: string | null;
}

const ipsBundle = 'http://hl7.org/fhir/uv/ips/StructureDefinition/Bundle-uv-ips';
const ipsDocument = '60591-5';
const placesMost = 200;

/**
 * What becomes of each entry. What is made as FHIR says is taken; what is a resource but not made so is kept as it came and
 * marked; what is no resource, or cannot be stored, stays in the file alone. It is asked for one after the other, so that nobody holds all of
 * a long file.
 */
export function* judgeFile(file: ReadFile, about: About): Generator<Incoming | null, Told> {
  const rows = new Rows();
  yield* judgeEntries(file, about.sha256, { rows, names: file.names, sources: new Map(), birthDate: about.birthDate });
  // No more comes; what does can be kept while the whole is looked at.
  yield null;
  remarkWhole(file, rows);
  return { rows: rows.list(), counts: rows.counts };
}

interface Judging {
  rows: Rows;
  names: ReadonlySet<string>;
  sources: Sources;
  birthDate: string | null;
}

/** `within`: what tells these from others that came elsewhere, where they do not say so themselves. */
function* judgeEntries(file: Gathered, within: string, judging: Judging): Generator<Incoming, void> {
  const { rows, names, sources, birthDate } = judging;
  const scope = file.document ?? within;
  const document = uuidOf(`document ${scope}`);
  const newer = file.bundle['type'] === 'history' ? new Set<string>() : null;
  for (let at = 0; at < file.count; at += 1) {
    const entry = file.entry(at);
    const inner = innerOf(entry);
    if (inner) {
      const isApart = apart.has(textOf(inner.bundle['type']) ?? '');
      yield* judgeEntries(inner, isApart ? `${scope} ${at}` : scope, judging);
      remarkWhole(inner, rows);
      continue;
    }
    const { resource } = entry;
    const body = resource && definitions().isResource(resource.resourceType) ? canonical(entry.exact) : '';
    const refused = newer && isOlder(entry, newer) ? 'older' : refusal(resource, body);
    if (!resource || refused) {
      rows.add('refused', resource?.resourceType ?? null, refused ?? 'noResource', null);
      continue;
    }
    const findings = checkStructure(resource);
    const outcome = findings.length > 0 ? 'kept' : 'taken';
    rows.add(outcome, resource.resourceType, null, null);
    for (const { code, place } of findings) rows.remark(outcome, resource.resourceType, code, place);
    for (const { place } of brokenRules(resource, coreRules))
      rows.remark(outcome, resource.resourceType, 'rule', place);
    // Who does not understand it must not read the rest as it stands (FHIR R4, 2.26.1.2).
    if (/"(?:modifierExtension|implicitRules)":/.test(body) && changesMeaning(resource))
      rows.remark(outcome, resource.resourceType, 'modifier', null);
    remarks(resource, birthDate, names, rows);
    const sha256 = createHash('sha256').update(body).digest('hex');
    const source = sourceOf(nameOf(entry, resource, scope, at), { type: resource.resourceType, sha256 }, sources);
    if (source === null) continue;
    yield {
      ...{ type: resource.resourceType, source, document, body, sha256, understood: findings.length === 0 },
      ...searchColumns(resource),
    };
  }
}

/** What is in one of these is together; "Patient/1" in the pages of an answer is the same. */
const apart = new Set(['document', 'collection', 'message']);

/** In a history the newest comes first, also where that is only that it was deleted: what comes after it holds no more. */
function isOlder({ plain, fullUrl, resource }: Entry, newer: Set<string>): boolean {
  const id = textOf(resource?.['id']);
  const asked = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})(?:\/_history\/.*)?$/;
  const url = asked.exec(textOf(memberAt(plain, 'request', 'url')) ?? '')?.[1];
  const name = resource && id ? `${resource.resourceType}/${id}` : (url ?? fullUrl);
  if (!name) return false;
  const isThere = newer.has(name);
  newer.add(name);
  return isThere;
}

/** What systems tell each other about their own doings. */
const ofSystems = new Set(['OperationOutcome', 'MessageHeader', 'CapabilityStatement']);

function refusal(resource: Resource | null, body: string): EntryWhy | null {
  if (!resource) return 'noResource';
  if (!definitions().isResource(resource.resourceType)) return 'unknownType';
  if (ofSystems.has(resource.resourceType)) return 'message';
  return canBeKept(body) ? null : 'characters';
}

function remarks(resource: Resource, birthDate: string | null, names: ReadonlySet<string>, rows: Rows): void {
  const type = resource.resourceType;
  const born = textOf(resource['birthDate']);
  if (type === 'Patient' && isBornElsewhen(born, birthDate)) rows.remark('taken', type, 'otherBirthDate', null);
  const isOpen = (reference: string) => isOfTheFile(reference) && !names.has(bareOf(reference));
  if (referencesOf(resource).some(isOpen)) rows.remark('taken', type, 'reference', null);
  for (const div of narrativesOf(resource)) {
    const clean = cleanNarrative(div);
    if (!clean) rows.remark('taken', type, 'narrativeBroken', null);
    else if (clean.cleaned) rows.remark('taken', type, 'narrative', null);
  }
}

/** As far as both say. */
export const isBornElsewhen = (said: string | null, known: string | null): boolean =>
  said !== null && known !== null && !known.startsWith(said) && !said.startsWith(known);

/** An address on the network may be looked up by who has the right; one of these can only be in the file. */
const isOfTheFile = (reference: string) => /^(?:urn:|[A-Z][A-Za-z]+\/[^/]+$)/.test(reference);

function narrativesOf(resource: Resource): string[] {
  const own = textOf(memberAt(resource, 'text', 'div'));
  const sections = objectsOf(resource['section']).flatMap((section) => textOf(memberAt(section, 'text', 'div')) ?? []);
  return [...(own ? [own] : []), ...sections];
}

/**
 * What its sender calls it, so that the same comes as the same again: an address of its own; else one made of its document
 * and its id there, for "Patient/1" is somebody else at every hospital.
 */
function nameOf({ fullUrl }: Entry, { resourceType, id }: Resource, scope: string, at: number): string {
  const own = fullUrl && /^(?:urn:(?:uuid|oid):|https?:\/\/)/i.test(fullUrl) ? fullUrl : null;
  return own ?? `urn:uuid:${uuidOf(`${scope} ${resourceType} ${fullUrl ?? textOf(id) ?? at}`)}`;
}

/** By type and name: what the first of them was, and how many there are. */
type Sources = Map<string, { sha256: string; count: number }>;

/** Another one under the same name is told apart by a number; `null` for the same once more, as in two documents of one file. */
function sourceOf(name: string, { type, sha256 }: { type: string; sha256: string }, sources: Sources): string | null {
  const first = sources.get(`${type} ${name}`);
  if (first?.sha256 === sha256) return null;
  let source = name;
  // Counted, not tried from the beginning: a file may have one address a hundred thousand times.
  for (let more = first?.count ?? 1; sources.has(`${type} ${source}`); more += 1) {
    source = `${name}#${more + 1}`;
    if (first) first.count = more + 1;
  }
  sources.set(`${type} ${source}`, { sha256, count: 1 });
  return source;
}

function remarkWhole(file: Gathered, rows: Rows): void {
  const { bundle } = file;
  const first = file.count > 0 ? [file.entry(0).plain] : [];
  // What FHIR says of a bundle is about its first entry alone.
  if (bundle['resourceType'] === 'Bundle') {
    for (const { place } of brokenRules({ ...bundle, resourceType: 'Bundle', entry: first }, coreRules))
      rows.remark('taken', 'Bundle', 'rule', place);
  }
  if (isIps(file)) for (const { code, place } of ipsFindings(file)) rows.remark('taken', null, code, place);
}

function isIps(file: Gathered): boolean {
  if (file.count === 0) return false;
  const codings = objectsOf(memberAt(file.entry(0).resource, 'type', 'coding'));
  return file.bundle['type'] === 'document' && codings.some(({ code }) => code === ipsDocument);
}

const ipsCodes: Record<Finding['code'], EntryWhy> = {
  ...{ missing: 'ipsMissing', many: 'ipsMany', unknown: 'ipsOther', type: 'ipsOther', format: 'ipsOther' },
  ...{ code: 'ipsCode', fixed: 'ipsCode', slice: 'ipsOther' },
};

function ipsFindings({ bundle, entries }: Gathered): { code: EntryWhy; place: string | null }[] {
  // A summary is short: of what is longer only each entry is looked at, and that is said.
  if (!entries) return [{ code: 'ipsLong', place: null }];
  const entry = entries.map(({ plain }) => plain);
  const found = checkProfile({ ...bundle, resourceType: 'Bundle', entry }, ipsBundle, resolver(entries));
  const ruled = [{ ...bundle, resourceType: 'Bundle', entry }, ...entries.flatMap(({ resource }) => resource ?? [])];
  const broken = ruled.flatMap((resource) => brokenRules(resource, ipsRules));
  return [
    ...found.map(({ code, place }) => ({ code: ipsCodes[code], place })),
    ...broken.map(({ place }) => ({ code: 'ipsRule' as const, place })),
  ];
}

/** The same at the same place is one line, however often it comes. */
class Rows {
  readonly counts: Record<EntryOutcome, number> = { taken: 0, kept: 0, refused: 0 };
  readonly #rows = new Map<string, ReportRow>();

  /** One entry more with this outcome. */
  add(outcome: EntryOutcome, type: string | null, why: EntryWhy | null, place: string | null): void {
    this.counts[outcome] += 1;
    this.remark(outcome, type, why, place);
  }

  remark(outcome: EntryOutcome, type: string | null, why: EntryWhy | null, place: string | null): void {
    // A name that is no type of FHIR is a text from elsewhere, and is not repeated.
    const known = type !== null && definitions().isResource(type) ? type : null;
    const key = `${outcome} ${known} ${why} ${place}`;
    const row = this.#rows.get(key);
    if (row) row.count += 1;
    else if (this.#rows.size < placesMost || why === null)
      this.#rows.set(key, { outcome, type: known, why, place, count: 1 });
    else this.#more(outcome);
  }

  list(): ReportRow[] {
    return [...this.#rows.values()];
  }

  #more(outcome: EntryOutcome): void {
    const row = this.#rows.get(`${outcome} more`);
    if (row) row.count += 1;
    else this.#rows.set(`${outcome} more`, { outcome, type: null, why: 'more', place: null, count: 1 });
  }
}
