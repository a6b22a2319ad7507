import { errors, isOpen, isTold, mayMove, OkaeriError, seatMoves, seatRoles, visitMoves } from '@okaeri/contracts';
import type { SeatState, VisitStatus } from '@okaeri/contracts';
import fc from 'fast-check';
import { seatActs, seatAfter, visitActs, visitAfter } from './moves';
import type { SeatAct, SeatFacts } from './moves';

const seatStates = Object.keys(seatMoves) as SeatState[];
const statuses = Object.keys(visitMoves) as VisitStatus[];

function attempt<T>(run: () => T): T | OkaeriError {
  try {
    return run();
  } catch (error) {
    if (error instanceof OkaeriError) return error;
    throw error;
  }
}

describe('moves of a seat', () => {
  const cases = seatActs.flatMap((act) =>
    seatStates.flatMap((state) =>
      seatRoles.flatMap((role) => [true, false].map((admittedBefore) => ({ act, state, role, admittedBefore }))),
    ),
  );

  it('takes only steps that the contracts allow, or none, or refuses with a known code', () => {
    for (const { act, ...seat } of cases) {
      const next = attempt(() => seatAfter(seat, act));
      if (next instanceof OkaeriError) {
        expect(Object.keys(errors)).toContain(next.code);
        expect(next.code).toBe(seat.state === 'removed' ? 'seat_removed' : 'seat_state');
      } else if (next !== seat.state) {
        expect({ act, ...seat, next, allowed: mayMove(seatMoves, seat.state, next) }).toMatchObject({ allowed: true });
      }
    }
  });

  it('uses every step that the contracts allow', () => {
    const used = new Set<string>();
    for (const { act, ...seat } of cases) {
      const next = attempt(() => seatAfter(seat, act));
      if (!(next instanceof OkaeriError)) used.add(`${seat.state}>${next}`);
    }
    // An invitation is declined by a person without a window, which comes with booking.
    const later = new Set(['invited>left']);
    const allowed = seatStates.flatMap((from) => seatMoves[from].map((to) => `${from}>${to}`));
    expect(allowed.filter((step) => !used.has(step) && !later.has(step))).toEqual([]);
  });

  const table: [SeatAct, Record<SeatState, string>][] = [
    ['enter', row('waiting waiting admitted admitted waiting seat_removed')],
    ['resume', row('seat_state waiting admitted joined waiting seat_removed')],
    ['admit', row('seat_state admitted admitted joined seat_state seat_removed')],
    ['join', row('seat_state seat_state joined joined seat_state seat_removed')],
    ['part', row('seat_state waiting admitted admitted left removed')],
    ['leave', row('seat_state left left left left seat_removed')],
    ['lapse', row('seat_state left admitted admitted seat_state seat_removed')],
    ['remove', row('removed removed removed removed removed removed')],
  ];
  it.each(table)('%s leads a patient who was never admitted', (act, expected) => {
    for (const state of seatStates) {
      const next = attempt(() => seatAfter({ role: 'patient', state, admittedBefore: false }, act));
      expect(`${state} ${next instanceof OkaeriError ? next.code : next}`).toBe(`${state} ${expected[state]}`);
    }
  });

  it('lets the physician in at once, and who was admitted before without waiting again', () => {
    expect(seatAfter({ role: 'physician', state: 'invited', admittedBefore: false }, 'enter')).toBe('admitted');
    expect(seatAfter({ role: 'patient', state: 'left', admittedBefore: true }, 'enter')).toBe('admitted');
    expect(seatAfter({ role: 'patient', state: 'left', admittedBefore: false }, 'enter')).toBe('waiting');
  });

  it('keeps its promises through any story', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seatRoles),
        fc.array(fc.constantFrom(...seatActs), { maxLength: 40 }),
        (role, story) => {
          const seat: SeatFacts = { role, state: 'invited', admittedBefore: false };
          let admittedByHost = role === 'physician';
          let removed = false;
          for (const act of story) {
            const next = attempt(() => seatAfter(seat, act));
            if (next instanceof OkaeriError) continue;
            if (act === 'admit') admittedByHost = true;
            removed ||= act === 'remove';
            seat.state = next;
            seat.admittedBefore ||= next === 'admitted' || next === 'joined';
            if (removed) expect(next).toBe('removed');
            if (!admittedByHost) expect(['admitted', 'joined']).not.toContain(next);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('moves of a visit', () => {
  it('takes only steps that the contracts allow, or refuses with a known code', () => {
    for (const status of statuses) {
      for (const act of visitActs) {
        const next = attempt(() => visitAfter(status, act));
        if (next instanceof OkaeriError) {
          const over = status === 'cancelled' ? 'visit_cancelled' : 'visit_over';
          expect([status, act, next.code]).toEqual([status, act, isOpen(status) ? 'visit_early' : over]);
          // Nobody arrives at what is not booked yet; all else is refused only where nothing follows.
          expect(isOpen(status) ? [act, isTold(status)] : visitMoves[status]).toEqual(
            isOpen(status) ? ['arrive', false] : [],
          );
        } else if (next !== status) {
          expect(mayMove(visitMoves, status, next)).toBe(true);
        }
      }
    }
  });
});

function row(words: string): Record<SeatState, string> {
  const cells = words.split(' ');
  return Object.fromEntries(seatStates.map((state, at) => [state, cells[at] ?? ''])) as Record<SeatState, string>;
}
