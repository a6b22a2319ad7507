import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { processTree } from './processes';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK']).toString());

/** Milliseconds of processor time that these processes, with all below them, have used since they began. */
export function cpuOf(roots: readonly number[]): number {
  const ticks = roots.flatMap(processTree).map((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // After the command's name, which may hold anything: user time is the 12th word, system time the 13th.
      const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(words[11]) + Number(words[12]);
    } catch {
      return 0;
    }
  });
  return (ticks.reduce((sum, one) => sum + one, 0) * 1000) / ticksPerSecond;
}

/** Puts a process with all below it, and all of their threads, on one core. */
export function pin(root: number, core: number): void {
  for (const pid of processTree(root)) execFileSync('taskset', ['-a', '-p', '-c', String(core), String(pid)]);
}
