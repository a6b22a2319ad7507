import { isUtf8 } from 'node:buffer';
import { NumberUnreadable, memberAt, objectOf, parseBoth, resourceOf, textOf } from '@okaeri/chart/fhir';
import type { Json, Resource } from '@okaeri/chart/fhir';
import type { ImportFault } from '@okaeri/contracts';
import { namesOf } from './references';
import { scanBundle } from './scan-bundle';
import type { Scanned } from './scan-bundle';

/** One entry of a file, as it came. */
export interface Entry {
  plain: Json | null;
  /** Where others say it is; absent in a list without addresses. */
  fullUrl: string | null;
  resource: Resource | null;
  /** The same with every number as it was written. */
  exact: unknown;
}

export interface ReadFile {
  /** Without its entries. */
  bundle: Json;
  /** By the name that its sender gave it, where it has one. */
  document: string | null;
  count: number;
  entry(at: number): Entry;
  /** All at once; `null` of a file that is too long for that. */
  entries: readonly Entry[] | null;
  /** Every name by which one of them may be meant. */
  names: ReadonlySet<string>;
}

const entriesMost = 100_000;
const blanks = new Set([0x20, 0x0a, 0x0d, 0x09]);
/** Of so much everything is held in memory; what is longer is read entry by entry, twice. */
const heldMost = { bytes: 16_777_216, values: 1_000_000 };

/** Whichever way a system hands out what it holds: a message to another system is none of them. */
const carriers = new Set([
  ...[
    'document',
    'collection',
    'searchset',
    'history',
    'batch',
    'transaction',
    'batch-response',
    'transaction-response',
  ],
]);

/** What a file is, or why it is none that we can take: all of it can be read where this answers with a file. */
export function readBundle(given: Buffer): ReadFile | ImportFault {
  const bytes = withoutMark(given);
  if (!isUtf8(bytes)) return 'notText';
  if (bytes.every((mark) => blanks.has(mark))) return 'empty';
  const scanned = scanBundle(bytes, entriesMost);
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
  const bundle = parseBoth(head).plain;
  const count = places.length / 2;
  const entry = (at: number) => entryOf(bytes.toString('utf8', places[2 * at], places[2 * at + 1]));
  const names = new Set<string>();
  const held: Entry[] | null = bytes.length > heldMost.bytes || values > heldMost.values ? null : [];
  for (let at = 0; at < count; at += 1) {
    const found = entry(at);
    for (const name of namesOf(found)) names.add(name);
    held?.push(found);
  }
  const resource = resourceOf(bundle);
  if (!resource) return 'notFhir';
  if (resource.resourceType !== 'Bundle') return 'notBundle';
  const { type } = resource;
  if (!carriers.has(String(type))) return 'bundleType';
  if (count === 0) return 'empty';
  const document = nameOf(resource);
  return { bundle: resource, document, count, entry: (at) => held?.[at] ?? entry(at), entries: held, names };
}

function entryOf(text: string): Entry {
  const parsed = parseBoth(text);
  const plain = objectOf(parsed.plain);
  return {
    plain,
    fullUrl: textOf(plain?.['fullUrl']),
    resource: resourceOf(plain?.['resource']),
    exact: objectOf(parsed.exact)?.['resource'],
  };
}

/** UTF-8, as JSON has to be; a mark of the order of bytes in front of it is none of it. */
const withoutMark = (bytes: Buffer): Buffer =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

function nameOf(bundle: Json): string | null {
  const value = textOf(memberAt(bundle, 'identifier', 'value'));
  return value && `${textOf(memberAt(bundle, 'identifier', 'system')) ?? ''}|${value}`;
}
