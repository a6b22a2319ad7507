import { isIPv6 } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { LOG } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { Ledger } from './ledger';
import type { LedgerEntry } from './ledger';

/** Rows of their own in a minute, for one address and permission and for all together. */
const ownRows = 20;
const allOwnRows = 200;
/** Pairs of address and permission told apart in a minute: what comes from more addresses is counted as one. */
const pairsKept = 100;
const minute = 60_000;

interface Pair {
  asked: number;
  beyond: number;
  like: Pick<LedgerEntry, 'permission' | 'entity' | 'via'>;
}

/**
 * Keeps those whom nobody knows from filling the ledger: a row for each of their first questions, then one row a minute
 * with the number of the rest. In memory, so that a flood costs the database nothing; addresses are written nowhere.
 */
@Injectable()
export class Strangers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #pairs = new Map<string, Pair>();
  #rows = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#tell(), minute).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#tell();
  }

  /** Whether this question gets a row of its own; else it has been counted here. */
  getsRow(like: Pair['like'], address: string | undefined): boolean {
    const pair = this.#pairOf(like, networkOf(address ?? ''));
    pair.asked += 1;
    if (pair.asked <= ownRows && this.#rows < allOwnRows) {
      this.#rows += 1;
      return true;
    }
    pair.beyond += 1;
    return false;
  }

  #pairOf(like: Pair['like'], network: string): Pair {
    const own = `${like.permission} ${network}`;
    const key = this.#pairs.has(own) || this.#pairs.size < pairsKept ? own : like.permission;
    const pair = this.#pairs.get(key) ?? { asked: 0, beyond: 0, like };
    this.#pairs.set(key, pair);
    return pair;
  }

  async #tell(): Promise<void> {
    const counted = [...this.#pairs.values()].filter(({ beyond }) => beyond > 0);
    this.#pairs = new Map();
    this.#rows = 0;
    const nobody = { actorId: null, entityId: null, patientId: null, outcome: 'refused' } as const;
    try {
      await this.ledger.write(...counted.map(({ like, beyond }) => ({ ...like, ...nobody, times: beyond })));
    } catch (error) {
      const refusals = counted.reduce((sum, { beyond }) => sum + beyond, 0);
      this.log.error({ err: error, refusals }, 'refusals could not be written to the ledger');
    }
  }
}

/** The address, or for IPv6 its first half: the second is the customer's own to choose. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [before, after] = plain.split('::').map((part) => part.split(':').filter(Boolean));
  const head = before ?? [];
  const gap = after ? Array.from({ length: 8 - head.length - after.length }, () => '0') : [];
  const groups = [...head, ...gap, ...(after ?? [])].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
