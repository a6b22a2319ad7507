import { eventually } from '../support/ears';
import { summary, type BenchResult } from '../bench/result';
import { inSplit } from './talk';
import type { RunningSplit, Talk } from './talk';

const drainSeconds = 10;
const targetMs = 2_500;
const rooms = 4;

/**
 * T3: a node is told to end while four rooms are on it. It takes no new one; the four lose nothing until the deadline;
 * then they are elsewhere, and everybody hears again.
 */
export function fault(progress: (line: string) => void): Promise<BenchResult> {
  return inSplit((running) => drained(running, progress), { SFU_DRAIN_SECONDS: String(drainSeconds) });
}

async function drained(running: RunningSplit, progress: (line: string) => void): Promise<BenchResult> {
  const { split, world, links } = running;
  const leaving = await nameOf(links.get('sfu-1'));
  const staying = await nameOf(links.get('sfu-2'));
  const placeOf = async (talk: Talk) => (await world.room(talk.visitId))?.node_id ?? '';
  const on: Record<string, Talk[]> = { [leaving]: [], [staying]: [] };
  while ((on[leaving]?.length ?? 0) < rooms) {
    const talk = await running.talk();
    on[await placeOf(talk)]?.push(talk);
  }
  const [moved, stayed] = [on[leaving] ?? [], on[staying] ?? []];
  progress(`${moved.length} rooms on the node that ends, ${stayed.length} on the other`);

  const before = [...moved, ...stayed].map(({ missed }) => missed);
  const { pid } = split.process('sfu-1');
  const asked = performance.now();
  process.kill(pid, 'SIGTERM');
  await links.get('sfu-1')?.event('node', ({ data }) => data.draining);
  const late = await running.talk();
  const placed = await placeOf(late);
  progress(`a room that is opened now is on ${placed}`);
  // Close to the deadline: what is lost when the node has gone is not counted.
  await eventually(
    'the deadline is near',
    async () => performance.now() - asked,
    (ms) => ms > drainSeconds * 1000 - 1000,
    drainSeconds * 2000,
  );
  await Promise.all([...moved, ...stayed].map((talk) => talk.both(5)));
  const lost = [...moved, ...stayed].reduce((total, { missed }, at) => total + missed - (before[at] ?? 0), 0);
  progress(`a second before the deadline ${lost} packets are lost`);

  const back = await Promise.all(
    moved.map(async (talk) => {
      const told = talk.windows[0]?.hears('room.moved', ({ epoch }) => epoch > talk.epoch, 60_000);
      await told;
      const since = performance.now();
      await talk.follow();
      await talk.both(1);
      return performance.now() - since;
    }),
  );
  const livedMs = performance.now() - asked - Math.max(...back);
  await Promise.all(stayed.map((talk) => talk.both(5)));
  const ended = () => split.said.find((line) => line.includes('sfu-1 ended'));
  await eventually(
    'it has ended',
    async () => ended(),
    (line) => line !== undefined,
  );
  const code = Number(/ended \((-?\d+)\)/.exec(ended() ?? '')?.[1] ?? -1);
  const unhurt = stayed.reduce((total, { missed }, at) => total + missed - (before[moved.length + at] ?? 0), 0);
  const ours = { ...summary(back, 'ms'), lost, unhurt, code, livedMs: Math.round(livedMs) };
  return {
    bench: 'T3',
    samples: moved.length,
    ours,
    baseline: null,
    ratio: null,
    targets: { maxMs: targetMs, lost: 0, code: 0 },
    met: ours.max <= targetMs && lost === 0 && unhurt === 0 && code === 0 && placed === staying && livedMs > 9_000,
  };
}

async function nameOf(link: RunningSplit['links'] extends ReadonlyMap<string, infer L> ? L | undefined : never) {
  return (await link?.event('node'))?.data.nodeId ?? '';
}
