import type { types } from 'mediasoup';

/** The part of a transport that tells whether anybody is at the other end. */
export type Watched = Pick<types.WebRtcTransport, 'iceState' | 'dtlsState'> & {
  on(event: 'icestatechange' | 'dtlsstatechange', listener: () => void): unknown;
};

const deadIce: readonly types.IceState[] = ['disconnected', 'closed'];
const deadDtls: readonly types.DtlsState[] = ['closed', 'failed'];

/**
 * Whether a seat still has a person. A transport counts once it has been connected: who only listens never connects
 * the one that sends, and who is alone and silent connects none, yet both are there.
 */
export class Pulse {
  readonly #met = new Set<Watched>();
  #silentSince: number | null = null;
  #broken = false;
  #touched: number;

  private constructor(
    private readonly transports: readonly Watched[],
    private readonly now: () => number,
  ) {
    this.#touched = now();
  }

  static create(transports: readonly Watched[], now: () => number = () => performance.now()): Pulse {
    const pulse = new Pulse(transports, now);
    for (const transport of transports) {
      transport.on('icestatechange', () => pulse.#look());
      transport.on('dtlsstatechange', () => pulse.#look());
    }
    return pulse;
  }

  /** Milliseconds since the last living transport died, or since somebody last came back for the seat. */
  get silentFor(): number {
    return this.#silentSince === null ? 0 : this.now() - Math.max(this.#silentSince, this.#touched);
  }

  /** Milliseconds without any connection so far; 0 after the first one. */
  get unmetFor(): number {
    return this.#met.size > 0 ? 0 : this.now() - this.#touched;
  }

  /** A DTLS association that ended cannot be restarted as ICE can, although the worker waits for another handshake. */
  get beyondRepair(): boolean {
    return this.#broken;
  }

  /** Somebody asked for the seat: it gets its whole time again. */
  touch(): void {
    this.#touched = this.now();
  }

  #look(): void {
    for (const transport of this.transports) {
      if (transport.dtlsState === 'connected') this.#met.add(transport);
      if (deadDtls.includes(transport.dtlsState)) this.#broken = true;
    }
    const silent =
      this.#met.size > 0 &&
      [...this.#met].every(({ iceState, dtlsState }) => deadIce.includes(iceState) || deadDtls.includes(dtlsState));
    if (!silent) this.#silentSince = null;
    else this.#silentSince ??= this.now();
  }
}
