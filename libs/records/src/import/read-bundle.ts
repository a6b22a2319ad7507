import { NumberUnreadable, listOf, memberAt, objectOf, parseExact, resourceOf, textOf } from '@okaeri/chart';
import type { Json, Resource } from '@okaeri/chart';
import { recordEntriesMost } from '@okaeri/contracts';
import type { ImportFault } from '@okaeri/contracts';

/** One entry of a file, as it came. */
export interface Entry {
  /** Where others say it is; absent in a list without addresses. */
  fullUrl: string | null;
  resource: Resource | null;
  /** The same with every number as it was written. */
  exact: unknown;
}

export interface ReadFile {
  bundle: Json;
  /** By the name that its sender gave it, where it has one. */
  document: string | null;
  entries: Entry[];
}

/** FHIR goes some ten levels deep; a parser that follows thousands of them runs out of stack. */
const deepest = 100;

/** What a file is, or why it is none that we can take. Bounded by its size, which was looked at before. */
export function readBundle(bytes: Buffer): ReadFile | ImportFault {
  const text = decoded(bytes);
  if (text === null) return 'notText';
  if (text.trim() === '') return 'empty';
  if (depthOf(text) > deepest) return 'tooDeep';
  let plain: unknown;
  let exact: unknown;
  try {
    plain = JSON.parse(text);
    exact = parseExact(text);
  } catch (error) {
    return error instanceof NumberUnreadable ? 'number' : 'notJson';
  }
  const resource = resourceOf(plain);
  if (!resource) return 'notFhir';
  if (resource.resourceType !== 'Bundle') return 'notBundle';
  const { type } = resource;
  if (type !== 'document' && type !== 'collection') return 'bundleType';
  const entries = listOf(resource['entry']);
  if (entries.length === 0) return 'empty';
  if (entries.length > recordEntriesMost) return 'tooMany';
  const exactly = listOf(objectOf(exact)?.['entry']);
  return {
    bundle: resource,
    document: nameOf(resource),
    entries: entries.map((entry, at) => ({
      fullUrl: textOf(memberAt(entry, 'fullUrl')),
      resource: resourceOf(memberAt(entry, 'resource')),
      exact: memberAt(exactly[at], 'resource'),
    })),
  };
}

/** UTF-8, as JSON has to be; a mark of the order of bytes in front of it is none of it. */
function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How deep lists and objects lie in each other; texts are stepped over. */
export function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charCodeAt(at);
    if (inText) {
      if (mark === 0x5c) at += 1;
      else if (mark === 0x22) inText = false;
    } else if (mark === 0x22) {
      inText = true;
    } else if (mark === 0x7b || mark === 0x5b) {
      depth += 1;
      if (depth > most) most = depth;
    } else if (mark === 0x7d || mark === 0x5d) {
      depth -= 1;
    }
  }
  return most;
}

function nameOf(bundle: Json): string | null {
  const value = textOf(memberAt(bundle, 'identifier', 'value'));
  return value && `${textOf(memberAt(bundle, 'identifier', 'system')) ?? ''}|${value}`;
}
