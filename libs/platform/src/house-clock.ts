import type { Health, Log } from '@okaeri/runtime';
import { goByHouse, machineMilliseconds } from '@okaeri/words/time';

const everyMs = 2000;
/** From here on somebody has to look after the clock of a machine. */
const worthSayingMs = 1000;

/** What PostgreSQL's clock showed, and our own count of milliseconds before it was asked and after it had answered. */
export interface Shown {
  before: number;
  theirs: number;
  after: number;
}

/** How far the clock of the house is ahead of our count: as it was held so far, unless what was shown contradicts it. */
export function aheadBy(held: number, { before, theirs, after }: Shown): number {
  return Math.min(Math.max(held, theirs - after), theirs - before);
}

/**
 * One clock for all processes of the house, on whatever machines: PostgreSQL's. Between two looks at it time is counted
 * by the timer of the processor, which nobody sets: a machine whose clock is wrong, or is put right, sends nothing early
 * and refuses nobody. The first is said at `/readyz` and in the log.
 */
export class HouseClock {
  /** Of `performance.now()`. */
  #ahead: number | null = null;
  #setAt = Number.NEGATIVE_INFINITY;
  #isTold = false;
  #looking: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #leave: (() => void) | undefined;

  constructor(
    private readonly ask: () => Promise<number>,
    private readonly log: Log,
    health: Health,
  ) {
    health.prefers('clock', () => Math.abs(this.#machineAheadMs()) <= worthSayingMs);
  }

  /** For how long PostgreSQL's own clock has not been set: what others wrote before that is of another time. */
  get steadyMs(): number {
    return performance.now() - this.#setAt;
  }

  /** Reads it now, and from then on in passing. */
  async start(): Promise<void> {
    await this.look();
    this.#timer = setInterval(() => void this.look(), everyMs).unref();
  }

  /** Reads it now: for who goes by what others wrote, and must not do so just after it was set. Never throws. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#leave?.();
  }

  async #look(): Promise<void> {
    try {
      const before = performance.now();
      const theirs = await this.ask();
      this.#agree({ before, theirs, after: performance.now() });
    } catch {
      // While it is away the count goes on.
    }
  }

  #agree(shown: Shown): void {
    const held = this.#ahead;
    const ahead = aheadBy(held ?? machineMilliseconds() - shown.after, shown);
    this.#ahead = ahead;
    this.#leave ??= goByHouse(() => performance.now() + (this.#ahead ?? 0));
    if (held !== null && Math.abs(ahead - held) > worthSayingMs) {
      this.#setAt = shown.after;
      this.log.warn({ seconds: seconds(ahead - held) }, 'PostgreSQL’s clock was set');
    }
    const wrong = this.#machineAheadMs();
    const isWrong = Math.abs(wrong) > worthSayingMs;
    if (isWrong !== this.#isTold) {
      if (isWrong) this.log.warn({ seconds: seconds(wrong) }, 'this machine’s clock is not PostgreSQL’s, which counts');
      else this.log.info('this machine’s clock is right again');
    }
    this.#isTold = isWrong;
  }

  #machineAheadMs(): number {
    return this.#ahead === null ? 0 : machineMilliseconds() - performance.now() - this.#ahead;
  }
}

const seconds = (milliseconds: number) => Math.round(milliseconds / 100) / 10;
