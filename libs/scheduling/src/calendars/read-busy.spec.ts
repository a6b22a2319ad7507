import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from '@okaeri/words/time';
import { dateOf, dayOf } from './days';
import { contentLines } from './lines';
import { busyLimits, readBusy } from './read-busy';
import type { BusyRead } from './read-busy';

jest.setTimeout(60_000);

const folder = join(__dirname, '../../../../test/support/calendars');
const seconds = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds / 1000;
const span = { from: seconds('2026-11-22T00:00:00Z'), to: seconds('2027-05-31T00:00:00Z') };
const read = (file: Buffer | string, zone = 'Asia/Tokyo') =>
  readBusy({ file: Buffer.from(file), span, zone, isOurs: (uid) => uid.endsWith('@okaeri.example') });
const fileOf = (name: string) => readFileSync(join(folder, `${name}.ics`));

/** "11-24T00:00/00:30", in UTC. */
const words = (found: BusyRead | null) =>
  found?.busy.map(({ from, to }) => {
    const [begin = '', end = ''] = [from, to].map((at) =>
      Temporal.Instant.fromEpochMilliseconds(at * 1000)
        .toString()
        .slice(5, 16),
    );
    return begin.slice(0, 5) === end.slice(0, 5) ? `${begin}/${end.slice(6)}` : `${begin}/${end}`;
  });
const ignored = (found: BusyRead | null) =>
  Object.fromEntries((found?.ignored ?? []).map(({ why, count }) => [why, count]));
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) => calendar('BEGIN:VEVENT', 'UID:one', ...lines, 'END:VEVENT');

describe('calendars as programs write them', () => {
  it.each<[name: string, busy: string[], ignored: Record<string, number>]>([
    [
      'outlook-windows-zones',
      ['11-24T00:00/01:00', '11-25T15:00/15:30', '11-26T04:00/05:00', '11-27T00:00/01:00', '11-29T15:00/12-01T15:00'],
      { zone_unknown: 1 },
    ],
    [
      'exchange-series',
      [
        '11-24T14:00/14:30',
        '11-24T20:00/21:00',
        '11-25T20:00/21:00',
        '11-26T20:00/21:00',
        '12-09T16:00/17:00',
        '12-15T14:00/14:30',
        '01-03T15:00/01-05T15:00',
      ],
      {},
    ],
    [
      'google-missing-zone',
      [
        '11-24T00:00/00:30',
        '11-24T03:00/04:00',
        '11-26T03:00/04:00',
        '11-27T00:00/01:00',
        '12-01T03:00/04:00',
        '12-03T08:00/09:00',
      ],
      {},
    ],
    [
      'thunderbird-broken-folds',
      ['11-24T09:00/10:00', '11-28T09:00/09:30', '11-28T11:00/11:30'],
      { broken: 4, no_time: 1 },
    ],
    ['zimbra-exceptions', ['11-23T01:00/01:15', '11-25T03:00/04:00', '11-26T01:00/01:15', '11-27T01:00/01:15'], {}],
    [
      'lotus-periods',
      [
        '11-24T17:00/18:00',
        '11-25T17:00/18:00',
        '11-27T17:00/19:00',
        '12-01T17:00/18:00',
        '12-03T17:00/18:00',
        '12-04T17:00/17:30',
      ],
      { too_dense: 1, broken: 1, no_time: 1 },
    ],
  ])('%s', async (name, busy, left) => {
    const found = await read(fileOf(name));
    expect(words(found)).toEqual(busy);
    expect(ignored(found)).toEqual(left);
  });

  it('apple-own-zone: a clock that is put forward, and a series that is moved from a week on', async () => {
    const found = words(await read(fileOf('apple-own-zone'), 'America/Toronto')) ?? [];
    expect(found.slice(0, 4)).toEqual([
      '12-01T14:00/14:45',
      '12-08T14:00/14:45',
      '12-15T18:30/19:00',
      '12-22T18:30/19:00',
    ]);
    expect(found.filter((each) => /^03-1[2-5]/.test(each))).toEqual([
      '03-12T14:00/15:00',
      '03-13T14:00/15:00',
      // 2:30 is skipped: it is 3:30 there.
      '03-14T07:30/08:30',
      '03-14T13:00/14:00',
      '03-15T13:00/14:00',
    ]);
  });

  it.each([...'outlook-windows-zones exchange-series google-missing-zone'.split(' ')])(
    '%s means the same with other line ends, as UTF-16, behind a byte order mark and folded within letters',
    async (name) => {
      const text = fileOf(name).toString('utf8').replaceAll('\r\n', '\n');
      const folded = Buffer.concat(
        text.split('\n').flatMap((line) => {
          const bytes = Buffer.from(line);
          const cut = Math.max(1, Math.floor(bytes.length / 2));
          return [bytes.subarray(0, cut), Buffer.from('\r\n\t'), bytes.subarray(cut), Buffer.from('\r\n')];
        }),
      );
      const same = words(await read(text));
      for (const other of [
        Buffer.from(text.replaceAll('\n', '\r')),
        Buffer.from(`\ufeff${text}`),
        Buffer.from(`\ufeff${text}`, 'utf16le'),
        folded,
      ]) {
        expect(words(await read(other))).toEqual(same);
      }
    },
  );
});

describe('calendars that were made to be too much', () => {
  it('a hundred thousand events are looked at, and those of the time that counts are found', async () => {
    const days = Array.from({ length: 100_000 }, (_, at) => {
      const { year, month, date } = dateOf(dayOf(1900, 1, 1) + (at % 46_000));
      const day = year * 10_000 + month * 100 + date;
      return ['BEGIN:VEVENT', `UID:${at}`, `DTSTART:${day}T090000Z`, `DTEND:${day}T100000Z`, 'END:VEVENT'].join('\r\n');
    });
    const found = await read(
      calendar(...days, 'BEGIN:VEVENT', 'UID:last', 'DTSTART:20261124T120000Z', 'DURATION:PT1H', 'END:VEVENT'),
    );
    expect(words(found)).toEqual(['11-24T12:00/13:00']);
    expect(ignored(found)).toEqual({});
  });

  it.each([
    [
      'events',
      busyLimits.events + 10,
      (at: number) => [`DTSTART:19990101T0900${String(at % 60).padStart(2, '0')}Z`, 'DURATION:PT1H'],
    ],
    ['events of this week', busyLimits.kept + 10, () => ['DTSTART:20261124T090000Z', 'DURATION:PT1H']],
  ])('%s beyond the limit are counted, not read', async (_, many, lines) => {
    const events = Array.from({ length: many }, (_each, at) =>
      ['BEGIN:VEVENT', `UID:${at}`, ...lines(at), 'END:VEVENT'].join('\n'),
    );
    expect(ignored(await read(calendar(...events)))).toEqual({ too_many: 10 });
  });

  it('rules without end cost bounded work, however many there are', async () => {
    const events = Array.from({ length: 5000 }, (_, at) =>
      [
        'BEGIN:VEVENT',
        `UID:${at}`,
        'DTSTART:19500101T090000Z',
        'DURATION:PT1M',
        'RRULE:FREQ=DAILY;COUNT=99999999',
        'END:VEVENT',
      ].join('\n'),
    );
    const found = await read(calendar(...events));
    expect(ignored(found)).toEqual({ too_dense: 5000 });
  });

  it('what overlaps itself is merged to what it takes', async () => {
    const found = await read(event('DTSTART:20261124T000000Z', 'DURATION:P30D', 'RRULE:FREQ=DAILY'));
    expect(words(found)).toEqual(['11-24T00:00/05-31T00:00']);
  });

  it.each(['', 'hello', '<html><body>Sign in</body></html>', '\u0000\u0001', 'BEGIN:VEVENT\nEND:VEVENT'])(
    'what is no calendar is none: %j',
    async (text) => expect(await read(text)).toBeNull(),
  );

  it('a property of a megabyte is read as far as one is long', () => {
    const [line] = [...contentLines(Buffer.from(`DESCRIPTION:${'x'.repeat(1_000_000)}`))];
    expect(line?.value.length).toBeLessThan(10_000);
  });

  it('what comes later than a search reaches is said, and what is ours is passed over', async () => {
    expect(ignored(await read(event('DTSTART:20280101T000000Z', 'DURATION:PT1H')))).toEqual({ too_late: 1 });
    const ours = calendar(
      'BEGIN:VEVENT',
      'UID:5b0a4c64@okaeri.example',
      'DTSTART:20261124T000000Z',
      'DURATION:PT1H',
      'END:VEVENT',
    );
    expect(await read(ours)).toEqual({ busy: [], ignored: [] });
  });
});

describe('whole days', () => {
  it.each([
    ['Asia/Tokyo', '11-23T15:00/11-24T15:00'],
    ['America/Vancouver', '11-24T07:00/11-25T07:00'],
  ])('are those of %s', async (zone, busy) => {
    expect(words(await read(event('DTSTART;VALUE=DATE:20261124'), zone))).toEqual([busy]);
    expect(words(await read(event('DTSTART;VALUE=DATE:20261124', 'DTEND;VALUE=DATE:20261124'), zone))).toEqual([busy]);
  });

  it('repeat, and leave out a day that is named with or without an hour', async () => {
    const lines = [
      'DTSTART;VALUE=DATE:20261124',
      'RRULE:FREQ=DAILY;COUNT=4',
      'EXDATE;VALUE=DATE:20261125',
      'EXDATE:20261126T000000',
    ];
    expect(words(await read(event(...lines), 'UTC'))).toEqual(['11-24T00:00/11-25T00:00', '11-27T00:00/11-28T00:00']);
  });
});
