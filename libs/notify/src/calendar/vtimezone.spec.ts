import ICAL from 'ical.js';
import { Temporal } from '@okaeri/words/time';
import { vtimezone } from './vtimezone';

const zones = [
  'America/Toronto',
  'America/Vancouver',
  'America/New_York',
  'Europe/Paris',
  'Australia/Lord_Howe',
  'Asia/Tokyo',
  'Asia/Ho_Chi_Minh',
  'Asia/Seoul',
  'Asia/Shanghai',
];

describe('the zone that a calendar file brings', () => {
  it.each(zones)('puts every hour around the turns of %s where our own zone data has it', (zone) => {
    const visit = Temporal.Instant.from('2026-11-25T00:00:00Z').toZonedDateTimeISO(zone);
    const read = new ICAL.Timezone(new ICAL.Component(ICAL.parse(vtimezone(visit)) as never));
    let checked = 0;
    for (let at = visit.subtract({ days: 300 }); checked < 600 * 4; at = at.add({ hours: 6 })) {
      checked += 1;
      // A zone without another turn is written as it is at the visit, and for it alone.
      if (!visit.getTimeZoneTransition('next') && at.offsetNanoseconds !== visit.offsetNanoseconds) continue;
      // Of an hour that comes twice, the file says which one by UTC.
      if (
        at.toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds !==
        at.toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds
      )
        continue;
      const { year, month, day, hour, minute } = at;
      const time = new ICAL.Time({ year, month, day, hour, minute, second: 0, isDate: false }, read);
      expect([at.toString(), time.toUnixTime()]).toEqual([at.toString(), at.epochMilliseconds / 1000]);
    }
  });

  it('says of British Columbia that its clocks stand still', () => {
    const visit = Temporal.Instant.from('2026-12-25T20:00:00Z').toZonedDateTimeISO('America/Vancouver');
    const text = vtimezone(visit);
    expect(text.match(/BEGIN:(?:STANDARD|DAYLIGHT)/g)).toEqual(['BEGIN:STANDARD']);
    expect(text).toContain('TZOFFSETTO:-0700');
  });

  it('writes half hours, and both halves of a year with their names', () => {
    const visit = Temporal.Instant.from('2026-07-01T00:00:00Z').toZonedDateTimeISO('Australia/Lord_Howe');
    const text = vtimezone(visit);
    expect(text).toContain('TZOFFSETTO:+1030');
    expect(text).toContain('TZOFFSETTO:+1100');
    expect(text).toMatch(/BEGIN:DAYLIGHT[\s\S]*BEGIN:STANDARD/);
  });
});
