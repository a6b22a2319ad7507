import { Database } from '@okaeri/platform';
import type { VisitId } from '@okaeri/contracts';
import { Client } from 'pg';
import { SfuLink } from '../../libs/consult/src/nodes/link';
import { Caller } from '../support/rtp-peer';
import { SfuLink as NodeLink, sfuSecret, startReadySfu } from '../support/sfu';
import type { SfuProcess } from '../support/sfu';
import { Signaling } from '../support/socket-signaling';
import { arrivalInToronto, sound, until } from '../support/socket-window';
import type { Window } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';

jest.setTimeout(60_000);

const guests = Array.from({ length: 8 }, () => 'guest' as const);

/** What the fullest visit costs the server, in questions and not in seconds. Real: PostgreSQL, signalling, the sfu. */
describe('twelve in one visit', () => {
  let world: SocketWorld;
  let sfu: SfuProcess;
  let node: NodeLink;
  let signaling: Signaling;
  const statements = jest.spyOn(Client.prototype, 'query');
  const asked = jest.spyOn(SfuLink.prototype, 'request');

  beforeAll(async () => {
    world = await SocketWorld.open();
    ({ sfu, link: node } = await startReadySfu());
    signaling = await Signaling.start({ database: world.url, sfus: [sfu.url], secret: sfuSecret });
    await until('ready', async () => (await signaling.readiness()).status === 200);
  });
  afterEach(() => signaling?.closeWindows());
  afterAll(async () => {
    await signaling?.stop();
    await node?.close();
    await sfu?.stop();
    await world?.close();
    jest.restoreAllMocks();
  });

  /** Twelve windows at the door, the host's first. */
  async function arrive(): Promise<{ visitId: VisitId; windows: Window[] }> {
    const { visitId, patient, physician, others } = await world.visit({
      others: ['interpreter', 'coordinator', ...guests],
    });
    const windows: Window[] = [];
    for (const somebody of [physician, patient, ...others]) windows.push(await signaling.window(somebody));
    await Promise.all(windows.map((window, n) => window.enter(visitId, n === 1 ? arrivalInToronto : null)));
    return { visitId, windows };
  }
  const seatOf = ({ snapshot }: Window) => snapshot?.me.seatId ?? '';

  it('who is in a transaction gets an answer that another connection brings, however many are', async () => {
    const db = signaling.app.get(Database);
    const answers = Array.from({ length: 30 }, (_, n) =>
      db.inTransaction(async (em) => {
        await em.query('select 1');
        const rows: { n: number }[] = await db.manager.query('select $1::int as n', [n]);
        return rows[0]?.n;
      }),
    );
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });

  it('all go in at the same moment', async () => {
    const { windows } = await arrive();
    const [host] = windows as [Window];
    for (const window of windows.slice(1)) await host.ask('seat.admit', { seatId: seatOf(window) });
    const joined = await Promise.all(windows.map((window) => window.join().then(() => 'in', String)));
    expect(joined).toEqual(windows.map(() => 'in'));
  });

  async function goIn(windows: readonly Window[], camera = false): Promise<Caller[]> {
    const [host] = windows as [Window];
    const callers: Caller[] = [];
    for (const window of windows) {
      if (window !== host) await host.ask('seat.admit', { seatId: seatOf(window) });
      callers.push(await Caller.join(window, { camera }));
    }
    return callers;
  }

  it('each hears each of the eleven others, by packets', async () => {
    const { windows } = await arrive();
    const callers = await goIn(windows);
    const pairs = callers.flatMap((listener) => windows.map((of) => [listener, seatOf(of)] as const));
    const silent = () =>
      pairs.filter(([listener, seat]) => seat !== seatOf(listener.window) && listener.heardOf(seat) < 5);
    await until('all hear all', () => silent().length === 0);
    // Herself nobody hears.
    for (const listener of callers) expect(listener.heardOf(seatOf(listener.window))).toBe(0);
    await Promise.all(callers.map((caller) => caller.close()));
  });

  it('each gets eleven cameras and the voice of whoever has the floor, and the others go on when one leaves', async () => {
    const { visitId, windows } = await arrive();
    const callers = await goIn(windows, true);
    const seat = ({ window }: Caller) => seatOf(window);
    const pairs = callers.flatMap((to) => callers.filter((from) => from !== to).map((from) => ({ to, from })));
    await until('all are offered', () => pairs.every(({ to, from }) => to.offers(seat(from)).length === 2));
    // As many pages do whose faces change their size at the same moment.
    const begun = performance.now();
    const shown = pairs.flatMap(({ to, from }) =>
      to
        .offers(seat(from))
        .filter(({ kind }) => kind === 'video')
        .map(({ id }) => to.window.try('consumer.set', { consumerId: id, paused: false, spatialLayer: 0 })),
    );
    expect(await Promise.all(shown)).toEqual(pairs.map(() => 'ok'));
    process.stdout.write(`${shown.length} changes at once: ${(performance.now() - begun).toFixed(0)} ms\n`);

    /** What the sfu lets through to her now. */
    const flowing = async (to: Caller) => {
      const room = { roomId: visitId, epoch: to.joined.epoch };
      const { seat: held } = await node.request('seat.snapshot', room, { seatId: seat(to) });
      const live = held?.consumers.filter((one) => !one.held && !one.paused && !one.producerPaused) ?? [];
      return live.map(({ seatId, source }) => `${seatId} ${source}`).sort();
    };
    const expected = (to: Caller, floor: Caller, here: readonly Caller[]) => [
      ...here.filter((from) => from !== to).map((from) => `${seat(from)} camera`),
      ...(to === floor ? [] : [`${seat(floor)} microphone`]),
    ];
    const [host, patient, ...others] = callers as [Caller, Caller, ...Caller[]];
    for (const floor of [patient, others[9], host] as Caller[]) {
      for (const { window, producerId } of callers) {
        await window.ask('producer.set', { producerId, paused: window !== floor.window });
      }
      for (const to of callers) expect(await flowing(to)).toEqual(expected(to, floor, callers).sort());
      const count = () =>
        pairs.map(({ to, from }) => ({
          hasFloor: from === floor,
          pictures: to.heardOf(seat(from), 'camera'),
          words: to.heardOf(seat(from), 'microphone'),
        }));
      const before = count();
      await until('eleven pictures move, and the floor is heard', () =>
        count().every(({ hasFloor, pictures, words }, n) => {
          const then = before[n]!;
          return pictures >= then.pictures + 3 && (!hasFloor || words >= then.words + 25);
        }),
      );
      expect(count().filter(({ hasFloor, words }, n) => !hasFloor && words > before[n]!.words)).toEqual([]);
    }

    await patient.window.ask('visit.leave', {});
    const left = [host, ...others];
    for (const to of left) {
      await until('she is gone', async () => !(await flowing(to)).some((one) => one.startsWith(seat(patient))));
      expect(await flowing(to)).toEqual(expected(to, host, left).sort());
    }
    await Promise.all(callers.map((caller) => caller.close()));
  });

  it('when the twelfth comes in, all look again, and what there is to see is read for all at once', async () => {
    const { visitId, windows } = await arrive();
    const [host] = windows as [Window];
    const comeIn = async (window: Window) => {
      if (window !== host) await host.ask('seat.admit', { seatId: seatOf(window) });
      await window.join();
      await window.ask('producer.create', {
        source: 'microphone',
        rtpParameters: sound(),
        paused: false,
        synthetic: false,
      });
    };
    for (const window of windows.slice(0, -1)) await comeIn(window);
    asked.mockClear();
    await comeIn(windows[11] as Window);
    statements.mockClear();
    const looks = await Promise.all(windows.map((window) => window.resume(visitId, window.seatToken, null)));
    for (const look of looks) {
      expect(look.room).toBeNull();
      expect(look.snapshot.seats.map(({ state }) => state)).toEqual(windows.map(() => 'joined'));
    }
    // One goes first, the others together; what the server does of its own accord may fall among them.
    const readings = statements.mock.calls.filter(([statement]) =>
      JSON.stringify(statement).includes('coalesce(sound.version'),
    );
    expect(readings.length).toBeLessThan(windows.length / 2);
    // Nobody's streams are told to anybody but who came: that would be twenty-two to each of twelve.
    const names = asked.mock.calls.map(([name]) => name).filter((name) => name !== 'room.plan');
    expect(names).toEqual(['seat.join', 'producer.create']);
  });
});
