import { firstSound, type VisitSnapshot } from '@okaeri/contracts';
import { CallFailure } from '../link/failure';
import type { Link } from '../link/link';
import { endIn, endOf, holdSeat, newlyWaiting } from './seat';

type State = VisitSnapshot['me']['state'];
function snapshot(mine: State, more: Partial<VisitSnapshot> = {}): VisitSnapshot {
  return {
    visitId: 'v',
    status: 'arrived',
    version: 1,
    me: { seatId: 'me', role: 'patient', state: mine },
    seats: [],
    sound: firstSound,
    written: [],
    showing: null,
    rtpCapabilities: null,
    epoch: null,
    ...more,
  };
}
const seats = (...states: [string, State][]) =>
  states.map(([seatId, state]) => ({
    ...{ seatId, state, role: 'patient' as const },
    ...{ beside: null, waitRank: null, away: null },
  }));

/** A gateway that answers from a list, in order, and keeps what was asked. */
function gateway(...answers: unknown[]) {
  const asked: [string, Record<string, unknown>][] = [];
  const request = async (name: string, data: Record<string, unknown>) => {
    asked.push([name, data]);
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { asked, link: { up: true, request } as unknown as Link };
}
const entered = { seatToken: 'token-1', snapshot: snapshot('waiting') };

describe('holding a seat', () => {
  it('enters once and resumes with the token afterwards', async () => {
    const { asked, link } = gateway(entered, { snapshot: snapshot('joined'), room: null });
    const seat = holdSeat('v', 'ja', null);
    await seat.claim(link, null);
    await seat.claim(link, 3);
    expect(asked.map(([name]) => name)).toEqual(['visit.enter', 'visit.resume']);
    expect(asked[1]?.[1]).toMatchObject({ seatToken: 'token-1', epoch: 3 });
  });

  it('takes the seat anew when it was given up meanwhile', async () => {
    const { asked, link } = gateway(entered, { snapshot: snapshot('left'), room: null }, entered);
    const seat = holdSeat('v', 'ja', null);
    await seat.claim(link, null);
    expect((await seat.claim(link, null)).snapshot.me.state).toBe('waiting');
    expect(asked.map(([name]) => name)).toEqual(['visit.enter', 'visit.resume', 'visit.enter']);
  });

  it('takes it anew when the token is not known any more', async () => {
    const { asked, link } = gateway(entered, new CallFailure('not_found'), entered);
    const seat = holdSeat('v', 'ja', null);
    await seat.claim(link, null);
    await seat.claim(link, null);
    expect(asked).toHaveLength(3);
  });

  it('never takes it from a newer window of the same person', async () => {
    const { asked, link } = gateway(entered, new CallFailure('seat_superseded'));
    const seat = holdSeat('v', 'ja', null);
    await seat.claim(link, null);
    await expect(seat.claim(link, null)).rejects.toMatchObject({ code: 'seat_superseded' });
    expect(asked).toHaveLength(2);
  });

  it('keeps the token while the server does not answer', async () => {
    const { asked, link } = gateway(entered, new CallFailure('unavailable'), {
      snapshot: snapshot('joined'),
      room: null,
    });
    const seat = holdSeat('v', 'ja', null);
    await seat.claim(link, null);
    await expect(seat.claim(link, null)).rejects.toMatchObject({ code: 'unavailable' });
    await seat.claim(link, null);
    expect(asked.map(([name]) => name)).toEqual(['visit.enter', 'visit.resume', 'visit.resume']);
  });
});

describe('what a snapshot tells', () => {
  it('knows the ends', () => {
    expect(endIn(snapshot('removed'))).toBe('removed');
    expect(endIn(snapshot('left', { status: 'fulfilled' }))).toBe('ended');
    expect(endIn(snapshot('waiting', { status: 'cancelled' }))).toBe('cancelled');
    expect(endIn(snapshot('joined'))).toBeNull();
    expect(endOf(new CallFailure('visit_over'))).toBe('ended');
    expect(endOf(new CallFailure('unavailable'))).toBeNull();
  });

  it('names who waits and did not before, the reader left out', () => {
    const before = snapshot('waiting', { seats: seats(['a', 'waiting'], ['b', 'invited']) });
    const now = snapshot('waiting', { seats: seats(['a', 'waiting'], ['b', 'waiting'], ['me', 'waiting']) });
    expect(newlyWaiting(before, now)).toEqual(['b']);
    expect(newlyWaiting(null, now)).toEqual(['a', 'b']);
  });
});
