import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { endProcesses, identify } from './processes.mjs';
import { root } from './paths.mjs';

const ofClone = createHash('sha256').update(root).digest('hex').slice(0, 12);

/** The start of the mark that everything started for one purpose in this clone carries in its environment. */
export const markPrefix = (purpose) => `${ofClone}-${purpose}-`;

/**
 * Processes with this start of a mark. Children of children are found as well, and those whose parent is gone, which no
 * list of pids would hold.
 */
export function markedProcesses(prefix) {
  if (!fs.existsSync('/proc')) {
    return [];
  }
  const wanted = `OKAERI_MARK=${prefix}`;
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && environmentOf(name).startsWith(wanted))
    .map((name) => identify(Number(name)));
}

/** From the mark on; a zero byte lies between two variables. */
function environmentOf(pid) {
  try {
    const text = `\0${fs.readFileSync(`/proc/${pid}/environ`, 'latin1')}`;
    return text.slice(text.indexOf('\0OKAERI_MARK=') + 1);
  } catch {
    return '';
  }
}

/** Ends what an earlier run left behind. Answers with how many there were. */
export async function endLeftovers(prefix) {
  const left = markedProcesses(prefix);
  await endProcesses(left);
  return left.length;
}
