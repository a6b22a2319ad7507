interface Asker<K, V> {
  key: K;
  answer: Promise<V | undefined>;
  tell(value: V | undefined): void;
  fail(reason: unknown): void;
}

/** A statement that takes longer than this, on a connection that is dead perhaps, holds up nobody else. */
const patienceMs = 100;

/**
 * What many ask at the same time, in one statement: while one is under way the next askers gather, and go together when
 * it is back. Nobody waits for company, no answer is older than its question, and nothing is kept. A statement that fails
 * fails for all who went with it, so keys are looked at before they are asked for.
 */
export class Gathered<K, V> {
  readonly #read: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>;
  readonly #nameOf: (key: K) => unknown;
  #waiting = new Map<unknown, Asker<K, V>>();
  #reading = false;

  /** Keys of one name are asked for once; without names, those that are the same value. */
  constructor(read: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>, nameOf: (key: K) => unknown = (key) => key) {
    this.#read = read;
    this.#nameOf = nameOf;
  }

  /** `undefined` where the statement told nothing about the key. */
  ask(key: K): Promise<V | undefined> {
    const answer = this.#enter(key);
    if (!this.#reading) void this.#goOn();
    return answer;
  }

  /** Several of one asker, which go together. */
  askAll(keys: readonly K[]): Promise<(V | undefined)[]> {
    const answers = keys.map((key) => this.#enter(key));
    if (!this.#reading) void this.#goOn();
    return Promise.all(answers);
  }

  #enter(key: K): Promise<V | undefined> {
    const name = this.#nameOf(key);
    const asker = this.#waiting.get(name) ?? newAsker<K, V>(key);
    this.#waiting.set(name, asker);
    return asker.answer;
  }

  async #goOn(): Promise<void> {
    this.#reading = true;
    while (this.#waiting.size > 0) {
      const askers = [...this.#waiting.values()];
      this.#waiting = new Map();
      await orLate(this.#tell(askers));
    }
    this.#reading = false;
  }

  async #tell(askers: readonly Asker<K, V>[]): Promise<void> {
    try {
      const found = await this.#read(askers.map(({ key }) => key));
      for (const { key, tell } of askers) tell(found.get(key));
    } catch (error) {
      for (const { fail } of askers) fail(error);
    }
  }
}

async function orLate(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs).unref();
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

function newAsker<K, V>(key: K): Asker<K, V> {
  let tell: Asker<K, V>['tell'] = () => undefined;
  let fail: Asker<K, V>['fail'] = () => undefined;
  const answer = new Promise<V | undefined>((resolve, reject) => {
    tell = resolve;
    fail = reject;
  });
  return { key, answer, tell, fail };
}
