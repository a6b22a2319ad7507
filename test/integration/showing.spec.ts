import { randomUUID } from 'node:crypto';
import { eventually } from '../support/ears';
import { sfuSecret, startReadySfu } from '../support/sfu';
import type { SfuLink, SfuProcess } from '../support/sfu';
import { Signaling } from '../support/socket-signaling';
import { arrivalInToronto, picture, sound, until } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL, two signalling processes and their sfu. */
describe('what is shown to everybody', () => {
  let world: SocketWorld;
  let sfu: SfuProcess;
  let link: SfuLink;
  let one: Signaling;
  let two: Signaling;

  beforeAll(async () => {
    world = await SocketWorld.open();
    ({ sfu, link } = await startReadySfu());
    const options = { database: world.url, sfus: [sfu.url], secret: sfuSecret };
    [one, two] = await Promise.all([Signaling.start(options), Signaling.start(options)]);
    await until('ready', async () => (await one.readiness()).status === 200 && (await two.readiness()).status === 200);
  }, 60_000);
  afterEach(() => {
    one?.closeWindows();
    two?.closeWindows();
  });
  afterAll(async () => {
    await one?.stop();
    await two?.stop();
    await link?.close();
    await sfu?.stop();
    await world?.close();
  });

  async function inRoom() {
    const visit = await world.visit({ others: ['guest'] });
    const sato = await one.window(visit.physician);
    await sato.enter(visit.visitId);
    await sato.join();
    const emily = await two.window(visit.patient);
    const { me } = await emily.enter(visit.visitId, arrivalInToronto);
    await sato.ask('seat.admit', { seatId: me.seatId });
    await emily.join();
    const seats = { sato: String(sato.snapshot?.me.seatId), emily: me.seatId };
    return { ...visit, grace: visit.others[0] as Somebody, sato, emily, seats };
  }

  async function fileOf(visitId: string): Promise<string> {
    const fileId = randomUUID();
    await world.data.query(
      `insert into file (id, visit_id, episode_id, by_id, name, type, bytes, received, state, sha256)
       select $1, visit.id, episode_id, seat.person_id, 'knee.jpg', 'image/jpeg', 10, 10, 'ready', $3
         from visit join seat on seat.visit_id = visit.id and seat.role = 'patient' where visit.id = $2`,
      [fileId, visitId, 'ab'.repeat(32)],
    );
    return fileId;
  }

  it('is one thing at a time, told to every process, and the host may end it', async () => {
    const { visitId, sato, emily, seats } = await inRoom();
    const fileId = await fileOf(visitId);
    await emily.ask('show.start', { kind: 'tour', fileId });
    const shown = { seatId: seats.emily, kind: 'tour', fileId };
    await sato.hears('show.changed', ({ showing }) => showing?.fileId === fileId, 5000);
    expect((await sato.resume(visitId, sato.seatToken, null)).snapshot.showing).toEqual(shown);
    expect(await sato.try('show.start', { kind: 'screen', fileId: null })).toBe('show_taken');
    await sato.ask('show.stop', {});
    await emily.hears('show.changed', ({ showing }) => showing === null, 5000);
    await sato.ask('show.start', { kind: 'screen', fileId: null });
    await emily.hears('show.changed', ({ showing }) => showing?.kind === 'screen', 5000);
    expect(await emily.try('show.stop', {})).toBe('not_found');
  });

  it('is sent by nobody whose showing is over, whatever her page does', async () => {
    const { visitId, sato, emily, seats } = await inRoom();
    const screen = { source: 'screen', rtpParameters: picture() } as const;
    const ofScreen = { source: 'screenSound', rtpParameters: { ...sound(), mid: 'of the screen' } } as const;
    const sendsScreen = async (by: typeof emily, to: typeof sato) => {
      await by.ask('show.start', { kind: 'screen', fileId: null });
      for (const asked of [screen, ofScreen]) {
        const { producerId } = await by.ask('producer.create', asked);
        await to.hears('consumer.opened', ({ consumer }) => consumer.producerId === producerId);
      }
    };
    const sources = async (seatId: string) => {
      const { epoch } = (await world.room(visitId)) as { epoch: number };
      const { seat } = await link.request('seat.snapshot', { roomId: visitId, epoch }, { seatId });
      return seat?.producers.map(({ source }) => source) ?? [];
    };
    const sendsNone = (seatId: string) =>
      eventually(
        'no screen comes any more',
        () => sources(seatId),
        (left) => left.length === 0,
      );

    await sendsScreen(emily, sato);
    expect(await sources(seats.emily)).toEqual(['screen', 'screenSound']);
    await sato.ask('show.stop', {});
    await sendsNone(seats.emily);
    for (const asked of [screen, ofScreen]) expect(await emily.try('producer.create', asked)).toBe('show_taken');
    const offered = sato.told.flatMap(({ name, data }) => (name === 'consumer.opened' ? [data.consumer.id] : []));
    for (const id of offered) await sato.hears('consumer.closed', ({ consumerId }) => consumerId === id);

    // Another thing in its place ends it as well.
    await sendsScreen(sato, emily);
    await sato.ask('show.start', { kind: 'tour', fileId: await fileOf(visitId) });
    await sendsNone(seats.sato);
  });

  it('is a file of this visit and of no other, and goes to the next when who showed it has left', async () => {
    const { visitId, sato, emily, seats } = await inRoom();
    const elsewhere = await fileOf((await world.visit()).visitId);
    const fileId = await fileOf(visitId);
    expect(await emily.try('show.start', { kind: 'tour', fileId: elsewhere })).toBe('not_found');
    expect(await emily.try('show.start', { kind: 'tour', fileId: null })).toBe('message_malformed');
    expect(await emily.try('show.start', { kind: 'screen', fileId })).toBe('message_malformed');
    await emily.ask('show.start', { kind: 'tour', fileId });
    await sato.hears('show.changed', ({ showing }) => showing?.seatId === seats.emily, 5000);
    await emily.ask('visit.leave', {});
    await sato.hears('show.changed', ({ showing }) => showing === null, 5000);
    await sato.ask('show.start', { kind: 'tour', fileId });
    await sato.hears('show.changed', ({ showing }) => showing?.seatId === seats.sato, 5000);
  });

  it('is not told to who still waits outside, and to her at once when she is let in', async () => {
    const { visitId, sato, emily, grace } = await inRoom();
    const fileId = await fileOf(visitId);
    await emily.ask('show.start', { kind: 'tour', fileId });
    await sato.hears('show.changed', ({ showing }) => showing?.fileId === fileId, 5000);
    const waiting = await two.window(grace);
    const { me, showing } = await waiting.enter(visitId);
    expect([me.state, showing]).toEqual(['waiting', null]);
    const another = await fileOf(visitId);
    await emily.ask('show.start', { kind: 'tour', fileId: another });
    await emily.hears('show.changed', ({ showing: now }) => now?.fileId === another, 5000);
    expect((await waiting.resume(visitId, waiting.seatToken, null)).snapshot.showing).toBeNull();
    await sato.ask('seat.admit', { seatId: me.seatId });
    await waiting.hears('show.changed', ({ showing: now }) => now !== null, 5000);
    const told = waiting.told.flatMap(({ name, data }) => (name === 'show.changed' ? [data.showing?.fileId] : []));
    expect(told).toEqual([another]);
  });

  /** Somebody has pressed “join”, and the table keeps her waiting: the sfu has a seat for her already. */
  async function aboutToJoin() {
    const room = await inRoom();
    const { visitId, sato, grace } = room;
    const coming = await two.window(grace);
    const { me } = await coming.enter(visitId);
    await sato.ask('seat.admit', { seatId: me.seatId });
    let letGo: () => void = () => undefined;
    let lock = Promise.resolve();
    await new Promise<void>((locked) => {
      lock = world.data.transaction(async (em) => {
        await em.query('select from visit where id = $1 for update', [visitId]);
        locked();
        await new Promise<void>((done) => (letGo = done));
      });
    });
    const { epoch } = (await world.room(visitId)) as { epoch: number };
    const seat = async () =>
      (await link.request('seat.snapshot', { roomId: visitId, epoch }, { seatId: me.seatId })).seat;
    const joined = coming.join();
    await eventually('the sfu has a seat for her', seat, (now) => now !== null);
    const join = async () => {
      letGo();
      await lock;
      return joined;
    };
    return { ...room, coming, seat, join };
  }

  it('is pointed at for those who have joined, not for who is about to', async () => {
    const { sato, emily, coming, join } = await aboutToJoin();
    const point = (data: string) => sato.ask('seat.say', { kind: 'pointer', data });
    await point('before');
    await emily.hears('seat.said', ({ data }) => data === 'before');
    await join();
    await point('after');
    await coming.hears('seat.said', ({ data }) => data === 'after');
    expect(coming.told.flatMap(({ name, data }) => (name === 'seat.said' ? [data.data] : []))).toEqual(['after']);
  });

  it('is offered behind the answer of her join, whatever else she asked meanwhile', async () => {
    const { sato, emily, coming, seat, join } = await aboutToJoin();
    const { producerId } = await sato.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
    const isOffered = (one: Awaited<ReturnType<typeof seat>>) =>
      one?.consumers.some((each) => each.producerId === producerId) ?? false;
    await eventually('the sfu has a consumer for her', seat, isOffered);
    // Behind the offer, on the same way to the same process.
    await sato.ask('seat.say', { kind: 'pointer', data: 'offered' });
    await emily.hears('seat.said', ({ data }) => data === 'offered');
    for (let asked = 0; asked < 2; asked += 1) expect(await coming.try('link.look', {})).toBe('seat_state');
    expect(coming.told.map(({ name }) => name)).not.toContain('consumer.opened');
    await join();
    await coming.hears('consumer.opened', ({ consumer }) => consumer.producerId === producerId);
  });

  it('is heard too: who sits beside somebody by herself, once that one has left', async () => {
    const { visitId, sato, emily, grace, seats } = await inRoom();
    const companion = await two.window(grace);
    const { me } = await companion.enter(visitId, null, seats.emily);
    await sato.ask('seat.admit', { seatId: me.seatId });
    const { epoch } = await companion.join();
    const { producerId } = await sato.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
    const held = async () => {
      const { seat } = await link.request('seat.snapshot', { roomId: visitId, epoch }, { seatId: me.seatId });
      return seat?.consumers.find((each) => each.producerId === producerId)?.held;
    };
    const besideOf = async () => {
      const { snapshot } = await companion.resume(visitId, companion.seatToken, null);
      return snapshot.seats.find(({ seatId }) => seatId === me.seatId)?.beside;
    };
    await eventually('she hears nothing of her own', held, (now) => now === true);
    expect(await besideOf()).toBe(seats.emily);
    await emily.ask('visit.leave', {});
    await eventually('she hears the physician', held, (now) => now === false);
    expect(await besideOf()).toBeNull();
  });
});
