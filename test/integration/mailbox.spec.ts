import type { VisitId } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { readCalendar } from '../support/calendar';
import { Dovecot } from '../support/dovecot';
import { MailSink } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import type { Reader } from '../support/mail-world';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import { until } from '../support/until';

jest.setTimeout(60_000);

const domain = 'okaeri.example';

/** Real: PostgreSQL, the scheduler, an SMTP server, and a mailbox at an IMAP server of somebody else. */
describe('a mailbox that answers are read from', () => {
  let world: MailWorld;
  let sink: MailSink;
  let dovecot: Dovecot;
  let scheduler: TestScheduler;
  let patient: Reader;
  let visitId: VisitId;
  let to: string;

  beforeAll(async () => {
    world = await MailWorld.open();
    sink = await MailSink.start();
    dovecot = await Dovecot.start();
    scheduler = await startScheduler(world.database.url, {
      smtpUrl: sink.url,
      env: { MAIL_IN_URL: dovecot.url, HOUSE_SECRET: 'a house that is only here for this test of it' },
    });
  });
  beforeEach(async () => {
    const physician = await world.physician();
    patient = await world.person();
    visitId = await world.visit({ patient, physician, startsAt: now().round('minute').add({ hours: 72 }) });
    const { calendar } = await sink.mailTo(patient.email, 'visit_booked');
    to = readCalendar(calendar ?? '').organizer.replace(/^mailto:/i, '');
  });
  afterAll(async () => {
    await scheduler.close();
    await dovecot.end();
    await sink.stop();
    await world.close();
  });

  let sent = 0;
  const answer = (said: string, { address = to, id = `answer-${(sent += 1)}`, more = '' } = {}) =>
    [
      ...[`From: ${patient.email}`, `To: Naniwa Clinic <${address}>`, 'Subject: Answer', 'MIME-Version: 1.0'],
      ...[`Message-ID: <${id}@home.example>`, 'Content-Type: text/calendar; charset=utf-8; method=REPLY', ''],
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Somebody//Program//EN', 'METHOD:REPLY', 'BEGIN:VEVENT'],
      ...[`UID:${visitId}@${domain}`, 'SEQUENCE:0', 'DTSTAMP:20261122T000000Z'],
      ...[`ATTENDEE;PARTSTAT=${said}:mailto:${patient.email}`, 'END:VEVENT', `END:VCALENDAR${more}`, ''],
    ].join('\r\n');
  const confirmed = async () => {
    const [row] = await world.database.query<{ yes: boolean; no: boolean }>(
      `select confirmed_at is not null as yes, declined_at is not null as no from seat where visit_id = $1 and person_id = $2`,
      [visitId, patient.id],
    );
    return row?.yes ? 'yes' : row?.no ? 'no' : 'unsaid';
  };
  const taken = async () =>
    (
      await world.database.query<{ what: string }>(
        'select what from inbound_mail m join seat s on s.id = m.seat_id where s.visit_id = $1 order by m.at',
        [visitId],
      )
    ).map(({ what }) => what);
  const lastSeen = async () => (await dovecot.seen()).at(-1);

  it('moves her presence at once, and marks what was kept as read', async () => {
    await dovecot.deliver(answer('ACCEPTED'));
    await until(async () => (await confirmed()) === 'yes');
    await until(async () => (await lastSeen()) === true);
    await dovecot.deliver(answer('DECLINED', { id: 'twice' }));
    await until(async () => (await confirmed()) === 'no');
    await dovecot.deliver(answer('ACCEPTED'));
    await until(async () => (await confirmed()) === 'yes');
    await dovecot.deliver(answer('DECLINED', { id: 'twice' }));
    await until(async () => (await dovecot.seen()).every(Boolean));
    expect(await taken()).toEqual(['accepted', 'declined', 'accepted']);
  });

  it('leaves unread what is nobody’s here, what was made up and what is too large', async () => {
    await dovecot.deliver(answer('ACCEPTED', { address: 'reception@naniwa.example' }));
    await dovecot.deliver(answer('ACCEPTED', { address: to.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@')) }));
    await dovecot.deliver(answer('ACCEPTED', { more: ' '.repeat(1_000_001) }));
    await dovecot.deliver(answer('TENTATIVE'));
    await until(async () => (await taken()).length > 0);
    await until(async () => (await lastSeen()) === true);
    expect((await dovecot.seen()).slice(-4)).toEqual([false, false, false, true]);
    expect([await taken(), await confirmed()]).toEqual([['tentative'], 'unsaid']);
  });

  it('is read on when its server was restarted, and what came meanwhile is not lost', async () => {
    await dovecot.deliver(answer('ACCEPTED'));
    await until(async () => (await confirmed()) === 'yes');
    await dovecot.stop();
    await dovecot.open();
    await dovecot.deliver(answer('DECLINED'));
    await until(async () => (await confirmed()) === 'no', 30_000);
    expect(await taken()).toEqual(['accepted', 'declined']);
    expect(scheduler.log()).not.toContain('a-word-of-the-house');
    expect(scheduler.log()).not.toContain(patient.email);
  });

  it('keeps unread what could not be kept, and takes it when it can', async () => {
    await world.database.query('alter table inbound_mail rename to inbound_mail_away');
    await dovecot.deliver(answer('ACCEPTED'));
    try {
      await until(() => scheduler.log().includes('could not be taken'));
      expect(await lastSeen()).toBe(false);
    } finally {
      await world.database.query('alter table inbound_mail_away rename to inbound_mail');
    }
    // The next that comes is a reason to look at all of them.
    await dovecot.deliver(answer('TENTATIVE'));
    await until(async () => (await taken()).length > 1);
    expect([await taken(), await confirmed()]).toEqual([['accepted', 'tentative'], 'yes']);
  });

  it('hears of a mail that did not arrive', async () => {
    const { from } = await sink.mailTo(patient.email, 'visit_booked');
    expect(from).toMatch(/^bounce\+/);
    const report = [
      ...['From: MAILER-DAEMON@home.example', `To: <${from}>`, 'Subject: Undelivered', 'MIME-Version: 1.0'],
      ...['Content-Type: multipart/report; report-type=delivery-status; boundary=b', ''],
      ...['--b', 'Content-Type: text/plain', '', 'It did not arrive.', '--b'],
      ...['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; home.example', ''],
      ...['Action: failed', 'Status: 5.1.1', '', '--b--', ''],
    ];
    const state = async () =>
      (
        await world.database.query<{ state: string }>(
          `select state from notify_message where person_id = $1 and kind = 'visit_booked' and channel = 'email'`,
          [patient.id],
        )
      )[0]?.state;
    // Its server has said 250 a moment before it is known as sent.
    await until(async () => (await state()) === 'sent');
    await dovecot.deliver(report.join('\r\n'));
    await until(async () => (await state()) === 'bounced');
  });
});
