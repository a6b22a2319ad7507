import ICAL from 'ical.js';
import type { Person } from '@okaeri/access';
import type { SeatId } from '@okaeri/contracts';
import { Temporal } from '@okaeri/words/time';
import { calendarFile } from './event';
import type { CalendarEntry } from './event';

/**
 * What the clocks of each place show, written by hand from the laws and not counted by any program: the European rule of
 * the last Sundays, the North American of the second in March and the first in November, British Columbia on −07:00 for
 * good since 8 March 2026, Lord Howe's half hour, and zones that never turn.
 */
const known: readonly (readonly [zone: string, instant: string, wall: string])[] = [
  ['America/Toronto', '2026-11-01T05:30:00Z', '2026-11-01T01:30'],
  ['America/Toronto', '2026-11-01T07:30:00Z', '2026-11-01T02:30'],
  ['America/Toronto', '2027-03-14T06:30:00Z', '2027-03-14T01:30'],
  ['America/Toronto', '2027-03-14T07:30:00Z', '2027-03-14T03:30'],
  ['America/Toronto', '2027-03-14T20:00:00Z', '2027-03-14T16:00'],
  ['America/New_York', '2026-11-02T00:00:00Z', '2026-11-01T19:00'],
  ['America/Vancouver', '2026-11-02T00:00:00Z', '2026-11-01T17:00'],
  ['America/Vancouver', '2027-01-15T20:00:00Z', '2027-01-15T13:00'],
  ['Europe/Paris', '2026-10-25T13:00:00Z', '2026-10-25T14:00'],
  ['Europe/Paris', '2026-10-24T13:00:00Z', '2026-10-24T15:00'],
  ['Europe/Paris', '2027-03-28T13:00:00Z', '2027-03-28T15:00'],
  ['Australia/Lord_Howe', '2027-04-03T13:00:00Z', '2027-04-04T00:00'],
  ['Australia/Lord_Howe', '2027-04-04T13:00:00Z', '2027-04-04T23:30'],
  ['Asia/Tokyo', '2026-11-25T00:00:00Z', '2026-11-25T09:00'],
  ['Asia/Ho_Chi_Minh', '2026-11-25T00:00:00Z', '2026-11-25T07:00'],
  ['Asia/Seoul', '2026-11-25T00:00:00Z', '2026-11-25T09:00'],
  ['Asia/Shanghai', '2026-11-25T00:00:00Z', '2026-11-25T08:00'],
];

const options = {
  mailFrom: 'Okaeri <okaeri@okaeri.example>',
  mailDomain: 'okaeri.example',
  publicUrl: 'https://okaeri.example',
  demo: false,
  bouncePort: undefined,
  house: null,
  sms: null,
  vapid: null,
  outboundPrivate: false,
};

const file = (entry: Partial<CalendarEntry> & Pick<CalendarEntry, 'startsAt' | 'zone'>) =>
  calendarFile(
    {
      method: 'REQUEST',
      visitId: '5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11',
      sequence: 2,
      minutes: 30,
      summary: 'Visit, Osaka',
      description: null,
      url: 'https://okaeri.example/visits/5b0a4c64',
      organizer: 'Osaka',
      seat: { id: '0d3c5b1e-6a7f-4b8c-9d2e-1f4a5b6c7d8e' as SeatId, answered: null },
      ...entry,
    },
    {
      person: { name: 'Emily Tremblay' } as Person,
      address: 'emily@home.example',
      createdAt: Temporal.Instant.from('2026-11-20T01:02:03Z'),
      options,
    },
  );

describe('a calendar file', () => {
  it.each(known)('shows in %s at %s the wall %s, to whoever reads it', async (zone, instant, wall) => {
    const startsAt = Temporal.Instant.from(instant);
    const calendar = new ICAL.Component(ICAL.parse(await file({ startsAt, zone })) as never);
    const start = calendar.getFirstSubcomponent('vevent')?.getFirstProperty('dtstart');
    const time = start?.getFirstValue() as InstanceType<typeof ICAL.Time>;
    const rules = calendar.getFirstSubcomponent('vtimezone');
    if (rules) {
      expect(String(time).slice(0, 16)).toBe(wall);
      time.zone = new ICAL.Timezone(rules);
    } else {
      // Of an hour that comes twice, UTC says which.
      expect(String(time)).toBe(instant);
    }
    expect(time.toUnixTime()).toBe(startsAt.epochMilliseconds / 1000);
  });

  it('names the change, the reader and nobody else, and holds no way in', async () => {
    const startsAt = Temporal.Instant.from('2026-11-25T00:00:00Z');
    const text = (await file({ startsAt, zone: 'Asia/Tokyo', method: 'CANCEL' })).replace(/\r\n[ \t]/g, '');
    expect(text).toContain('METHOD:CANCEL');
    expect(text).toContain('STATUS:CANCELLED');
    expect(text).toContain('SEQUENCE:2');
    expect(text).toContain('UID:5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11@okaeri.example');
    expect(text).toContain('DTSTAMP:20261120T010203Z');
    expect(text.match(/ATTENDEE/g)).toHaveLength(1);
    expect(text).not.toMatch(/VALARM|RRULE|#/);
  });
});
