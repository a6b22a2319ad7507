import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something holds; looks again every so often, and fails with what was asked when it does not in time. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs = 10_000, everyMs = 20): Promise<void> {
  const late = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > late) throw new Error(`Did not become true within ${withinMs} ms: ${String(holds)}`);
    await pause(everyMs);
  }
}
