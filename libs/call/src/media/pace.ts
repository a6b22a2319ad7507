/** Fewer pictures a second than this for so long, and a face is harder to read than a room behind it. */
export const pace = { framesPerSecond: 15, overMs: 3000 } as const;

/**
 * Whether pictures are worked on fast enough, by the time that each one takes: a camera that makes few of them by itself, as
 * in the dark, is not slow, nor is a page that nobody looks at.
 */
export function createPace(startMs: number) {
  let since = startMs;
  let done = 0;
  let worked = 0;
  return {
    /** One more was drawn, in `workMs`. Pictures a second after each three seconds, and whether there could not be enough. */
    drawn(nowMs: number, workMs: number): { framesPerSecond: number; slow: boolean } | null {
      done += 1;
      worked += workMs;
      const ms = nowMs - since;
      if (ms < pace.overMs) return null;
      const said = { framesPerSecond: (done * 1000) / ms, slow: worked > (done * 1000) / pace.framesPerSecond };
      since = nowMs;
      done = 0;
      worked = 0;
      return said;
    },
    /** What is not looked at is not counted. */
    rest(nowMs: number): void {
      since = nowMs;
      done = 0;
      worked = 0;
    },
  };
}
