import type { StatisticsPage } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { mostOf } from '../quality/series';
import { outcomes, stackOf, totalOf, type Counts } from './counts';
import { Sample } from './legend';
import classes from './statistics.module.css';

/** What the scale reaches at least, so that one visit does not look like many. */
const least = 5;

/** A bar a week, and below it the same in numbers. */
export function Weeks({ weeks }: { weeks: StatisticsPage['weeks'] }) {
  const say = useSay();
  const most = mostOf(weeks.map(totalOf), least);
  const [first, last] = [weeks[0], weeks.at(-1)];
  return (
    <section className={card.card} aria-labelledby="statistics-weeks">
      <h2 id="statistics-weeks" className={card.heading}>
        {say('statistics.byWeek')}
      </h2>
      <div className={classes.weeks}>
        <figure className={classes.figure}>
          <div className={classes.scale} aria-hidden="true">
            <span>{most}</span>
            <span>0</span>
          </div>
          <div className={classes.plot}>
            <svg
              viewBox={`0 0 ${weeks.length} 1`}
              preserveAspectRatio="none"
              role="img"
              aria-label={say('statistics.chart', { from: first?.words ?? '', to: last?.words ?? '' })}
            >
              {weeks.map((week, at) => (
                <g key={week.date} data-week={week.date}>
                  <title>{week.words}</title>
                  {stackOf(week, most).map(({ outcome, from, to }) => (
                    <rect
                      key={outcome}
                      className={classes.piece}
                      data-outcome={outcome}
                      x={at + 0.14}
                      width={0.72}
                      y={1 - to}
                      height={to - from}
                    />
                  ))}
                </g>
              ))}
            </svg>
          </div>
          <figcaption className={classes.ends} aria-hidden="true">
            <span>{first?.words}</span>
            {weeks.length > 1 && <span>{last?.words}</span>}
          </figcaption>
        </figure>
        <table className={classes.table} data-rows={weeks.length}>
          <thead>
            <tr>
              <th scope="col">{say('statistics.column.week')}</th>
              <th scope="col">{say('statistics.column.visits')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.date}>
                <th scope="row">{week.words}</th>
                <td>
                  <Numbers counts={week} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** "Took place 12 · Did not take place 2": what was none is not said. */
export function Numbers({ counts }: { counts: Counts }) {
  const say = useSay();
  if (totalOf(counts) === 0) return <span className={classes.quiet}>{say('statistics.none')}</span>;
  return (
    <ul className={classes.numbers}>
      {outcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <li key={outcome}>
            <Sample outcome={outcome} />
            <span>
              {say(`statistics.outcome.${outcome}`)} <strong>{counts[outcome]}</strong>
            </span>
          </li>
        ))}
    </ul>
  );
}
