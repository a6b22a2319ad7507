import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import type { Drive } from './use-drive';
import { moved, shareAt, zoomed, type Placed } from './view';

/** A press that goes no further than this points; a longer one takes the page along. */
const stillPoints = 6;
const stepPoints = 60;

/** Mouse, finger and keys over the page: the guide's move it, everybody's point. */
export function useHand(
  view: RefObject<HTMLElement | null>,
  placed: Placed,
  drive: Drive | null,
  onPoint: (at: [number, number]) => void,
) {
  const held = useRef<{ left: number; top: number; far: boolean } | null>(null);
  const latest = useRef({ placed, drive });
  useEffect(() => {
    latest.current = { placed, drive };
  });
  const shareOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const edge = view.current?.getBoundingClientRect();
    return edge ? shareAt(latest.current.placed, clientX - edge.left, clientY - edge.top) : null;
  };
  const point = (at: [number, number] | null) => {
    if (latest.current.drive) latest.current.drive.point(at);
    else if (at) onPoint(at);
  };

  // React listens to the wheel passively, and the page behind would scroll.
  useEffect(() => {
    const element = view.current;
    if (!element || !drive) return;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const towards = shareOf(event);
      latest.current.drive?.turn((look) => zoomed(look, Math.exp(-event.deltaY / 400), towards));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- reads what is newest by itself
  }, [view, drive === null]);

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (!event.isPrimary) return;
      held.current = { left: event.clientX, top: event.clientY, far: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!event.isPrimary) return;
      const from = held.current;
      if (!from) {
        if (event.pointerType === 'mouse') point(shareOf(event));
        return;
      }
      const [left, top] = [event.clientX - from.left, event.clientY - from.top];
      if (!from.far && Math.hypot(left, top) < stillPoints) return;
      from.far = true;
      if (!drive) return point(shareOf(event));
      held.current = { left: event.clientX, top: event.clientY, far: true };
      drive.turn((look) => moved(look, latest.current.placed, left, top));
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (held.current && !held.current.far) point(shareOf(event));
      held.current = null;
    },
    onPointerCancel() {
      held.current = null;
    },
    onPointerLeave(event: PointerEvent<HTMLElement>) {
      if (drive && event.pointerType === 'mouse' && !held.current) drive.point(null);
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const step = steps[event.key];
      if (!drive || !step) return;
      event.preventDefault();
      drive.turn((look) =>
        typeof step === 'number' ? zoomed(look, step, null) : moved(look, latest.current.placed, ...step),
      );
    },
  };
}

const steps: Record<string, number | [number, number]> = {
  ArrowLeft: [stepPoints, 0],
  ArrowRight: [-stepPoints, 0],
  ArrowUp: [0, stepPoints],
  ArrowDown: [0, -stepPoints],
  '+': 1.5,
  '-': 1 / 1.5,
};
