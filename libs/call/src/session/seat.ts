import { signalingProtocol, type Arrival, type Locale, type RoomResumed, type VisitSnapshot } from '@okaeri/contracts';
import { asFailure, type CallFailure } from '../link/failure';
import type { Link } from '../link/link';
import type { ClosedReason } from '../types';

/** Refusals after which this window has no seat any more, whatever it tries. */
const ends: Partial<Record<string, ClosedReason>> = {
  seat_superseded: 'superseded',
  seat_removed: 'removed',
  visit_over: 'ended',
  visit_cancelled: 'cancelled',
  visit_moved: 'moved',
};

export function endOf(failure: CallFailure): ClosedReason | null {
  return ends[failure.code] ?? null;
}

/** The same, told by a snapshot instead of a refusal. */
export function endIn(snapshot: VisitSnapshot): ClosedReason | null {
  if (snapshot.me.state === 'removed') return 'removed';
  if (snapshot.status === 'fulfilled') return 'ended';
  if (snapshot.status === 'cancelled' || snapshot.status === 'noshow') return 'cancelled';
  return null;
}

/** Seats that wait now and did not before; the own one is no news. */
export function newlyWaiting(before: VisitSnapshot | null, now: VisitSnapshot): string[] {
  const waited = new Set(before?.seats.filter((seat) => seat.state === 'waiting').map((seat) => seat.seatId));
  return now.seats
    .filter((seat) => seat.state === 'waiting' && seat.seatId !== now.me.seatId && !waited.has(seat.seatId))
    .map((seat) => seat.seatId);
}

/** The seat this window holds. The token proves after a lost connection that it is the same window. */
export interface SeatHolder {
  readonly taken: boolean;
  /** Takes the seat, or takes it back; `room` is told only where the seat was held before. */
  claim(
    link: Link,
    epoch: number | null,
    timeoutMs?: number,
  ): Promise<{ snapshot: VisitSnapshot; room: RoomResumed['room'] }>;
  arrive(arrival: Arrival): void;
  giveUp(): void;
}

export function holdSeat(
  visitId: string,
  language: Locale,
  arrival: Arrival | null,
  beside: string | null = null,
): SeatHolder {
  let token: string | null = null;
  let given = arrival;

  async function enter(link: Link) {
    const message = { protocol: signalingProtocol, visitId, language, arrival: given, beside };
    const reply = await link.request('visit.enter', message);
    token = reply.seatToken;
    return { snapshot: reply.snapshot, room: null };
  }
  return {
    get taken() {
      return token !== null;
    },
    async claim(link, epoch, timeoutMs) {
      if (token === null) return enter(link);
      try {
        const message = { protocol: signalingProtocol, visitId, seatToken: token, epoch };
        const reply = await link.request('visit.resume', message, timeoutMs);
        // Given up by the server while this window was away: it is taken anew.
        if (reply.snapshot.me.state !== 'left' && reply.snapshot.me.state !== 'invited') return reply;
      } catch (error) {
        const failure = asFailure(error);
        // An unknown token is an old one. Taking the seat anew is right unless a newer window of hers holds it.
        if (failure.passing || endOf(failure) || failure.code === 'sign_in_needed') throw failure;
      }
      token = null;
      return enter(link);
    },
    arrive(next) {
      given = next;
    },
    giveUp() {
      token = null;
    },
  };
}
