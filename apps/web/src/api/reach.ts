import { useSyncExternalStore } from 'react';

/** Whether the server answers. One place knows it, so that one banner says it and one probe ends it. */
const firstProbeMs = 1000;
const slowestProbeMs = 5000;

let lost = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function probeIn(ms: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void probe(ms), ms);
}

async function probe(ms: number): Promise<void> {
  try {
    const response = await fetch('/api/session', { credentials: 'same-origin', cache: 'no-store' });
    if (response.ok) {
      reach.found();
      return;
    }
  } catch {
    // Still away; the next probe will see.
  }
  probeIn(Math.min(ms * 1.5, slowestProbeMs));
}

export const reach = {
  lost(): void {
    if (lost) return;
    lost = true;
    probeIn(firstProbeMs);
    tell();
  },
  found(): void {
    if (!lost) return;
    lost = false;
    clearTimeout(timer);
    tell();
  },
  isLost: (): boolean => lost,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => reach.lost());
  // The browser knows of its network first: ask at once instead of at the next turn.
  window.addEventListener('online', () => {
    if (lost) probeIn(0);
  });
}

/** For a script that could not be loaded: browsers remember that it failed, so only a new page can ask for it again. */
export function reloadWhenFound(): void {
  reach.subscribe(() => {
    if (!reach.isLost()) window.location.reload();
  });
  reach.lost();
}

/** True while the server cannot be reached. */
export function useLost(): boolean {
  return useSyncExternalStore(reach.subscribe, reach.isLost);
}
