import { OkaeriError, seatLeaseSeconds } from '@okaeri/contracts';
import type { Notice, PersonId, SeatId, SeatState, VisitId } from '@okaeri/contracts';
import { Statement, announceIn, readRows, updateOf } from '@okaeri/platform';
import type { EntityManager } from 'typeorm';
import { Seat, Visit } from './entities';
import type { SeatFacts } from './moves';
import { boardOf, daysOf } from './notices';

/** Which window acts: the seat it believes to hold, and its connection. */
export interface Holder {
  seatId: SeatId;
  connection: string;
}

/**
 * A visit and all its seats, locked until the caller's transaction ends. Everything that changes them passes here, so
 * that two windows, two processes and the sweeper come one after the other, always locking in the same order.
 */
export class LockedVisit {
  #changed = false;
  #statement = new Statement();

  private constructor(
    private readonly em: EntityManager,
    readonly visit: Visit,
    readonly seats: readonly Seat[],
  ) {}

  /** Throws `not_found`. */
  static async lock(em: EntityManager, visitId: VisitId): Promise<LockedVisit> {
    const [visit] = await readRows(em, Visit, 'where id = $1 for update', [visitId]);
    if (!visit) throw new OkaeriError('not_found');
    const seats = await readRows(em, Seat, 'where visit_id = $1 order by id for update', [visitId]);
    return new LockedVisit(em, visit, seats);
  }

  get changed(): boolean {
    return this.#changed;
  }

  seatOf(personId: PersonId): Seat {
    const seat = this.seats.find((each) => each.personId === personId);
    if (!seat) throw new OkaeriError('not_found');
    return seat;
  }

  seat(seatId: SeatId): Seat {
    const seat = this.seats.find((each) => each.id === seatId);
    if (!seat) throw new OkaeriError('not_found');
    return seat;
  }

  /** The seat of the window that acts. Refused when another window holds it by now, or in a state that may not act. */
  held(holder: Holder, states: readonly SeatState[]): Seat {
    const seat = this.seat(holder.seatId);
    if (seat.state === 'removed') throw new OkaeriError('seat_removed');
    if (seat.connection !== holder.connection) throw new OkaeriError('seat_superseded');
    if (!states.includes(seat.state)) throw new OkaeriError('seat_state');
    return seat;
  }

  /** Written by the `writeVisit` that follows. */
  changeSeat(seat: Seat, values: Partial<Seat>, lease: 'renew' | 'end' | 'keep'): void {
    Object.assign(seat, values, { version: seat.version + 1 });
    const ended = lease === 'end' ? { leaseUntil: null } : {};
    const computed: Record<string, string> = lease === 'renew' ? { leaseUntil: leaseFromNow } : {};
    const written = { ...values, ...ended, version: seat.version };
    this.#statement.add(updateOf(this.em, Seat, seat.id, written, this.#statement.parameters, computed));
  }

  /**
   * Writes the visit and the seats that were changed, in one statement. Everybody who looks at the visit, at a list of
   * days with it, or where it is more than a seat that changed, at the board, is told when the transaction commits.
   */
  async writeVisit(values: Partial<Visit> = {}): Promise<void> {
    this.#changed = true;
    Object.assign(this.visit, values, { version: this.visit.version + 1 });
    const { id, version } = this.visit;
    const statement = this.#statement;
    this.#statement = new Statement();
    statement.add(updateOf(this.em, Visit, id, { ...values, version }, statement.parameters));
    const notices: Notice[] = [{ topic: 'visit', id, version }, ...daysOf(this.visit, this.seats)];
    announceIn(statement, notices, Object.keys(values).length > 0 ? { more: boardOf(this.visit, statement) } : {});
    await statement.run(this.em);
  }
}

/** On the database's clock, which all processes share. */
export const leaseFromNow = `now() + interval '${seatLeaseSeconds} seconds'`;

export function factsOf(seat: Seat): SeatFacts {
  return { role: seat.role, state: seat.state, admittedBefore: seat.admittedAt !== null };
}

/**
 * For what other libs hang on a visit: runs under its lock, and where `change` says that something changed, tells
 * everybody who looks at the visit.
 */
export async function changeVisit(
  em: EntityManager,
  visitId: VisitId,
  change: (visit: Readonly<Visit>) => Promise<boolean>,
): Promise<void> {
  const locked = await LockedVisit.lock(em, visitId);
  if (await change(locked.visit)) await locked.writeVisit();
}
