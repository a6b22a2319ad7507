import { useLayoutEffect, useRef } from 'react';
import { paint, type Picture } from './paint';
import type { Placed } from './view';
import classes from './images.module.css';
import type { Window } from './window';

interface PaintedProps {
  picture: Picture;
  window: Window;
  placed: Placed;
  /** Which one it is, in words. */
  label: string;
  /** Which one it is, for tests and tools. */
  item: number;
}

/** A picture in its own size, put into its place by the page: what is scrolled, moved and made larger is not painted anew. */
export function Painted({ picture, window, placed, label, item }: PaintedProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = picture;
  const { center, width: contrast } = window;
  useLayoutEffect(() => {
    const target = canvas.current;
    const context = target?.getContext('2d', { alpha: false });
    if (!target || !context) return;
    const data = context.createImageData(width, height);
    paint(picture, { center, width: contrast }, data.data);
    context.putImageData(data, 0, 0);
    target.dataset['painted'] = String(item);
  }, [picture, width, height, center, contrast, item]);
  const { left, top, across, down } = placed;
  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      className={classes.painted}
      style={{ transform: `matrix(${across}, 0, 0, ${down}, ${left}, ${top})` }}
      role="img"
      aria-label={label}
    />
  );
}
