import { createPace } from './pace';

/** What is said after three seconds of pictures that come each so often and take so long. */
function said(everyMs: number, workMs: number, startMs = 0, watch = createPace(startMs)) {
  for (let at = startMs + everyMs; ; at += everyMs) {
    const now = watch.drawn(at, workMs);
    if (now) return now;
  }
}

describe('the pace of what is done to a picture', () => {
  it.each([
    ['a fast device', 33, 12, { slow: false }],
    ['a slow one', 140, 138, { slow: true }],
    ['just fast enough', 66, 66, { slow: false }],
    ['a camera in the dark, which makes eight a second by itself', 125, 12, { slow: false }],
    ['a camera in the dark, at a device that could not do more', 125, 110, { slow: true }],
  ])('%s', (_, everyMs, workMs, wanted) => {
    const { framesPerSecond, slow } = said(everyMs, workMs);
    expect(slow).toBe(wanted.slow);
    expect(framesPerSecond).toBeCloseTo(1000 / everyMs, 0);
  });

  it('leaves out what was not looked at', () => {
    const watch = createPace(0);
    for (let at = 1000; at <= 60_000; at += 1000) {
      expect(watch.drawn(at, 900)).toBeNull();
      watch.rest(at);
    }
    expect(said(33, 12, 60_000, watch).slow).toBe(false);
  });
});
