import { randomUUID } from 'node:crypto';
import {
  admitSeat,
  cancelVisit,
  endVisit,
  enterSeat,
  joinSeat,
  lapseSeats,
  leaveSeat,
  partSeat,
  removeSeat,
  renewLeases,
  resumeSeat,
} from '@okaeri/care';
import type { Holder } from '@okaeri/care';
import { mayMove, noticeChannel, OkaeriError, seatMoves, visitMoves } from '@okaeri/contracts';
import type { Notice, SeatId, SeatState, VisitId, VisitStatus } from '@okaeri/contracts';
import fc from 'fast-check';
import { Client } from 'pg';
import { arrivalInToronto, until } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';
import type { Somebody } from '../support/socket-world';

type Visit = Awaited<ReturnType<SocketWorld['visit']>>;

/** Windows that act on one visit at the same time, on the real database: whatever the order, the end is legal. */
describe('turns at a seat', () => {
  let world: SocketWorld;
  let ear: Client;
  const notices: Notice[] = [];

  beforeAll(async () => {
    world = await SocketWorld.open();
    ear = new Client({ connectionString: world.url });
    await ear.connect();
    ear.on('notification', ({ payload }) => notices.push(JSON.parse(payload ?? '') as Notice));
    await ear.query(`listen ${noticeChannel}`);
    // Writes down every step of a state, from below the code that is tested.
    await world.data.query('create table step (of text, was text, now text)');
    for (const [table, column] of [
      ['seat', 'state'],
      ['visit', 'status'],
    ]) {
      await world.data.query(`create function step_of_${table}() returns trigger language plpgsql as $$ begin
        if old.${column} <> new.${column} then insert into step values ('${table}', old.${column}, new.${column}); end if;
        return new; end $$`);
      await world.data.query(
        `create trigger step_of_${table} after update on ${table} for each row execute function step_of_${table}()`,
      );
    }
  }, 60_000);
  afterAll(async () => {
    await ear.end();
    await world.close();
  });

  const seatId = async (visitId: VisitId, somebody: Somebody) => (await world.seat(visitId, somebody))['id'] as SeatId;

  it('any interleaving of ten windows leads only along allowed moves, with one holder a seat', async () => {
    const acts = ['enter', 'resume', 'admit', 'join', 'part', 'leave', 'remove', 'lapse', 'end', 'cancel'] as const;
    const step = fc.record({
      act: fc.constantFrom(...acts.slice(0, 8), 'enter' as const, 'join' as const, 'admit' as const, ...acts.slice(8)),
      who: fc.nat(2),
      window: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 8, size: 'max' }),
        async (rounds) => {
          const visit = await world.visit({ others: ['interpreter'] });
          const people = [visit.patient, visit.physician, visit.others[0] as Somebody];
          const seats = await Promise.all(people.map((somebody) => seatId(visit.visitId, somebody)));
          const windows = people.map(() => [randomUUID(), randomUUID(), randomUUID()]);
          const coming = [0, 1, 2].map((who) => ({ act: 'enter', who, window: 0 }) as const);
          for (const round of [coming, ...rounds]) {
            const results = await Promise.allSettled(
              round.map(({ act, who, window }) => perform(visit, act, people, seats, windows, who, window)),
            );
            for (const result of results) {
              if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(OkaeriError);
            }
          }
          const rows: { state: SeatState; connection: string | null; lease_until: unknown; admitted_at: unknown }[] =
            await world.data.query('select * from seat where visit_id = $1', [visit.visitId]);
          for (const { state, connection, lease_until, admitted_at } of rows) {
            const empty = ['invited', 'left', 'removed'].includes(state);
            if (empty) expect([connection, lease_until]).toEqual([null, null]);
            if (state === 'joined' || state === 'admitted') expect(admitted_at).not.toBeNull();
            if (state === 'joined' || state === 'waiting') expect(connection).not.toBeNull();
          }
        },
      ),
      { numRuns: 60, interruptAfterTimeLimit: 40_000 },
    );
    const steps: { of: string; was: string; now: string }[] = await world.data.query('select distinct * from step');
    expect(steps.length).toBeGreaterThan(8);
    for (const { of, was, now } of steps) {
      const allowed =
        of === 'seat'
          ? mayMove(seatMoves, was as SeatState, now as SeatState)
          : mayMove(visitMoves, was as VisitStatus, now as VisitStatus);
      expect({ of, was, now, allowed }).toEqual({ of, was, now, allowed: true });
    }
  }, 90_000);

  it('every change raises the version and is told to the visit and to the days of all its people', async () => {
    const visit = await world.visit();
    const { visitId, patient, physician } = visit;
    const connection = randomUUID();
    const entry = { visitId, personId: patient.id, connection, tokenHash: 'h', language: 'en' as const };
    const { visit: after } = await world.data.transaction((em) =>
      enterSeat(em, { ...entry, arrival: arrivalInToronto }),
    );
    // That it was booked is told as well, as version 1.
    const concerned: string[] = [visitId, patient.id, physician.id];
    const entered = () => notices.filter(({ id, version }) => version > 1 && concerned.includes(id));
    await until('told', () => entered().length >= 3);
    expect(after.version).toBe(2);
    const told = entered().map(({ topic, id, version }) => `${topic} ${id} ${version}`);
    expect(told.sort()).toEqual([`day ${patient.id} 2`, `day ${physician.id} 2`, `visit ${visitId} 2`].sort());
    // A refusal, and a change that is rolled back, tell nobody.
    notices.length = 0;
    const failing = world.data.transaction(async (em) => {
      await leaveSeat(em, visitId, { seatId: await seatId(visitId, patient), connection });
      throw new Error('thought better of it');
    });
    await expect(failing).rejects.toThrow('thought better of it');
    await new Promise((done) => setTimeout(done, 50));
    expect(notices).toEqual([]);
    expect((await world.seat(visitId, patient))['state']).toBe('waiting');
  });

  it('renews only for the connection that holds the seat', async () => {
    const { visitId, patient } = await world.visit();
    const entry = { visitId, personId: patient.id, tokenHash: 'h', language: 'en' as const, arrival: arrivalInToronto };
    const [older, newer] = [randomUUID(), randomUUID()];
    await world.data.transaction((em) => enterSeat(em, { ...entry, connection: older }));
    await world.data.transaction((em) => enterSeat(em, { ...entry, connection: newer }));
    const seat = await seatId(visitId, patient);
    const kept = (connection: string) => renewLeases(world.data.manager, [{ seatId: seat, connection }]);
    expect([...(await kept(older))]).toEqual([]);
    expect([...(await kept(newer))]).toEqual([seat]);
  });

  it('keeps what the patient said of where she is, with the number to call there', async () => {
    const { visitId, patient } = await world.visit();
    const entry = { visitId, personId: patient.id, connection: randomUUID(), tokenHash: 'h', language: 'en' as const };
    await world.data.transaction((em) => enterSeat(em, { ...entry, arrival: arrivalInToronto }));
    await world.data.transaction((em) => enterSeat(em, { ...entry, arrival: null }));
    const moved = { ...arrivalInToronto, place: 'Hotel in Hanoi', country: 'VN' };
    await world.data.transaction((em) => enterSeat(em, { ...entry, arrival: moved }));
    const rows: unknown[] = await world.data.query('select * from arrival where seat_id = $1', [
      await seatId(visitId, patient),
    ]);
    expect(rows).toMatchObject([{ place: 'Hotel in Hanoi', country: 'VN', emergency_number: '115' }]);
  });

  it('seats a companion beside who has the sound, there or not yet, and nobody else', async () => {
    const { visitId, patient, physician, others } = await world.visit({ others: ['guest', 'guest'] });
    const [linh, grace] = others as [Somebody, Somebody];
    const ids = new Map<Somebody, SeatId>();
    const { visitId: another, patient: elsewhere } = await world.visit();
    ids.set(elsewhere, await seatId(another, elsewhere));
    for (const one of [patient, physician, linh, grace]) ids.set(one, await seatId(visitId, one));
    const enter = (one: Somebody, beside: Somebody | null) => {
      const entry = { visitId, personId: one.id, connection: randomUUID(), tokenHash: 'h', language: 'en' as const };
      const at = beside && (ids.get(beside) as SeatId);
      return world.data.transaction((em) => enterSeat(em, { ...entry, arrival: arrivalInToronto, beside: at }));
    };
    const refused = (one: Somebody, beside: Somebody) => expect(enter(one, beside)).rejects.toThrow('not_found');
    // Who comes back says it again, before the other perhaps.
    expect((await enter(linh, patient)).seat.beside).toBe(ids.get(patient));
    await enter(patient, null);
    await enter(physician, null);
    await refused(patient, physician);
    await refused(physician, patient);
    await refused(linh, linh);
    await refused(linh, elsewhere);
    const { seat } = await enter(linh, patient);
    expect(seat.beside).toBe(ids.get(patient));
    // Neither a row of them, nor one who is shared going silent herself.
    await refused(grace, linh);
    const alone = await enter(linh, null);
    expect(alone.seat.beside).toBeNull();
    await enter(grace, linh);
    await refused(linh, patient);
    const again = await enter(grace, patient);
    const holder = { seatId: again.seat.id, connection: again.seat.connection ?? '' };
    const left = await world.data.transaction((em) => leaveSeat(em, visitId, holder));
    expect(left.seat.beside).toBeNull();
  });

  async function perform(
    { visitId, patient }: Visit,
    act: string,
    people: Somebody[],
    seats: SeatId[],
    windows: string[][],
    who: number,
    window: number,
  ): Promise<unknown> {
    const person = people[who] as Somebody;
    const connection = windows[who]?.[window] ?? '';
    const holder: Holder = { seatId: seats[who] as SeatId, connection };
    const host: Holder = { seatId: seats[1] as SeatId, connection: windows[1]?.[window] ?? '' };
    const entry = { visitId, personId: person.id, connection, tokenHash: connection };
    return world.data.transaction(async (em) => {
      switch (act) {
        case 'enter':
          return enterSeat(em, { ...entry, language: 'en', arrival: arrivalInToronto });
        case 'resume':
          return resumeSeat(em, entry);
        case 'admit':
          return admitSeat(em, visitId, host, holder.seatId);
        case 'join':
          return joinSeat(em, visitId, holder);
        case 'part':
          return partSeat(em, visitId, holder);
        case 'leave':
          return leaveSeat(em, visitId, holder);
        case 'remove':
          return removeSeat(em, visitId, host, holder.seatId);
        case 'lapse':
          await em.query('select from visit where id = $1 for update', [visitId]);
          await em.query(
            `update seat set lease_until = now() - interval '1 second' where id = $1 and lease_until is not null`,
            [holder.seatId],
          );
          return lapseSeats(em, visitId);
        case 'end':
          return endVisit(em, visitId, host);
        default:
          return cancelVisit(em, visitId, patient.id, 'ill');
      }
    });
  }
});
