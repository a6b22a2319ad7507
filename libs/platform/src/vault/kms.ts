/** A data key as it lies in the database: of no use without the master key that it names. */
export interface Wrapped {
  masterKeyId: string;
  wrapped: Buffer;
}

/**
 * Who keeps the master keys. Data keys go there to be wrapped and unwrapped; a master key never comes back. `bound` is what
 * the data key belongs to: with another it does not open.
 */
export interface Kms {
  /** The master key that wraps at present. Throws `KmsClosed` where there is none to be had. */
  newest(): Promise<string>;
  wrap(key: Buffer, bound: string): Promise<Wrapped>;
  unwrap(wrapped: Wrapped, bound: string): Promise<Buffer>;
  /** Makes the first master key. Does nothing where there is one. */
  begin(): Promise<void>;
  /** Makes another, which wraps from then on; those before it go on opening what they wrapped. Answers its id. */
  renew(): Promise<string>;
}

/** The master keys cannot be had, or not the one that is needed. */
export class KmsClosed extends Error {
  override readonly name = 'KmsClosed';
}
