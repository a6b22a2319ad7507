import { randomUUID } from 'node:crypto';
import type {
  CasePage,
  FilesPage,
  HomePage,
  NotePage,
  Problem,
  TodayPage,
  VisitBooked,
  VisitPage,
} from '@okaeri/contracts';
import type { VisitId } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { MailSink } from '../support/mail-sink';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import { sfuSecret, startSfu } from '../support/sfu';
import type { SfuProcess } from '../support/sfu';
import { Signaling } from '../support/socket-signaling';
import { arrivalInToronto, until } from '../support/socket-window';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

const nextYear = now().toZonedDateTimeISO('UTC').year + 1;
let days = 0;

/** Real: PostgreSQL, the whole api, mails over SMTP, signalling and its sfu. */
describe('a case conference', () => {
  let world: BookingWorld;
  let sink: MailSink;
  let scheduler: TestScheduler;
  let sfu: SfuProcess;
  let signaling: Signaling;
  let at: Hospital;
  let second: Somebody;
  let third: Somebody;

  beforeAll(async () => {
    world = await BookingWorld.open();
    sink = await MailSink.start();
    sfu = await startSfu();
    signaling = await Signaling.start({ database: world.people.url, sfus: [sfu.url], secret: sfuSecret });
    scheduler = await startScheduler(world.people.url, {
      smtpUrl: sink.url,
      env: { PUBLIC_URL: 'https://okaeri.hospital.example', MAIL_DOMAIN: 'okaeri.hospital.example' },
    });
    at = await world.hospital();
    second = await world.people.staff(at.institutionId, 'physician');
    third = await world.people.staff(at.institutionId, 'physician');
    const people = { patient: at.patient, first: at.physician, second, third };
    for (const [name, { id }] of Object.entries(people)) {
      await world.people.data.query('update person set email = $2 where id = $1', [id, `${name}@conference.example`]);
    }
    await until('ready', async () => (await signaling.readiness()).status === 200);
  }, 90_000);
  afterEach(() => signaling?.closeWindows());
  afterAll(async () => {
    await scheduler?.close();
    await signaling?.stop();
    await sfu?.stop();
    await sink?.stop();
    await world?.close();
  });

  const guest = (name: string) => ({
    ...{ name, email: `${name.toLowerCase()}@elsewhere.example`, language: 'fr', relation: 'specialist' },
  });
  const form = (more: object) => {
    days += 1;
    const date = now().toZonedDateTimeISO('UTC').toPlainDate().with({ year: nextYear }).add({ days }).toString();
    return {
      episodeId: at.episodeId,
      ...{ date, time: '10:00', zone: 'Asia/Tokyo', minutes: 30 },
      kind: 'conference',
      physicianId: at.physician.id,
      interpreter: null,
      ...more,
    };
  };
  const book = (more: object) => world.post('/visits', at.coordinator, form(more));
  const booked = async (more: object): Promise<VisitId> => {
    const answer = await book(more);
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('visitId')]);
    return (answer.body as VisitBooked).visitId as VisitId;
  };
  const page = async <T>(who: Somebody, path: string) =>
    (await world.server.ask({ path: `/api/pages/${path}`, cookie: who.cookie })).body as T;
  const seatsOf = (visitId: string) =>
    world.people.data.query<{ role: string; personId: string; relation: string | null }[]>(
      `select role, person_id as "personId", relation from seat where visit_id = $1 order by role, person_id`,
      [visitId],
    );
  const nowIs = (visitId: string, minutesAgo: number) =>
    world.people.data.query(`update visit set starts_at = now() - $2 * interval '1 minute' where id = $1`, [
      visitId,
      minutesAgo,
    ]);
  let seconds = 0;
  const fileOf = async (visitId: string): Promise<string> => {
    const fileId = randomUUID();
    await world.people.data.query(
      `insert into file (id, visit_id, episode_id, by_id, name, type, bytes, received, state, sha256, created_at)
       select $1, id, episode_id, $3, 'knee.jpg', 'image/jpeg', 10, 10, 'ready', $4, now() + $5 * interval '1 second'
         from visit where id = $2`,
      [fileId, visitId, second.id, 'ab'.repeat(32), (seconds += 1)],
    );
    return fileId;
  };
  const became = async (visitId: string) =>
    (
      await world.people.data.query<{ status: string; rule: string }[]>(
        `select status, outcome_rule as rule from visit where id = $1`,
        [visitId],
      )
    )[0];

  it('has seats for several physicians, and guests with their relation named; the patient only where she takes part', async () => {
    const without = await booked({ withPatient: false, physicianIds: [second.id, third.id], guests: [guest('Roy')] });
    const roles = (await seatsOf(without)).map(({ role }) => role);
    expect(roles).toEqual(['guest', 'physician', 'physician', 'physician']);
    expect((await seatsOf(without)).find(({ role }) => role === 'guest')).toMatchObject({ relation: 'specialist' });
    const withHer = await booked({ physicianIds: [second.id] });
    expect((await seatsOf(withHer)).map(({ role }) => role)).toEqual(['patient', 'physician', 'physician']);
  });

  it('does not take up the time of a patient who does not take part', async () => {
    const words = form({ withPatient: false });
    expect((await world.post('/visits', at.coordinator, words)).status).toBe(200);
    const elsewhere = { ...words, kind: 'visit', withPatient: true, physicianId: third.id };
    expect((await world.post('/visits', at.coordinator, elsewhere)).status).toBe(200);
    const both = await world.post('/visits', at.coordinator, { ...words, physicianId: second.id, withPatient: true });
    expect((both.body as Problem).code).toBe('overlap');
    const { personIds, ...rest } = { personIds: [second.id], ...words };
    const preview = {
      date: rest.date,
      time: rest.time,
      zone: rest.zone,
      minutes: rest.minutes,
      episodeId: at.episodeId,
    };
    const asked = (withPatient: boolean) =>
      world.post('/visits/preview', at.coordinator, { ...preview, personIds, withPatient });
    expect((await asked(false)).body).toMatchObject({ conflicts: [] });
    expect((await asked(true)).body).toMatchObject({ conflicts: [{ personId: at.patient.id }] });
  });

  it('is written of as a conference to those who take part, and not at all to a patient who does not', async () => {
    const visitId = await booked({ withPatient: false, physicianIds: [second.id], guests: [guest('Marchand')] });
    const mail = await sink.mailTo('second@conference.example', 'visit_booked');
    expect(mail.mail.subject).toContain('症例カンファレンス');
    const invited = await sink.mailTo('marchand@elsewhere.example', 'visit_booked');
    expect(invited.mail.subject).toContain('Conférence de cas');
    expect(invited.mail.text).not.toMatch(/\bvisite\b/i);
    const posted = await world.people.data.query<{ personId: string }[]>(
      'select person_id as "personId" from notify_message where entity_id = $1',
      [visitId],
    );
    expect(posted.map(({ personId }) => personId)).not.toContain(at.patient.id);
  });

  it('has a note that goes by its name, in the mail to a patient who took part and on its page', async () => {
    const visitId = await booked({ physicianIds: [second.id] });
    await nowIs(visitId, 5);
    await world.people.data.query(`update visit set status = 'fulfilled' where id = $1`, [visitId]);
    const path = `/visits/${visitId}/note`;
    const draft = { text: 'We agreed.', nextSteps: '', language: 'en', version: 0 };
    const kept = { method: 'PUT', path: `/api${path}`, cookie: at.physician.cookie, json: draft };
    expect((await world.server.ask(kept)).status).toBe(200);
    expect((await world.post(`${path}/sign`, at.physician, { version: 1 })).status).toBe(200);
    const { mail } = await sink.mailTo('patient@conference.example', 'note_ready');
    expect(mail.subject).toContain('case conference');
    expect(mail.text).not.toMatch(/\bvisit\b/i);
    expect(await page<NotePage>(at.patient, `visits/${visitId}/note`)).toMatchObject({ kind: 'conference' });
  });

  it('is in the day of its physicians as one, and nowhere for a patient without a seat', async () => {
    const without = await booked({ withPatient: false, physicianIds: [second.id] });
    const withHer = await booked({ physicianIds: [second.id] });
    await nowIs(without, 1);
    await nowIs(withHer, 40);
    const today = await page<TodayPage>(second, 'today');
    expect(today.visits.map(({ visitId, kind }) => [visitId, kind])).toEqual(
      expect.arrayContaining([
        [without, 'conference'],
        [withHer, 'conference'],
      ]),
    );
    const home = await page<HomePage>(at.patient, 'home');
    const hers = [home.next, ...home.later, ...home.past].map((card) => card?.visitId);
    expect(hers).toContain(withHer);
    expect(hers).not.toContain(without);
    expect(await page<Problem>(at.patient, `visits/${without}`)).toMatchObject({ code: 'not_found' });
    const files = await world.post(`/visits/${without}/files`, at.patient, {
      name: 'a.png',
      bytes: 9,
      type: 'image/png',
    });
    expect(files.status).toBe(404);
    expect(await page<VisitPage>(second, `visits/${without}`)).toMatchObject({
      kind: 'conference',
      me: { host: true },
    });
    const hersToo = await fileOf(withHer);
    const theirs = await fileOf(without);
    const ofCase = async (who: Somebody) => {
      const { visits, next, files } = await page<CasePage>(who, `cases/${at.episodeId}`);
      const { items } = await page<FilesPage>(who, `episodes/${at.episodeId}/files`);
      return {
        visits: [next, ...visits].map((each) => each?.visitId),
        files,
        listed: items.map(({ file }) => file.fileId),
      };
    };
    const read = await ofCase(at.patient);
    expect(read).toMatchObject({ files: 1, listed: [hersToo] });
    expect(read.visits).toContain(withHer);
    expect(read.visits).not.toContain(without);
    expect(await ofCase(second)).toMatchObject({ files: 2, listed: [theirs, hersToo] });
    const shown = await page<CasePage>(at.coordinator, `cases/${at.episodeId}`);
    expect(shown.visits.find(({ visitId }) => visitId === without)).toMatchObject({ kind: 'conference' });
  });

  it('has taken place once two of its people were in it, whoever they are', async () => {
    const visitId = await booked({ withPatient: false, physicianIds: [second.id, third.id] });
    await nowIs(visitId, 1);
    const one = await signaling.window(at.physician);
    await one.enter(visitId);
    await one.join();
    const other = await signaling.window(third);
    await other.enter(visitId);
    await other.join();
    await other.ask('visit.end', {});
    expect(await became(visitId)).toEqual({ status: 'fulfilled', rule: 'conferred' });
  });

  it('never tells that a patient did not come: with one alone, it has not taken place', async () => {
    const visitId = await booked({ physicianIds: [second.id] });
    await nowIs(visitId, 1);
    const alone = await signaling.window(second);
    await alone.enter(visitId);
    await alone.join();
    await alone.ask('visit.end', {});
    expect(await became(visitId)).toEqual({ status: 'cancelled', rule: 'not_conferred' });
    const came = await booked({ physicianIds: [second.id] });
    await nowIs(came, 1);
    const patient = await signaling.window(at.patient);
    await patient.enter(came, arrivalInToronto);
    const doctor = await signaling.window(second);
    await doctor.enter(came);
    await doctor.ask('visit.end', {});
    expect(await became(came)).toEqual({ status: 'cancelled', rule: 'not_received' });
  });

  it('has twelve seats and no more; a visit has one physician, three guests and its patient', async () => {
    const guests = (count: number) => Array.from({ length: count }, (_, n) => guest(`Guest${n}`));
    const twelve = await booked({ withPatient: false, physicianIds: [second.id, third.id], guests: guests(9) });
    expect(await seatsOf(twelve)).toHaveLength(12);
    const refused = async (more: object) => {
      const answer = await book(more);
      return [answer.status, (answer.body as Problem).fields?.map(({ path }) => path)];
    };
    expect(await refused({ physicianIds: [second.id, third.id], guests: guests(9) })).toEqual([422, ['guests']]);
    expect(await refused({ kind: 'visit', guests: guests(4) })).toEqual([422, ['guests']]);
    expect(await refused({ kind: 'visit', withPatient: false })).toEqual([422, ['withPatient']]);
    expect(await refused({ kind: 'visit', physicianIds: [second.id] })).toEqual([422, ['physicianIds']]);
    const stranger = await world.people.staff(await world.people.institution(), 'physician');
    expect((await book({ physicianIds: [stranger.id] })).status).toBe(404);
    expect((await book({ physicianIds: [at.interpreter.id] })).status).toBe(404);
  });
});
