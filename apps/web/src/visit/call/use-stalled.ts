import { useEffect, useState } from 'react';
import type { CallState } from '@okaeri/call';
import type { VisitSeat } from '@okaeri/contracts';

/** Longer than most gaps last, and as long as a place is kept without a window. */
const longMs = 15_000;

export interface Stalled {
  person: VisitSeat;
  /** It has lasted so long that ringing is quicker. */
  long: boolean;
}

/** Whose line is broken, while one's own is not. */
export function useStalled(state: CallState | null, here: readonly VisitSeat[]): Stalled | null {
  const away = new Set(state?.snapshot?.seats.flatMap((seat) => (seat.away ? [seat.seatId] : [])));
  const person = here.find(({ seatId }) => state?.remotes.get(seatId)?.stalled || away.has(seatId)) ?? null;
  const seatId = person?.seatId ?? null;
  const [late, setLate] = useState<string | null>(null);
  useEffect(() => {
    if (seatId === null) return;
    const timer = setTimeout(() => setLate(seatId), longMs);
    return () => {
      clearTimeout(timer);
      setLate(null);
    };
  }, [seatId]);
  return person && { person, long: late === seatId };
}
