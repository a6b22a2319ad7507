import { useEffect, useRef, type RefObject } from 'react';
import type { Point } from './view';

/** What a hand does on a picture: by points of the frame. */
export interface Hand {
  /** One finger, or the mouse's button, went down. */
  begin: (at: Point) => void;
  /** It moved so far, and is now there. */
  drag: (dx: number, dy: number, at: Point) => void;
  /** It is up again, or a second finger has come. */
  end: () => void;
  /** Two fingers, or the wheel with Ctrl: so many times larger around a point, and moved. */
  pinch: (factor: number, at: Point, dx: number, dy: number) => void;
  /** The wheel: down or up. */
  turn: (steps: 1 | -1) => void;
  /** An arrow key: right and down are more. */
  key: (dx: number, dy: number) => void;
}

/** A notch of a wheel; a touch pad sends many small ones. */
const notch = 60;
const arrows: Partial<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function useHand(frame: RefObject<HTMLElement | null>, hand: Hand): void {
  const now = useRef(hand);
  useEffect(() => {
    now.current = hand;
  });
  useEffect(() => {
    const element = frame.current;
    return element ? follow(element, () => now.current) : undefined;
  }, [frame]);
}

function follow(element: HTMLElement, hand: () => Hand): () => void {
  const down = new Map<number, Point>();
  let wheeled = 0;
  const at = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || (event.target as Element).closest('button, a') || down.size > 1) return;
    element.setPointerCapture(event.pointerId);
    down.set(event.pointerId, at(event));
    if (down.size === 1) hand().begin(at(event));
    else hand().end();
  };
  const onMove = (event: PointerEvent) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const after = at(event);
    const [other] = [...down].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    down.set(event.pointerId, after);
    if (!other) hand().drag(after.x - before.x, after.y - before.y, after);
    else {
      const apart = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
      const middle = { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 };
      hand().pinch(apart(after) / apart(before), middle, (after.x - before.x) / 2, (after.y - before.y) / 2);
    }
  };
  const onUp = (event: PointerEvent) => {
    if (!down.delete(event.pointerId)) return;
    // The finger that is left does nothing until it is put down anew.
    if (down.size > 0) down.clear();
    else hand().end();
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    if (event.ctrlKey) return hand().pinch(Math.exp(-event.deltaY / 200), at(event), 0, 0);
    wheeled += event.deltaMode === 0 ? event.deltaY : event.deltaY * notch;
    while (Math.abs(wheeled) >= notch) {
      const step = wheeled > 0 ? 1 : -1;
      wheeled -= step * notch;
      hand().turn(step);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    // What lies on the picture has keys of its own.
    if (!arrow || event.target !== element) return;
    event.preventDefault();
    hand().key(...arrow);
  };
  element.addEventListener('keydown', onKey);
  element.addEventListener('pointerdown', onDown);
  element.addEventListener('pointermove', onMove);
  element.addEventListener('pointerup', onUp);
  element.addEventListener('pointercancel', onUp);
  element.addEventListener('wheel', onWheel, { passive: false });
  return () => {
    element.removeEventListener('keydown', onKey);
    element.removeEventListener('pointerdown', onDown);
    element.removeEventListener('pointermove', onMove);
    element.removeEventListener('pointerup', onUp);
    element.removeEventListener('pointercancel', onUp);
    element.removeEventListener('wheel', onWheel);
  };
}
