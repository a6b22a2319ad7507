import type { BringView } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import classes from './record.module.css';

/** What became of files that were brought together: the numbers in sentences, each remark below. */
export function Became({ report }: { report: Pick<BringView, 'counts' | 'rows'> }) {
  const say = useSay();
  const { counts, rows } = report;
  return (
    <>
      {counts.taken > 0 && <p className={classes.said}>{say('medical.done.taken', { count: counts.taken })}</p>}
      {counts.kept > 0 && <p className={classes.said}>{say('medical.done.kept', { count: counts.kept })}</p>}
      {counts.refused > 0 && <p className={classes.said}>{say('medical.became.refused', { count: counts.refused })}</p>}
      {rows.length > 0 && (
        <ul className={classes.rows}>
          {rows.map(({ outcome, said, count }) => (
            <li key={`${outcome} ${said}`} data-outcome={outcome}>
              {said}
              {count > 1 && <span className={classes.times}> × {count}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
