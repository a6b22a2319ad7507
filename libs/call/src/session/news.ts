/**
 * Notices that the visit has changed. Around a join they are held back, because reading again costs processor and server
 * time that the first pictures need more; several that came meanwhile are told as one.
 */
export interface News {
  /** A notice with the visit's version. `calm`: nobody is in a hurry for it. */
  hear(version: number, calm: boolean): void;
  /** Until `quietFor`. */
  quiet(): void;
  quietFor(ms: number): void;
  forget(): void;
}

/** Somebody else may be joining at this very moment. */
const calmMs = 400;

export function followNews(later: (ms: number, task: () => void) => void, tell: (version: number) => void): News {
  let newest = -1;
  let quiet = false;
  let turn = 0;

  function out(): void {
    if (newest < 0) return;
    const version = newest;
    newest = -1;
    tell(version);
  }
  const news: News = {
    hear(version, calm) {
      newest = Math.max(newest, version);
      if (quiet) return;
      if (calm) news.quietFor(calmMs);
      else out();
    },
    quiet() {
      quiet = true;
      turn += 1;
    },
    quietFor(ms) {
      news.quiet();
      const mine = turn;
      later(ms, () => {
        if (mine !== turn) return;
        quiet = false;
        out();
      });
    },
    forget() {
      newest = -1;
      quiet = false;
      turn += 1;
    },
  };
  return news;
}
