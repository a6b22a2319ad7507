import type { OutcomeGroup } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { missedShare, stackOf, totalOf } from './counts';
import classes from './statistics.module.css';
import { useShare } from './summary';
import { Numbers } from './weeks';

interface GroupsProps {
  title: string;
  rows: readonly OutcomeGroup[];
  hint?: string;
}

/** Visits of each kind as one bar of the same length, so that their shares can be compared; the numbers stand below. */
export function Groups({ title, rows, hint }: GroupsProps) {
  const say = useSay();
  const share = useShare();
  return (
    <section className={card.card} aria-label={title} data-groups={rows.length}>
      <h2 className={card.heading}>{title}</h2>
      {hint && <p className={classes.hint}>{hint}</p>}
      <ul className={classes.rows}>
        {rows.map((row) => {
          const missed = missedShare(row);
          return (
            <li key={row.key} data-group={row.key}>
              <h3 className={classes.name}>{row.words}</h3>
              <svg viewBox="0 0 1 1" preserveAspectRatio="none" className={classes.bar} aria-hidden="true">
                {stackOf(row, totalOf(row)).map(({ outcome, from, to }) => (
                  <rect
                    key={outcome}
                    className={classes.piece}
                    data-outcome={outcome}
                    x={from}
                    width={to - from}
                    y={0}
                    height={1}
                  />
                ))}
              </svg>
              <Numbers counts={row} />
              {missed !== null && missed > 0 && (
                <p className={classes.quiet}>{say('statistics.missed', { share: share(missed) })}</p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
