import type { ConsumerOffer } from '@okaeri/contracts';

export interface Together {
  /** Until all that is missed is there, or has been waited for long enough. `null`: nothing is missed. */
  wait(offers: readonly ConsumerOffer[]): Promise<void> | null;
  close(): void;
}

/** From the first stream that is back: nobody's voice is kept longer for somebody whose machine is slow. */
const longestMs = 300;

const streamOf = ({ seatId, source }: ConsumerOffer) => `${seatId} ${source}`;

/**
 * In a room that has moved everybody's streams come back within a moment, one after the other, and to negotiate one of them
 * takes a browser as long as all. So those of `before` are waited for and taken in together; what each begins with, its key
 * frame, comes when the path is there, and none is lost to a negotiation that is still under way.
 */
export function together(before: readonly ConsumerOffer[]): Together {
  // A camera that is off is not announced again.
  const missed = new Set(
    before.filter(({ kind, producerPaused }) => kind === 'audio' || !producerPaused).map(streamOf),
  );
  let release: () => void = () => undefined;
  const whole = new Promise<void>((resolve) => (release = resolve));
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    wait(offers) {
      if (missed.size === 0 || offers.length === 0) return null;
      timer ??= setTimeout(() => {
        missed.clear();
        release();
      }, longestMs);
      for (const offer of offers) missed.delete(streamOf(offer));
      if (missed.size === 0) release();
      return whole;
    },
    close() {
      clearTimeout(timer);
      release();
    },
  };
}
