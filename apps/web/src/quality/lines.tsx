import { useSay } from '../locale/say';
import classes from './quality.module.css';
import { mostOf, pathOf, valuesOf, type Measure, type SeatQuality } from './series';
import { useUnits, type Units } from './units';

/** What the scale reaches at least, so that nothing looks dramatic that is not. */
const least: Record<Measure, number> = { roundTrip: 200, loss: 0.05, kbps: 100 };
export const saidAs: Record<Measure, keyof Units> = { roundTrip: 'milliseconds', loss: 'share', kbps: 'kilobits' };

interface LinesProps {
  measure: Measure;
  seat: SeatQuality;
  span: { from: number; to: number };
}

/** One measure over the time of the visit. What was given up meanwhile lies behind it; the numbers stand beside. */
export function Lines({ measure, seat, span }: LinesProps) {
  const say = useSay();
  const units = useUnits();
  const lines = valuesOf(measure);
  const values = seat.samples.flatMap((sample) => lines.map(([, value]) => value(sample) ?? 0));
  const most = mostOf(values, least[measure]);
  const title = say(`quality.measure.${measure}`);
  const format = units[saidAs[measure]];
  const given = seat.steps.filter(({ step }) => step !== 'full');
  const x = (second: number) => (second - span.from) / (span.to - span.from);
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <strong>{title}</strong>
        {lines.length > 1 &&
          lines.map(([direction]) => (
            <span key={direction} className={classes.legend}>
              <svg width="28" height="8" viewBox="0 0 28 8" aria-hidden="true">
                <path d="M0 4H28" className={classes.line} data-direction={direction} />
              </svg>
              {say(direction === 'down' ? 'quality.side.down' : 'quality.side.up')}
            </span>
          ))}
        <span className={classes.range}>
          {format(0)} – {format(most)}
        </span>
      </figcaption>
      <div className={classes.plot}>
        <svg
          viewBox="0 0 1 1"
          preserveAspectRatio="none"
          role="img"
          aria-label={say('quality.chart', { measure: title, name: seat.name.display })}
        >
          {given.map(({ side, fromSecond, toSecond }) => (
            <rect
              key={`${side} ${fromSecond}`}
              className={classes.given}
              x={x(fromSecond)}
              width={Math.max(0, x(toSecond ?? span.to) - x(fromSecond))}
              y={0}
              height={1}
            />
          ))}
          {lines.map(([direction, value]) => (
            <path
              key={direction}
              d={pathOf(seat.samples, value, { ...span, most })}
              className={classes.line}
              data-direction={direction}
            />
          ))}
        </svg>
      </div>
    </figure>
  );
}
