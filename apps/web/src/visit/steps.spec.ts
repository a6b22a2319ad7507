import { entersEarly, screenOf, startsSilent } from './steps';
import type { Steps } from './steps';

type Page = Parameters<typeof screenOf>[0];
type Call = NonNullable<Parameters<typeof screenOf>[1]>;

const page = (change: { card?: Partial<Page['card']>; me?: Partial<Page['me']> } = {}): Page =>
  ({
    card: { status: 'booked', door: 'open', ...change.card },
    me: { state: 'invited', arrivalNeeded: false, host: false, ...change.me },
  }) as Page;
const call = (phase: Call['phase'], closedReason: Call['closedReason'] = null, code?: string): Call => ({
  phase,
  closedReason,
  error: code ? { code, message: '' } : null,
});
const fresh: Steps = { ready: false, gone: false };
const ready: Steps = { ready: true, gone: false };

describe('the screen of a visit', () => {
  it('leads a patient from the device check over the arrival to the waiting room and in', () => {
    const patient = page({ me: { arrivalNeeded: true } });
    expect(screenOf(patient, null, fresh)).toBe('door');
    expect(screenOf(patient, null, ready)).toBe('arrival');
    expect(screenOf(patient, call('waiting'), ready)).toBe('wait');
    expect(screenOf(patient, call('admitted'), ready)).toBe('call');
    expect(screenOf(patient, call('joining'), ready)).toBe('call');
    expect(screenOf(patient, call('joined'), ready)).toBe('call');
  });

  it('keeps the physician at the device check while the seat is taken early', () => {
    const physician = page({ me: { host: true } });
    expect(screenOf(physician, call('admitted'), fresh)).toBe('door');
    expect(screenOf(physician, call('admitted'), ready)).toBe('call');
  });

  it('keeps showing the call while the connection comes back', () => {
    expect(screenOf(page({ me: { state: 'joined' } }), call('reconnecting'), ready)).toBe('call');
  });

  it('offers the way back after leaving, until the visit is over', () => {
    expect(screenOf(page(), call('left'), { ready: true, gone: true })).toBe('left');
    expect(screenOf(page({ card: { status: 'fulfilled' } }), call('left'), { ready: true, gone: true })).toBe('ended');
  });

  it.each(['ended', 'cancelled', 'removed', 'superseded'] as const)('says that the seat was closed: %s', (reason) => {
    expect(screenOf(page(), call('closed', reason), ready)).toBe(reason);
  });

  it('shows why the seat was refused, and keeps the arrival form where an answer was refused', () => {
    expect(screenOf(page(), call('idle', null, 'visit_full'), ready)).toBe('failed');
    expect(screenOf(page(), call('closed', null, 'protocol_version'), ready)).toBe('failed');
    expect(screenOf(page({ me: { arrivalNeeded: true } }), call('idle', null, 'arrival_needed'), ready)).toBe(
      'arrival',
    );
    expect(screenOf(page(), call('connecting'), ready)).toBe('wait');
  });

  it('knows from the page alone what is over', () => {
    expect(screenOf(page({ card: { status: 'cancelled' } }), null, fresh)).toBe('cancelled');
    expect(screenOf(page({ card: { door: 'over' } }), null, fresh)).toBe('ended');
    expect(screenOf(page({ me: { state: 'removed' } }), null, fresh)).toBe('removed');
    expect(screenOf(page({ card: { door: 'early' } }), null, fresh)).toBe('early');
  });

  it('tells somebody who waits that the visit was cancelled', () => {
    expect(screenOf(page({ card: { status: 'cancelled' } }), call('waiting'), ready)).toBe('cancelled');
  });
});

describe('taking the seat before the click', () => {
  it('is for those who need nobody to let them in', () => {
    expect(entersEarly(page({ me: { host: true } }))).toBe(true);
    expect(entersEarly(page({ me: { state: 'admitted' } }))).toBe(true);
    expect(entersEarly(page())).toBe(false);
  });

  it('never closes another window of the same person', () => {
    expect(entersEarly(page({ me: { host: true, state: 'joined' } }))).toBe(false);
  });
});

describe('a second window on the same machine', () => {
  const seats = [
    { seatId: 'a', state: 'joined' },
    { seatId: 'b', state: 'admitted' },
  ];
  it('starts silent in the demo world', () => {
    expect(startsSilent({ demo: { lan: false }, ownSeatId: 'b', seats })).toBe(true);
    expect(startsSilent({ demo: { lan: false }, ownSeatId: 'a', seats })).toBe(false);
  });
  it('is nobody else’s business: not on a network, not in the real world', () => {
    expect(startsSilent({ demo: { lan: true }, ownSeatId: 'b', seats })).toBe(false);
    expect(startsSilent({ demo: null, ownSeatId: 'b', seats })).toBe(false);
  });
});
