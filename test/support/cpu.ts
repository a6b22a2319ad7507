import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { processTree } from './processes';

/**
 * Milliseconds of processor time that the threads of these processes, with all below them, have used since they began.
 * To the nanosecond (Linux, Documentation/scheduler/sched-stats.rst): the ticks of `stat` are a hundredth of a second,
 * which is a hundredth of what a busy process uses in one. A thread that has ended counts no more.
 */
export function cpuOf(roots: readonly number[]): number {
  return roots.flatMap(processTree).reduce((sum, pid) => sum + nanosecondsOf(pid), 0) / 1e6;
}

function nanosecondsOf(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const spent = threads.map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    );
    return spent.reduce((sum, one) => sum + one, 0);
  } catch {
    // It ended between the listing and the reading.
    return 0;
  }
}

/** Puts a process with all below it, and all of their threads, on one core. */
export function pin(root: number, core: number): void {
  for (const pid of processTree(root)) execFileSync('taskset', ['-a', '-p', '-c', String(core), String(pid)]);
}
