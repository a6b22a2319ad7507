/**
 * Visit states, in the words of FHIR R4 Appointment.status. Before it is booked a visit is nobody's but the hospital's:
 * `held` keeps its people's time for some minutes, `pending` until an interpreter has accepted, and `lapsed` is a hold
 * that nobody confirmed.
 */
export const visitMoves = {
  held: ['pending', 'booked', 'lapsed'],
  // Called off, it lapses too: `cancelled` is what its patient is told of, and of this one she never was.
  pending: ['booked', 'lapsed'],
  booked: ['arrived', 'cancelled', 'noshow'],
  // Back to `booked`: moved to a time at which the door is still shut.
  arrived: ['booked', 'fulfilled', 'cancelled', 'noshow'],
  fulfilled: [],
  cancelled: [],
  noshow: [],
  lapsed: [],
} as const satisfies Record<string, readonly string[]>;
export type VisitStatus = keyof typeof visitMoves;

/** A visit in one of these states takes nobody in any more. */
export const overStatuses: readonly VisitStatus[] = ['fulfilled', 'cancelled', 'noshow', 'lapsed'];
/** A visit in one of these takes up its people's time. */
export const openStatuses = ['held', 'pending', 'booked', 'arrived'] as const satisfies readonly VisitStatus[];
/** Of a visit in one of these its patient and guests were told, or will be; of the others they must not learn. */
export const toldStatuses = [
  'booked',
  'arrived',
  'fulfilled',
  'cancelled',
  'noshow',
] as const satisfies readonly VisitStatus[];

/** Whether a visit takes up its people's time. */
export const isOpen = (status: VisitStatus): status is (typeof openStatuses)[number] =>
  openStatuses.some((each) => each === status);
/** Whether its patient and guests may know of it. */
export const isTold = (status: VisitStatus): status is (typeof toldStatuses)[number] =>
  toldStatuses.some((each) => each === status);
/** Whether it will take place, as far as anybody was told. */
export const isAhead = (status: VisitStatus): status is 'booked' | 'arrived' => isOpen(status) && isTold(status);

/** What became of a visit, for the numbers. */
export const outcomeKinds = ['attended', 'late', 'noshow', 'technical', 'not_received', 'nobody'] as const;
export type VisitOutcome = (typeof outcomeKinds)[number];

/**
 * Seat states. `left` leads back to `admitted` only for a seat that was admitted before; otherwise to `waiting`.
 * `removed` is final.
 */
export const seatMoves = {
  invited: ['waiting', 'admitted', 'left', 'removed'],
  waiting: ['admitted', 'left', 'removed'],
  admitted: ['joined', 'left', 'removed'],
  joined: ['admitted', 'left', 'removed'],
  left: ['waiting', 'admitted', 'removed'],
  removed: [],
} as const satisfies Record<string, readonly string[]>;
export type SeatState = keyof typeof seatMoves;

/** `conference`: physicians among themselves, the patient present or not. */
export const visitKinds = ['visit', 'conference'] as const;
export type VisitKind = (typeof visitKinds)[number];

/** Whether a table of moves allows a step; a step to the same state is none. */
export function mayMove<T extends Record<string, readonly string[]>>(
  moves: T,
  from: keyof T & string,
  to: keyof T & string,
): boolean {
  return (moves as Record<string, readonly string[]>)[from]?.includes(to) ?? false;
}

/** Everyone a visit can hold a seat for. */
export const seatRoles = ['patient', 'physician', 'interpreter', 'coordinator', 'guest'] as const;
export type SeatRole = (typeof seatRoles)[number];

/** The role that admits, removes and ends; Japan's online-care guideline gives a patient no such right. */
export const hostRole: SeatRole = 'physician';

/** What a person is at an institution. */
export const staffRoles = ['physician', 'coordinator', 'interpreter', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Seconds that a seat outlives its connection before the others see it empty. */
export const seatLeaseSeconds = 15;
export const seatRenewSeconds = 5;
/** Minutes before the start at which the waiting room opens, and after the planned end at which it closes. */
export const doorOpensMinutes = 30;
export const doorClosesMinutes = 60;
/** People with their own camera in one visit. */
export const seatsPerVisit = 12;
/** Each of them for a moment with an old and a new window. */
export const seatsPerRoom = 2 * seatsPerVisit;
