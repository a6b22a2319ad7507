import { useEffect, useState } from 'react';
import type { TourFrame } from '@okaeri/contracts';
import type { Sayings } from '../show/sayings';
import { readPointer, readTour } from './frames';

/** A finger that does not move any more is taken away. */
const fingerMs = 4000;

/** Where the guide is; null until she has said so for this file. */
export function useFollow(sayings: Sayings, guideId: string, fileId: string): TourFrame | null {
  const [frame, setFrame] = useState<TourFrame | null>(null);
  useEffect(
    () =>
      sayings.subscribe(({ seatId, kind, data }) => {
        if (kind !== 'tour' || seatId !== guideId) return;
        const told = readTour(data);
        if (told?.fileId !== fileId) return;
        // One that was overtaken says what was before.
        setFrame((before) => (before?.fileId === fileId && before.n >= told.n ? before : told));
      }),
    [sayings, guideId, fileId],
  );
  return frame?.fileId === fileId ? frame : null;
}

export type Fingers = ReadonlyMap<string, [number, number]>;

/** Where the others point. */
export function useFingers(sayings: Sayings, fileId: string): Fingers {
  const [fingers, setFingers] = useState<Fingers>(new Map());
  useEffect(() => {
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const change = (seatId: string, at: [number, number] | null) =>
      setFingers((before) => {
        const after = new Map(before);
        if (at) after.set(seatId, at);
        else after.delete(seatId);
        return after;
      });
    const stop = sayings.subscribe(({ seatId, kind, data }) => {
      const told = kind === 'pointer' ? readPointer(data) : null;
      if (!told) return;
      clearTimeout(timers.get(seatId));
      timers.set(
        seatId,
        setTimeout(() => change(seatId, null), fingerMs),
      );
      change(seatId, [told.x, told.y]);
    });
    return () => {
      stop();
      for (const timer of timers.values()) clearTimeout(timer);
      setFingers(new Map());
    };
  }, [sayings, fileId]);
  return fingers;
}
