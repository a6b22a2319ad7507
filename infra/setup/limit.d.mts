import type { ChildProcess } from 'node:child_process';
import type { Identity } from './processes.mjs';

export interface End {
  code?: number | null;
  signal?: NodeJS.Signals | null;
  late: boolean;
}
export function endWithin(
  limitMs: number,
  child: ChildProcess,
  options?: { more?: () => Identity[]; graceMs?: number },
): Promise<End>;
