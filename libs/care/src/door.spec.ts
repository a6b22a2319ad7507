import { Temporal } from '@okaeri/words/time';
import { doorOf, visitEnds } from './door';

describe('the door of a visit', () => {
  const startsAt = Temporal.Instant.from('2026-11-24T10:00:00Z');
  const at = (clock: string) => Temporal.Instant.from(`2026-11-24T${clock}Z`);
  const visit = { status: 'booked', startsAt, minutes: 30 } as const;

  it.each([
    ['09:29:59', 'early'],
    ['09:30:00', 'open'],
    ['10:15:00', 'open'],
    ['11:29:59', 'open'],
    ['11:30:00', 'over'],
  ])('at %s is %s', (clock, door) => {
    expect(doorOf(visit, at(clock))).toBe(door);
  });

  it('shuts later for one that begins late, and no earlier for one that is expected before its time', () => {
    const expectedAt = at('10:40:00');
    expect(visitEnds({ ...visit, expectedAt })).toEqual(at('11:10:00'));
    expect(doorOf({ ...visit, expectedAt }, at('12:09:59'))).toBe('open');
    expect(doorOf({ ...visit, expectedAt }, at('12:10:00'))).toBe('over');
    expect(visitEnds({ ...visit, expectedAt: at('09:50:00') })).toEqual(at('10:30:00'));
  });

  it.each(['fulfilled', 'cancelled', 'noshow'] as const)('stays shut once the visit is %s', (status) => {
    expect(doorOf({ ...visit, status }, at('10:00:00'))).toBe('over');
  });
});
