/** What somebody has typed and not yet saved: in this tab only, and gone when she signs out. */
const prefix = 'okaeri.draft.';

export function readDraft<V extends object>(name: string, start: V): Partial<V> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefix + name) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const known = new Map(Object.entries(start).map(([field, value]) => [field, typeof value]));
    const fits = Object.entries(kept).filter(([field, value]) => known.get(field) === typeof value);
    return Object.fromEntries(fits) as Partial<V>;
  } catch {
    return {};
  }
}

export function writeDraft(name: string, values: object): void {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(values));
  } catch {
    // A browser that keeps nothing still lets her type.
  }
}

export function forgetDraft(name: string): void {
  sessionStorage.removeItem(prefix + name);
}

export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
