import * as fs from 'node:fs';

/**
 * When a process started, in the kernel's ticks since boot. Together with the pid it names one process for good: a pid
 * alone is used again. Undefined where the process is gone or the machine has no /proc.
 */
export function startOf(pid) {
  const fields = statOf(pid);
  return fields === undefined || fields[0] === 'Z' ? undefined : Number(fields[19]);
}

function statOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces and brackets itself, so fields are counted after the last one.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Whether the process lives and, where `start` is given, is still the same one. */
export function isAlive(pid, start) {
  if (fs.existsSync('/proc/self/stat')) {
    const now = startOf(pid);
    return now !== undefined && (start === undefined || start === 0 || start === now);
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** This process or another, in the form that `isSame` understands later. */
export const identify = (pid) => ({ pid, start: startOf(pid) ?? 0 });

export const isSame = (who) => Number.isInteger(who?.pid) && isAlive(who.pid, who.start);

/** A process and all that descend from it, as of now; it alone where the machine has no /proc. */
export function treeOf(pid) {
  const all = fs.existsSync('/proc/self/stat') ? fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  const parents = all.map((name) => ({ pid: Number(name), parent: Number(statOf(name)?.[1]) }));
  const tree = [pid];
  for (const above of tree) {
    tree.push(...parents.filter(({ parent }) => parent === above).map((one) => one.pid));
  }
  return tree.map(identify);
}

/** Asks processes to end, waits, and insists. Answers when none of them lives. */
export async function endProcesses(list, { signal = 'SIGTERM', graceMs = 5000 } = {}) {
  const alive = () => list.filter(isSame);
  const send = (what) => {
    for (const who of alive()) {
      try {
        process.kill(who.pid, what);
      } catch {
        // Ended in between, or not ours to end; the caller sees the latter by what stays.
      }
    }
  };
  send(signal);
  const until = performance.now() + graceMs;
  while (alive().length > 0 && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  send('SIGKILL');
  const last = performance.now() + 2000;
  while (alive().length > 0 && performance.now() < last) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return alive();
}
