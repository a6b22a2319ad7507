import { clientMessages, signalingProtocol } from '@okaeri/contracts';
import type { ClientMessageInput, ClientMessageName } from '@okaeri/contracts';
import { castOf, lastRow, reset, rowsSince } from '../support/access-cast';
import type { Cast } from '../support/access-cast';
import { actors, afterRevocation, messages } from '../support/access-table';
import type { ActorName } from '../support/access-table';
import { roomMessages } from '../support/access/room-messages';
import { sfuSecret, startSfu } from '../support/sfu';
import type { SfuProcess } from '../support/sfu';
import { Signaling } from '../support/socket-signaling';
import { arrivalInToronto, deviceCapabilities, dtlsParameters, sound, until } from '../support/socket-window';
import type { Window } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

const names = Object.keys(clientMessages) as ClientMessageName[];
const inRoom = names.filter((name) => clientMessages[name].rule.from?.join() === 'joined');
/** By these the question of access says no; any other answer is to somebody who was allowed to ask. */
const refusedAtTheDoor = ['not_found', 'seat_removed'];
const toldAs = (expected: string) => ({ state: 'seat_state', hidden: 'not_found' })[expected] ?? expected;
/** Those of the cast who can come into the visit at all. */
const insiders: readonly ActorName[] = ['patient', 'physician', 'interpreter'];

/** Real: PostgreSQL, the gateway, an sfu with its worker. Generated from the messages of the contracts. */
describe('every signalling message, sent by everybody', () => {
  let world: SocketWorld;
  let sfu: SfuProcess;
  let signaling: Signaling;
  let cast: Cast;

  beforeAll(async () => {
    world = await SocketWorld.open();
    sfu = await startSfu();
    signaling = await Signaling.start({ database: world.url, sfus: [sfu.url], secret: sfuSecret });
    await until('ready', async () => (await signaling.readiness()).status === 200, 30_000);
    cast = await castOf(world);
  });
  beforeEach(() => reset(world, cast));
  afterEach(() => signaling.closeWindows());
  afterAll(async () => {
    await signaling.stop();
    await sfu.stop();
    await world.close();
  });

  const windowOf = (actor: ActorName) => signaling.window(cast.people[actor]);
  const seatOf = async (actor: ActorName) =>
    String((await world.seat(cast.visitId, cast.people[actor] as Somebody))['id']);
  const enter = (window: Window) => window.enter(cast.visitId, arrivalInToronto);
  const entering = { protocol: signalingProtocol, language: 'en' as const, arrival: arrivalInToronto };

  /** The physician is in the visit and has let the others in who come. */
  async function opened(): Promise<Window> {
    const physician = await windowOf('physician');
    await enter(physician);
    return physician;
  }

  /** A window of this person as far inside as she gets: entered, and admitted where she waits. */
  async function inside(actor: ActorName, physician: Window): Promise<Window> {
    if (actor === 'physician') return physician;
    const window = await windowOf(actor);
    if (!insiders.includes(actor)) return window;
    await enter(window);
    await physician.ask('seat.admit', { seatId: await seatOf(actor) });
    return window;
  }

  /** In the room, sending sound, and receiving another's. */
  async function talking(
    actor: ActorName,
    physician: Window,
  ): Promise<{ window: Window; producerId: string; consumerId: string }> {
    const window = await inside(actor, physician);
    if (!insiders.includes(actor)) return { window, producerId: 'none', consumerId: 'none' };
    const other = actor === 'physician' ? await inside('patient', physician) : physician;
    await other.join();
    await other.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
    const { consumers } = await window.join();
    const { producerId } = await window.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
    return { window, producerId, consumerId: consumers[0]?.id ?? 'none' };
  }

  type Bodies = { [N in ClientMessageName]: ClientMessageInput<N> };
  async function bodies(window: Window, held: { producerId: string; consumerId: string }): Promise<Bodies> {
    return {
      'notices.watch': { topics: [{ topic: 'visit', id: cast.visitId }] },
      'visit.enter': { ...entering, visitId: cast.visitId },
      'visit.resume': { protocol: signalingProtocol, visitId: cast.visitId, seatToken: window.seatToken, epoch: null },
      'visit.leave': {},
      'visit.end': {},
      'seat.admit': { seatId: await seatOf('interpreter') },
      'seat.remove': { seatId: await seatOf('interpreter') },
      'room.join': { rtpCapabilities: deviceCapabilities },
      'check.open': {},
      'check.join': { rtpCapabilities: deviceCapabilities },
      'check.close': {},
      'transport.connect': { direction: 'send', dtlsParameters },
      'transport.restartIce': { direction: 'receive' },
      'producer.create': { source: 'camera', rtpParameters: picture() },
      'producer.set': { producerId: held.producerId, paused: true },
      'producer.close': { producerId: held.producerId },
      'consumer.set': { consumerId: held.consumerId, paused: true },
      ...roomMessages(await seatOf('interpreter')),
    };
  }

  /** Brings a person to where the message makes sense, as far as she can get there. */
  async function before(
    name: ClientMessageName,
    actor: ActorName,
  ): Promise<{ window: Window; body: Bodies[ClientMessageName] }> {
    const none = { producerId: 'none', consumerId: 'none' };
    if (name === 'visit.enter' || name === 'notices.watch' || name.startsWith('check.')) {
      const window = await windowOf(actor);
      if (name === 'check.join') await window.ask('check.open', {});
      return { window, body: (await bodies(window, none))[name] };
    }
    if (name === 'visit.resume') {
      const first = await windowOf(actor);
      if (insiders.includes(actor)) await enter(first);
      const window = await windowOf(actor);
      window.seatToken = first.seatToken || 'none';
      return { window, body: (await bodies(window, none))[name] };
    }
    const physician = await opened();
    if (inRoom.includes(name)) {
      // Each begins in a room in which nothing is shown: she who did so before may be back in it.
      await world.data.query('delete from showing where visit_id = $1', [cast.visitId]);
      const { window, ...held } = await talking(actor, physician);
      return { window, body: (await bodies(window, held))[name] };
    }
    const window = await inside(actor, physician);
    if (actor !== 'interpreter' && name !== 'room.join' && name !== 'visit.leave')
      await enter(await windowOf('interpreter'));
    return { window, body: (await bodies(window, none))[name] };
  }

  it('is in the table, with a rule that somebody asks for', () => {
    expect(names.toSorted()).toEqual(Object.keys(messages).toSorted());
    for (const name of names) expect(clientMessages[name].rule.permission).toEqual(expect.any(String));
  });

  describe.each(names)('%s', (name) => {
    it.each(actors)('by %s', async (actor) => {
      const expected = messages[name].expected[actor];
      if (expected === 'door') {
        await expect(windowOf(actor)).rejects.toMatchObject({ data: { code: 'sign_in_needed' } });
        return;
      }
      const { window, body } = await before(name, actor);
      const since = await lastRow(world);
      const code = await window.try(name, body as never);
      expect(`${name} by ${actor}: ${code}`).toBe(`${name} by ${actor}: ${toldAs(expected)}`);

      const own = (await rowsSince(world, since)).filter((row) => row.actor_id === cast.people[actor]?.id);
      const { permission } = clientMessages[name].rule;
      const rows = own.filter((row) => row.permission === permission);
      if (expected === 'state' || (!refusedAtTheDoor.includes(expected) && !messages[name].row)) {
        expect([name, actor, rows]).toEqual([name, actor, []]);
        return;
      }
      const aboutVisit = permission !== 'check.run';
      expect([name, actor, rows]).toEqual([
        name,
        actor,
        [
          expect.objectContaining({
            outcome: refusedAtTheDoor.includes(expected) ? 'refused' : 'allowed',
            via: 'socket',
            request_id: expect.any(String),
            ...(aboutVisit ? { entity: 'visit', entity_id: cast.visitId, patient_id: cast.patientId } : {}),
          }),
        ],
      ]);
    });
  });

  describe('after her right has gone while she is inside', () => {
    it.each(Object.entries(afterRevocation))('%s is refused', async (name, expected) => {
      const physician = await opened();
      const interpreter = await inside('interpreter', physician);
      const actor = name === 'room.join' || name === 'visit.leave' ? 'interpreter' : 'physician';
      const window = actor === 'physician' ? physician : interpreter;
      const body = (await bodies(window, { producerId: 'none', consumerId: 'none' }))[name as ClientMessageName];
      await world.data.query('update membership set revoked_at = now() where person_id = $1', [cast.people[actor]?.id]);
      const since = await lastRow(world);
      expect(await window.try(name as ClientMessageName, body as never)).toBe(expected);
      const rows = (await rowsSince(world, since)).filter((row) => row.actor_id === cast.people[actor]?.id);
      expect(rows.at(0)).toMatchObject({ outcome: 'refused', entity_id: cast.visitId, patient_id: cast.patientId });
    });
  });

  it('reaches into no other visit by an id', async () => {
    const physician = await opened();
    const { window: patient, producerId } = await talking('patient', physician);
    const elsewhere = await castOf(world);
    const theirs = await signaling.window(elsewhere.people.physician);
    await theirs.enter(elsewhere.visitId);
    await theirs.join();
    // A seat and a producer of the other visit, named by somebody who is the host of her own.
    expect(await theirs.try('seat.admit', { seatId: await seatOf('interpreter') })).toBe('not_found');
    expect(await theirs.try('seat.remove', { seatId: await seatOf('patient') })).toBe('not_found');
    expect(await theirs.try('producer.set', { producerId, paused: true })).not.toBe('ok');
    expect(await physician.try('producer.set', { producerId, paused: true })).not.toBe('ok');
    // To close what is not there is no error, and does nothing.
    for (const window of [theirs, physician]) await window.try('producer.close', { producerId });
    expect(await patient.try('producer.set', { producerId, paused: false })).toBe('ok');
    expect((await world.seat(cast.visitId, cast.people.patient as Somebody))['state']).toBe('joined');
  });

  it('hears of a day that is her own, and of no other', async () => {
    const window = await windowOf('patient');
    const topics = (id: string | undefined) => ({ topics: [{ topic: 'day' as const, id: String(id) }] });
    expect(await window.try('notices.watch', topics(cast.people.patient?.id))).toBe('ok');
    expect(await window.try('notices.watch', topics(cast.people.physician?.id))).toBe('not_found');
  });
});

let ssrc = 500_000;
const picture = () => ({
  mid: '1',
  codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
  encodings: [{ ssrc: (ssrc += 1) }],
});
