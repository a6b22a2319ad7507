interface Entry {
  answer: Promise<unknown>;
  since: number;
}

/**
 * What was answered to which request. A signaling process that lost its link repeats its open requests with the same
 * ids, and must get the first result, also while that is still being worked out: never a second transport or producer.
 */
export class Answers {
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly most = 512,
    private readonly milliseconds = 300_000,
  ) {}

  get size(): number {
    return this.#entries.size;
  }

  /** The answer of the first caller with this id. */
  once(id: string, work: () => Promise<unknown>, now = performance.now()): Promise<unknown> {
    const known = this.#entries.get(id);
    if (known) return known.answer;
    const answer = work();
    // A refusal is an answer too; the callers handle it, so that this copy of the promise must not count as unhandled.
    answer.catch(() => undefined);
    this.#entries.set(id, { answer, since: now });
    this.#forget(now);
    return answer;
  }

  /** Oldest first: a Map keeps the order of insertion. */
  #forget(now: number): void {
    for (const [id, { since }] of this.#entries) {
      if (this.#entries.size <= this.most && now - since <= this.milliseconds) return;
      this.#entries.delete(id);
    }
  }
}
