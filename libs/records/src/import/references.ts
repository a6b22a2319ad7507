import { objectOf, textOf } from '@okaeri/chart';
import type { Resource } from '@okaeri/chart';
import type { Entry } from './read-bundle';

/** What a reference of one of these leads to among them: by its whole address, or by type and id. */
export function resolver(
  entries: readonly Pick<Entry, 'fullUrl' | 'resource'>[],
): (reference: string) => Resource | null {
  const found = new Map<string, Resource>();
  for (const { fullUrl, resource } of entries) {
    if (!resource) continue;
    const id = textOf(resource['id']);
    const short = id && `${resource.resourceType}/${id}`;
    if (short && !found.has(short)) found.set(short, resource);
    if (fullUrl) found.set(fullUrl, resource);
    const tail = fullUrl && /[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.exec(fullUrl)?.[0];
    if (tail && !found.has(tail)) found.set(tail, resource);
  }
  return (reference) => {
    const [bare = '', version] = reference.split('/_history/', 2);
    return found.get(version === undefined ? reference : bare) ?? null;
  };
}

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
