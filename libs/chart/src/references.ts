import { textOf } from './fhir/json';
import type { Resource } from './fhir/json';

/** A resource as far as it is looked at here. */
export interface Held {
  id: string;
  source: string;
  importId: string;
  document: string | null;
  body: Resource;
}

/** What a reference of one of these may lead to: one, none, or several that nobody can tell apart. */
export type Find<T> = (reference: string, from: Held) => readonly T[];

const none: readonly never[] = [];

/**
 * "Organization/1" is another one at every hospital and in every document. So it is looked for in the document that it stands in, then where the
 * address of who says it leads, then in the file, which may hold more documents, and last in all of a record: what had not changed
 * stayed with what brought it first.
 */
export function finder<T extends Held>(record: readonly T[]): Find<T> {
  const byDocument = index(record, ({ document }) => document);
  // Most have what they name beside them.
  const byFile = once(() => index(record, ({ importId }) => importId));
  const everywhere = once(() => index(record, () => ''));
  const inDocument = (name: string, { document }: Held) => (document && byDocument.get(document)?.get(name)) || none;
  const inFile = (name: string, { importId }: Held) => byFile().get(importId)?.get(name) ?? none;
  const inAll = (name: string) => everywhere().get('')?.get(name) ?? none;

  function* places(name: string, from: Held): Generator<[string, readonly T[]]> {
    yield [name, inDocument(name, from)];
    const beside = isShort.test(name) && baseOf.exec(from.source)?.[1];
    if (beside) yield [`${beside}${name}`, inAll(`${beside}${name}`)];
    yield [name, inFile(name, from)];
    yield [name, inAll(name)];
    // Some say in a whole address what lies beside it under its type and id alone.
    const tail = /^https?:.*\/([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})$/.exec(name)?.[1];
    if (!tail) return;
    yield [tail, inDocument(tail, from)];
    yield [tail, inFile(tail, from)];
  }
  return (reference, from) => {
    const [bare = ''] = reference.split('/_history/', 1);
    for (const [name, found] of places(bare, from)) {
      if (found.length === 0) continue;
      // Two who were one person may each have brought the same document.
      const near = orAll(found, ({ importId }) => importId === from.importId);
      // Of several under one address the first has it as it is, the others with a number.
      return orAll(near, ({ source }) => source === name);
    }
    return none;
  };
}

/** Those of which it is true; where that is none, all. */
function orAll<T>(all: readonly T[], isIt: (each: T) => boolean): readonly T[] {
  const found = all.filter(isIt);
  return found.length > 0 ? found : all;
}

const isShort = /^[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/;
/** Where the neighbours of something on a server are. */
const baseOf = /^(https?:.*\/)[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}(?:#\d+)?$/;

function index<T extends Held>(
  record: readonly T[],
  placeOf: (held: T) => string | null,
): Map<string, Map<string, T[]>> {
  const places = new Map<string, Map<string, T[]>>();
  for (const held of record) {
    const place = placeOf(held);
    if (place === null) continue;
    const names = places.get(place) ?? new Map<string, T[]>();
    places.set(place, names);
    for (const name of namesOf(held)) {
      const found = names.get(name);
      if (!found) names.set(name, [held]);
      else if (found.every(({ id }) => id !== held.id)) found.push(held);
    }
  }
  return places;
}

function namesOf({ source, body }: Held): Set<string> {
  const id = textOf(body['id']);
  const address = source.replace(/#\d+$/, '');
  const tail = /[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.exec(address)?.[0];
  return new Set([
    source,
    address,
    ...(id ? [`${body.resourceType}/${id}`, `urn:uuid:${id}`] : []),
    ...(tail ? [tail] : []),
  ]);
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
