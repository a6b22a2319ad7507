import type { Anchor } from './anchors';
import { firstHash, sealOf } from './content';
import type { LedgerText } from './content';

/** A seal, and the row that it is of; `null` where there is none any more. */
export interface Sealed {
  place: number;
  rowId: string;
  hash: Buffer;
  row: LedgerText | null;
}

/**
 * `changed`: a row, or its seal, is not what it was. `deleted`: its row is gone. `cut_out`: seals are gone with their rows.
 * `rewritten`: the chain agrees with itself and not with an anchor. `cut_off`: it ends before its last anchor: an end that
 * was removed, or an old copy. `put_back`: an anchor says that the chain was once longer. `slipped_in`: a row that was
 * never sealed though its time has passed. `anchor_unreadable`: a line of the anchors is none.
 */
export const findingKinds = [
  ...(['changed', 'deleted', 'cut_out', 'rewritten', 'cut_off', 'put_back'] as const),
  ...(['slipped_in', 'anchor_unreadable'] as const),
] as const;
export interface Finding {
  kind: (typeof findingKinds)[number];
  /** The first place that is meant, and the last one. */
  place: number;
  until: number;
  /** The row, or the last good one before it where it cannot be known. */
  row: string | null;
}

/** Looks at the seals in their order, and at the anchors beside them; holds one of each. */
export class Inspector {
  #before = firstHash;
  #place = 0;
  #row: string | null = null;
  #agreed = 0;
  #agreedRow: string | null = null;
  #first: Finding | null = null;
  #count = 0;

  /** How far it has come. */
  get place(): number {
    return this.#place;
  }

  get findings(): { first: Finding | null; count: number } {
    return { first: this.#first, count: this.#count };
  }

  see({ place, rowId, hash, row }: Sealed): void {
    if (place !== this.#place + 1) {
      this.#found('cut_out', this.#place + 1, place - 1, this.#row);
    } else if (!row) {
      this.#found('deleted', place, place, rowId);
    } else if (!sealOf(this.#before, row).equals(hash)) {
      this.#found('changed', place, place, rowId);
    }
    // From what is written on, so that one bad row does not make bad ones of all that come after.
    this.#before = hash;
    this.#place = place;
    this.#row = rowId;
  }

  /** At the seal that was seen last. */
  compare({ place, hash }: Anchor): void {
    if (place !== this.#place) return;
    if (this.#before.toString('hex') === hash) {
      this.#agreed = place;
      this.#agreedRow = this.#row;
    } else this.#found('rewritten', this.#agreed + 1, place, this.#agreedRow);
  }

  /** An anchor of a place behind the one before it. */
  wentBack({ place }: Anchor): void {
    this.#found('put_back', Math.min(place, this.#agreed) + 1, place, this.#agreedRow);
  }

  unreadable(): void {
    this.#found('anchor_unreadable', this.#place + 1, this.#place + 1, null);
  }

  /** After the last seal: the farthest that any anchor knows. */
  end(farthest: Anchor | null): void {
    if (farthest && farthest.place > this.#place) this.#found('cut_off', this.#place + 1, farthest.place, this.#row);
  }

  slippedIn(row: string): void {
    this.#found('slipped_in', this.#place + 1, this.#place + 1, row);
  }

  #found(kind: Finding['kind'], place: number, until: number, row: string | null): void {
    this.#count += 1;
    if (!this.#first || place < this.#first.place) this.#first = { kind, place, until, row };
  }
}
