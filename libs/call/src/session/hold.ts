import { CallFailure } from '../link/failure';

/** Longer than a connection needs to come back, shorter than a person's patience with a button. */
const patienceMs = 6000;

/** Whether the connection that is there holds the seat. */
export interface Hold {
  readonly held: boolean;
  set(held: boolean): void;
  /** Settles when it does. A connection that has just come back does not yet, and what it said would be refused. */
  wait(): Promise<void>;
}

export function createHold(): Hold {
  const waiting = new Set<() => void>();
  let held = false;
  return {
    get held() {
      return held;
    },
    set(now) {
      held = now;
      if (!held) return;
      for (const go of waiting) go();
      waiting.clear();
    },
    wait() {
      if (held) return Promise.resolve();
      return new Promise((done, failed) => {
        const late = setTimeout(() => {
          waiting.delete(go);
          failed(new CallFailure('unavailable'));
        }, patienceMs);
        const go = () => {
          clearTimeout(late);
          done();
        };
        waiting.add(go);
      });
    },
  };
}
