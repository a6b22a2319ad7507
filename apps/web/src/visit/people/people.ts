import type { CallState } from '@okaeri/call';
import { seatRoles, type VisitPage, type VisitSeat } from '@okaeri/contracts';

/** Everyone of a visit, in an order that never changes, with the newest state known. */
export function peopleOf(
  page: Pick<VisitPage, 'seats' | 'version'>,
  snapshot: Pick<NonNullable<CallState['snapshot']>, 'seats' | 'version'> | null,
): VisitSeat[] {
  // The page and the call are told by two ways; whichever is newer is right about states.
  const told = snapshot && snapshot.version >= page.version ? snapshot.seats : [];
  const news = new Map(told.map(({ seatId, state, waitRank }) => [seatId, { state, waitRank }]));
  return page.seats
    .map((seat) => ({ ...seat, ...news.get(seat.seatId) }))
    .sort((a, b) => seatRoles.indexOf(a.role) - seatRoles.indexOf(b.role) || (a.seatId < b.seatId ? -1 : 1));
}

export const whoWait = (people: readonly VisitSeat[], ownSeatId: string): VisitSeat[] =>
  people
    .filter((seat) => seat.state === 'waiting' && seat.seatId !== ownSeatId)
    .sort((a, b) => placeOf(a) - placeOf(b) || ((a.waitingSince ?? '') < (b.waitingSince ?? '') ? -1 : 1));

/** Those somebody has put in an order first, the others as they came. */
const placeOf = ({ waitRank }: VisitSeat) => waitRank ?? Number.MAX_SAFE_INTEGER;

export const whoAreHere = (people: readonly VisitSeat[], ownSeatId: string): VisitSeat[] =>
  people.filter((seat) => seat.state === 'joined' && seat.seatId !== ownSeatId);
