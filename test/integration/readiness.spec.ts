import type { VisitBooked } from '@okaeri/contracts';
import { Database } from '@okaeri/platform';
import { weighChecked } from '@okaeri/scheduling';
import { now } from '@okaeri/words/time';
import { BookingWorld } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';

jest.setTimeout(60_000);

const year = now().toZonedDateTimeISO('UTC').year + 1;

/** Real: PostgreSQL and the whole api; the sweep is called by hand. */
describe('what a visit still needs', () => {
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

  const wall = (time: string) => ({
    ...{ date: `${year}-05-${String(day).padStart(2, '0')}`, time, zone: 'Asia/Tokyo', minutes: 30 },
  });
  async function book(more: object): Promise<string> {
    const form = { ...wall('09:00'), episodeId: at.episodeId, physicianId: at.physician.id, interpreter: null };
    const answer = await world.post('/visits', at.coordinator, { ...form, ...more });
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('visitId')]);
    return (answer.body as VisitBooked).visitId;
  }
  async function needs(visitId: string): Promise<Record<string, string>> {
    const rows: { kind: string; state: string; due: number }[] = await world.people.data.query(
      `select t.kind, t.state from task t where t.visit_id = $1 order by t.kind`,
      [visitId],
    );
    return Object.fromEntries(rows.map(({ kind, state }) => [kind, state]));
  }
  const ask = () => ({ personIds: [at.interpreter.id], languages: ['ja', 'en'], minutes: 60 });

  it('follows from facts, from asking to the interpreter’s word', async () => {
    const visitId = await book({ ask: ask() });
    expect(await needs(visitId)).toEqual({ interpreter: 'open' });
    const [open]: { id: string }[] = await world.people.data.query(
      'select id from interpreter_ask where visit_id = $1',
      [visitId],
    );
    await world.post(`/asks/${open?.id}/answer`, at.interpreter, { answer: 'accept' });
    expect(await needs(visitId)).toEqual({ device_test: 'open', interpreter: 'done' });
    const [{ version } = { version: 0 }]: { version: number }[] = await world.people.data.query(
      'select version from visit where id = $1',
      [visitId],
    );
    // A fact that ceases to be one: of the new time she has not said anything.
    await world.post(`/visits/${visitId}/move`, at.coordinator, { ...wall('10:00'), reason: 'Later.', version });
    expect(await needs(visitId)).toEqual({ device_test: 'open', interpreter: 'open' });
    const [task]: { due: Date; starts: Date }[] = await world.people.data.query(
      `select t.due_at as due, v.starts_at as starts from task t join visit v on v.id = t.visit_id
        where v.id = $1 and t.kind = 'interpreter'`,
      [visitId],
    );
    expect(Number(task?.starts) - Number(task?.due)).toBe(72 * 3_600_000);
    // With nobody left to ask it is the coordinator's at once.
    const [again]: { id: string }[] = await world.people.data.query(
      `select id from interpreter_ask where visit_id = $1 and state = 'asked'`,
      [visitId],
    );
    await world.post(`/asks/${again?.id}/answer`, at.interpreter, { answer: 'decline' });
    const late: unknown[] = await world.people.data.query(
      `select kind from task where visit_id = $1 and state = 'open' and escalate_at <= now()`,
      [visitId],
    );
    expect(late).toEqual([{ kind: 'interpreter' }]);
    await world.post(`/visits/${visitId}/cancel`, at.coordinator, { reason: 'She is well.' });
    expect(await needs(visitId)).toEqual({ device_test: 'gone', interpreter: 'gone' });
  });

  it('an interpreter where the patient and her physician share no language, and none where they do', async () => {
    expect(await needs(await book({}))).toEqual({ device_test: 'open', interpreter: 'open' });
    await world.people.data.query(`update person set language = 'ja' where id = $1`, [at.patient.id]);
    expect(await needs(await book(wall('11:00')))).toEqual({ device_test: 'open' });
  });

  it('is not asked of a time that is only held', async () => {
    const hold = { ...wall('09:00'), episodeId: at.episodeId, physicianId: at.physician.id };
    const { visitId } = (await world.post('/visits/hold', at.coordinator, hold)).body as VisitBooked;
    expect(await needs(visitId)).toEqual({});
    await book({ holdVisitId: visitId });
    expect(await needs(visitId)).toEqual({ device_test: 'open', interpreter: 'open' });
  });

  it('ticks the device test of who has tried it out, and what was waived stays so', async () => {
    const visitId = await book({});
    await world.people.data.query(`update task set state = 'waived' where visit_id = $1 and kind = 'interpreter'`, [
      visitId,
    ]);
    const sweep = () => weighChecked(world.server.app.get(Database));
    expect([await sweep(), (await needs(visitId))['device_test']]).toEqual([0, 'open']);
    await world.people.data.query(
      `insert into ledger (actor_id, permission, outcome, entity, via) values ($1, 'check.run', 'allowed', 'check', 'socket')`,
      [at.patient.id],
    );
    expect([await sweep(), await sweep(), await needs(visitId)]).toEqual([
      ...[1, 0],
      { device_test: 'done', interpreter: 'waived' },
    ]);
  });
});
