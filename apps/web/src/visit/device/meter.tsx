import { useEffect, useRef, useState } from 'react';
import { useSay } from '../../locale/say';
import { loudness } from './loudness';
import classes from './device.module.css';

/** Moves with the own voice. The bar is drawn past React; the words beside it change seldom. */
export function Meter({ level }: { level: () => number }) {
  const say = useSay();
  const bar = useRef<HTMLDivElement>(null);
  const [heard, setHeard] = useState(false);
  const [value, setValue] = useState(0);

  useEffect(() => {
    let shown = 0;
    let told = 0;
    const draw = () => {
      const now = performance.now();
      const loud = loudness(level());
      // Rises at once and falls slowly, as an eye expects of a meter.
      shown = Math.max(loud, shown * 0.6);
      if (bar.current) bar.current.style.transform = `scaleX(${shown.toFixed(3)})`;
      if (loud > 0.35) setHeard(true);
      if (now - told > 500) {
        told = now;
        setValue(Math.round(shown * 100));
      }
    };
    const timer = setInterval(draw, 100);
    return () => clearInterval(timer);
  }, [level]);

  return (
    <div className={classes.meter}>
      <div
        className={classes.meterTrack}
        role="meter"
        aria-label={say('check.level.label')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={value}
      >
        <div ref={bar} className={classes.meterBar} />
      </div>
      <span className={classes.meterWords}>{say(heard ? 'check.level.heard' : 'check.level.silent')}</span>
    </div>
  );
}
