import type { VisitSeat } from '@okaeri/contracts';
import { peopleOf, whoAreHere, whoWait } from './people';

const seat = (seatId: string, role: VisitSeat['role'], state: VisitSeat['state'], waitingSince: string | null = null) =>
  ({ seatId, role, state, waitingSince }) as VisitSeat;
const seats = [
  seat('i', 'interpreter', 'waiting', '2026-11-22T00:05:00Z'),
  seat('p', 'patient', 'waiting', '2026-11-22T00:01:00Z'),
  seat('d', 'physician', 'joined'),
];

describe('the people of a visit', () => {
  it('keep one order, whatever the server sends', () => {
    const order = (list: VisitSeat[]) => list.map(({ seatId }) => seatId).join();
    expect(order(peopleOf({ seats, version: 1 }, null))).toBe('p,d,i');
    expect(order(peopleOf({ seats: [...seats].reverse(), version: 1 }, null))).toBe('p,d,i');
  });

  it('have the state of whoever was told last', () => {
    const unchanged = { beside: null, waitRank: null, away: null };
    const told = [{ seatId: 'p', role: 'patient' as const, state: 'joined' as const, ...unchanged }];
    const stateOf = (version: number) =>
      peopleOf({ seats, version: 4 }, { seats: told, version }).find(({ seatId }) => seatId === 'p')?.state;
    expect(stateOf(5)).toBe('joined');
    expect(stateOf(3)).toBe('waiting');
  });

  it('wait in the order in which they came', () => {
    expect(whoWait(peopleOf({ seats, version: 1 }, null), 'd').map(({ seatId }) => seatId)).toEqual(['p', 'i']);
    expect(whoWait(peopleOf({ seats, version: 1 }, null), 'p').map(({ seatId }) => seatId)).toEqual(['i']);
  });

  it('are here once they have joined', () => {
    expect(whoAreHere(peopleOf({ seats, version: 1 }, null), 'p').map(({ seatId }) => seatId)).toEqual(['d']);
  });
});
