import type { SearchColumns } from './search';

/** A resource that is to be kept: the text of its body, every number as it was written, its members in order. */
export interface Incoming extends SearchColumns {
  type: string;
  source: string;
  /** Of which document it is a part; `null` for what stands alone. */
  document: string | null;
  body: string;
  sha256: string;
  understood: boolean;
}

/** Several as one text, as the store takes them. Bodies are texts of JSON already: parsed and written once more, their numbers would change. */
export function rowsText(incoming: readonly Incoming[]): string {
  return `[${incoming.map(({ body, ...row }) => `${JSON.stringify(row).slice(0, -1)},"body":${body}}`).join(',')}]`;
}
