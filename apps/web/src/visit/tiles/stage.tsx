import { useLayoutEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { columnsOf, isUpright, mostUpright } from './layout';
import classes from './tiles.module.css';

/** The large tiles, in as many columns as fit their number and the shape of the window. */
export function Stage({ count, children }: { count: number; children: ReactNode }) {
  const stage = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(() => ({ width: window.innerWidth, height: window.innerHeight }));
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const upright = isUpright(size);
  return (
    <div
      ref={stage}
      className={classes.stage}
      style={{ '--columns': columnsOf(count, size) } as CSSProperties}
      data-count={count}
      data-upright={upright || undefined}
      data-crowd={count > mostUpright || undefined}
      data-scrolls={(upright && count > mostUpright) || undefined}
    >
      {children}
    </div>
  );
}
