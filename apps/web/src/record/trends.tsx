import { useQuery } from '@tanstack/react-query';
import type { TrendSeries, TrendsPage } from '@okaeri/contracts';
import { keys } from '../api/queries';
import { body, typed } from '../api/typed';
import { Loaded } from '../app/trouble';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Empty } from '../parts/empty';
import { Mark } from './mark';
import { plotOf } from './plot';
import classes from './reading.module.css';

/** What was measured, each kind in one unit: as a line, and as numbers. */
export default function Trends({ personId }: { personId: string }) {
  const say = useSay();
  const query = useQuery({
    queryKey: [...keys.record(personId), 'trends'],
    queryFn: (): Promise<TrendsPage> =>
      body(typed.GET('/api/pages/records/{personId}/trends', { params: { path: { personId } } })),
  });
  return (
    <Loaded query={query}>
      {({ groups }) =>
        groups.length === 0 ? (
          <Empty title={say('reading.noValues')} />
        ) : (
          <div data-trends={groups.length}>
            {groups.map(({ key, title, series }) => (
              <section key={key} className={card.section} aria-labelledby={`trends-${key}`}>
                <h2 id={`trends-${key}`} className={card.heading}>
                  {title}
                </h2>
                <div className={classes.columns}>
                  {series.map((each) => (
                    <Line key={each.key} series={each} />
                  ))}
                </div>
              </section>
            ))}
          </div>
        )
      }
    </Loaded>
  );
}

function Line({ series }: { series: TrendSeries }) {
  const say = useSay();
  const { key, title, points, range, rangeWords } = series;
  const last = points.at(-1);
  if (!last) return null;
  const heading = `trend-${key}`;
  const plot = plotOf({ points, range });
  return (
    <article className={card.card} aria-labelledby={heading} data-series={key}>
      <h3 id={heading} className={classes.name}>
        {title}
      </h3>
      <p className={classes.value} data-flag={last.flag ?? undefined}>
        <strong>{last.words}</strong> <Mark flag={last.flag} />
        <span className={classes.when}>{last.when}</span>
      </p>
      {rangeWords && <p className={classes.quiet}>{say('reading.range', { range: rangeWords })}</p>}
      {points.length > 1 && (
        <figure className={classes.figure}>
          <svg
            viewBox="0 0 1 1"
            preserveAspectRatio="none"
            role="img"
            aria-label={say('reading.chart', { title, from: points[0]?.when ?? '', to: last.when })}
          >
            {plot.band && <rect className={classes.band} x={0} width={1} y={plot.band.y} height={plot.band.height} />}
            <path className={classes.stroke} d={plot.path} />
            {plot.lower && <path className={classes.stroke} d={plot.lower} />}
            {plot.points.map(({ x, y, below, flag }) => (
              // A line without length is drawn as a dot, as round as it would be in any box.
              <path
                key={`${x} ${y}`}
                className={classes.dot}
                d={below === null ? `M${x} ${y}h0` : `M${x} ${y}h0M${x} ${below}h0`}
                data-flag={flag ?? undefined}
              />
            ))}
          </svg>
          <figcaption className={classes.ends} aria-hidden="true">
            <span>{points[0]?.when}</span>
            <span>{last.when}</span>
          </figcaption>
        </figure>
      )}
      {points.length > 1 && <Numbers series={series} />}
      {points.length === 1 && last.brought && (
        <p className={classes.quiet}>{say('reading.brought', { words: last.brought })}</p>
      )}
    </article>
  );
}

/** The newest first, as one looks for it. */
function Numbers({ series: { title, points } }: { series: TrendSeries }) {
  const say = useSay();
  return (
    <details className={classes.folded}>
      <summary>{say('reading.numbers', { count: points.length })}</summary>
      <table className={classes.table}>
        <caption className={classes.unseen}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('reading.column.when')}</th>
            <th scope="col">{say('reading.column.value')}</th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map((point, at) => (
            <tr key={`${point.day} ${at}`}>
              <th scope="row">{point.when}</th>
              <td>
                {point.words} <Mark flag={point.flag} />
                {point.brought && (
                  <span className={classes.brought}>{say('reading.brought', { words: point.brought })}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
