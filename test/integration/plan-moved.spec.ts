import type { VisitId } from '@okaeri/contracts';
import { eventually } from '../support/ears';
import { Caller } from '../support/rtp-peer';
import { sfuSecret, startReadySfu } from '../support/sfu';
import type { SfuProcess } from '../support/sfu';
import { Signaling } from '../support/socket-signaling';
import { arrivalInToronto, until } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(40_000);

type Name = 'linh' | 'sato' | 'hoa';

/** The room is made again elsewhere in the middle of interpretation. What was held back there is held back here. */
describe('a room that is moved while somebody interprets', () => {
  let world: SocketWorld;
  let visitId: VisitId;
  const nodes = new Map<string, SfuProcess>();
  const processes: Signaling[] = [];
  const callers = new Map<Name, Caller>();
  const seats = new Map<Name, string>();

  beforeAll(async () => {
    world = await SocketWorld.open();
    for (const name of ['sfu-a', 'sfu-b']) nodes.set(name, (await startReadySfu({ SFU_NODE_ID: name })).sfu);
    const sfus = [...nodes.values()].map(({ url }) => url);
    for (let at = 0; at < 2; at += 1) {
      processes.push(await Signaling.start({ database: world.url, sfus, secret: sfuSecret }));
    }
    for (const each of processes) await until('ready', async () => (await each.readiness()).status === 200);
    const made = await world.visit({ others: ['interpreter'] });
    visitId = made.visitId;
    await enter('sato', made.physician, 0);
    await enter('linh', made.patient, 1);
    await enter('hoa', made.others[0] as Somebody, 0);
  }, 60_000);

  afterAll(async () => {
    for (const caller of callers.values()) await caller.close();
    for (const each of processes) await each.stop();
    for (const node of nodes.values()) await node.stop();
    await world.close();
  });

  const caller = (name: Name) => callers.get(name) as Caller;
  const heardBy = (listener: Name, speaker: Name) => caller(listener).heardOf(seats.get(speaker) ?? '');
  const packets = (listener: Name, speaker: Name, count: number) =>
    eventually(
      `${listener} hears ${speaker}`,
      async () => heardBy(listener, speaker),
      (now) => now >= count,
    );

  async function enter(name: Name, somebody: Somebody, at: number): Promise<void> {
    const window = await (processes[at] as Signaling).window(somebody);
    const { me } = await window.enter(visitId, name === 'linh' ? arrivalInToronto : null);
    seats.set(name, me.seatId);
    if (me.state === 'waiting') await caller('sato').window.ask('seat.admit', { seatId: me.seatId });
    callers.set(name, await Caller.join(window));
  }

  /** As a page does when it is told; in this order, so that the plan is there before the voice that it holds back. */
  async function follow(names: readonly Name[], from: number): Promise<void> {
    for (const name of names) {
      const before = caller(name);
      await before.window.hears('room.moved', ({ epoch }) => epoch > from);
      await before.close();
      callers.set(name, await Caller.join(before.window));
    }
  }

  it('not one packet of a voice that was held back passes at the new place', async () => {
    await caller('hoa').window.ask('sound.mode', { mode: 'simultaneous' });
    await caller('hoa').window.ask('interpret.set', { to: 'en' });
    await caller('sato').window.ask('sound.hear', { language: 'floor' });
    await packets('linh', 'hoa', 50);

    const orders: Name[][] = [
      ['sato', 'linh', 'hoa'],
      ['hoa', 'linh', 'sato'],
    ];
    for (const order of orders) {
      const { epoch, node_id: nodeId } = (await world.room(visitId)) ?? { epoch: 0, node_id: '' };
      const node = nodes.get(nodeId) as SfuProcess;
      // First its worker, whose rooms begin afresh somewhere; then the whole node.
      if (order === orders[0]) for (const pid of node.workers()) process.kill(pid, 'SIGKILL');
      else node.kill('SIGKILL');
      await follow(order, epoch);
      // Three seconds of a voice that is heard by one, and of another that both hear.
      await packets('linh', 'hoa', 150);
      await packets('sato', 'linh', 100);
      await packets('hoa', 'sato', 100);
      expect(
        caller('sato')
          .offers(seats.get('hoa') ?? '')
          .map(({ held }) => held),
      ).toEqual([true]);
      expect(heardBy('sato', 'hoa')).toBe(0);
    }
  });
});
