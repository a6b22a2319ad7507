import { Temporal } from '@okaeri/words/time';
import { doorOf } from './door';

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

  it.each(['fulfilled', 'cancelled', 'noshow'] as const)('stays shut once the visit is %s', (status) => {
    expect(doorOf({ ...visit, status }, at('10:00:00'))).toBe('over');
  });
});
