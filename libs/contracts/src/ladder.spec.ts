import fc from 'fast-check';
import { climb, firstLadder, helpIn, limits, steps } from './ladder';
import type { LadderSample, LadderState, Step } from './ladder';

const good: LadderSample = { kbps: 3000, audioLoss: 0, videoLoss: 0, roundTripMs: 80, silentMs: 0 };
const silent = (silentMs: number): LadderSample => ({
  ...{ kbps: 0, audioLoss: null, videoLoss: null, roundTripMs: null, silentMs },
});

/** A sample each second, and the step after each. */
function run(from: Step, samples: readonly LadderSample[]): { state: LadderState; seen: Step[] } {
  return follow(from, samples.length, (_, second) => samples[second]!);
}
/** The same where what is seen of a link hangs on what goes over it. */
function follow(from: Step, seconds: number, sampleOn: (step: Step, second: number) => LadderSample) {
  let state = firstLadder(from, 0);
  const seen = Array.from({ length: seconds }, (_, second) => {
    state = climb(state, sampleOn(state.step, second), (second + 1) * 1000);
    return state.step;
  });
  return { state, seen };
}
const times = (sample: LadderSample, count: number) => Array.from({ length: count }, () => sample);
const changesOf = (seen: readonly Step[], from: Step) =>
  seen.flatMap((step, second) => (step === (seen[second - 1] ?? from) ? [] : [{ step, second }]));

describe('the ladder', () => {
  it.each([
    [300, 'low'],
    [110, 'stills'],
    [50, 'audio'],
    [5, 'audio'],
  ] as const)('goes down at once to what %i kb/s carry: %s', (kbps, step) => {
    const { seen } = run('full', times({ ...good, kbps }, 10));
    expect(changesOf(seen, 'full')).toEqual([{ step, second: 2 }]);
  });

  it('takes no single bad second for a bad link', () => {
    const bad = { ...good, audioLoss: 0.5 };
    expect(changesOf(run('full', [bad, good, bad, good, good, bad, good]).seen, 'full')).toEqual([]);
  });

  it.each([
    ['loss of sound', { audioLoss: 0.08 }, 'loss'],
    ['loss of the picture', { videoLoss: 0.2 }, 'loss'],
    ['slowness', { roundTripMs: 2000 }, 'slow'],
    ['narrowness', { kbps: 200 }, 'narrow'],
  ])('goes down for %s', (_, sample, cause) => {
    expect(run('full', times({ ...good, ...sample }, 3)).state).toMatchObject({ step: 'low', cause });
  });

  it('offers to ring after fifteen seconds of nothing, and a message after thirty', () => {
    const nothing = Array.from({ length: 35 }, (_, second) => silent((second + 1) * 1000));
    const changes = changesOf(run('full', nothing).seen, 'full');
    expect(changes.map(({ step }) => step)).toEqual(['callback', 'message']);
    expect(changes.map(({ second }) => second)).toEqual([14, 29]);
  });

  it('offers to ring when the sound is hopeless', () => {
    const { seen } = run('audio', times({ ...good, audioLoss: 0.4 }, 12));
    expect(seen.at(-1)).toBe('callback');
  });

  it('has the sound back three seconds after it flows again', () => {
    expect(changesOf(run('message', times(good, 5)).seen, 'message')).toEqual([{ step: 'audio', second: 3 }]);
  });

  it('offers help to who is cut off again before the minute has a change left', () => {
    const cut = (seconds: number) => Array.from({ length: seconds }, (_, second) => silent((second + 1) * 1000));
    const { state } = run('full', [...cut(20), ...times(good, 4)]);
    expect(state.changes).toHaveLength(2);
    const helped: unknown[] = [];
    cut(31).reduce((before, sample, second) => {
      const nowMs = 25_000 + second * 1000;
      const after = climb(before, sample, nowMs);
      const help = helpIn(after, sample, nowMs);
      if (help !== (helped.at(-1) ?? null)) helped.push(second + 1, help);
      expect(after.step).toBe('full');
      return after;
    }, state);
    expect(helped).toEqual([15, 'callback', 30, 'message']);
  });

  it('goes on after a cut with what went before it', () => {
    const cut = Array.from({ length: 20 }, (_, second) => silent((second + 1) * 1000));
    expect(changesOf(run('low', [...cut, ...times(good, 5)]).seen, 'low')).toEqual([
      { step: 'callback', second: 14 },
      { step: 'low', second: 23 },
    ]);
  });

  it('climbs a step after twelve calm seconds, where the link has room', () => {
    expect(changesOf(run('low', times(good, 14)).seen, 'low')).toEqual([{ step: 'full', second: 12 }]);
    expect(changesOf(run('low', times({ ...good, kbps: 500 }, 30)).seen, 'low')).toEqual([]);
    // Nothing measures what pictures would need.
    expect(run('audio', times({ ...good, kbps: 40 }, 13)).seen.at(-1)).toBe('stills');
  });

  it('tries what is full after thirty calm seconds, and less at once, where nothing is known of the link', () => {
    const unknown = { ...good, kbps: null };
    expect(changesOf(run('low', times(unknown, 32)).seen, 'low')).toEqual([{ step: 'full', second: 30 }]);
    expect(changesOf(run('stills', times(unknown, 14)).seen, 'stills')).toEqual([{ step: 'low', second: 12 }]);
  });

  it('tries a way up after thirty calm seconds, whatever is thought of the link', () => {
    // What the link is thought to carry grows with what goes over it.
    const { seen } = follow('low', 120, (step) => ({ ...good, kbps: step === 'full' ? 900 : 290 }));
    expect(changesOf(seen, 'low')).toEqual([{ step: 'full', second: 30 }]);
  });

  it('tries it ever more rarely where it is none, and forgets that when one was', () => {
    const narrow = { ...good, kbps: 290 };
    const { seen } = follow('low', 900, () => narrow);
    const up = changesOf(seen, 'low').filter(({ step }) => step === 'full');
    const waits = up.map(({ second }, n) => second - (up[n - 1]?.second ?? 0));
    // Each try lasts three seconds until it is known for none.
    expect(waits.map((wait) => Math.round(wait / 10) * 10)).toEqual([30, 60, 120, 240, 240]);
    const wide = follow('low', 400, (step, second) => (step === 'full' && second < 100 ? narrow : good));
    expect(wide.state).toMatchObject({ step: 'full', backoff: 0 });
  });

  it('waits longer after a way up that was none', () => {
    const up = run('audio', times({ ...good, kbps: 40 }, 13)).state;
    const failed = times({ ...good, kbps: 40 }, 3).reduce(
      (state, sample, n) => climb(state, sample, 14_000 + n * 1000),
      up,
    );
    expect(failed).toMatchObject({ step: 'audio', backoff: 1 });
  });

  it.each(steps)('is full again after five good minutes from %s', (step) => {
    expect(run(step, times(good, 300)).state.step).toBe('full');
  });
});

const sample: fc.Arbitrary<LadderSample> = fc.record({
  kbps: fc.option(fc.integer({ min: 0, max: 3000 })),
  audioLoss: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  videoLoss: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  roundTripMs: fc.option(fc.integer({ min: 0, max: 5000 })),
  silentMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60_000 })),
});
/** Links hold for a while, then are otherwise. */
const link = fc.array(fc.tuple(fc.oneof(fc.constant(good), sample), fc.integer({ min: 1, max: 40 })), {
  maxLength: 20,
});

it('changes at most three times in any minute, and never climbs twice within twelve seconds', () => {
  fc.assert(
    fc.property(fc.constantFrom(...steps), link, (from, spans) => {
      const changes = changesOf(
        run(
          from,
          spans.flatMap(([each, seconds]) => times(each, seconds)),
        ).seen,
        from,
      );
      for (const [n, { second }] of changes.entries()) {
        const fourth = changes[n + limits.mostPerMinute];
        if (fourth) expect(fourth.second - second).toBeGreaterThanOrEqual(60);
      }
      // The sound comes back at once, whenever it does: that is no climbing.
      const up = changes.filter(({ step }, n) => {
        const before = steps.indexOf(changes[n - 1]?.step ?? from);
        return before < steps.indexOf('callback') && steps.indexOf(step) < before;
      });
      for (const [n, { second }] of up.entries()) {
        const next = up[n + 1];
        if (next) expect(next.second - second).toBeGreaterThanOrEqual(12);
      }
    }),
    { numRuns: 2000 },
  );
}, 60_000);
