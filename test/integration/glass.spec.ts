import type { GlassOpened, GlassPage, LookedPage, Problem, RecordPage, ThreadPage } from '@okaeri/contracts';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { MailSink } from '../support/mail-sink';
import { startScheduler } from '../support/scheduler';
import type { Somebody } from '../support/socket-world';
import { until } from '../support/until';

jest.setTimeout(60_000);

/** T27. Real: PostgreSQL and the whole api. */
describe('an emergency', () => {
  let world: BookingWorld;
  let at: Hospital;
  /** A physician of the same hospital who does not treat her. */
  let other: Somebody;

  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    at = await world.hospital();
    other = await world.people.staff(at.institutionId, 'physician');
    await world.people.data.query(
      `update person set name = 'Emily Tremblay', name_latin = 'Emily Tremblay', birth_date = '1984-05-02' where id = $1`,
      [at.patient.id],
    );
  });

  const form = {
    name: 'emily tremblay',
    birthDate: '1984-05-02',
    reason: 'Brought in unconscious; allergies unknown.',
  };
  const open = (who = other, change: object = {}) =>
    world.post(`/institutions/${at.institutionId}/glass`, who, { ...form, ...change });
  const get = (path: string, who: Somebody) => world.server.ask({ path: `/api${path}`, cookie: who.cookie });
  const reads = async (who = other) => (await get(`/pages/cases/${at.episodeId}`, who)).status;
  const page = async () => (await get(`/pages/glass/${at.institutionId}`, at.coordinator)).body as GlassPage;
  const code = ({ body }: { body: unknown }) => (body as Problem).code;
  const opened = async () => (await open()).body as GlassOpened;

  it('opens the record to read, for as long as the hospital says, and nothing else', async () => {
    await world.people.data.query('update institution set glass_minutes = 45 where id = $1', [at.institutionId]);
    const record = async () => (await get(`/pages/records/${at.patient.id}`, other)).status;
    expect([await reads(), await record()]).toEqual([404, 404]);
    const { glassId, episodeId } = await opened();
    expect(episodeId).toBe(at.episodeId);
    expect([await reads(), await record()]).toEqual([200, 200]);
    const [row] = (await world.people.data.query(
      `select extract(epoch from until - at) / 60 as minutes from break_glass where id = $1`,
      [glassId],
    )) as { minutes: string }[];
    expect(Number(row?.minutes)).toBe(45);
    expect((await world.post(`/episodes/${at.episodeId}/messages`, other, { text: 'Hello' })).status).toBe(404);
    expect((await get(`/pages/booking/${at.episodeId}`, other)).status).toBe(404);
  });

  it('opens what the patient keeps closed in an emergency to nobody, from the next request on', async () => {
    await opened();
    const record = async () => {
      const { status, body } = await get(`/pages/records/${at.patient.id}`, other);
      return [status, (body as RecordPage).partly];
    };
    expect(await record()).toEqual([200, false]);
    const form = { grantee: { kind: 'treating' }, purpose: 'ETREAT', categories: ['medicines'] };
    await world.post('/me/shares', at.patient, form);
    expect(await record()).toEqual([200, true]);
  });

  it('is written down as one, every time something is read', async () => {
    await opened();
    await reads();
    await get(`/pages/episodes/${at.episodeId}/files`, other);
    const rows: { permission: string; purpose: string | null }[] = await world.people.data.query(
      `select permission, purpose from ledger where actor_id = $1 and patient_id = $2 and outcome = 'allowed' order by id`,
      [other.id, at.patient.id],
    );
    expect(rows).toEqual(
      ['glass.break', 'episode.read', 'episode.read'].map((permission) => ({ permission, purpose: 'BTG' })),
    );
    await reads(at.physician);
    const usual: unknown[] = await world.people.data.query(
      `select 1 from ledger where actor_id = $1 and purpose is not null`,
      [at.physician.id],
    );
    expect(usual).toEqual([]);
  });

  it.each([
    ['none', ''],
    ['blanks', '             '],
    ['too short a one', 'because'],
  ])('does not begin with %s as a reason', async (_, reason) => {
    expect(code(await open(other, { reason }))).toBe('fields_invalid');
    expect(await reads()).toBe(404);
    expect((await page()).items).toEqual([]);
  });

  it('begins for nobody who does not know who it is, or is no physician there', async () => {
    const elsewhere = await world.hospital();
    expect((await open(other, { name: 'Emily' })).status).toBe(404);
    expect((await open(other, { birthDate: '1984-05-03' })).status).toBe(404);
    for (const who of [elsewhere.physician, at.interpreter, at.coordinator, at.patient]) {
      expect((await open(who)).status).toBe(404);
    }
    expect((await page()).items).toEqual([]);
  });

  it('ends by itself', async () => {
    const { glassId } = await opened();
    await world.people.data.query(
      `update break_glass set at = at - interval '1 hour', until = now() + interval '1 second' where id = $1`,
      [glassId],
    );
    expect(await reads()).toBe(200);
    await until(async () => (await reads()) === 404);
    const [row] = (await world.people.data.query('select until <= now() as over from break_glass where id = $1', [
      glassId,
    ])) as { over: boolean }[];
    expect(row?.over).toBe(true);
  });

  it('ends with the membership of who opened it', async () => {
    await opened();
    await world.people.data.query('update membership set revoked_at = now() where person_id = $1', [other.id]);
    expect(await reads()).toBe(404);
  });

  it('is told to the patient at once, by whom and why, and stands among who looked', async () => {
    await opened();
    await reads();
    const thread = (await get(`/episodes/${at.episodeId}/messages`, at.patient)).body as ThreadPage;
    expect(thread.items[0]).toMatchObject({ mine: false, language: 'en' });
    expect(thread.items[0]?.text).toContain(form.reason);
    const told: unknown[] = await world.people.data.query(
      `select 1 from outbox_event o join thread_message m on m.id::text = o.data->>'messageId'
        where o.name = 'message.posted' and m.episode_id = $1 and m.by_id = $2`,
      [at.episodeId, other.id],
    );
    expect(told).toHaveLength(1);
    const { days } = (await get('/pages/looked', at.patient)).body as LookedPage;
    const entries = days[0]?.people.flatMap((person) => person.entries) ?? [];
    expect(
      entries
        .filter(({ emergency }) => emergency)
        .map(({ deed }) => deed)
        .sort(),
    ).toEqual(['case', 'emergency']);
  });

  it('is reviewed once, by somebody else', async () => {
    const { glassId } = await opened();
    await world.people.data.query(
      `insert into membership (person_id, institution_id, role) values ($1, $2, 'coordinator')`,
      [other.id, at.institutionId],
    );
    const review = (who: Somebody, justified = true) => world.post(`/glass/${glassId}/review`, who, { justified });
    expect((await review(other)).status).toBe(404);
    expect((await review(at.physician)).status).toBe(404);
    expect((await page()).items).toEqual([expect.objectContaining({ glassId, review: null, mayReview: true })]);
    expect((await review(at.coordinator)).status).toBe(204);
    expect(code(await review(at.coordinator))).toBe('not_allowed_now');
    expect((await page()).items).toEqual([
      expect.objectContaining({ mayReview: false, review: expect.objectContaining({ justified: true }) as unknown }),
    ]);
  });

  it('is told to those who answer for the hospital, by initials and without the reason', async () => {
    const second = await world.people.staff(at.institutionId, 'coordinator');
    for (const { id } of [at.coordinator, second, at.physician, other]) {
      await world.people.data.query(`update person set email = $2 where id = $1`, [id, `${id}@glass.example`]);
    }
    const { glassId } = await opened();
    const sink = await MailSink.start();
    const scheduler = await startScheduler(world.people.url, { smtpUrl: sink.url });
    try {
      const mailTo = (who: Somebody) => sink.mailTo(`${who.id}@glass.example`, 'glass_review', { withinMs: 15_000 });
      for (const { mail } of [await mailTo(at.coordinator), await mailTo(second)]) {
        expect(mail.text).toMatch(/E\.\sT\./);
        expect(mail.text).toContain('/emergency');
        expect(`${mail.subject} ${mail.text}`).not.toMatch(/unconscious|allergies|Emily|Tremblay/);
      }
      const told: { personId: string }[] = await world.people.data.query(
        `select person_id as "personId" from notify_message where kind = 'glass_review' and entity_id = $1 and channel = 'email'`,
        [glassId],
      );
      expect(told.map(({ personId }) => personId).toSorted()).toEqual([at.coordinator.id, second.id].toSorted());
    } finally {
      await scheduler.close();
      await sink.stop();
    }
  });

  it('that was not in order ends at once, and the patient reads it', async () => {
    const { glassId } = await opened();
    expect((await world.post(`/glass/${glassId}/review`, at.coordinator, { justified: false })).status).toBe(204);
    expect(await reads()).toBe(404);
    const thread = (await get(`/episodes/${at.episodeId}/messages`, at.patient)).body as ThreadPage;
    expect(thread.items[0]?.text).toContain('not in order');
  });

  it('shows how often the same person has had one', async () => {
    await opened();
    await opened();
    expect((await page()).items.map(({ earlier }) => earlier)).toEqual([1, 0]);
  });
});
