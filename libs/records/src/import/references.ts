import { objectOf, textOf } from '@okaeri/chart/fhir';
import type { Resource } from '@okaeri/chart/fhir';

interface Named {
  fullUrl: string | null;
  resource: Resource | null;
}

/** By what one may be meant: its whole address, its id where that is one of its own, or type and id. */
export function namesOf({ fullUrl, resource }: Named): string[] {
  if (!resource) return [];
  const id = textOf(resource['id']);
  const tail = fullUrl && /[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.exec(fullUrl)?.[0];
  return [
    ...(fullUrl ? [fullUrl] : []),
    ...(id ? [`${resource.resourceType}/${id}`, `urn:uuid:${id}`] : []),
    ...(tail ? [tail] : []),
  ];
}

/** What a reference of one of these leads to among them. */
export function resolver(entries: readonly Named[]): (reference: string) => Resource | null {
  const found = new Map<string, Resource>();
  for (const entry of entries) {
    for (const name of namesOf(entry)) {
      // A whole address is the last one's, a short name the first one's.
      if (entry.resource && (name === entry.fullUrl || !found.has(name))) found.set(name, entry.resource);
    }
  }
  return (reference) => {
    const bare = bareOf(reference);
    // Some say in a whole address what lies beside it under its type and id alone.
    const tail = /^https?:.*\/([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})$/.exec(bare)?.[1];
    return found.get(bare) ?? (tail ? found.get(tail) : null) ?? null;
  };
}

/** Without the version that is meant. */
export const bareOf = (reference: string): string => reference.split('/_history/', 1)[0] ?? '';

/** All references of a resource; not by following them, so that a circle is none. */
export function referencesOf(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const each of value) referencesOf(each, found);
  const members = objectOf(value);
  if (!members) return found;
  const reference = textOf(members['reference']);
  if (reference && !reference.startsWith('#')) found.push(reference);
  for (const each of Object.values(members)) if (typeof each === 'object') referencesOf(each, found);
  return found;
}
