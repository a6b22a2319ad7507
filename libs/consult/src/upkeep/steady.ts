import { seatLeaseSeconds, seatRenewSeconds } from '@okaeri/contracts';

/**
 * Whether this process may say of seats that nobody sits on them: only once every process had the time to renew its own.
 * After an outage of the database all leases look as if their windows had died; and whoever was frozen cannot know that
 * the others were not, for it may have been the whole machine. Times in milliseconds of a clock that never goes back.
 */
export class Steady {
  #since: number;
  #beganLast: number;
  #renewedAt = -Infinity;

  constructor(at: number) {
    this.#since = at;
    this.#beganLast = at;
  }

  /** A beat begins. */
  begin(at: number): void {
    if (at - this.#beganLast > seatRenewSeconds * 2000) this.#since = at;
    this.#beganLast = at;
  }

  /** Whether this beat has to renew: every other one, and each that comes late, or a slow process lets its own seats lapse. */
  renews(at: number): boolean {
    const due = at - this.#renewedAt >= seatRenewSeconds * 750;
    if (due) this.#renewedAt = at;
    return due;
  }

  /** The beat could not do what it is for. */
  fail(at: number): void {
    this.#since = at;
    this.#renewedAt = -Infinity;
  }

  mayJudge(at: number): boolean {
    return at - this.#since >= seatLeaseSeconds * 1000;
  }
}
