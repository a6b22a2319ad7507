import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import {
  canBeKept,
  canonical,
  checkProfile,
  checkStructure,
  cleanNarrative,
  definitions,
  memberAt,
  objectsOf,
  searchColumns,
  textOf,
} from '@okaeri/chart';
import type { Finding, Incoming, Resource } from '@okaeri/chart';
import type { EntryOutcome, EntryWhy } from '@okaeri/contracts';
import type { Entry, ReadFile } from './read-bundle';
import { referencesOf, resolver } from './references';
import { uuidOf } from './uuid-of';

/** One line of a report: so many of a type, what became of them, and why. It says nothing of what is in them. */
export interface ReportRow {
  outcome: EntryOutcome;
  type: string | null;
  why: EntryWhy | null;
  place: string | null;
  count: number;
}

export interface Judged {
  incoming: Incoming[];
  rows: ReportRow[];
  counts: Record<EntryOutcome, number>;
}

const ipsBundle = 'http://hl7.org/fhir/uv/ips/StructureDefinition/Bundle-uv-ips';
const ipsDocument = '60591-5';
const placesMost = 200;
const atOnce = 50;

/**
 * What becomes of each entry. What is made as FHIR says is taken; what is a resource but not made so is kept as it came and
 * marked; what is no resource, or cannot be stored, stays in the file alone. `birthDate` is that of the patient whose
 * record it is.
 */
export async function judgeFile(file: ReadFile, about: { sha256: string; birthDate: string | null }): Promise<Judged> {
  const rows = new Rows();
  const incoming: Incoming[] = [];
  const taken = new Map<string, number>();
  const scope = file.document ?? about.sha256;
  const resolve = resolver(file.entries);
  for (const [at, entry] of file.entries.entries()) {
    // Others are served meanwhile.
    if (at % atOnce === atOnce - 1) await breath();
    const { resource } = entry;
    const body = resource && definitions().isResource(resource.resourceType) ? canonical(entry.exact) : '';
    const refused = refusal(resource, body);
    if (!resource || refused) {
      rows.add('refused', resource?.resourceType ?? null, refused ?? 'noResource', null);
      continue;
    }
    const findings = checkStructure(resource);
    const outcome = findings.length > 0 ? 'kept' : 'taken';
    rows.add(outcome, resource.resourceType, null, null);
    for (const { code, place } of findings) rows.remark(outcome, resource.resourceType, code, place);
    remarks(resource, about.birthDate, resolve, rows);
    const source = sourceOf(entry, resource, scope, at, taken);
    const sha256 = createHash('sha256').update(body).digest('hex');
    incoming.push({
      ...{ type: resource.resourceType, source, body, sha256, understood: findings.length === 0 },
      ...searchColumns(resource),
    });
  }
  if (isIps(file)) for (const { code, place } of ipsFindings(file, resolve)) rows.remark('taken', null, code, place);
  return { incoming, rows: rows.list(), counts: rows.counts };
}

function refusal(resource: Resource | null, body: string): EntryWhy | null {
  if (!resource) return 'noResource';
  if (!definitions().isResource(resource.resourceType)) return 'unknownType';
  return canBeKept(body) ? null : 'characters';
}

function remarks(resource: Resource, birthDate: string | null, resolve: ReturnType<typeof resolver>, rows: Rows): void {
  const type = resource.resourceType;
  const born = textOf(resource['birthDate']);
  if (type === 'Patient' && born && birthDate && !birthDate.startsWith(born) && !born.startsWith(birthDate)) {
    rows.remark('taken', type, 'otherBirthDate', null);
  }
  const open = referencesOf(resource).filter((reference) => isOfTheFile(reference) && !resolve(reference));
  if (open.length > 0) rows.remark('taken', type, 'reference', null);
  for (const div of narrativesOf(resource)) {
    const clean = cleanNarrative(div);
    if (!clean) rows.remark('taken', type, 'narrativeBroken', null);
    else if (clean.cleaned) rows.remark('taken', type, 'narrative', null);
  }
}

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
function sourceOf(
  { fullUrl }: Entry,
  { resourceType, id }: Resource,
  scope: string,
  at: number,
  taken: Map<string, number>,
): string {
  const own = fullUrl && /^(?:urn:(?:uuid|oid):|https?:\/\/)/i.test(fullUrl) ? fullUrl : null;
  const name = own ?? `urn:uuid:${uuidOf(`${scope} ${resourceType} ${fullUrl ?? textOf(id) ?? at}`)}`;
  let source = name;
  // Counted, not tried from the beginning: a file may have one address a hundred thousand times.
  for (let more = taken.get(`${resourceType} ${name}`) ?? 1; taken.has(`${resourceType} ${source}`); more += 1) {
    source = `${name}#${more + 1}`;
    taken.set(`${resourceType} ${name}`, more + 1);
  }
  taken.set(`${resourceType} ${source}`, 1);
  return source;
}

function isIps({ bundle, entries: [first] }: ReadFile): boolean {
  const codings = objectsOf(memberAt(first?.resource, 'type', 'coding'));
  return bundle['type'] === 'document' && codings.some(({ code }) => code === ipsDocument);
}

function ipsFindings({ bundle }: ReadFile, resolve: ReturnType<typeof resolver>): { code: EntryWhy; place: string }[] {
  const told: Record<Finding['code'], EntryWhy> = {
    ...{ missing: 'ipsMissing', many: 'ipsMany', unknown: 'ipsOther', type: 'ipsOther', format: 'ipsOther' },
    ...{ code: 'ipsCode', fixed: 'ipsCode', slice: 'ipsOther' },
  };
  const found = checkProfile({ ...bundle, resourceType: 'Bundle' }, ipsBundle, resolve);
  return found.map(({ code, place }) => ({ code: told[code], place }));
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
