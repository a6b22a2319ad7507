import type { HistoryPage, Problem, ReadyPage, TaskMade, VisitBooked } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { escalateTasks } from '@okaeri/scheduling';
import { now } from '@okaeri/words/time';
import { Client } from 'pg';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { MailSink } from '../support/mail-sink';
import { startScheduler } from '../support/scheduler';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

const year = now().toZonedDateTimeISO('UTC').year + 1;

/** Real: PostgreSQL, the whole api, and where somebody is written to the scheduler with a mail server. */
describe('what people do about a visit before it begins', () => {
  let world: BookingWorld;
  let at: Hospital;
  let day = 0;
  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(async () => world.close());
  beforeEach(async () => {
    at = await world.hospital();
    day += 1;
  });

  const query = <T>(sql: string, values: unknown[]): Promise<T[]> => world.people.data.query(sql, values);
  const wall = (time = '09:00') => ({
    date: `${year}-06-${String(day).padStart(2, '0')}`,
    ...{ time, zone: 'Asia/Tokyo', minutes: 30 },
  });
  const ask = (...who: Somebody[]) => ({ personIds: who.map(({ id }) => id), languages: ['ja', 'en'], minutes: 60 });
  async function book(more: object = {}): Promise<string> {
    const form = { ...wall(), episodeId: at.episodeId, physicianId: at.physician.id, interpreter: null, ...more };
    const answer = await world.post('/visits', at.coordinator, form);
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('visitId')]);
    return (answer.body as VisitBooked).visitId;
  }
  const code = ({ body }: { body: unknown }) => (body as Problem | undefined)?.code;
  const write = (visitId: string, more: object = {}, who = at.coordinator) => {
    const { minutes: _, ...due } = wall('08:00');
    return world.post(`/visits/${visitId}/tasks`, who, {
      ...{ title: 'Send the report', ownerRole: 'coordinator', due: { ...due, date: `${year}-05-01` } },
      ...more,
    });
  };
  const card = async (visitId: string) => {
    const { body } = await world.server.ask({ path: '/api/pages/ready', cookie: at.coordinator.cookie });
    const found = (body as ReadyPage).items.find((each) => each.visitId === visitId);
    if (!found) throw new Error('It is not on the board.');
    return found;
  };
  const taskOf = async (visitId: string, taskId: string) =>
    (await card(visitId)).tasks.find((task) => task.taskId === taskId);
  const decline = (visitId: string, who: Somebody, reason?: string) =>
    world.post(`/visits/${visitId}/decline`, who, reason === undefined ? {} : { reason });
  const told = async (visitId: string) =>
    (
      await query<{ name: string }>(`select name from outbox_event where data->>'visitId' = $1 order by name`, [
        visitId,
      ])
    ).map(({ name }) => name);

  it('is written down, ticked by one and seen by the others at once', async () => {
    const visitId = await book();
    const listener = new Client({ connectionString: world.people.url });
    await listener.connect();
    const heard: string[] = [];
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await listener.query('listen okaeri_notice');
    const { taskId } = (await write(visitId)).body as TaskMade;
    await listener.query('select 1');
    expect(heard.join('')).toContain(at.institutionId);
    expect(heard.join('')).not.toContain('report');
    expect(await taskOf(visitId, taskId)).toMatchObject({
      words: 'Send the report',
      state: 'open',
      mine: true,
      act: 'done',
    });

    const colleague = await world.people.staff(at.institutionId, 'coordinator');
    heard.length = 0;
    const both = await Promise.all([
      world.post(`/tasks/${taskId}/done`, at.coordinator, {}),
      world.post(`/tasks/${taskId}/done`, colleague, {}),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
    expect(both.map(code)).toContain('task_over');
    await listener.query('select 1');
    expect(heard.join('')).toContain(at.institutionId);
    expect(await taskOf(visitId, taskId)).toMatchObject({ state: 'done', act: null, doneWords: expect.any(String) });
    const again = both[0].status === 204 ? at.coordinator : colleague;
    expect((await world.post(`/tasks/${taskId}/done`, again, {})).status).toBe(204);
    await listener.end();
  });

  it('is the patient’s where it was written for her, and nobody’s of another hospital', async () => {
    const visitId = await book();
    const { taskId } = (await write(visitId, { ownerRole: 'patient', title: 'Bring the letter' })).body as TaskMade;
    const elsewhere = await world.hospital();
    for (const who of [elsewhere.coordinator, elsewhere.patient, at.interpreter]) {
      expect(code(await world.post(`/tasks/${taskId}/done`, who, {}))).toBe('not_found');
    }
    expect(code(await world.post(`/tasks/${taskId}/waive`, at.patient, { reason: 'No.' }))).toBe('not_found');
    expect((await world.post(`/tasks/${taskId}/done`, at.patient, {})).status).toBe(204);
    expect(code(await write(visitId, {}, at.patient))).toBe('not_found');
    expect(code(await write(visitId, { due: { date: '2020-01-01', time: '08:00', zone: 'Asia/Tokyo' } }))).toBe(
      'time_past',
    );
  });

  it('is waived with a reason, but what facts say is ticked by nobody', async () => {
    const visitId = await book();
    const needed = (await card(visitId)).tasks.find(({ kind }) => kind === 'interpreter');
    const path = `/tasks/${needed?.taskId}`;
    expect(code(await world.post(`${path}/done`, at.coordinator, {}))).toBe('not_allowed_now');
    expect(code(await world.post(`${path}/waive`, at.coordinator, { reason: ' ' }))).toBe('fields_invalid');
    expect(
      (await world.post(`${path}/waive`, at.coordinator, { reason: 'Her daughter speaks Japanese.' })).status,
    ).toBe(204);
    expect(await card(visitId)).toMatchObject({ blockedBy: 'device_test' });
    expect(await taskOf(visitId, needed?.taskId ?? '')).toMatchObject({
      ...{ state: 'waived', note: 'Her daughter speaks Japanese.', doneWords: expect.stringContaining('不要') },
    });
    await world.post(`/visits/${visitId}/cancel`, at.coordinator, { reason: 'She is well.' });
    expect(code(await write(visitId))).toBe('visit_cancelled');
  });

  it('a patient who cannot come is on the board at once, and comes after all', async () => {
    const visitId = await book({ interpreter: { personId: at.interpreter.id, languages: ['ja', 'en'] } });
    await world.post(`/visits/${visitId}/confirm`, at.patient, {});
    expect((await decline(visitId, at.patient, 'I have a fever.')).status).toBe(204);
    expect((await decline(visitId, at.patient)).status).toBe(204);
    const blocked = await card(visitId);
    expect(blocked).toMatchObject({ blockedBy: 'presence_declined', next: { act: 'move' }, status: 'booked' });
    expect(blocked.tasks.find(({ act }) => act === 'move')).toMatchObject({ note: 'I have a fever.', state: 'open' });
    const history = (await world.server.ask({ path: `/api/visits/${visitId}/history`, cookie: at.coordinator.cookie }))
      .body as HistoryPage;
    expect(history.items.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['declined', 'I have a fever.'],
      ['confirmed', null],
      ['booked', null],
    ]);
    expect(await told(visitId)).toEqual(['seat.declined', 'visit.booked']);
    await world.post(`/visits/${visitId}/confirm`, at.patient, {});
    expect((await card(visitId)).blockedBy).toBe('device_test');
    // Of another time she has said nothing.
    await decline(visitId, at.patient);
    const { version } = await card(visitId);
    await world.post(`/visits/${visitId}/move`, at.coordinator, { ...wall('11:00'), reason: 'Her fever.', version });
    expect((await card(visitId)).blockedBy).toBe('device_test');
    expect((await world.post(`/visits/${visitId}/decline`, at.coordinator, {})).status).toBe(404);
  });

  it('an interpreter who cannot come after all is let go, and the next one is asked', async () => {
    const second = await world.people.staff(at.institutionId, 'interpreter');
    const visitId = await book({ ask: ask(at.interpreter, second) });
    const open = async () =>
      (
        await query<{ id: string; who: string }>(
          `select id, person_id as who from interpreter_ask where visit_id = $1 and state = 'asked'`,
          [visitId],
        )
      )[0];
    await world.post(`/asks/${(await open())?.id}/answer`, at.interpreter, { answer: 'accept' });
    expect((await decline(visitId, at.interpreter, 'I am ill.')).status).toBe(204);
    expect((await open())?.who).toBe(second.id);
    expect(await card(visitId)).toMatchObject({ status: 'booked', blockedBy: 'interpreter', next: { act: null } });
    const taken = await query<{ id: string }>('select resource_id as id from claim where visit_id = $1', [visitId]);
    expect(taken.map(({ id }) => id).toSorted()).toEqual([at.patient.id, at.physician.id, second.id].toSorted());
    expect(await told(visitId)).toEqual(['seat.declined', 'visit.booked', 'visit.seatRemoved']);
    const jobs = await world.server.ask({ path: '/api/pages/jobs', cookie: at.interpreter.cookie });
    expect(jobs.text).not.toContain(visitId);
    await world.post(`/asks/${(await open())?.id}/answer`, second, { answer: 'decline' });
    // Nobody is left: it is the coordinator's at once.
    expect(await card(visitId)).toMatchObject({ blockedBy: 'interpreter', next: { act: 'ask' } });
    await escalateTasks(world.server.app.get(Database));
    await escalateTasks(world.server.app.get(Database));
    const escalated = await query(
      `select t.kind from outbox_event o join task t on t.id::text = o.data->>'taskId'
        where o.name = 'task.escalated' and t.visit_id = $1`,
      [visitId],
    );
    expect(escalated).toEqual([{ kind: 'interpreter' }]);
  });

  it('is told to who booked the visit, once, by initials and never by what it is about', async () => {
    await query(`update person set email = $2 where id = $1`, [at.coordinator.id, `${at.coordinator.id}@task.example`]);
    await query(`update person set name = 'Emily Carter', name_latin = 'Emily Carter' where id = $1`, [at.patient.id]);
    const sink = await MailSink.start();
    const scheduler = await startScheduler(world.people.url, { smtpUrl: sink.url });
    try {
      const visitId = await book();
      const { taskId } = (await write(visitId, { title: 'Pathology of the lung' })).body as TaskMade;
      await query(
        `update task set due_at = now() - interval '1 second', escalate_at = now() - interval '1 second' where id = $1`,
        [taskId],
      );
      await query(`update task set created_at = now() - interval '1 day' where id = $1`, [taskId]);
      await escalateTasks(world.server.app.get(Database));
      const mail = (kind: 'task_due' | 'seat_declined') =>
        sink.mailTo(`${at.coordinator.id}@task.example`, kind, { withinMs: 15_000 });
      const due = await mail('task_due');
      expect(due.mail.text).toMatch(/E\.\sC\.さん/);
      expect(due.mail.text).toContain('期限を過ぎた用件');
      expect(due.mail.text).not.toContain('参加の確認待ち');
      await decline(visitId, at.patient, 'My lung hurts.');
      const cannot = await mail('seat_declined');
      expect(cannot.mail.text).toContain('/ready');
      for (const { mail: each } of [due, cannot]) expect(each.text).not.toMatch(/lung|Emily/);
    } finally {
      await scheduler.close();
      await sink.stop();
    }
  });
});
