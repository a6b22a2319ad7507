import type { Page } from 'playwright-core';
import { limits, steps, type LadderSide, type Step } from '@okaeri/contracts';
import { clearestOn, eventually } from '../support/ears';
import { chance, type Counted } from '../support/losses';
import { notedSteps, noteSteps } from '../support/steps';
import { LinkedVisit } from './linked';

type Counts = Record<'audio' | 'video', Counted>;

/** Packets that came to a page and that did not, by kind, from the browser's own statistics. */
const countsOf = (page: Page): Promise<Counts> =>
  page.evaluate(async () => {
    const sums: Counts = { audio: { lost: 0, all: 0 }, video: { lost: 0, all: 0 } };
    for (const peer of (window as unknown as { okaeriPeers: RTCPeerConnection[] }).okaeriPeers) {
      if (peer.connectionState === 'closed') continue;
      const report = await peer.getStats();
      report.forEach(
        (entry: {
          type: string;
          mid: string;
          kind: 'audio' | 'video';
          packetsLost?: number;
          packetsReceived?: number;
        }) => {
          // What probes the link is lost first, and is nobody's.
          if (entry.type !== 'inbound-rtp' || entry.mid === 'probator') return;
          const lost = Math.max(0, entry.packetsLost ?? 0);
          sums[entry.kind].lost += lost;
          sums[entry.kind].all += lost + (entry.packetsReceived ?? 0);
        },
      );
    }
    return sums;
  });
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
/** Whether some come among all, in their order. */
function runsThrough(all: readonly Step[], some: readonly Step[]): boolean {
  let found = 0;
  for (const one of all) if (one === some[found]) found += 1;
  return found === some.length;
}

/** A link of her own that gets narrower, lossy, and wide again. Nobody presses anything. */
describe('what a call gives up on a bad link', () => {
  let visit: LinkedVisit;
  beforeAll(async () => {
    visit = await LinkedVisit.open('ladder');
    await noteSteps(visit.emily.page);
  }, 120_000);
  afterAll(() => visit?.close());

  const stepOf = async (side: LadderSide) =>
    (await visit.emily.page.locator('[data-step-up]').first().getAttribute(`data-step-${side}`)) as Step;
  const both = async () => ({ up: await stepOf('up'), down: await stepOf('down') });
  const at = (step: Step) => steps.indexOf(step);

  /** Ten seconds of what comes through at this step: the sound never loses more than the pictures, and never ends. */
  async function protectsSound(): Promise<void> {
    const pages = [visit.emily.page, visit.sato.page];
    const before = await Promise.all(pages.map(countsOf));
    await new Promise((done) => setTimeout(done, 10_000));
    const after = await Promise.all(pages.map(countsOf));
    for (const [n, name] of ['patient', 'physician'].entries()) {
      const audio = lossBetween(before[n]!.audio, after[n]!.audio);
      const video = lossBetween(before[n]!.video, after[n]!.video);
      process.stdout.write(
        `  ${name}: loss of sound ${audio?.toFixed(3)}, of pictures ${video?.toFixed(3) ?? 'none'}\n`,
      );
      expect(after[n]!.audio.all - before[n]!.audio.all).toBeGreaterThan(200);
      if (audio === null || video === null) continue;
      const by = chance(since(before[n]!.audio, after[n]!.audio), since(before[n]!.video, after[n]!.video));
      expect(audio).toBeLessThanOrEqual(video + Math.max(by, 0.01));
    }
    expect(await clearestOn(visit.sato.page)).toBe('emily');
    expect(await clearestOn(visit.emily.page)).toBe('sato');
  }

  it('gives up nothing at 3000 kb/s', async () => {
    await visit.link.narrow({ downKbps: 3000, upKbps: 3000 });
    await protectsSound();
    expect(await both()).toEqual({ up: 'full', down: 'full' });
  });

  it.each([
    [300, 'low'],
    [110, 'stills'],
    [50, 'audio'],
  ] as const)(
    'at %i kb/s goes down to %s at least, both ways, and the sound goes on',
    async (kbps, step) => {
      await visit.link.narrow({ downKbps: kbps, upKbps: kbps });
      const reached = await eventually(
        'both ways down',
        both,
        ({ up, down }) => at(up) >= at(step) && at(down) >= at(step),
        60_000,
      );
      process.stdout.write(`${kbps} kb/s: ${JSON.stringify(reached)}\n`);
      await protectsSound();
    },
    120_000,
  );

  it('moves again when the link is wide again', async () => {
    await visit.link.narrow(null);
    // How far up it goes waits for what the sfu thinks her link to carry, which it measures by little while little goes over it.
    const reached = await eventually(
      'moving pictures both ways',
      both,
      ({ up, down }) => at(up) <= at('low') && at(down) <= at('low'),
      200_000,
    );
    process.stdout.write(`wide: ${JSON.stringify(reached)}\n`);
    await Promise.all([visit.emily.sees(1), visit.sato.sees(1)]);
  }, 220_000);

  it('keeps the sound at a loss of 8 %', async () => {
    await visit.link.lossy({ up: 80, down: 80 });
    await protectsSound();
    process.stdout.write(`8 %: ${JSON.stringify(await both())}\n`);
  }, 60_000);

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
