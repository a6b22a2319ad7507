import { useSyncExternalStore } from 'react';
import type { Store } from '@okaeri/call';

const never = () => () => undefined;
const nothing = () => null;

/** Follows a store of the call; `null` while there is none. */
export function useStore<S>(store: Store<S>): S;
export function useStore<S>(store: Store<S> | null): S | null;
export function useStore<S>(store: Store<S> | null): S | null {
  return useSyncExternalStore<S | null>(store?.subscribe ?? never, store?.getSnapshot ?? nothing);
}
