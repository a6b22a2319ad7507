import { randomInt } from 'node:crypto';
import { sfuSecret, startReadySfu } from '../support/sfu';
import type { SfuLink, SfuProcess } from '../support/sfu';
import { Signaling } from '../support/socket-signaling';
import { until } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';
import { playSound, soundEvents, SoundRoom } from '../support/sound-room';

const seed = Number(process.env['OKAERI_SEED'] ?? randomInt(1_000_000));

describe(`five hundred things said about sound, over two processes (seed ${seed})`, () => {
  let world: SocketWorld;
  let sfu: SfuProcess;
  let link: SfuLink;
  let processes: Signaling[];

  beforeAll(async () => {
    world = await SocketWorld.open();
    ({ sfu, link } = await startReadySfu());
    const start = () => Signaling.start({ database: world.url, sfus: [sfu.url], secret: sfuSecret });
    processes = [await start(), await start()];
    for (const each of processes) await until('ready', async () => (await each.readiness()).status === 200);
  }, 60_000);

  afterAll(async () => {
    for (const each of processes) await each.stop();
    await link.close();
    await sfu.stop();
    await world.close();
  });

  it('has everybody hear exactly whom the rules say, at the sfu and in what the windows know', async () => {
    const room = await SoundRoom.open({
      world,
      open: (somebody, at) => (processes[at % processes.length] as Signaling).window(somebody),
      link: () => link,
    });
    await playSound(room, soundEvents(seed, 500), `seed ${seed}`);
  }, 300_000);
});
