import { callMoves, nextPhase, type CallPhase, type CallSignal } from './machine';

const phases = Object.keys(callMoves) as CallPhase[];
const through = (...signals: CallSignal[]) => signals.reduce<CallPhase>(nextPhase, 'idle');

describe('the phases of a call', () => {
  it('leads a patient from the door to the call', () => {
    expect(through('enter', 'seat.waiting')).toBe('waiting');
    expect(through('enter', 'seat.waiting', 'seat.admitted')).toBe('admitted');
    expect(through('enter', 'seat.waiting', 'seat.admitted', 'join', 'join.done')).toBe('joined');
  });

  it('lets a physician in without waiting', () => {
    expect(through('enter', 'seat.admitted', 'join')).toBe('joining');
  });

  it('shows a loss only in a call, and comes back without a click', () => {
    const joined = through('enter', 'seat.admitted', 'join', 'join.done');
    expect(nextPhase(joined, 'lost')).toBe('reconnecting');
    expect(nextPhase('reconnecting', 'resumed')).toBe('joined');
    expect(nextPhase('reconnecting', 'join.done')).toBe('joined');
    expect(nextPhase('waiting', 'lost')).toBe('waiting');
  });

  it('brings back who left', () => {
    expect(through('enter', 'seat.waiting', 'leave', 'enter', 'seat.admitted')).toBe('admitted');
  });

  it('changes nothing for a signal that comes late or twice', () => {
    expect(nextPhase('idle', 'join')).toBe('idle');
    expect(nextPhase('waiting', 'join')).toBe('waiting');
    expect(nextPhase('joined', 'join.done')).toBe('joined');
    expect(nextPhase('left', 'resumed')).toBe('left');
  });

  it('can be closed from everywhere and never opened again', () => {
    for (const phase of phases) expect(nextPhase(phase, 'close')).toBe('closed');
    expect(callMoves.closed).toEqual({});
  });
});
