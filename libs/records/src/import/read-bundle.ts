import { NumberUnreadable, listOf, memberAt, objectOf, parseBoth, resourceOf, textOf } from '@okaeri/chart/fhir';
import type { Json, Resource } from '@okaeri/chart/fhir';
import type { ImportFault } from '@okaeri/contracts';
import { namesOf } from './references';
import { isTooMuch, scanFile } from './scan-bundle';
import type { Scanned } from './scan-bundle';
import { utf8Of } from './text-of';

/*
 * What a file of FHIR holds, in whichever shape: a bundle of any kind, a list, a resource in each line (NDJSON), or one alone. What holds others
 * itself, as the answer of an operation or a document in the answer of a search, is an entry here and taken apart when it is its turn.
 */

/** One entry of a file, as it came. */
export interface Entry {
  plain: Json | null;
  /** Where others say it is; absent in a list without addresses. */
  fullUrl: string | null;
  resource: Resource | null;
  /** The same with every number as it was written. */
  exact: unknown;
}

/** Entries that belong together. */
export interface Gathered {
  /** Without its entries; of a list that is no bundle nothing. */
  bundle: Json;
  /** By the name that its sender gave it, where it has one. */
  document: string | null;
  count: number;
  entry(at: number): Entry;
  /** All at once; `null` of a file that is too long for that. */
  entries: readonly Entry[] | null;
}

export interface ReadFile extends Gathered {
  /** Every name by which one of them may be meant, or one in one of them. */
  names: ReadonlySet<string>;
}

const entriesMost = 100_000;
const blanks = new Set([0x20, 0x0a, 0x0d, 0x09]);
/** Of so much everything is held in memory; what is longer is read entry by entry, twice. */
const heldMost = { bytes: 16_777_216, values: 1_000_000 };

/** What a file is, or why it is none that we can take: all of it can be read where this answers with a file. */
export function readBundle(given: Buffer): ReadFile | ImportFault {
  const bytes = utf8Of(given);
  if (!bytes) return 'notText';
  if (bytes.every((mark) => blanks.has(mark))) return 'empty';
  const scanned = scanFile(bytes, entriesMost);
  if (typeof scanned === 'string') return scanned;
  try {
    return read(bytes, scanned);
  } catch (error) {
    if (error instanceof NumberUnreadable) return 'number';
    if (error instanceof SyntaxError) return 'notJson';
    throw error;
  }
}

function read(bytes: Buffer, { head, places, values }: Scanned): ReadFile | ImportFault {
  const around = parseBoth(head).plain;
  const isList = Array.isArray(around);
  const bundle = resourceOf(around);
  if (!isList && bundle?.resourceType !== 'Bundle') {
    // A member of this name is no list of entries in any other; of one thing no part is read before the rest.
    if (isTooMuch(bytes.length, values)) return 'tooMuch';
    const alone = entryOf(parseBoth(bytes.toString('utf8')));
    return alone.resource ? gathered({}, 1, () => alone, true) : 'notFhir';
  }
  const entry = (at: number) => entryOf(parseBoth(bytes.toString('utf8', places[2 * at], places[2 * at + 1])));
  const isHeld = bytes.length <= heldMost.bytes && values <= heldMost.values;
  return gathered(bundle ?? {}, places.length / 2, entry, isHeld);
}

function gathered(bundle: Json, count: number, entry: (at: number) => Entry, isHeld: boolean): ReadFile | ImportFault {
  const names = new Set<string>();
  const held: Entry[] | null = isHeld ? [] : null;
  let all = 0;
  let isFhir = bundle['resourceType'] === 'Bundle';
  for (let at = 0; at < count; at += 1) {
    const found = entry(at);
    held?.push(found);
    isFhir ||= found.resource !== null;
    all += gather(found, names);
    if (all > entriesMost) return 'tooMany';
  }
  if (!isFhir) return 'notFhir';
  if (all === 0) return 'empty';
  const document = nameOf(bundle);
  return { bundle, document, count, entry: (at) => held?.[at] ?? entry(at), entries: held, names };
}

/** How many there are in all. */
function gather(found: Entry, names: Set<string>): number {
  const inner = innerOf(found);
  if (!inner) {
    for (const name of namesOf(found)) names.add(name);
    return 1;
  }
  return inner.entries.reduce((sum, each) => sum + gather(each, names), 0);
}

/** What is in an entry that only holds others. */
export function innerOf({ resource, exact }: Entry): (Gathered & { entries: readonly Entry[] }) | null {
  const type = resource?.resourceType;
  if (!resource || (type !== 'Bundle' && type !== 'Parameters')) return null;
  const { entry: _, ...bundle } = type === 'Bundle' ? resource : { entry: null };
  const entries = type === 'Bundle' ? pairs(resource, exact, 'entry').map(entryOf) : parametersOf(resource, exact);
  const at = (place: number) => entries[place] ?? entryOf({ plain: null, exact: null });
  return { bundle, document: nameOf(bundle), count: entries.length, entry: at, entries };
}

interface Both {
  plain: unknown;
  exact: unknown;
}

function pairs(plain: unknown, exact: unknown, name: string): Both[] {
  const exactly = listOf(objectOf(exact)?.[name]);
  return listOf(objectOf(plain)?.[name]).map((each, at) => ({ plain: each, exact: exactly[at] }));
}

/** Parts may have parts; what is no resource among them is said of the answer. */
function parametersOf(plain: unknown, exact: unknown, name = 'parameter'): Entry[] {
  return pairs(plain, exact, name).flatMap((each) => {
    const found = entryOf(each);
    return [...(found.resource ? [found] : []), ...parametersOf(each.plain, each.exact, 'part')];
  });
}

/** A resource by itself, or one beside its address. */
function entryOf(parsed: Both): Entry {
  const itself = resourceOf(parsed.plain);
  if (itself) return { plain: { resource: itself }, fullUrl: null, resource: itself, exact: parsed.exact };
  const plain = objectOf(parsed.plain);
  return {
    plain,
    fullUrl: textOf(plain?.['fullUrl']),
    resource: resourceOf(plain?.['resource']),
    exact: objectOf(parsed.exact)?.['resource'],
  };
}

function nameOf(bundle: Json): string | null {
  const value = textOf(memberAt(bundle, 'identifier', 'value'));
  return value && `${textOf(memberAt(bundle, 'identifier', 'system')) ?? ''}|${value}`;
}
