import { useEffect, useRef } from 'react';
import { loudness } from '../visit/device/loudness';
import classes from './check.module.css';

/** A bar that follows a loudness; the numbers for those who cannot see it are in the result. */
export function Level({ level, label }: { level: () => number; label: string }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let shown = 0;
    let frame = 0;
    const draw = () => {
      shown = Math.max(loudness(level()), shown * 0.9);
      if (bar.current) bar.current.style.transform = `scaleX(${shown.toFixed(3)})`;
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [level]);
  return (
    <div className={classes.level} role="img" aria-label={label}>
      <div ref={bar} />
    </div>
  );
}
