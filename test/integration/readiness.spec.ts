import type { ReadyPage, VisitBooked } from '@okaeri/contracts';
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
  /** By kind; of whose presence it is by her role. */
  async function needs(visitId: string): Promise<Record<string, string>> {
    const rows: { kind: string; state: string }[] = await world.people.data.query(
      `select case kind when 'presence' then owner_role || ' comes' else kind end as kind, state from task where visit_id = $1`,
      [visitId],
    );
    return Object.fromEntries(rows.map(({ kind, state }) => [kind, state]));
  }
  const untold = { device_test: 'open', 'patient comes': 'open', 'physician comes': 'open' };
  const ask = () => ({ personIds: [at.interpreter.id], languages: ['ja', 'en'], minutes: 60 });

  it('follows from facts, from asking to the interpreter’s word', async () => {
    const visitId = await book({ ask: ask() });
    expect(await needs(visitId)).toEqual({ interpreter: 'open' });
    const [open]: { id: string }[] = await world.people.data.query(
      'select id from interpreter_ask where visit_id = $1',
      [visitId],
    );
    await world.post(`/asks/${open?.id}/answer`, at.interpreter, { answer: 'accept' });
    // Who has agreed to interpret will be there.
    expect(await needs(visitId)).toEqual({ ...untold, interpreter: 'done', 'interpreter comes': 'done' });
    const [{ version } = { version: 0 }]: { version: number }[] = await world.people.data.query(
      'select version from visit where id = $1',
      [visitId],
    );
    // A fact that ceases to be one: of the new time she has not said anything.
    await world.post(`/visits/${visitId}/move`, at.coordinator, { ...wall('10:00'), reason: 'Later.', version });
    expect(await needs(visitId)).toEqual({ ...untold, interpreter: 'open', 'interpreter comes': 'open' });
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
    expect(Object.values(await needs(visitId))).toEqual(Array.from({ length: 5 }, () => 'gone'));
  });

  it('an interpreter where the patient and her physician share no language, and none where they do', async () => {
    expect(await needs(await book({}))).toEqual({ ...untold, interpreter: 'open' });
    await world.people.data.query(`update person set language = 'ja' where id = $1`, [at.patient.id]);
    expect(await needs(await book(wall('11:00')))).toEqual(untold);
  });

  it('is not asked of a time that is only held', async () => {
    const hold = { ...wall('09:00'), episodeId: at.episodeId, physicianId: at.physician.id };
    const { visitId } = (await world.post('/visits/hold', at.coordinator, hold)).body as VisitBooked;
    expect(await needs(visitId)).toEqual({});
    await book({ holdVisitId: visitId });
    expect(await needs(visitId)).toEqual({ ...untold, interpreter: 'open' });
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
      { ...untold, device_test: 'done', interpreter: 'waived' },
    ]);
    // One that was booked before anything was weighed.
    await world.people.data.query('delete from task where visit_id = $1', [visitId]);
    expect([await sweep(), await needs(visitId)]).toEqual([
      ...[1, { ...untold, device_test: 'done', interpreter: 'open' }],
    ]);
  });

  const board = async (query = ''): Promise<ReadyPage> =>
    (await world.server.ask({ path: `/api/pages/ready${query}`, cookie: at.coordinator.cookie })).body as ReadyPage;

  it('is on the board of its hospital: what blocks which visit, and the next thing to do', async () => {
    const asked = await book({ ask: ask() });
    const later = await book(wall('11:00'));
    const first = await board();
    const shown = ({ items }: ReadyPage) =>
      items.map(({ visitId, blockedBy, next }) => ({ visitId, blockedBy, act: next?.act }));
    expect(shown(first)).toEqual([
      { visitId: asked, blockedBy: 'interpreter', act: null },
      { visitId: later, blockedBy: 'interpreter', act: 'ask' },
    ]);
    expect([first.total, first.counts]).toEqual([2, [{ kind: 'interpreter', words: '通訳者が未定', count: 2 }]]);
    expect(first.items[0]?.next?.words).toMatch(/に依頼中（期限：/);
    expect(first.items[1]?.tasks.map(({ kind, act, mine }) => [kind, act, mine])).toEqual([
      ['interpreter', 'ask', true],
      ['presence', 'write', false],
      ['presence', null, false],
      ['device_test', 'write', false],
    ]);
    const held = { ...wall('13:00'), episodeId: at.episodeId, physicianId: at.physician.id };
    expect((await world.post('/visits/hold', at.coordinator, held)).status).toBe(200);
    await world.people.data.query(`update person set language = 'ja' where id = $1`, [at.patient.id]);
    const easy = await book(wall('12:00'));
    await world.people.data.query(`update person set email_state = 'bounced' where id = $1`, [at.patient.id]);
    const [bounced] = (await board('?blocker=mail_bounced')).items;
    expect([bounced?.visitId, bounced?.next?.act]).toEqual([easy, 'address']);
    await world.people.data.query(`update person set email_state = 'works' where id = $1`, [at.patient.id]);
    for (const who of [at.patient, at.physician]) await world.post(`/visits/${easy}/confirm`, who, {});
    await world.people.data.query(
      `insert into ledger (actor_id, permission, outcome, entity, via) values ($1, 'check.run', 'allowed', 'check', 'socket')`,
      [at.patient.id],
    );
    await weighChecked(world.server.app.get(Database));
    expect(shown(await board()).at(-1)).toEqual({ visitId: easy, blockedBy: null, act: undefined });
    // Piece by piece, and by name.
    const piece = await board('?limit=1');
    const rest = await board(`?limit=5&after=${piece.next}`);
    expect([...piece.items, ...rest.items].map(({ visitId }) => visitId)).toEqual([asked, later, easy]);
    expect([(await board('?q=nobody')).items, (await board('?q=nobody')).total]).toEqual([[], 3]);
    // Of another hospital it shows nothing, and of this one it is written down who was seen.
    const elsewhere = await world.hospital();
    const foreign = await world.server.ask({ path: '/api/pages/ready', cookie: elsewhere.coordinator.cookie });
    expect((foreign.body as ReadyPage).items).toEqual([]);
    const seen: { n: number }[] = await world.people.data.query(
      `select count(distinct entity_id)::int as n from ledger where permission = 'ready.read' and actor_id = $1 and patient_id = $2`,
      [at.coordinator.id, at.patient.id],
    );
    expect(seen).toEqual([{ n: 3 }]);
  });
});
