import { randomUUID } from 'node:crypto';
import { now } from '@okaeri/words/time';
import { createTransport } from 'nodemailer';
import type { VisitId } from '@okaeri/contracts';
import { deliveriesOf, repeatMessage } from '@okaeri/notify';
import { MailSink } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import type { Reader } from '../support/mail-world';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import { freePort } from '../support/standalone';
import { until } from '../support/until';

interface Row {
  id: string;
  state: string;
  attempts: number;
  problem: string | null;
  smtpCode: number | null;
}

/** As a mail server writes it to the address that a mail came from (RFC 3464). */
const reportOf = ({ id, to, action, status }: Record<'id' | 'to' | 'action' | 'status', string>) =>
  [
    'From: MAILER-DAEMON <>',
    `To: bounce+${id}@okaeri.example`,
    'Subject: Undelivered',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It did not arrive.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    '--b--',
    '',
  ].join('\r\n');

describe('mail that meets trouble', () => {
  let world: MailWorld;
  let sink: MailSink;
  let scheduler: TestScheduler;
  let bouncePort: number;
  let patient: Reader;
  let physician: Reader;
  let visitId: VisitId;

  const row = async (reader: Reader): Promise<Row> => {
    const [found] = await world.database.query<Row>(
      `select id, state, attempts, problem, smtp_code as "smtpCode" from notify_message
        where person_id = $1 and kind = 'visit_booked' and entity_id = $2 and channel = 'email'`,
      [reader.id, visitId],
    );
    return found ?? { id: '', state: 'none', attempts: 0, problem: null, smtpCode: null };
  };
  const become = (reader: Reader, state: string, withinMs = 20_000) =>
    until(async () => (await row(reader)).state === state, withinMs);
  /** As if the wait before the next attempt were over. */
  const hurry = () =>
    world.database.query(
      `update notify_message set next_at = now(), sending_since = sending_since - interval '2 minutes'
        where kind = 'visit_booked' and state in ('queued', 'sending')`,
    );
  const book = async () => {
    visitId = await world.visit({ patient, physician, startsAt: now().add({ hours: 48 }) });
  };

  beforeEach(async () => {
    world = await MailWorld.open();
    sink = await MailSink.start();
    bouncePort = await freePort();
    scheduler = await startScheduler(world.database.url, {
      smtpUrl: sink.url,
      env: { MAIL_BOUNCE_PORT: String(bouncePort) },
    });
    patient = await world.person();
    physician = await world.physician();
  });
  afterEach(async () => {
    await scheduler.close();
    await sink.stop();
    await world.close();
  });

  it('waits where the server says later, and where there is none', async () => {
    sink.faults.later = 2;
    await book();
    await until(async () =>
      [await row(patient), await row(physician)].every(({ attempts, state }) => attempts === 1 && state === 'queued'),
    );
    expect(await row(patient)).toMatchObject({ problem: 'smtp_later', smtpCode: 451 });
    await sink.stop();
    await hurry();
    await until(async () => (await row(patient)).problem === 'smtp_unreachable');
    await sink.reopen();
    await hurry();
    await become(patient, 'sent');
    await become(physician, 'sent');
    expect(sink.to(patient.email)).toHaveLength(1);
  });

  it('knows an address that takes no mail, and tells of the person', async () => {
    sink.faults.refuse.set(patient.email, 550);
    await book();
    await become(patient, 'bounced');
    await become(physician, 'sent');
    expect(await row(patient)).toMatchObject({ problem: 'address_refused', smtpCode: 550, attempts: 1 });
    const [person] = await world.database.query('select email_state from person where id = $1', [patient.id]);
    expect(person).toEqual({ email_state: 'bounced' });
    expect(scheduler.log()).not.toContain(patient.email);
  });

  it('hands over again, under the same id, what may have been taken', async () => {
    sink.faults.dropAfterData = 1;
    await book();
    await until(() => sink.heard.length >= 2);
    const lost = sink.heard.find(({ answered }) => !answered)?.messageId;
    const open = [await row(patient), await row(physician)].find(({ state }) => state === 'sending');
    expect(open).toMatchObject({ attempts: 1 });
    await hurry();
    await become(patient, 'sent');
    await become(physician, 'sent');
    expect(sink.heard.filter(({ messageId }) => messageId === lost)).toEqual([
      { messageId: lost, answered: false },
      { messageId: lost, answered: true },
    ]);
  });

  it('tries soon again what was cut before the message', async () => {
    sink.faults.dropBeforeData = 1;
    await book();
    await until(async () =>
      [await row(patient), await row(physician)].some(({ state, attempts }) => state === 'queued' && attempts === 1),
    );
    await hurry();
    await become(patient, 'sent');
    await become(physician, 'sent');
    expect(sink.heard).toHaveLength(2);
  });

  it('hears later that a mail came back, and believes nothing else', async () => {
    await book();
    await become(patient, 'sent');
    const { id } = await row(patient);
    const door = createTransport({ host: '127.0.0.1', port: bouncePort, secure: false, ignoreTLS: true });
    const report = (action: string, status: string) => reportOf({ id, to: patient.email, action, status });
    const tell = (to: string, raw: string) => door.sendMail({ envelope: { from: '', to: [to] }, raw });
    await tell(`bounce+${id}@okaeri.example`, report('delayed', '4.4.1'));
    await tell(`bounce+${randomUUID()}@okaeri.example`, report('failed', '5.1.1'));
    await expect(tell('reception@okaeri.example', report('failed', '5.1.1'))).rejects.toThrow(/550/);
    expect((await row(patient)).state).toBe('sent');
    await tell(`bounce+${id}@okaeri.example`, report('failed', '5.1.1'));
    expect(await row(patient)).toMatchObject({ state: 'bounced', problem: 'returned' });
    door.close();
  });

  it('hears that a mail came back before the server that took it has said so', async () => {
    sink.faults.slow = 3000;
    await book();
    await become(patient, 'sending');
    const { id } = await row(patient);
    await until(() => sink.arrived.some((messageId) => messageId.includes(id)));
    expect((await row(patient)).state).toBe('sending');
    const door = createTransport({ host: '127.0.0.1', port: bouncePort, secure: false, ignoreTLS: true });
    const raw = reportOf({ id, to: patient.email, action: 'failed', status: '5.1.1' });
    await door.sendMail({ envelope: { from: '', to: [`bounce+${id}@okaeri.example`] }, raw });
    door.close();
    expect(await row(patient)).toMatchObject({ state: 'bounced', problem: 'returned' });
    expect(sink.to(patient.email)).toEqual([]);
    // Its 250 comes, and what follows from it is written before the process ends.
    await sink.mailTo(patient.email, 'visit_booked');
    await scheduler.close();
    scheduler = await startScheduler(world.database.url, { smtpUrl: sink.url });
    expect(await row(patient)).toMatchObject({ state: 'bounced', attempts: 1 });
    const [person] = await world.database.query('select email_state from person where id = $1', [patient.id]);
    expect(person).toEqual({ email_state: 'bounced' });
  });
});

describe('a mail that did not arrive', () => {
  it('is sent again once the address was mended', async () => {
    const world = await MailWorld.open();
    const sink = await MailSink.start();
    const scheduler = await startScheduler(world.database.url, { smtpUrl: sink.url });
    try {
      const patient = await world.person();
      const physician = await world.physician();
      sink.faults.refuse.set(patient.email, 550);
      const visitId = await world.visit({ patient, physician, startsAt: now().add({ hours: 48 }) });
      const reader = { locale: 'en', zone: 'Asia/Tokyo', now: now() } as const;
      const of = async () =>
        (await deliveriesOf(world.data.manager, [visitId], reader)).find(
          ({ personId, channel }) => personId === patient.id && channel === 'email',
        );
      await until(async () => (await of())?.state === 'bounced');
      expect(await of()).toMatchObject({ kind: 'visit_booked', mayRepeat: true });
      sink.faults.refuse.clear();
      const messageId = (await of())?.messageId ?? '';
      expect(await world.tx((em) => repeatMessage(em, { messageId, entityId: randomUUID() }))).toBe(false);
      expect(await world.tx((em) => repeatMessage(em, { messageId, entityId: visitId }))).toBe(true);
      expect(await world.tx((em) => repeatMessage(em, { messageId, entityId: visitId }))).toBe(false);
      await sink.mailTo(patient.email, 'visit_booked');
      await until(async () => (await of())?.state === 'sent');
      expect(await of()).toMatchObject({ mayRepeat: false });
    } finally {
      await scheduler.close();
      await sink.stop();
      await world.close();
    }
  });
});
