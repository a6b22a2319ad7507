import { Split } from '../support/split';
import { arrivalInToronto, sound, until, Window } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';

/** T2 of the fault list, on real processes behind one port. */
describe('signaling in several processes', () => {
  let split: Split;
  let world: SocketWorld;
  const windows: Window[] = [];

  beforeAll(async () => {
    split = await Split.start({ OKAERI_DEMO: '0' });
    world = await SocketWorld.open(split.databaseUrl);
  }, 120_000);
  afterAll(async () => {
    for (const window of windows) window.close();
    await world.close();
    await split.stop();
  }, 60_000);

  async function window(...[url, somebody]: Parameters<typeof Window.open>): Promise<Window> {
    const opened = await Window.open(url, somebody);
    windows.push(opened);
    return opened;
  }

  it('a process is killed: its window comes back through the same port, and the media never stopped', async () => {
    const { visitId, patient, physician } = await world.visit();
    const direct = (name: string) => `http://127.0.0.1:${split.process(name).port}`;
    const sato = await window(direct('signaling-2'), physician);
    await sato.enter(visitId);
    await sato.join();
    const emily = await window(direct('signaling-1'), patient);
    const { me } = await emily.enter(visitId, arrivalInToronto);
    await sato.ask('seat.admit', { seatId: me.seatId });
    const { epoch } = await emily.join();
    const { producerId } = await emily.ask('producer.create', { source: 'microphone', rtpParameters: sound() });
    await sato.hears('consumer.opened');

    const { pid } = split.process('signaling-1');
    process.kill(pid, 'SIGKILL');
    await until('cut off', () => !emily.connected);
    const back = await window(split.origin, patient);
    const { snapshot, room } = await back.resume(visitId, emily.seatToken, epoch);
    expect(snapshot.me.state).toBe('joined');
    expect(room?.producers.map(({ id }) => id)).toEqual([producerId]);
    expect(sato.told.some(({ name }) => name === 'consumer.closed' || name === 'room.moved')).toBe(false);

    await split.ready();
    expect(split.process('signaling-1').pid).not.toBe(pid);
  }, 60_000);

  it('what one process changes, the windows of the other hear once', async () => {
    const { visitId, patient, physician } = await world.visit();
    const sato = await window(`http://127.0.0.1:${split.process('signaling-2').port}`, physician);
    await sato.enter(visitId);
    const emily = await window(`http://127.0.0.1:${split.process('signaling-1').port}`, patient);
    const { me, version } = await emily.enter(visitId, arrivalInToronto);
    await sato.hears('notice', (notice) => notice.version === version);
    await sato.ask('seat.admit', { seatId: me.seatId });
    await emily.hears('notice', (notice) => notice.topic === 'visit' && notice.version === version + 1);
    // What comes twice has come by the time the next one is here.
    await sato.ask('visit.leave', {});
    await emily.hears('notice', (notice) => notice.topic === 'visit' && notice.version === version + 2);
    const versions = emily.told.flatMap(({ name, data }) =>
      name === 'notice' && 'version' in data ? [data.version] : [],
    );
    expect(versions).toEqual([...new Set(versions)]);
  }, 60_000);
});
