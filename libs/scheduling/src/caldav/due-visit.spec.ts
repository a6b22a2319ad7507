import type { VisitRecord } from '@okaeri/care';
import type { PersonId, SeatState, VisitStatus } from '@okaeri/contracts';
import { Temporal } from '@okaeri/words/time';
import { todoFor } from './due-visit';

const her = '5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11' as PersonId;
const startsAt = Temporal.Instant.from('2026-11-25T00:00:00Z');
const todo = (status: VisitStatus, state: SeatState, minutesAfter = -60, { personId = her, writes = true } = {}) =>
  todoFor(
    { visit: { status, startsAt, minutes: 30 }, seats: [{ personId: her, state }] } as unknown as VisitRecord,
    { personId, writes },
    startsAt.add({ minutes: minutesAfter }),
  );

describe('a visit in a calendar of one of its people', () => {
  it.each([
    ['booked', 'invited', -60, 'put'],
    ['arrived', 'joined', 10, 'put'],
    // What was is not written any more, and stays where it was.
    ['booked', 'invited', 30, 'keep'],
    ['fulfilled', 'left', 60, 'keep'],
    ['noshow', 'invited', 60, 'keep'],
    // Nobody knows of it yet.
    ['pending', 'invited', -60, 'keep'],
    ['cancelled', 'invited', -60, 'take'],
    ['booked', 'removed', -60, 'take'],
  ] as const)('%s, her seat %s, %i minutes after it began: %s', (status, state, minutes, expected) => {
    expect(todo(status, state, minutes)).toBe(expected);
  });

  it('is taken away from whoever has no seat in it any more', () => {
    const personId = 'd4b1a1f0-2f6c-4c43-8f0a-5b7c1d2e3f40' as PersonId;
    expect(todo('booked', 'invited', -60, { personId })).toBe('take');
  });

  it('is taken out where she wants none there any more, unless it is over', () => {
    expect(todo('booked', 'invited', -60, { writes: false })).toBe('take');
    expect(todo('fulfilled', 'left', 60, { writes: false })).toBe('keep');
  });
});
