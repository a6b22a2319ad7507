/** What a scanner says of a file; `unscanned` where there is none, or it could not say. */
export const scanStates = ['unscanned', 'clean', 'infected'] as const;
export type ScanState = (typeof scanStates)[number];

/** Looks for what harms whoever opens a file. */
export interface Scanner {
  /** Throws `ScannerDown` where it cannot say. */
  scan(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Exclude<ScanState, 'unscanned'>>;
}
export const SCANNER = Symbol('scanner');

/** The scanner is not there, too slow, or takes nothing so large. */
export class ScannerDown extends Error {
  override readonly name = 'ScannerDown';
}
