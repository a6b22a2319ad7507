import { hostRole, OkaeriError } from '@okaeri/contracts';
import type { SeatRole, SeatState, VisitStatus } from '@okaeri/contracts';

/** What can happen to a seat. `part`: its room is gone or another window took over; `lapse`: nobody renewed its lease. */
export const seatActs = ['enter', 'resume', 'admit', 'join', 'part', 'leave', 'lapse', 'remove'] as const;
export type SeatAct = (typeof seatActs)[number];

/** What a move depends on besides the state. */
export interface SeatFacts {
  role: SeatRole;
  state: SeatState;
  /** Let in once, let in until the visit ends: who drops out does not wait again. */
  admittedBefore: boolean;
}

type Outcome = SeatState | ((seat: SeatFacts) => SeatState);

/** The host needs nobody's leave to come in; everybody else waits until admitted once. */
const atTheDoor: Outcome = (seat) => (seat.role === hostRole || seat.admittedBefore ? 'admitted' : 'waiting');

/** Where each act leads from each state; an act that is not listed for a state is refused there. */
const outcomes: Record<SeatAct, Partial<Record<SeatState, Outcome>>> = {
  // A new window has no media yet: a seat that was in the room is admitted again until this window joins.
  enter: { invited: atTheDoor, waiting: 'waiting', admitted: 'admitted', joined: 'admitted', left: atTheDoor },
  resume: { waiting: 'waiting', admitted: 'admitted', joined: 'joined', left: atTheDoor },
  admit: { waiting: 'admitted', admitted: 'admitted', joined: 'joined' },
  join: { admitted: 'joined', joined: 'joined' },
  part: { waiting: 'waiting', admitted: 'admitted', joined: 'admitted', left: 'left', removed: 'removed' },
  leave: { waiting: 'left', admitted: 'left', joined: 'left', left: 'left' },
  lapse: { waiting: 'left', admitted: 'admitted', joined: 'admitted' },
  remove: {
    invited: 'removed',
    waiting: 'removed',
    admitted: 'removed',
    joined: 'removed',
    left: 'removed',
    removed: 'removed',
  },
};

/** The seat's next state, which may be its present one. Throws `seat_removed` or `seat_state` where the act is refused. */
export function seatAfter(seat: SeatFacts, act: SeatAct): SeatState {
  const outcome = outcomes[act][seat.state];
  if (outcome === undefined) throw new OkaeriError(seat.state === 'removed' ? 'seat_removed' : 'seat_state');
  return typeof outcome === 'function' ? outcome(seat) : outcome;
}

/** What can happen to a visit. `arrive`: the patient is at the door. How it ends is said by `outcomeRules`. */
export const visitActs = ['arrive', 'cancel'] as const;
export type VisitAct = (typeof visitActs)[number];

const visitOutcomes: Record<VisitAct, Partial<Record<VisitStatus, VisitStatus>>> = {
  arrive: { booked: 'arrived', arrived: 'arrived' },
  cancel: { held: 'lapsed', pending: 'lapsed', booked: 'cancelled', arrived: 'cancelled' },
};

/** The visit's next status. Throws `visit_early`, `visit_cancelled` or `visit_over` where it takes no such act. */
export function visitAfter(status: VisitStatus, act: VisitAct): VisitStatus {
  const outcome = visitOutcomes[act][status];
  if (outcome === undefined) throw new OkaeriError(overCode(status));
  return outcome;
}

/** What somebody is told who comes to a visit that takes nobody any more, or nobody yet. */
export function overCode(status: VisitStatus): 'visit_early' | 'visit_cancelled' | 'visit_over' {
  if (status === 'held' || status === 'pending') return 'visit_early';
  return status === 'cancelled' ? 'visit_cancelled' : 'visit_over';
}
