import { useLayoutEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { columnsOf, mostUpright } from './layout';
import classes from './tiles.module.css';

/** The large tiles, in as many columns as fit their number and the shape of the window. */
export function Stage({ count, children }: { count: number; children: ReactNode }) {
  const stage = useRef<HTMLDivElement>(null);
  const [upright, setUpright] = useState(() => window.innerHeight > window.innerWidth);
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setUpright(entry.contentRect.height > entry.contentRect.width);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const columns = columnsOf(count, upright);
  return (
    <div
      ref={stage}
      className={classes.stage}
      style={{ '--columns': columns } as CSSProperties}
      data-count={count}
      data-upright={upright || undefined}
      data-crowd={count > mostUpright || undefined}
      data-scrolls={(upright && count > mostUpright) || undefined}
    >
      {children}
    </div>
  );
}
