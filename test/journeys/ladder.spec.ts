import type { Page } from 'playwright-core';
import { limits, steps, type LadderSide, type Step } from '@okaeri/contracts';
import { clearlyHeardBy, eventually } from '../support/ears';
import { chance, lossOf, noteLosses, notedLosses, type Counted } from '../support/losses';
import { notedSteps, noteSteps } from '../support/steps';
import { seatsOf } from './interpreters';
import { LinkedVisit } from './linked';

type Counts = Record<'audio' | 'video', Counted>;

/** Packets of one person that came to a page and that did not, by kind, from the browser's own statistics. */
const countsOf = (page: Page, seatId: string): Promise<Counts> =>
  page.evaluate(async (seat) => {
    const sums: Counts = { audio: { lost: 0, all: 0 }, video: { lost: 0, all: 0 } };
    for (const peer of (window as unknown as { okaeriPeers: RTCPeerConnection[] }).okaeriPeers) {
      if (peer.connectionState === 'closed') continue;
      // Each person is a stream of her own.
      const sections = peer.remoteDescription?.sdp.split('\r\nm=') ?? [];
      const hers = sections.filter((section) => section.includes(`a=msid:${seat} `));
      const mids = new Set(hers.map((section) => /a=mid:(\S+)/.exec(section)?.[1]));
      (await peer.getStats()).forEach((entry: RTCInboundRtpStreamStats) => {
        if (entry.type !== 'inbound-rtp' || !mids.has(entry.mid)) return;
        const lost = Math.max(0, entry.packetsLost ?? 0);
        const sum = sums[entry.kind as 'audio' | 'video'];
        sum.lost += lost;
        sum.all += lost + (entry.packetsReceived ?? 0);
      });
    }
    return sums;
  }, seatId);
/** A packet that was given up before and comes after all makes the count smaller: these seconds have lost nothing by it. */
const since = (before: Counted, after: Counted): Counted => ({
  lost: Math.max(0, after.lost - before.lost),
  all: after.all - before.all,
});
const lossBetween = (before: Counted, after: Counted): number | null => {
  const { lost, all } = since(before, after);
  return all < 20 ? null : lost / all;
};

const lastsMs = 15_000;
const drainMs = 4000;
/** Whether some come among all, in their order. */
function runsThrough(all: readonly Step[], some: readonly Step[]): boolean {
  let found = 0;
  for (const one of all) if (one === some[found]) found += 1;
  return found === some.length;
}

/**
 * The patient's own link gets narrower, lossy, and wide again, while an interpreter speaks to her and her physician listens.
 * Nobody presses anything.
 */
describe('what a call gives up on a bad link', () => {
  let visit: LinkedVisit;
  let pages: { name: string; page: Page; from: string; heard: string[] }[];
  beforeAll(async () => {
    visit = await LinkedVisit.open('ladder', ['--use-fake-device-for-media-stream=fps=10']);
    const { emily, sato } = visit;
    const mori = await visit.join('mori');
    await mori.press('interpret-en');
    await sato.press('microphone');
    await Promise.all([emily.hears('mori'), sato.hears('emily', 'mori'), emily.sees(2), sato.sees(2)]);
    const seats = new Map([...(await seatsOf(visit.standalone, visit.visitId))].map(([seat, name]) => [name, seat]));
    pages = [
      { name: 'patient', page: emily.page, from: seats.get('mori')!, heard: ['mori'] },
      { name: 'physician', page: sato.page, from: seats.get('emily')!, heard: ['emily', 'mori'] },
    ];
    await noteSteps(emily.page);
    await noteLosses(emily.page, seats.get('mori')!);
  }, 120_000);
  afterAll(() => visit?.close());

  const stepOf = async (side: LadderSide) =>
    (await visit.emily.page.locator('[data-step-up]').first().getAttribute(`data-step-${side}`)) as Step;
  const both = async () => ({ up: await stepOf('up'), down: await stepOf('down') });
  const at = (step: Step) => steps.indexOf(step);

  /** What ten seconds bring of each, `lastingly` on one step: what a way up loses that is none is the price of trying it. */
  async function tenSeconds(lastingly: boolean): Promise<[Counts[], Counts[]]> {
    const look = () => Promise.all(pages.map(({ page, from }) => countsOf(page, from)));
    for (;;) {
      const steps = await notedSteps(visit.emily.page);
      // What was on its way when a step was changed is lost as that of the step before.
      const drained = (steps.at(-1)?.at ?? 0) + drainMs;
      const now = await visit.emily.page.evaluate(() => performance.timeOrigin + performance.now());
      if (lastingly) await new Promise((done) => setTimeout(done, drained - now));
      const before = await look();
      await new Promise((done) => setTimeout(done, 10_000));
      const after = await look();
      if (!lastingly || (await notedSteps(visit.emily.page)).length === steps.length) return [before, after];
    }
  }

  /** Ten seconds of what comes through at this step: the sound never loses more than the pictures, and never ends. */
  async function protectsSound(most = 1): Promise<void> {
    const [before, after] = await tenSeconds(most < 1);
    for (const [n, { name, page, heard }] of pages.entries()) {
      const audio = lossBetween(before[n]!.audio, after[n]!.audio);
      const video = lossBetween(before[n]!.video, after[n]!.video);
      process.stdout.write(
        `  ${name}: loss of sound ${audio?.toFixed(3)}, of pictures ${video?.toFixed(3) ?? 'none'}\n`,
      );
      expect(after[n]!.audio.all - before[n]!.audio.all).toBeGreaterThan(200);
      expect(audio).toBeLessThan(most);
      await eventually(
        `the ${name} hears ${heard.join(' and ')}`,
        () => clearlyHeardBy(page),
        (clear) => clear.join() === heard.join(),
        3000,
      );
      if (audio === null || video === null) continue;
      const by = chance(since(before[n]!.audio, after[n]!.audio), since(before[n]!.video, after[n]!.video));
      expect(audio).toBeLessThanOrEqual(video + Math.max(by, 0.01));
    }
  }

  it('gives up nothing at 3000 kb/s', async () => {
    await visit.link.narrow({ downKbps: 3000, upKbps: 3000 });
    await protectsSound();
    expect(await both()).toEqual({ up: 'full', down: 'full' });
  });

  it.each([
    [300, 'low', 1],
    [110, 'stills', 1],
    [50, 'audio', 0.1],
  ] as const)(
    'at %i kb/s goes down to %s at least, both ways, and the sound goes on',
    async (kbps, step, most) => {
      await visit.link.narrow({ downKbps: kbps, upKbps: kbps });
      const reached = await eventually(
        'both ways down',
        both,
        ({ up, down }) => at(up) >= at(step) && at(down) >= at(step),
        60_000,
      );
      process.stdout.write(`${kbps} kb/s: ${JSON.stringify(reached)}\n`);
      await protectsSound(most);
    },
    200_000,
  );

  it('is full again when the link is wide again', async () => {
    await visit.link.narrow(null);
    await eventually('full again', both, ({ up, down }) => up === 'full' && down === 'full', 200_000);
    await Promise.all([visit.emily.sees(2), visit.sato.sees(2)]);
  }, 220_000);

  it('keeps the sound at a loss of 8 %', async () => {
    await visit.link.lossy({ up: 80, down: 80 });
    await protectsSound();
    process.stdout.write(`8 %: ${JSON.stringify(await both())}\n`);
  }, 60_000);

  it('has lost no more of the interpreter than of pictures on any step', async () => {
    const losses = await notedLosses(visit.emily.page);
    const compared = steps.filter((step) => (losses[step]?.pictures.all ?? 0) >= 20);
    for (const step of compared) {
      const { voice, pictures } = losses[step]!;
      process.stdout.write(
        `${step}: lost of the interpreter ${voice.lost} of ${voice.all}, of pictures ${pictures.lost} of ${pictures.all}\n`,
      );
      expect(lossOf(voice)).toBeLessThanOrEqual(lossOf(pictures) + Math.max(chance(voice, pictures), 0.01));
    }
    expect(compared.length).toBeGreaterThanOrEqual(2);
  });

  it('asks for no packet again that was sent only to find out what the link carries', async () => {
    const probes = await visit.emily.page.evaluate(async () => {
      const found: { received: number; asked: number }[] = [];
      for (const peer of (window as unknown as { okaeriPeers: RTCPeerConnection[] }).okaeriPeers) {
        if (peer.connectionState === 'closed') continue;
        (await peer.getStats()).forEach((entry: RTCInboundRtpStreamStats) => {
          if (entry.type !== 'inbound-rtp' || entry.mid !== 'probator') return;
          found.push({ received: entry.packetsReceived ?? 0, asked: entry.nackCount ?? 0 });
        });
      }
      return found;
    });
    expect(probes.some(({ received }) => received > 0)).toBe(true);
    expect(probes.map(({ asked }) => asked)).toEqual(probes.map(() => 0));
  });

  it('has changed no more than three times in any minute, and never paused the microphone', async () => {
    const changes = await notedSteps(visit.emily.page);
    process.stdout.write(
      `${changes.map((one) => `${Math.round(one.at / 1000)} ${one.side} ${one.step}`).join(', ')}\n`,
    );
    for (const side of ['up', 'down']) {
      const times = changes.filter((one) => one.side === side).map((one) => one.at);
      for (const [n, time] of times.entries()) {
        const fourth = times[n + limits.mostPerMinute];
        if (fourth !== undefined) expect(fourth - time).toBeGreaterThanOrEqual(59_000);
      }
    }
  });

  it('has written each step that lasted into the visit, and no other', async () => {
    const changes = await notedSteps(visit.emily.page);
    const written = await visit.standalone.query<{ side: LadderSide; step: Step }>(
      `select side, step from visit_step join seat on seat.id = seat_id
       where visit_step.visit_id = $1 and seat.role = 'patient' and step <> 'callback' order by from_at`,
      [visit.visitId],
    );
    for (const side of ['up', 'down'] as const) {
      // That nothing at all was heard of her is the server's own word, and none of her page's changes.
      const of = <T extends { side: string; step: Step }>(all: readonly T[]) =>
        all.filter((one) => one.side === side && one.step !== 'callback');
      const told = of(changes);
      // On a link this bad a report comes seconds late: then what lasted shorter is no step of its own.
      const lasted = told.filter(({ at: since }, n) => (told[n + 1]?.at ?? Infinity) - since > lastsMs);
      const kept = of(written).map(({ step }) => step);
      process.stdout.write(`written of ${side}: ${kept.join(', ')}\n`);
      expect(
        runsThrough(
          kept,
          lasted.map(({ step }) => step),
        ),
      ).toBe(true);
      expect(
        runsThrough(
          told.map(({ step }) => step),
          kept,
        ),
      ).toBe(true);
    }
  });
});
