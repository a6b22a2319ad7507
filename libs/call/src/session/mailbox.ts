/**
 * Events that overtake the answer which they belong to: they wait until it is there, and then come in their order.
 * Several answers may be awaited at once.
 */
export interface Mailbox {
  await(): void;
  answered(): void;
  deliver(event: () => void): void;
  empty(): void;
}

export function createMailbox(): Mailbox {
  let waiting: (() => void)[] = [];
  let awaited = 0;
  return {
    await() {
      awaited += 1;
    },
    answered() {
      awaited -= 1;
      if (awaited > 0) return;
      const events = waiting;
      waiting = [];
      for (const event of events) event();
    },
    deliver(event) {
      if (awaited > 0) waiting.push(event);
      else event();
    },
    empty() {
      waiting = [];
    },
  };
}
