import type { Span, Strip } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import classes from './strips.module.css';

type Range = readonly [number, number];

/** Where in a range a moment lies, from 0 to 100. */
export const placeOf = (ms: number, [from, to]: Range): number =>
  Math.min(100, Math.max(0, ((ms - from) / (to - from)) * 100));

export const within = (inner: Range, outer: Range): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

interface StripRowProps {
  row: Strip;
  range: Range;
  overlap: readonly Span[];
  chosen: Range | null;
  held: boolean;
}

/** The day of one person: her night, her good hours, her work, what is taken, and where it fits all of them. */
export function StripRow({ row, range, overlap, chosen, held }: StripRowProps) {
  const say = useSay();
  const role = row.what === 'room' || row.what === 'device' ? say(`strips.${row.what}`) : say(`role.${row.what}`);
  const free = row.taken.length + row.outside.length;
  return (
    <div className={classes.row} data-strip={row.resourceId}>
      <p className={classes.who}>
        <span className={classes.name}>{row.name}</span>
        <span className={classes.quiet}>
          {role} · {row.place}
        </span>
      </p>
      <div className={classes.lane}>
        <div
          className={classes.track}
          data-track
          role="img"
          aria-label={say('strips.row', { name: row.name, place: row.place, count: free })}
        >
          <Spans spans={row.good} kind="good" range={range} />
          <Spans spans={row.open} kind="open" range={range} />
          <Spans spans={overlap} kind="overlap" range={range} />
          <Spans spans={row.outside} kind="outside" range={range} />
          {row.taken.map(({ from, to, words }) => (
            <span
              key={from}
              className={classes.span}
              data-kind="taken"
              style={edges([from, to], range)}
              title={words ?? say('strips.legend.taken')}
            />
          ))}
          {chosen && <span className={classes.chosen} data-held={held || undefined} style={edges(chosen, range)} />}
        </div>
        <div className={classes.ticks} aria-hidden="true">
          {row.ticks
            .filter(({ at }) => placeOf(at, range) < 90)
            .map(({ at, words }) => (
              <span key={at} className={classes.tick} style={{ insetInlineStart: `${placeOf(at, range)}%` }}>
                {words}
              </span>
            ))}
        </div>
      </div>
    </div>
  );
}

const edges = (span: Range, range: Range) => ({
  insetInlineStart: `${placeOf(span[0], range)}%`,
  width: `${placeOf(span[1], range) - placeOf(span[0], range)}%`,
});

function Spans({ spans, kind, range }: { spans: readonly Span[]; kind: string; range: Range }) {
  return spans.map((span) => (
    <span key={span[0]} className={classes.span} data-kind={kind} style={edges(span, range)} />
  ));
}
