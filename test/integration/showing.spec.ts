import { randomUUID } from 'node:crypto';
import { sfuSecret, startSfu } from '../support/sfu';
import type { SfuProcess } from '../support/sfu';
import { Signaling } from '../support/socket-signaling';
import { arrivalInToronto, until } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL, two signalling processes and their sfu. */
describe('what is shown to everybody', () => {
  let world: SocketWorld;
  let sfu: SfuProcess;
  let one: Signaling;
  let two: Signaling;

  beforeAll(async () => {
    world = await SocketWorld.open();
    sfu = await startSfu();
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
    await sfu?.stop();
    await world?.close();
  });

  async function inRoom() {
    const visit = await world.visit();
    const sato = await one.window(visit.physician);
    await sato.enter(visit.visitId);
    await sato.join();
    const emily = await two.window(visit.patient);
    const { me } = await emily.enter(visit.visitId, arrivalInToronto);
    await sato.ask('seat.admit', { seatId: me.seatId });
    await emily.join();
    const seats = { sato: String(sato.snapshot?.me.seatId), emily: me.seatId };
    return { ...visit, sato, emily, seats };
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
});
