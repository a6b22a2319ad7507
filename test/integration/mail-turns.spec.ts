import type { Locale } from '@okaeri/contracts';
import { now, toInstant } from '@okaeri/words/time';
import { readCalendar } from '../support/calendar';
import { keepJobs } from '../support/canaries';
import { clockTable } from '../support/clock-table';
import { expectCalendarTimes, expectClocks } from '../support/mail-clocks';
import type { MailSink } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import { minuteOf } from '../support/oracle';
import { Telling } from '../support/telling';

const present = Math.floor(now().epochMilliseconds / 60_000);

/** Visits around the next turns of a clock, in the hour that is left out and in the one that comes twice. */
const readers: readonly (readonly [zone: string, locale: Locale, more: readonly string[]])[] = [
  ['America/Toronto', 'fr', []],
  ['America/New_York', 'en', []],
  ['Europe/Paris', 'vi', []],
  ['Australia/Lord_Howe', 'zh', []],
  // Zone data from before 2026 puts these an hour off.
  ['America/Vancouver', 'ja', ['2027-01-15T20:00Z', '2027-11-08T01:00Z', '2028-02-29T21:30Z']],
  ['Asia/Seoul', 'ko', ['2027-12-31T14:45Z', '2028-02-28T15:00Z']],
];

describe('mails of visits at hours at which clocks are turned', () => {
  let world: MailWorld;
  let sink: MailSink;
  let telling: Telling;

  beforeAll(async () => {
    world = await MailWorld.open();
    telling = await Telling.start(world.database.url);
    sink = telling.sink;
  });
  afterAll(async () => {
    await keepJobs(world.database.url);
    await telling?.stop();
    await world?.close();
  });

  it.each(readers)('say and enter the right ones in %s, in %s', async (zone, locale, more) => {
    const turns = (clockTable[zone]?.turns ?? []).map(([instant]) => minuteOf(instant));
    const around = turns.flatMap((turn) => [turn - 60, turn - 30, turn, turn + 30, turn + 12 * 60]);
    const moments = [...around, ...more.map(minuteOf)].filter((starts) => starts > present + 48 * 60);
    const patient = await world.person({ language: locale, zone });
    const physician = await world.physician();
    let count = 0;
    for (const starts of moments) {
      await world.visit({ patient, physician, startsAt: toInstant(starts * 60_000) });
      for (const reader of [patient, physician]) {
        const mail = await sink.mailTo(reader.email, 'visit_booked', { after: count });
        expectCalendarTimes(readCalendar(mail.calendar ?? ''), { zone: reader.zone, starts, minutes: 30 });
        const zones = [reader.zone, 'Asia/Tokyo', zone];
        expectClocks(mail, { locale: reader.language, zones, starts, now: present });
      }
      count += 1;
    }
    expect(count).toBe(moments.length);
  });
});
