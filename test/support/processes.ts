import { readdirSync, readFileSync } from 'node:fs';

/** Every process below `root`, itself included, as the kernel tells it now. Linux only. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const parent = parentOf(Number(entry));
    if (parent === null) continue;
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const tree = [root];
  for (let i = 0; i < tree.length; i++) tree.push(...(children.get(tree[i] ?? -1) ?? []));
  return tree;
}

/** Proportional set size in MB of a process tree: shared pages are counted once over all who share them. */
export function pssOf(root: number): number {
  let kilobytes = 0;
  for (const pid of processTree(root)) {
    try {
      const line = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
      kilobytes += Number(line?.[1] ?? 0);
    } catch {
      // It ended between the listing and the reading.
    }
  }
  return kilobytes / 1024;
}

function parentOf(pid: number): number | null {
  try {
    // The command name may hold spaces and brackets: what follows the last bracket is safe to split.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

/** Processes below `root` whose command line contains `part`. */
export function childrenNamed(root: number, part: string): number[] {
  return processTree(root).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(part);
    } catch {
      return false;
    }
  });
}
