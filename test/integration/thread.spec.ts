import { randomUUID } from 'node:crypto';
import { now } from '@okaeri/words/time';
import type { SessionPage } from '@okaeri/contracts';
import { readCalendar } from '../support/calendar';
import { MailSink } from '../support/mail-sink';
import type { SunkMail } from '../support/mail-sink';
import { MailWorld } from '../support/mail-world';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import { cookiesOf, startApi } from '../support/server';
import type { TestServer } from '../support/server';

/** From an address to a booked visit in everybody's calendar, by HTTP and mail alone. */
describe('the thread of everything', () => {
  let world: MailWorld;
  let sink: MailSink;
  let api: TestServer;
  let scheduler: TestScheduler;

  beforeAll(async () => {
    world = await MailWorld.open();
    sink = await MailSink.start();
    api = await startApi(world.database.url, { OKAERI_RATES: 'wide' });
    scheduler = await startScheduler(world.database.url, { smtpUrl: sink.url });
  });
  afterAll(async () => {
    await scheduler?.close();
    await api?.close();
    await sink?.stop();
    await world?.close();
  });

  const tokenOf = ({ mail }: SunkMail) => /\/link#([siv]\.[\w-]{43})/.exec(mail.text ?? '')?.[1] ?? '';
  const post = (path: string, json: unknown, cookie?: string) =>
    api.ask({ method: 'POST', path: `/api${path}`, json, cookie, headers: { 'idempotency-key': randomUUID() } });

  it('a coordinator comes in by mail and books; the patient gets a calendar and comes in by her link', async () => {
    const coordinator = await world.person({ language: 'ja', zone: 'Asia/Tokyo' });
    await world.database.query(
      `insert into membership (person_id, institution_id, role) values ($1, $2, 'coordinator')`,
      [coordinator.id, world.institutionId],
    );
    const patient = await world.person();
    const physician = await world.physician();
    const earlier = await world.visit({ patient, physician, startsAt: now().add({ hours: 240 }) });
    const [episode] = await world.database.query<{ id: string }>('select episode_id as id from visit where id = $1', [
      earlier,
    ]);

    expect((await post('/sign-in', { email: coordinator.email })).status).toBe(202);
    const redeemed = await post('/links/redeem', { token: tokenOf(await sink.mailTo(coordinator.email, 'sign_in')) });
    expect(redeemed.status).toBe(200);
    const cookie = cookiesOf(redeemed);
    expect((redeemed.body as { session: SessionPage }).session.me?.personId).toBe(coordinator.id);

    const start = now().toZonedDateTimeISO('Asia/Tokyo').add({ days: 3 }).with({ hour: 9, minute: 0, second: 0 });
    const booked = await post(
      '/visits',
      {
        episodeId: episode?.id,
        date: start.toPlainDate().toString(),
        time: '09:00',
        zone: 'Asia/Tokyo',
        minutes: 30,
        physicianId: physician.id,
        interpreter: null,
        guests: [],
      },
      cookie,
    );
    expect(booked.status).toBe(200);
    const { visitId } = booked.body as { visitId: string };

    const mail = await sink.mailTo(patient.email, 'visit_booked', { after: 1 });
    const calendar = readCalendar(mail.calendar ?? '');
    expect(calendar).toMatchObject({ method: 'REQUEST', uid: `${visitId}@okaeri.example`, sequence: 0 });
    expect(calendar.starts).toBe(Math.floor(start.round('minute').epochMilliseconds / 1000));
    const entered = await post('/links/redeem', { token: tokenOf(mail) });
    expect(entered.status).toBe(200);
    expect((entered.body as { goTo: string }).goTo).toContain(visitId);
  });
});
