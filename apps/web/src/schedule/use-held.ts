import { useCallback, useEffect, useRef, useState } from 'react';
import { holdMinutes } from '@okaeri/contracts';
import type { BookingPage } from '@okaeri/contracts';
import { msOfIso } from './moments';
import { useHold, useMove, useRelease } from './use-schedule';
import type { TimeWanted } from './use-schedule';

export interface HeldTime extends TimeWanted {
  visitId: string;
  /** By `performance.now()`. */
  until: number;
  version: number;
  /** It can be kept the whole time again once. */
  renewed: boolean;
}

const afterSeconds = (seconds: number) => performance.now() + seconds * 1000;

const heldOf = (hold: NonNullable<BookingPage['hold']>): HeldTime => ({
  ...{ visitId: hold.visitId, minutes: hold.minutes, renewed: hold.renewed },
  ...{ physicianId: hold.physicianId, thingIds: hold.thingIds },
  ...{ ms: msOfIso(hold.when.startsAt), until: afterSeconds(hold.seconds), version: hold.version },
});

/**
 * The one time that this page holds, from before where it was loaded anew. Whoever leaves the page gives it back; after a
 * lost page it lapses by itself.
 */
export function useHeld(episodeId: string, before: BookingPage['hold']) {
  const [held, setHeld] = useState<HeldTime | null>(() => before && heldOf(before));
  const hold = useHold(episodeId);
  const renew = useMove();
  const release = useRelease();
  const open = useRef<string | null>(null);
  const mutateRelease = release.mutate;
  useEffect(() => {
    open.current = held?.visitId ?? null;
  }, [held]);
  useEffect(
    () => () => {
      if (open.current) mutateRelease(open.current);
    },
    [mutateRelease],
  );

  const forget = useCallback(() => {
    open.current = null;
    setHeld(null);
  }, []);

  return {
    held,
    busy: hold.isPending || renew.isPending || release.isPending,
    error: hold.error ?? renew.error,
    /** Holds a time, or puts the hold there. */
    take: (wanted: TimeWanted, interpreterIds: string[], reason: string) => {
      hold.reset();
      renew.reset();
      // What has lapsed is forgotten by now, though this call may still have it before its eyes.
      const kept = open.current === null ? null : held;
      const same = kept?.physicianId === wanted.physicianId && kept.thingIds.join() === wanted.thingIds.join();
      if (kept && same) {
        const { visitId, version, renewed } = kept;
        renew.mutate(
          { ...wanted, visitId, reason, version },
          {
            onSuccess: (moved) =>
              setHeld({
                ...kept,
                ...wanted,
                version: moved.version,
                renewed: true,
                ...(renewed ? {} : { until: afterSeconds(holdMinutes * 60) }),
              }),
          },
        );
        return;
      }
      const begin = () =>
        hold.mutate(
          { ...wanted, interpreterIds },
          {
            onSuccess: ({ visitId, seconds, version }) =>
              setHeld({ ...wanted, visitId, until: afterSeconds(seconds), version, renewed: false }),
          },
        );
      if (kept) release.mutate(kept.visitId, { onSuccess: begin });
      else begin();
    },
    giveBack: () => {
      if (held) mutateRelease(held.visitId);
      forget();
    },
    /** It has become a visit, or has lapsed. */
    forget,
    clear: () => {
      hold.reset();
      renew.reset();
    },
  };
}
export type Holding = ReturnType<typeof useHeld>;

/** Whole seconds until then; 0 once it has passed. */
export function useSecondsLeft(until: number | null): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (until === null) return;
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}
