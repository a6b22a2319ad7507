import type { Direction } from '@okaeri/contracts';
import type { Transport } from 'mediasoup-client/types';
import { CallFailure } from '../link/failure';
import type { Link } from '../link/link';

/** A short gap heals by itself; asking at once would only add to it. */
const patienceMs = 1000;
/** Over a path that lives, reports come several times a second. */
const proofMs = 600;
/** A restart on a working network takes a fraction of this. */
const answerMs = 5000;
const triesBeforeGivingUp = 3;
/** A way is found in far less. Where a firewall only drops, a browser goes on asking for minutes and never says "failed". */
const wayMs = 8000;

export interface IceWatch {
  /** The network is back: look now. */
  nudge(): void;
  /** Nothing comes over it, long before the browser notices. May be said again and again. */
  suspect(): void;
  readonly connected: boolean;
  close(): void;
}

export interface IceHooks {
  changed(): void;
  /** Restarting does not help: the transport is gone at the other end. */
  hopeless(): void;
}

/** Restarts ICE on one transport when its path breaks, one attempt at a time. */
export function watchIce(transport: Transport, direction: Direction, link: Link, hooks: IceHooks): IceWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inFlight = false;
  let tries = 0;
  let closed = false;
  let suspectedAt = -Infinity;

  let late = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const broken = () =>
    transport.connectionState === 'disconnected' ||
    transport.connectionState === 'failed' ||
    (late && transport.connectionState === 'connecting');

  function plan(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void restart(), delay);
  }

  function tooLate(): void {
    late = true;
    hooks.changed();
    void restart();
  }

  async function restart(suspected = false): Promise<void> {
    // Without signalling there is nobody to ask; the connection nudges when it is back.
    if (closed || inFlight || !link.up || !(suspected || broken())) return;
    if (tries >= triesBeforeGivingUp) {
      hooks.hopeless();
      return;
    }
    inFlight = true;
    tries += 1;
    try {
      const { iceParameters, iceServers } = await link.request('transport.restartIce', { direction }, answerMs);
      // Those of the beginning may have run out.
      if (!closed && iceServers.length > 0) await transport.updateIceServers({ iceServers });
      if (!closed) await transport.restartIce({ iceParameters });
      if (!closed) plan(answerMs);
    } catch (error) {
      if (closed) return;
      // Refused: the other end has given the transport up. Anything else may work the next time.
      if (!(error instanceof CallFailure) || error.passing) plan(patienceMs);
      else hooks.hopeless();
    } finally {
      inFlight = false;
    }
  }

  /** From another network nothing comes any more, and the browser takes seconds to believe that. Fails once it is closed. */
  async function prove(): Promise<void> {
    if (transport.connectionState !== 'connected') return;
    const before = await heardOver(transport);
    await new Promise((done) => setTimeout(done, proofMs));
    if (closed || inFlight || (await heardOver(transport)) !== before) return;
    await restart(true);
  }

  transport.on('connectionstatechange', (state) => {
    if (closed) return;
    clearTimeout(waiting);
    if (state === 'connecting') waiting = setTimeout(tooLate, wayMs);
    if (state === 'connected') {
      tries = 0;
      late = false;
      clearTimeout(timer);
    } else if (state === 'disconnected') plan(patienceMs);
    else if (state === 'failed') plan(0);
    hooks.changed();
  });

  return {
    nudge() {
      tries = 0;
      if (broken()) void restart();
      else prove().catch(() => undefined);
    },
    suspect() {
      if (broken() || performance.now() - suspectedAt < answerMs) return;
      suspectedAt = performance.now();
      tries = 0;
      void restart(true);
    },
    get connected() {
      return !broken();
    },
    close() {
      closed = true;
      clearTimeout(timer);
      clearTimeout(waiting);
    },
  };
}

/** Bytes of any kind that came over a transport. */
async function heardOver(transport: Transport): Promise<number> {
  const report = (await transport.getStats()) as unknown as Map<string, { type: string; bytesReceived?: number }>;
  return [...report.values()].reduce(
    (sum, { type, bytesReceived = 0 }) => sum + (type === 'transport' ? bytesReceived : 0),
    0,
  );
}
