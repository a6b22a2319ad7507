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

/**
 * "Organization/1" is another one at every hospital and in every document. So it is looked for in the document that it stands in, then where the
 * address of who says it leads, then in the file, which may hold more documents, and last in all of a record: what had not changed
 * stayed with what brought it first.
 */
export function finder<T extends Held>(record: readonly T[]): Find<T> {
  const names = namesIn(record);
  return (reference, from) => {
    const [name = ''] = reference.split('/_history/', 1);
    const called = names.get(name);
    const inDocument = called?.in('document', from.document) ?? none;
    if (inDocument.length > 0) return told(inDocument, name, from);
    const base = isShort.test(name) && baseOf.exec(from.source)?.[1];
    const beside = base && names.get(`${base}${name}`)?.all;
    if (beside) return told(beside, `${base}${name}`, from);
    if (called) return told(called.all, name, from);
    // Some say in a whole address what lies beside it under its type and id alone.
    const tail = /^https?:.*\/([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})$/.exec(name)?.[1];
    const near = tail === undefined ? undefined : names.get(tail);
    const ofTail = near?.in('document', from.document) ?? none;
    return told(ofTail.length > 0 ? ofTail : (near?.in('importId', from.importId) ?? none), tail ?? name, from);
  };
}

const none: readonly never[] = [];
/** Where more than these are called alike, nobody looks which of them is nearer: each one who names them would have to look at all. */
const alikeMost = 100;

/** Of several that are called so those that are nearest. */
function told<T extends Held>(found: readonly T[], name: string, { importId }: Held): readonly T[] {
  if (found.length < 2 || found.length > alikeMost) return found;
  // Two who were one person may each have brought the same document.
  const near = orAll(found, (each) => each.importId === importId);
  // Of several under one address the first has it as it is, the others with a number.
  return orAll(near, ({ source }) => source === name);
}

/** Those of which it is true; where that is none, all. */
function orAll<T>(all: readonly T[], isIt: (each: T) => boolean): readonly T[] {
  const found = all.filter(isIt);
  return found.length > 0 ? found : all;
}

/** All that have one name. */
class Called<T extends Held> {
  readonly all: T[] = [];
  #groups: Map<string, T[]> | null = null;

  in(member: 'document' | 'importId', value: string | null): readonly T[] {
    if (value === null) return none;
    if (this.all.length <= few) return this.all.filter((each) => each[member] === value);
    return (this.#groups ??= groupsOf(this.all)).get(`${member} ${value}`) ?? none;
  }
}

/** Looked through one by one. */
const few = 8;

function groupsOf<T extends Held>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const held of all) {
    for (const key of [`document ${held.document}`, `importId ${held.importId}`]) {
      const group = groups.get(key);
      if (group) group.push(held);
      else groups.set(key, [held]);
    }
  }
  return groups;
}

const isShort = /^[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/;
/** Where the neighbours of something on a server are. */
const baseOf = /^(https?:.*\/)[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}(?:#\d+)?$/;

function namesIn<T extends Held>(record: readonly T[]): Map<string, Called<T>> {
  const names = new Map<string, Called<T>>();
  const seen = new Set<string>();
  for (const held of record) {
    if (seen.has(held.id)) continue;
    seen.add(held.id);
    for (const name of namesOf(held)) {
      const called = names.get(name) ?? new Called<T>();
      if (called.all.length === 0) names.set(name, called);
      called.all.push(held);
    }
  }
  return names;
}

function namesOf({ source, body }: Held): Set<string> {
  const id = textOf(body['id']);
  const address = source.replace(/#\d+$/, '');
  const tail = /[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.exec(address)?.[0];
  const own = id ? [`${body.resourceType}/${id}`, `urn:uuid:${id}`] : [];
  return new Set([source, address, ...own, ...(tail ? [tail] : [])]);
}
