import { endProcesses, treeOf } from './processes.mjs';

/**
 * Waits for a child to end: its exit code, or the signal that ended it. Past the limit it is ended with all that it
 * started, and with what `more` finds of it beside, and the answer is `late`.
 */
export async function endWithin(limitMs, child, { more = () => [], graceMs } = {}) {
  let timer;
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, late: false }));
  });
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve({ late: true }), limitMs);
  });
  try {
    const how = await Promise.race([ended, late]);
    if (how.late) {
      await endProcesses([...treeOf(child.pid), ...more()], { graceMs });
    }
    return how;
  } finally {
    clearTimeout(timer);
  }
}
