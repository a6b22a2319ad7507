import { Temporal } from '@okaeri/words/time';
import { remindable, remindersDue } from './reminders';
import { initials } from './visit-mail';

const at = (text: string) => Temporal.Instant.from(text);
const startsAt = at('2026-11-25T00:00:00Z');

describe('reminders', () => {
  it('are due a day, an hour and ten minutes before', () => {
    const due = remindersDue(startsAt, [1440, 60, 10], at('2026-11-20T00:00:00Z'));
    expect(due.map(({ dueAt }) => dueAt.toString())).toEqual([
      '2026-11-24T00:00:00Z',
      '2026-11-24T23:00:00Z',
      '2026-11-24T23:50:00Z',
    ]);
  });

  it('leave out what is past already, and what she does not want', () => {
    expect(remindersDue(startsAt, [1440, 60, 10], at('2026-11-24T23:30:00Z'))).toMatchObject([{ minutes: 10 }]);
    expect(remindersDue(startsAt, [60], at('2026-11-20T00:00:00Z'))).toMatchObject([{ minutes: 60 }]);
    expect(remindersDue(startsAt, [10], at('2026-11-24T23:50:00Z'))).toEqual([]);
  });

  it.each([
    ['booked', '2026-11-24T23:59:59Z', true],
    ['arrived', '2026-11-24T23:59:59Z', true],
    ['booked', '2026-11-25T00:00:00Z', false],
    ['cancelled', '2026-11-24T00:00:00Z', false],
    ['fulfilled', '2026-11-24T00:00:00Z', false],
  ] as const)('are of use for a visit that is %s at %s: %s', (status, now, expected) => {
    expect(remindable({ status, startsAt }, at(now))).toBe(expected);
  });
});

describe('a patient in a mail to others', () => {
  it('is two letters', () => {
    expect(initials({ nameLatin: 'Emily Tremblay' })).toBe('E.\u00a0T.');
    expect(initials({ nameLatin: 'Nguyen Thi Linh' })).toBe('N.\u00a0T.\u00a0L.');
  });
});
