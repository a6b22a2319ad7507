import { Temporal } from '@okaeri/words/time';
import { readReply } from './read-reply';

const seconds = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds / 1000;
const read = (lines: readonly string[], method: string | null = null, end = '\r\n') =>
  readReply({ file: Buffer.from(lines.join(end)), method }, 'America/Toronto');

const outlook = [
  ...['BEGIN:VCALENDAR', 'METHOD:REPLY', 'PRODID:Microsoft Exchange Server 2010', 'VERSION:2.0'],
  ...['BEGIN:VTIMEZONE', 'TZID:Tokyo Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T000000'],
  ...['TZOFFSETFROM:+0900', 'TZOFFSETTO:+0900', 'END:STANDARD', 'BEGIN:DAYLIGHT', 'DTSTART:16010101T000000'],
  ...['TZOFFSETFROM:+0900', 'TZOFFSETTO:+0900', 'END:DAYLIGHT', 'END:VTIMEZONE', 'BEGIN:VEVENT'],
  ...['ATTENDEE;PARTSTAT=ACCEPTED;CN=Emily Tremblay:mailto:emily@home.example', 'COMMENT;LANGUAGE=en-CA:\\n'],
  ...['UID:5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11@okaeri.example', 'SUMMARY;LANGUAGE=en-CA:Accepted: Visit'],
  ...['DTSTART;TZID=Tokyo Standard Time:20261125T090000', 'DTEND;TZID=Tokyo Standard Time:20261125T093000'],
  ...['CLASS:PUBLIC', 'PRIORITY:5', 'DTSTAMP:20261122T120000Z', 'SEQUENCE:1', 'X-MICROSOFT-CDO-APPT-SEQUENCE:1'],
  ...['END:VEVENT', 'END:VCALENDAR', ''],
];
const google = [
  ...['BEGIN:VCALENDAR', 'PRODID:-//Google Inc//Google Calendar 70.9054//EN', 'VERSION:2.0', 'BEGIN:VEVENT'],
  ...['DTSTART:20261125T000000Z', 'DTEND:20261125T003000Z', 'UID:5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11@okaeri.example'],
  ...[
    'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=Emily',
    ' Tremblay;X-NUM-GUESTS=0:mailto:emily@home.example',
  ],
  ...['SEQUENCE:1', 'END:VEVENT', 'END:VCALENDAR'],
];
const apple = [
  ...['BEGIN:VCALENDAR', 'CALSCALE:GREGORIAN', 'VERSION:2.0', 'METHOD:REPLY', 'PRODID:-//Apple Inc.//iOS 26.0//EN'],
  ...['BEGIN:VTIMEZONE', 'TZID:Asia/Tokyo', 'BEGIN:STANDARD', 'TZOFFSETFROM:+1000', 'DTSTART:19510909T010000'],
  ...['TZNAME:GMT+9', 'TZOFFSETTO:+0900', 'END:STANDARD', 'END:VTIMEZONE', 'begin:vevent'],
  ...['uid:5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11@okaeri.example', 'dtstart;tzid=Asia/Tokyo:20261125T090000'],
  ...['attendee;cn="Tremblay: Emily";partstat=tentative:mailto:emily@home.example', 'sequence:1', 'end:vevent'],
];

describe('what calendar programs answer', () => {
  it.each([
    ['Outlook', outlook, null, 'ACCEPTED', '\n'],
    ['Google, with its method beside the file', google, 'reply', 'DECLINED', ''],
    ['Apple, in small letters and cut off', apple, null, 'TENTATIVE', ''],
  ])('%s', (_name, lines, method, said, comment) => {
    for (const end of ['\r\n', '\n']) {
      expect(read(lines, method, end)).toEqual({
        ...{ method: 'REPLY', said, comment, sequence: 1, start: seconds('2026-11-25T00:00:00Z') },
        uid: '5b0a4c64-8b3e-4a52-9d1c-0f3d6f6a2e11@okaeri.example',
      });
    }
  });

  it('is nothing where there is no event', () => {
    expect(read(['BEGIN:VCALENDAR', 'METHOD:REPLY', 'END:VCALENDAR'])).toBeNull();
    expect(read(['hello'])).toBeNull();
  });
});
