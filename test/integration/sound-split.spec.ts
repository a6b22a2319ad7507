import { randomInt } from 'node:crypto';
import { SfuLink } from '../support/sfu';
import { Window } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';
import { playSound, soundEvents, SoundRoom } from '../support/sound-room';
import { Split } from '../support/split';

const seed = Number(process.env['OKAERI_SEED'] ?? randomInt(1_000_000));

describe(`a hundred things said about sound, in the processes as they run for people (seed ${seed})`, () => {
  let split: Split;
  let world: SocketWorld;
  const links = new Map<string, SfuLink>();
  const windows: Window[] = [];

  beforeAll(async () => {
    split = await Split.start({ OKAERI_DEMO: '0' });
    world = await SocketWorld.open(split.databaseUrl);
    for (const name of ['sfu-1', 'sfu-2']) {
      const link = await SfuLink.open(split.process(name));
      links.set((await link.event('node')).data.nodeId, link);
    }
  }, 120_000);
  afterAll(async () => {
    for (const window of windows) window.close();
    for (const link of links.values()) await link.close();
    await world.close();
    await split.stop();
  }, 60_000);

  it('has everybody hear exactly whom the rules say', async () => {
    const room = await SoundRoom.open({
      world,
      open: async (somebody, at) => {
        const { port } = split.process(`signaling-${(at % 2) + 1}`);
        const window = await Window.open(`http://127.0.0.1:${port}`, somebody);
        windows.push(window);
        return window;
      },
      link: (nodeId) => links.get(nodeId) as SfuLink,
    });
    await playSound(room, soundEvents(seed, 100), `split, seed ${seed}`);
  }, 120_000);
});
