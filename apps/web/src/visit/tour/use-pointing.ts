import { useCallback, useEffect, useRef } from 'react';
import type { Call } from '@okaeri/call';
import { writePointer } from './frames';
import { steady } from './steady';

/** Fast enough to show a place to somebody. */
const everyMs = 200;

/** The finger of somebody who follows. */
export function usePointing(call: Call | null): (at: [number, number]) => void {
  const tell = useRef<(at: [number, number]) => void>(() => undefined);
  useEffect(() => {
    let newest: [number, number] = [0, 0];
    const out = steady(everyMs, () => void call?.say('pointer', writePointer(...newest)));
    tell.current = (at) => {
      newest = at;
      out();
    };
    return () => out.stop();
  }, [call]);
  return useCallback((at) => tell.current(at), []);
}
