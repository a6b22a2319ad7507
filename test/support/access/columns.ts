/** Whom the table of access asks as; one column each. */
export const actors = [
  /** Whose visit it is. */
  'patient',
  /** The host of the visit. */
  'physician',
  /** Has a seat in it, as an interpreter. */
  'interpreter',
  /** A coordinator of the hospital that treats her, without a seat. */
  'related',
  /** Another patient, of another hospital. */
  'foreign',
  /** A physician of another hospital. */
  'foreignStaff',
  /** Had a seat in it and was shown out. */
  'removed',
  /** Has a physician's seat in it, and works at the hospital no more. */
  'revoked',
  /** The patient, with a session that was ended. */
  'signedOut',
  'anonymous',
] as const;
export type ActorName = (typeof actors)[number];

const columns = <T extends string | number>(text: string, read: (word: string) => T): Record<ActorName, T> => {
  const words = text.trim().split(/\s+/);
  if (words.length !== actors.length) throw new Error(`A line of the table has ${words.length} columns: ${text}`);
  return Object.fromEntries(actors.map((actor, at) => [actor, read(words[at] ?? '')])) as Record<ActorName, T>;
};
export const statuses = (text: string) => columns(text, Number);
export const codes = (text: string) => columns(text, String);

/**
 * `open` routes ask nothing and leave no row in the ledger, but for links, which say by themselves who comes.
 */
export interface RouteLine {
  open?: true;
  link?: true;
  /** Who may ask finds nothing there. */
  absent?: true;
  expected: Record<ActorName, number>;
}
export type Routes = Record<string, RouteLine>;
