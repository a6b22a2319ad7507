import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useSay } from '../locale/say';
import classes from './images.module.css';
import { lengthOf, toFrame, within, type Line, type Placed, type Point, type Size, type Spacing } from './view';

interface MeasureProps {
  line: Line;
  placed: Placed;
  picture: Size;
  spacing: Spacing | null;
  onLine: (line: Line) => void;
}

const ends = ['a', 'b'] as const;
type End = (typeof ends)[number];
const arrows: Partial<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** A line on a picture and how long it is. Its ends are drawn by a finger or moved by the arrow keys, ten points with Shift. */
export function Measure({ line, placed, picture, spacing, onLine }: MeasureProps) {
  const say = useSay();
  const [from, to] = [toFrame(placed, line.a), toFrame(placed, line.b)];
  const { length, unit } = lengthOf(line, spacing);
  const words = unit === 'mm' ? say('images.line.mm', { length }) : say('images.line.px', { length });
  const move = (end: End, dx: number, dy: number) => {
    const { x, y } = line[end];
    onLine({ ...line, [end]: within({ x: x + dx, y: y + dy }, picture) });
  };
  return (
    <>
      <svg className={classes.lines} aria-hidden="true">
        <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} className={classes.lineUnder} />
        <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} className={classes.line} />
      </svg>
      {ends.map((end) => (
        <Handle
          key={end}
          at={end === 'a' ? from : to}
          label={`${say(`images.line.${end}`)}, ${words}`}
          end={end}
          onMove={(dx, dy) => move(end, dx / placed.across, dy / placed.down)}
          onStep={(dx, dy) => move(end, dx, dy)}
        />
      ))}
      <p
        className={classes.length}
        role="status"
        style={{ left: (from.x + to.x) / 2, top: Math.max(from.y, to.y) }}
        data-length={length.toFixed(2)}
        data-unit={unit}
      >
        {words}
      </p>
    </>
  );
}

interface HandleProps {
  at: Point;
  label: string;
  end: End;
  onMove: (dx: number, dy: number) => void;
  onStep: (dx: number, dy: number) => void;
}

function Handle({ at, label, end, onMove, onStep }: HandleProps) {
  const last = useRef<Point | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const way = arrows[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? 10 : 1;
    onStep(way.x * far, way.y * far);
  };
  const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
    if (!last.current) return;
    onMove(clientX - last.current.x, clientY - last.current.y);
    last.current = { x: clientX, y: clientY };
  };
  const onUp = () => {
    last.current = null;
  };
  return (
    <button
      type="button"
      className={classes.handle}
      style={{ left: at.x, top: at.y }}
      aria-label={label}
      data-end={end}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        last.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onUp}
      onPointerCancel={onUp}
    />
  );
}
