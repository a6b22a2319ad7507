/*
 * What came from elsewhere is looked at member by member: nothing of it is what it says until somebody has looked.
 */

export type Json = Record<string, unknown>;

/** A FHIR resource, as far as every one of them is alike. */
export interface Resource extends Json {
  resourceType: string;
}

export function objectOf(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

/** A list as it is, one thing as a list of it, nothing as an empty one. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

export function objectsOf(value: unknown): Json[] {
  return listOf(value)
    .map(objectOf)
    .filter((each) => each !== null);
}

/** A text that says something. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export function resourceOf(value: unknown): Resource | null {
  const found = objectOf(value);
  return found && typeof found['resourceType'] === 'string' ? (found as Resource) : null;
}

/** The member at the end of a path; lists are entered by their first. */
export function memberAt(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const name of path) here = objectOf(Array.isArray(here) ? (here as unknown[])[0] : here)?.[name];
  return here;
}
