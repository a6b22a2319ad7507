/** Visit states, in the words of FHIR R4 Appointment.status. */
export const visitMoves = {
  booked: ['arrived', 'cancelled', 'noshow'],
  // Back to `booked`: moved to a time at which the door is still shut.
  arrived: ['booked', 'fulfilled', 'cancelled', 'noshow'],
  fulfilled: [],
  cancelled: [],
  noshow: [],
} as const satisfies Record<string, readonly string[]>;
export type VisitStatus = keyof typeof visitMoves;

/** A visit in one of these states takes nobody in any more. */
export const overStatuses: readonly VisitStatus[] = ['fulfilled', 'cancelled', 'noshow'];

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
