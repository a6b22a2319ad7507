import type { Identity } from './processes.mjs';

export interface LockOwner extends Identity {
  children?: Identity[];
}
export function lockOwner(file: string): LockOwner | undefined;
export function tryLock(file: string, owner?: LockOwner): boolean;
export function holdLock(
  file: string,
  options?: { onWait?: (owner: LockOwner) => void; pollMs?: number },
): Promise<() => void>;
export function noteChildren(file: string, pids: number[]): void;
