import type { LadderSide, Step, StepCause } from '@okaeri/contracts';
import { asFailure } from '../link/failure';

export interface StepChange {
  side: LadderSide;
  step: Step;
  cause: StepCause;
}

export interface Unsaid {
  add(now: number, change: StepChange): void;
  /** Says what has not been said, in its order, one after the other. Called again and again. */
  say(): void;
}

/** As many as a link that is bad for minutes may bring; of more, the newest count. */
const most = 30;

/**
 * Changes that the server is still to be told. One that could not be said waits, for a connection or for the room to be
 * back; `send` rejects until then. How long ago one was is counted when it is said: on a bad link an answer takes seconds,
 * in which the next one comes.
 */
export function unsaidSteps(
  send: (change: StepChange & { agoMs: number }) => Promise<unknown>,
  clock: () => number,
): Unsaid {
  let waiting: { at: number; change: StepChange }[] = [];
  let saying = false;

  async function sayAll(): Promise<void> {
    for (let next = waiting[0]; next; next = waiting[0]) {
      const { at, change } = next;
      try {
        await send({ ...change, agoMs: Math.round(clock() - at) });
      } catch (error) {
        const failure = asFailure(error);
        if (failure.passing || failure.code === 'seat_state') return;
      }
      waiting = waiting.filter((one) => one !== next);
    }
  }

  return {
    add(at, change) {
      waiting = [...waiting, { at, change }].slice(-most);
    },
    say() {
      if (saying || waiting.length === 0) return;
      saying = true;
      void sayAll().finally(() => (saying = false));
    },
  };
}
