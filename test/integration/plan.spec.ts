import { eventually } from '../support/ears';
import { SfuLink, startReadySfu } from '../support/sfu';
import type { SfuProcess } from '../support/sfu';
import { deviceCapabilities as rtpCapabilities, sound } from '../support/socket-window';

jest.setTimeout(30_000);

const everybody = { linh: ['sato', 'hoa'], sato: ['linh', 'hoa'], hoa: ['linh', 'sato'] };
const quiet = { linh: ['hoa'], sato: ['linh', 'hoa'], hoa: ['sato'] };

describe('a room with a plan', () => {
  let sfu: SfuProcess;
  let link: SfuLink;
  let rooms = 0;

  beforeAll(async () => {
    ({ sfu, link } = await startReadySfu());
  });
  afterAll(async () => {
    await link.close();
    await sfu.stop();
  });

  const newRoom = () => ({ roomId: `planned-${(rooms += 1)}`, epoch: 1 });
  type Room = ReturnType<typeof newRoom>;
  const plan = (version: number, hears: Record<string, string[]>, lingerMs = 0) => ({ version, hears, lingerMs });

  async function join(room: Room, ...seatIds: string[]) {
    for (const seatId of seatIds) await link.request('seat.join', room, { seatId, rtpCapabilities });
    for (const seatId of seatIds) {
      await link.request('producer.create', room, { seatId, source: 'microphone', rtpParameters: sound() });
    }
  }
  /** Whose microphones flow to a seat. */
  async function heardBy(room: Room, seatId: string): Promise<string[]> {
    const { seat } = await link.request('seat.snapshot', room, { seatId });
    return (seat?.consumers ?? []).filter(({ held }) => !held).map((offer) => offer.seatId);
  }
  async function consumerOf(room: Room, listener: string, speaker: string): Promise<string> {
    const { seat } = await link.request('seat.snapshot', room, { seatId: listener });
    return seat?.consumers.find(({ seatId }) => seatId === speaker)?.id ?? '';
  }

  it('offers every stream to everybody, and holds back what the plan does not let through', async () => {
    const room = newRoom();
    await link.request('room.open', room, { plan: plan(1, quiet) });
    await join(room, 'linh', 'sato', 'hoa');
    expect(await heardBy(room, 'linh')).toEqual(['hoa']);
    expect(await heardBy(room, 'sato')).toEqual(['linh', 'hoa']);
    expect(await heardBy(room, 'hoa')).toEqual(['sato']);
    const { seat } = await link.request('seat.snapshot', room, { seatId: 'linh' });
    expect(seat?.consumers).toHaveLength(2);
    expect(seat?.consumers.every(({ paused }) => !paused)).toBe(true);
  });

  it('holds back everything of and for a seat that it does not know yet', async () => {
    const room = newRoom();
    await link.request('room.open', room, { plan: plan(1, quiet) });
    await join(room, 'linh', 'sato', 'mori');
    expect(await heardBy(room, 'mori')).toEqual([]);
    expect(await heardBy(room, 'sato')).toEqual(['linh']);
    await link.request('room.plan', room, { plan: plan(2, { ...quiet, mori: ['sato'] }) });
    expect(await heardBy(room, 'mori')).toEqual(['sato']);
  });

  it('follows a newer plan, tells the listeners what changed for them, and ignores one that is not newer', async () => {
    const room = newRoom();
    await link.request('room.open', room, { plan: plan(3, everybody) });
    await join(room, 'linh', 'sato', 'hoa');
    const consumerId = await consumerOf(room, 'linh', 'sato');
    await link.request('room.plan', room, { plan: plan(5, quiet) });
    const told = await link.event('consumer.changed', ({ data }) => data.consumerId === consumerId);
    expect(told.data).toMatchObject({ seatId: 'linh', held: true, producerPaused: false });
    for (const late of [plan(5, everybody), plan(4, everybody)]) await link.request('room.plan', room, { plan: late });
    await link.request('room.open', room, { plan: plan(4, everybody) });
    expect(await heardBy(room, 'linh')).toEqual(['hoa']);
    await link.request('room.open', room, { plan: plan(6, everybody) });
    expect(await heardBy(room, 'linh')).toEqual(['sato', 'hoa']);
  });

  it('is the same one in a room that begins afresh without being opened', async () => {
    const room = newRoom();
    await link.request('room.open', room, { plan: plan(1, quiet) });
    await join(room, 'linh');
    const again = { ...room, epoch: 2 };
    await join(again, 'linh', 'sato', 'hoa');
    expect(await heardBy(again, 'linh')).toEqual(['hoa']);
  });

  it('refuses to play what is held back, and keeps the wish of a listener apart from the plan', async () => {
    const room = newRoom();
    await link.request('room.open', room, { plan: plan(1, quiet) });
    await join(room, 'linh', 'sato', 'hoa');
    const consumerId = await consumerOf(room, 'linh', 'sato');
    const set = (paused: boolean) => link.request('consumer.set', room, { seatId: 'linh', consumerId, paused });
    await expect(set(false)).rejects.toThrow('not_audible');
    await set(true);
    await link.request('room.plan', room, { plan: plan(2, everybody) });
    const { seat } = await link.request('seat.snapshot', room, { seatId: 'linh' });
    expect(seat?.consumers.find(({ id }) => id === consumerId)).toMatchObject({ held: false, paused: true });
    await set(false);
  });

  it('lets everything through where there is none', async () => {
    const room = newRoom();
    await link.request('room.open', room, {});
    await join(room, 'linh', 'sato');
    expect(await heardBy(room, 'linh')).toEqual(['sato']);
  });

  it('passes on what a seat says to all who listen, of a seat that is there', async () => {
    const room = newRoom();
    await link.request('room.open', room, {});
    await join(room, 'linh');
    const other = await SfuLink.open(sfu);
    await link.request('seat.say', room, { seatId: 'linh', kind: 'caption', data: '{}' });
    await eventually(
      'the other process hears it',
      async () => other.events.filter(({ event }) => event === 'seat.said').length,
      (count) => count === 1,
      2000,
    );
    await other.close();
    const stranger = link.request('seat.say', room, { seatId: 'sato', kind: 'caption', data: '{}' });
    await expect(stranger).rejects.toThrow('seat_state');
  });
});
