import { useCallback, useEffect, useRef, useState } from 'react';
import type { Call } from '@okaeri/call';
import { writeTour } from './frames';
import { steady } from './steady';
import { firstLook, type Look } from './view';

/** A hand that moves is followed without a jerk at fifteen a second. */
const everyMs = 1000 / 15;
/** Who comes later, or missed one, has the whole again after this. */
const wholeMs = 2000;

export interface Drive {
  look: Look;
  pointer: [number, number] | null;
  turn: (change: (look: Look) => Look) => void;
  point: (at: [number, number] | null) => void;
}

/** The guide's side: what she looks at is told to everybody, in light frames, by the connection that is there anyhow. */
export function useDrive(call: Call | null, fileId: string, drives: boolean): Drive {
  const [look, setLook] = useState<Look>(firstLook);
  const [pointer, setPointer] = useState<[number, number] | null>(null);
  const now = useRef({ look, pointer });
  const tell = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (!drives || !call) return;
    const out = steady(everyMs, () => {
      const { look: at, pointer: finger } = now.current;
      void call.say('tour', writeTour({ fileId, ...at, pointer: finger }));
    });
    tell.current = out;
    out();
    const whole = setInterval(out, wholeMs);
    return () => {
      clearInterval(whole);
      out.stop();
      tell.current = () => undefined;
    };
  }, [drives, call, fileId]);
  const turn = useCallback((change: (look: Look) => Look) => {
    now.current.look = change(now.current.look);
    setLook(now.current.look);
    tell.current();
  }, []);
  const point = useCallback((at: [number, number] | null) => {
    now.current.pointer = at;
    setPointer(at);
    tell.current();
  }, []);
  return { look, pointer, turn, point };
}
