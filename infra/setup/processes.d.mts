export interface Identity {
  pid: number;
  start: number;
}
export function startOf(pid: number): number | undefined;
export function isAlive(pid: number, start?: number): boolean;
export function identify(pid: number): Identity;
export function isSame(who: Identity | undefined): boolean;
export function treeOf(pid: number): Identity[];
export function endProcesses(
  list: Identity[],
  options?: { signal?: NodeJS.Signals; graceMs?: number },
): Promise<Identity[]>;
