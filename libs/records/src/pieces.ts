import { OkaeriError } from '@okaeri/contracts';
import type { PersonId } from '@okaeri/contracts';
import type { Vault } from '@okaeri/platform';

/** Something that comes in pieces: where it lies, whose it is, and how far it has come. */
export interface Coming {
  id: string;
  patientId: PersonId;
  bytes: number;
  received: number;
}

/**
 * Keeps a piece that has arrived; answers how much is here then, 0 where its sender has to begin anew. The caller holds the
 * lock of its row: so two windows cannot write at once. `file_offset` tells where to go on.
 */
export async function keepBytes(vault: Vault, coming: Coming, offset: number, piece: Buffer): Promise<number> {
  const { id, patientId, bytes, received } = coming;
  if (offset !== received) throw new OkaeriError('file_offset', {}, { offset: received });
  if (offset + piece.length > bytes) throw new OkaeriError('file_cut');
  if (piece.length === 0) return received;
  try {
    await vault.append({ id, patientId }, offset, once(piece), piece.length);
  } catch (error) {
    unlessDamaged(error);
    return 0;
  }
  return offset + piece.length;
}

/** What a machine that lost its power has left half of cannot be gone on with. */
export function unlessDamaged(error: unknown): null {
  if (error instanceof OkaeriError && error.code === 'file_damaged') return null;
  throw error;
}

async function* once(piece: Buffer): AsyncGenerator<Uint8Array> {
  yield piece;
}

/** One after the other, however many come at once: what each of them holds in memory is not held twice. */
export class Turns {
  readonly #waiting: (() => void)[] = [];

  async take<T>(fn: () => Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await fn();
    } finally {
      leave();
    }
  }

  /** Answers with what has to be called once it is the next one's turn. */
  async enter(): Promise<() => void> {
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      if (this.#waiting.length === 1) resolve();
    });
    return () => {
      this.#waiting.shift();
      this.#waiting[0]?.();
    };
  }
}
