import { randomUUID } from 'node:crypto';
import type { CalendarsPage, Problem, VisitBooked } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { Temporal, now, toInstant } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { readCalendar } from '../support/calendar';
import { Radicale } from '../support/radicale';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import type { Somebody } from '../support/socket-world';
import { until } from '../support/until';

jest.setTimeout(120_000);

const env = { HOUSE_SECRET: 'a house of this test of accounts elsewhere', OUTBOUND_PRIVATE: '1' };
const domain = 'okaeri.example';

/** Real: PostgreSQL, the whole api, the scheduler, and a CalDAV server of somebody else. */
describe('a calendar account elsewhere', () => {
  let world: BookingWorld;
  let scheduler: TestScheduler;
  let radicale: Radicale;
  let at: Hospital;
  let calendar: string;
  let count = 0;

  beforeAll(async () => {
    world = await BookingWorld.open(env);
    radicale = await Radicale.start();
    scheduler = await startScheduler(world.people.url, { env });
  });
  beforeEach(async () => {
    at = await world.hospital();
    count += 1;
    calendar = await radicale.calendar(`work-${count}`);
  });
  afterAll(async () => {
    await scheduler.close();
    await radicale.end();
    await world.close();
  });

  const page = async (who: Somebody = at.physician) =>
    (await world.server.ask({ path: '/api/pages/calendars', cookie: who.cookie })).body as CalendarsPage;
  const add = (more: object = {}) =>
    world.post('/me/calendars', at.physician, {
      ...{ kind: 'caldav', url: radicale.url(calendar), ...radicale.account, writes: true },
      ...more,
    });
  const added = async (more: object = {}) => {
    const answer = await add(more);
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('linkId')]);
    return (answer.body as { linkId: string }).linkId;
  };
  const readAgain = async (linkId: string) =>
    expect((await world.post(`/me/calendars/${linkId}/read`, at.physician, {})).status).toBe(200);
  /** On a Tuesday a week or more away. */
  const day = () => {
    const date = now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 7 });
    return date.add({ days: (9 - date.dayOfWeek) % 7 }).toString();
  };
  const wall = (time: string) => ({ date: day(), time, zone: 'Asia/Tokyo' });
  const book = async (time: string): Promise<string> => {
    const form = {
      ...wall(time),
      minutes: 30,
      episodeId: at.episodeId,
      physicianId: at.physician.id,
      interpreter: null,
    };
    const answer = await world.post('/visits', at.coordinator, form);
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('visitId')]);
    return (answer.body as VisitBooked).visitId;
  };
  const version = async (visitId: string) => {
    const [row]: { version: number }[] = await world.people.data.query('select version from visit where id = $1', [
      visitId,
    ]);
    return row?.version;
  };
  const move = async (visitId: string, time: string) => {
    const form = { ...wall(time), minutes: 30, reason: 'An operation takes longer.', version: await version(visitId) };
    expect((await world.post(`/visits/${visitId}/move`, at.coordinator, form)).status).toBe(200);
  };
  const cancel = async (visitId: string) => {
    const form = { reason: 'She is well.', version: await version(visitId) };
    expect((await world.post(`/visits/${visitId}/cancel`, at.coordinator, form)).status).toBeLessThan(300);
  };
  /** What her own program shows, once it is as many as that and nothing is due any more. */
  const shown = async (entries: number) => {
    await until(async () => (await radicale.entries(calendar)).length === entries && (await due()) === 0, 20_000);
    return (await radicale.entries(calendar)).map((file) => readCalendar(file));
  };
  const due = async () => {
    const [row]: { n: number }[] = await world.people.data.query(
      `select (select count(*)::int from calendar_object o join calendar_link l on l.id = o.link_id
                where l.person_id = $1 and o.due_at is not null)
            + (select count(*)::int from outbox_delivery where handler = 'writeCalendars' and handled_at is null) as n`,
      [at.physician.id],
    );
    return row?.n ?? 0;
  };
  const busy = async () => {
    const rows: { from: Date }[] = await world.people.data.query(
      'select from_at as "from" from busy_time where person_id = $1 order by from_at',
      [at.physician.id],
    );
    return rows.map(({ from }) =>
      toInstant(from).toZonedDateTimeISO('Asia/Tokyo').toPlainTime().toString().slice(0, 5),
    );
  };
  const foreign = (time: string, more: string[] = [], uid: string = randomUUID()) => {
    const at = Temporal.PlainDateTime.from(`${day()}T${time}`);
    const [start, end] = [at, at.add({ minutes: 30 })].map((each) => each.toString().replace(/[-:]/g, ''));
    const lines = [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Somebody//Program//EN', 'BEGIN:VTIMEZONE', 'TZID:Asia/Tokyo'],
      ...['BEGIN:STANDARD', 'DTSTART:19510909T010000', 'TZOFFSETFROM:+1000', 'TZOFFSETTO:+0900', 'END:STANDARD'],
      ...['END:VTIMEZONE', 'BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261122T000000Z', 'SUMMARY:Rounds & <ward> 7'],
      ...[
        `DTSTART;TZID=Asia/Tokyo:${start}`,
        `DTEND;TZID=Asia/Tokyo:${end}`,
        ...more,
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ],
    ];
    return { uid, file: lines.join('\r\n') };
  };
  const putForeign = async (time: string, more: string[] = [], uid?: string) => {
    const { uid: name, file } = foreign(time, more, uid);
    await radicale.put(`${calendar}${name}.ics`, file);
  };

  it('is found from the address of its server, and takes her time; what it says of one visit of ours does not', async () => {
    const visitId = await book('10:00');
    await putForeign('11:00');
    await putForeign('13:00', ['RRULE:FREQ=DAILY;COUNT=1']);
    await putForeign('14:00', ['TRANSP:TRANSPARENT']);
    await putForeign('10:00', [], `${visitId}@${domain}`);
    await putForeign('10:30');
    await added({ url: radicale.url(), writes: false });
    const [link] = (await page()).links;
    expect(link).toMatchObject({ kind: 'caldav', state: 'works', problem: null, ignored: [], writes: false });
    // Her other calendars there, of tests before, are hers too.
    expect(await busy()).toEqual(expect.arrayContaining(['10:30', '13:00']));
    expect(await busy()).not.toContain('10:00');
    expect(await busy()).not.toContain('14:00');
  });

  it('follows her visits: written, moved and called off, one entry each', async () => {
    const before = await book('09:00');
    await putForeign('15:00');
    const linkId = await added();
    const visitId = await book('11:00');
    const entries = await shown(3);
    expect(entries.map(({ uid }) => uid)).toEqual(
      expect.arrayContaining([`${before}@${domain}`, `${visitId}@${domain}`]),
    );
    const entryOf = (all: typeof entries) => all.find(({ uid }) => uid === `${visitId}@${domain}`);
    const starts = entryOf(entries)?.starts ?? 0;
    expect(entryOf(entries)).toMatchObject({
      ...{ sequence: 0, status: 'CONFIRMED', method: 'null', attendees: [], url: expect.stringContaining(visitId) },
      summary: say('ja', 'mail.visit.summary', { institution: 'Hospital' }),
    });
    await move(visitId, '16:00');
    await until(async () => entryOf(await shown(3))?.sequence === 1, 20_000);
    expect((entryOf(await shown(3))?.starts ?? 0) - starts).toBe(5 * 3600);
    // Never in the way of itself.
    await readAgain(linkId);
    expect(await busy()).toEqual(['15:00']);
    await cancel(visitId);
    expect((await shown(2)).map(({ uid }) => uid)).not.toContain(`${visitId}@${domain}`);
    expect((await page()).links).toMatchObject([{ state: 'works', problem: null, writes: true }]);
  });

  it('has the visit as it is now, whatever she did to its entry there', async () => {
    await added();
    const visitId = await book('11:00');
    await shown(1);
    const path = `${calendar}${visitId}.ics`;
    const { text } = await radicale.ask('GET', path);
    await radicale.put(path, text.replace('SUMMARY:', 'SUMMARY:My own words for '));
    await move(visitId, '16:00');
    await until(async () => (await shown(1))[0]?.sequence === 1, 20_000);
    expect((await radicale.ask('GET', path)).text).not.toContain('My own words');
    await radicale.ask('DELETE', path);
    await move(visitId, '16:30');
    await until(async () => (await shown(1))[0]?.sequence === 2, 20_000);
    await radicale.put(path, text);
    await cancel(visitId);
    expect(await shown(0)).toEqual([]);
  });

  it('is left alone where her mail program keeps the same visit, and is nobody’s double', async () => {
    const visitId = await book('11:00');
    const kept = ['ORGANIZER:mailto:reply+x@okaeri.example', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:sato@hospital.example'];
    await putForeign('11:00', kept, `${visitId}@${domain}`);
    const [file] = await radicale.entries(calendar);
    await added();
    await until(async () => (await due()) === 0, 20_000);
    await move(visitId, '16:00');
    await until(async () => (await due()) === 0, 20_000);
    expect(await radicale.entries(calendar)).toEqual([file]);
  });

  it('finds again what was written and not remembered', async () => {
    await added();
    const visitId = await book('11:00');
    await shown(1);
    await world.people.data.query('update calendar_object set href = null, etag = null where visit_id = $1', [visitId]);
    await move(visitId, '16:00');
    await until(async () => (await shown(1))[0]?.sequence === 1, 20_000);
  });

  it('that is down counts as it was read last, and is written into once it is back', async () => {
    await putForeign('15:00');
    const linkId = await added();
    await radicale.stop();
    try {
      const visitId = await book('11:00');
      await readAgain(linkId);
      await readAgain(linkId);
      const [link] = (await page()).links;
      expect(link).toMatchObject({ state: 'stale', problem: say('ja', 'error.calendar_unreachable') });
      expect(await busy()).toEqual(['15:00']);
      const attempts = () =>
        world.people.data.query('select attempts from calendar_object where visit_id = $1', [visitId]) as Promise<
          { attempts: number }[]
        >;
      await until(async () => ((await attempts())[0]?.attempts ?? 0) > 0, 20_000);
    } finally {
      await radicale.open();
    }
    await world.people.data.query('update calendar_object set due_at = now() where due_at is not null');
    await shown(2);
    await readAgain(linkId);
    expect((await page()).links).toMatchObject([{ state: 'works', problem: null }]);
  });

  it('whose key is wrong is not added; one whose key was changed says so, and nothing of it stands in the open', async () => {
    const wrong = 'a-word-that-is-wrong';
    expect(((await add({ password: wrong })).body as Problem).code).toBe('calendar_refused');
    const linkId = await added();
    radicale.password('another-word-of-hers');
    try {
      await readAgain(linkId);
      await readAgain(linkId);
      const [link] = (await page()).links;
      expect(link).toMatchObject({ state: 'refused', problem: say('ja', 'error.calendar_refused') });
    } finally {
      radicale.password(radicale.account.password);
    }
    for (const log of [world.server.log(), scheduler.log()]) {
      for (const secret of [wrong, radicale.account.password, calendar]) expect(log).not.toContain(secret);
    }
  });

  describe('that she wants her visits in no more', () => {
    const write = (linkId: string, writes: boolean) =>
      world.server.ask({
        ...{ method: 'PUT', path: `/api/me/calendars/${linkId}/writes`, cookie: at.physician.cookie },
        json: { writes },
      });
    const remove = async (linkId: string) => {
      const { cookie } = at.physician;
      const { status } = await world.server.ask({ method: 'DELETE', path: `/api/me/calendars/${linkId}`, cookie });
      expect(status).toBe(204);
    };
    const tried = async () => {
      const [row]: { attempts: number }[] = await world.people.data.query(
        `select max(o.attempts)::int as attempts from calendar_object o join calendar_link l on l.id = o.link_id where l.person_id = $1`,
        [at.physician.id],
      );
      return row?.attempts ?? 0;
    };
    /** As if so many hours were over since. */
    const wait = (hours: number) =>
      world.people.data.query(
        `with l as (update calendar_link set leaving_since = leaving_since - $2 * interval '1 hour' where person_id = $1 returning id)
         update calendar_object o set due_at = now() from l where o.link_id = l.id`,
        [at.physician.id, hours],
      );
    const uids = async (entries: number) => (await shown(entries)).map(({ uid }) => uid);
    /** One visit is over, and lies there as it was. */
    const withPast = async () => {
      const past = await book('09:00');
      await shown(2);
      await world.people.data.query(
        `update visit set starts_at = now() - interval '3 days', status = 'fulfilled' where id = $1`,
        [past],
      );
      return past;
    };

    it('is switched off and on: what is to come goes and comes, what was and what is not ours stays', async () => {
      await putForeign('15:00', [], 'hers');
      const linkId = await added();
      const past = await withPast();
      const visitId = await book('11:00');
      await shown(3);
      const off = await write(linkId, false);
      expect([off.status, (off.body as CalendarsPage).links]).toMatchObject([
        200,
        [{ writes: false, leaving: 'under_way', removed: false }],
      ]);
      expect(await uids(2)).toEqual(expect.arrayContaining(['hers', `${past}@${domain}`]));
      await until(async () => (await page()).links[0]?.leaving === null, 20_000);
      const later = await book('13:00');
      await until(async () => (await due()) === 0, 20_000);
      expect(await uids(2)).not.toContain(`${later}@${domain}`);
      const on = await write(linkId, true);
      expect((on.body as CalendarsPage).links).toMatchObject([{ writes: true, leaving: null }]);
      expect(await uids(4)).toEqual(expect.arrayContaining([`${visitId}@${domain}`, `${later}@${domain}`]));
      expect((await write(randomUUID(), true)).status).toBe(404);
    });

    it('is gone once nothing of what is to come lies there', async () => {
      await putForeign('15:00', [], 'hers');
      const linkId = await added();
      const past = await withPast();
      await book('11:00');
      await shown(3);
      await remove(linkId);
      expect(await busy()).toEqual([]);
      expect(await uids(2)).toEqual(expect.arrayContaining(['hers', `${past}@${domain}`]));
      await until(async () => (await page()).links.length === 0, 20_000);
      expect(await world.people.data.query('select 1 from calendar_link where id = $1', [linkId])).toEqual([]);
    });

    it('and whose server is down: it is tried again, and she is told when it was tried long enough', async () => {
      const linkId = await added();
      const visitId = await book('11:00');
      await shown(1);
      await radicale.stop();
      try {
        await remove(linkId);
        await until(async () => (await tried()) > 0, 20_000);
        expect((await page()).links).toMatchObject([{ removed: true, leaving: 'under_way' }]);
        // Whoever removes it again waits for the same.
        await remove(linkId);
        expect((await page()).links).toHaveLength(1);
        expect((await world.post(`/me/calendars/${linkId}/read`, at.physician, {})).status).toBe(404);
        await wait(80);
        await until(async () => (await page()).links[0]?.leaving === 'gave_up', 20_000);
        expect((await page()).links).toMatchObject([
          { removed: true, problem: say('ja', 'error.calendar_unreachable') },
        ]);
        await remove(linkId);
        expect((await page()).links).toEqual([]);
      } finally {
        await radicale.open();
      }
      expect((await radicale.entries(calendar)).map((file) => readCalendar(file).uid)).toEqual([
        `${visitId}@${domain}`,
      ]);
    });

    it('and whose server comes back is left clean', async () => {
      const linkId = await added();
      await book('11:00');
      await shown(1);
      await radicale.stop();
      try {
        await remove(linkId);
        await until(async () => (await tried()) > 0, 20_000);
      } finally {
        await radicale.open();
      }
      await wait(1);
      await until(async () => (await page()).links.length === 0, 20_000);
      expect(await radicale.entries(calendar)).toEqual([]);
    });

    it('is found and taken out though nobody heard that it was written', async () => {
      const linkId = await added();
      const visitId = await book('11:00');
      await shown(1);
      await world.people.data.query('update calendar_object set href = null, etag = null where visit_id = $1', [
        visitId,
      ]);
      await remove(linkId);
      await until(async () => (await page()).links.length === 0, 20_000);
      expect(await radicale.entries(calendar)).toEqual([]);
    });
  });

  it('is found from its host where the address leads nowhere', async () => {
    await putForeign('17:30');
    await added({ url: radicale.url('/nothing/here/'), writes: false });
    expect(await busy()).toContain('17:30');
  });
});

/** Real: PostgreSQL and the whole api, as it stands on the internet. */
it('hands name and password to nobody without encryption', async () => {
  const world = await BookingWorld.open({ ...env, OUTBOUND_PRIVATE: '0' });
  try {
    const { physician } = await world.hospital();
    const form = { kind: 'caldav', url: 'http://dav.example/', username: 'sato', password: 'her own' };
    const { status, body } = await world.post('/me/calendars', physician, form);
    expect([status, (body as Problem).code, (body as Problem).fields?.[0]?.path]).toEqual([
      422,
      'fields_invalid',
      'url',
    ]);
  } finally {
    await world.close();
  }
});
