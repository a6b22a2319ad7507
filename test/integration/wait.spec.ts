import type { BoardPage, CasePage, ChatPage, FilesPage, TodayPage } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { arrivalInToronto } from '../support/socket-window';
import type { Window } from '../support/socket-window';
import type { Somebody } from '../support/socket-world';
import { VisitWorld } from '../support/visit-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL, the api by HTTP, signalling and its sfu. */
describe('the waiting room', () => {
  let world: VisitWorld;

  beforeAll(async () => {
    world = await VisitWorld.open({
      TURN_URLS: 'turns:turn.example.org:443',
      TURN_SECRET: 'known to coturn and to us',
    });
  }, 60_000);
  afterEach(() => world.signaling.closeWindows());
  afterAll(() => world.close());

  const chatOf = async (by: Somebody, visitId: string) =>
    (await world.read<ChatPage>(by, `visits/${visitId}/chat`)).items;

  async function waiting() {
    const visit = await world.people.visit({ others: ['interpreter', 'coordinator', 'guest'] });
    const emily = await world.signaling.window(visit.patient);
    const { me } = await emily.enter(visit.visitId, arrivalInToronto);
    return { ...visit, emily, emilySeat: me.seatId };
  }
  const noticed = (window: Window, topic: string) => window.hears('notice', ({ topic: told }) => told === topic, 5000);

  it('“20 minutes late” is read by who waits, in her words, and the door stays open for longer', async () => {
    const { visitId, patient, physician, others, emily } = await waiting();
    expect((await world.call(physician, 'POST', `visits/${visitId}/late`, { minutes: 20 })).status).toBe(204);
    await noticed(emily, 'chat');
    await noticed(emily, 'visit');
    const { card } = await world.pageOf(patient, visitId);
    expect(card.expectedWords).toMatch(/today|at \d/);
    const [message] = await chatOf(patient, visitId);
    expect(message).toMatchObject({ kind: 'late', audience: 'waiting', language: 'en-CA', mine: false });
    expect(message?.text).toContain(card.expectedWords);
    // The physician reads Japanese.
    expect((await chatOf(physician, visitId))[0]?.text).toContain('開始予定');
    const [row] = await world.people.data.query<{ late: number }[]>(
      `select extract(epoch from expected_at - now()) / 60 as late from visit where id = $1`,
      [visitId],
    );
    expect(Number(row?.late)).toBeGreaterThan(19);
    expect(Number(row?.late)).toBeLessThan(26);

    // An hour after its planned end the door would have shut.
    await world.people.data.query(
      `update visit set starts_at = now() - interval '100 minutes', expected_at = now() + interval '20 minutes' where id = $1`,
      [visitId],
    );
    expect((await world.pageOf(patient, visitId)).card.door).toBe('open');
    const nextOf = async () => {
      const { addTo } = await world.read<FilesPage>(patient, 'pages/files');
      const { items } = await world.read<BoardPage>(others[1] as Somebody, 'pages/board');
      const [row] = items;
      const whole = await world.read<CasePage>(physician, `pages/cases/${row?.episodeId}`);
      return [addTo?.visitId ?? null, row?.next !== null, whole.next?.visitId ?? null];
    };
    expect(await nextOf()).toEqual([visitId, true, visitId]);
    // The ways around a firewall last as long.
    const sato = await world.signaling.window(physician);
    await sato.enter(visitId);
    const expiry = Number((await sato.join()).iceServers[0]?.username?.split(':')[0]);
    expect(expiry * 1000).toBeGreaterThan(now().epochMilliseconds + (20 + 30 + 9) * 60_000);
    await sato.ask('visit.leave', {});
    expect((await world.call(physician, 'POST', `visits/${visitId}/late`, { minutes: 0 })).status).toBe(204);
    expect((await world.pageOf(patient, visitId)).card).toMatchObject({ expectedWords: null, door: 'over' });
    expect(await nextOf()).toEqual([null, false, null]);
  });

  it('a word of the house reaches all who wait, or one of them, and none of them can answer', async () => {
    const { visitId, patient, physician, others, emily, emilySeat } = await waiting();
    const [interpreter] = others as [Somebody];
    const mori = await world.signaling.window(interpreter);
    await mori.enter(visitId);
    const write = (by: Somebody, form: object) => world.call(by, 'POST', `visits/${visitId}/chat`, form);
    const all = await write(physician, { text: 'Please have your medicines at hand.', audience: 'waiting' });
    expect(all.status).toBe(200);
    await noticed(emily, 'chat');
    await noticed(mori, 'chat');
    expect((await write(physician, { text: 'For you alone.', audience: 'waiting', to: emilySeat })).status).toBe(200);
    expect((await chatOf(patient, visitId)).map(({ text }) => text)).toEqual([
      'For you alone.',
      'Please have your medicines at hand.',
    ]);
    expect((await chatOf(interpreter, visitId)).map(({ text }) => text)).toEqual([
      'Please have your medicines at hand.',
    ]);
    for (const audience of ['room', 'waiting']) {
      expect((await write(patient, { text: 'May I?', audience })).body).toMatchObject({ code: 'seat_state' });
    }
  });

  it('an order holds for everybody who looks, and who is not in it comes after', async () => {
    const { visitId, physician, others, emilySeat } = await waiting();
    const [interpreter, , guest] = others as [Somebody, Somebody, Somebody];
    const moriSeat = (await (await world.signaling.window(interpreter)).enter(visitId)).me.seatId;
    const guestSeat = (await (await world.signaling.window(guest)).enter(visitId)).me.seatId;
    const order = async () => (await world.pageOf(physician, visitId)).card.waiting.map(({ seatId }) => seatId);
    expect(await order()).toEqual([emilySeat, moriSeat, guestSeat]);
    const put = (seatIds: string[]) => world.call(physician, 'PUT', `visits/${visitId}/waiting`, { seatIds });
    expect((await put([guestSeat])).status).toBe(204);
    expect(await order()).toEqual([guestSeat, emilySeat, moriSeat]);
    const sato = await world.signaling.window(physician);
    const { seats } = await sato.enter(visitId);
    expect(seats.find(({ seatId }) => seatId === guestSeat)?.waitRank).toBe(0);
    expect((await put([moriSeat, emilySeat])).status).toBe(204);
    await noticed(sato, 'visit');
    expect(await order()).toEqual([moriSeat, emilySeat, guestSeat]);
    const elsewhere = await world.people.visit();
    const foreign = String((await world.people.seat(elsewhere.visitId, elsewhere.patient))['id']);
    expect((await put([foreign])).status).toBe(404);
  });

  it('a host lets in from a page without a window in the visit, and nobody else does', async () => {
    const { visitId, patient, physician, others, emily, emilySeat } = await waiting();
    const admit = (by: Somebody) => world.call(by, 'POST', `visits/${visitId}/admit`, { seatId: emilySeat });
    for (const by of [patient, ...others]) expect((await admit(by)).status).toBe(404);
    expect((await world.people.seat(visitId, physician))['state']).toBe('invited');
    const before = (await world.pageOf(patient, visitId)).version;
    expect((await admit(physician)).status).toBe(204);
    await emily.hears('notice', ({ topic, version }) => topic === 'visit' && version > before, 5000);
    expect((await emily.resume(visitId, emily.seatToken, null)).snapshot.me.state).toBe('admitted');
    await emily.join();
    // Twice is no mistake.
    expect((await admit(physician)).status).toBe(204);
    expect((await world.people.seat(visitId, patient))['state']).toBe('joined');
  });

  it('today’s page of the host tells who waits and what was announced', async () => {
    const { visitId, physician, emilySeat } = await waiting();
    await world.call(physician, 'POST', `visits/${visitId}/late`, { minutes: 10 });
    const { visits, later } = await world.read<TodayPage>(physician, 'pages/today');
    const card = [...visits, ...later].find((each) => each.visitId === visitId);
    expect(card?.waiting.map(({ seatId }) => seatId)).toEqual([emilySeat]);
    expect(card?.expectedWords).not.toBeNull();
  });

  it('a visit that is over takes none of it', async () => {
    const { visitId, physician } = await world.people.visit({ startsAt: now().subtract({ minutes: 5 }) });
    await world.people.data.query(`update visit set status = 'fulfilled' where id = $1`, [visitId]);
    const write = (path: string, json: object, method = 'POST') =>
      world.call(physician, method, `visits/${visitId}/${path}`, json);
    expect((await write('late', { minutes: 5 })).body).toMatchObject({ code: 'visit_over' });
    expect((await write('waiting', { seatIds: [] }, 'PUT')).body).toMatchObject({ code: 'visit_over' });
    expect((await write('chat', { text: 'Hello' })).body).toMatchObject({ code: 'chat_closed' });
  });
});
