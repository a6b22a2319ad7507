import type { ImportReport } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import { SaveFile } from '../parts/save-file';
import classes from './record.module.css';

/** What became of a file: the numbers in sentences, each remark below, and the file as it came. */
export function Report({ report }: { report: ImportReport }) {
  const say = useSay();
  const { counts, why, rows, href } = report;
  return (
    <>
      {why && <p className={classes.said}>{why}</p>}
      {counts.taken > 0 && <p className={classes.said}>{say('medical.done.taken', { count: counts.taken })}</p>}
      {counts.unchanged > 0 && (
        <p className={classes.said}>{say('medical.done.unchanged', { count: counts.unchanged })}</p>
      )}
      {counts.kept > 0 && <p className={classes.said}>{say('medical.done.kept', { count: counts.kept })}</p>}
      {counts.refused > 0 && <p className={classes.said}>{say('medical.done.refused', { count: counts.refused })}</p>}
      {rows.length > 0 && (
        <details className={classes.details}>
          <summary>{say('medical.details')}</summary>
          <ul className={classes.rows}>
            {rows.map(({ outcome, said, count }) => (
              <li key={`${outcome} ${said}`} data-outcome={outcome}>
                {said}
                {count > 1 && <span className={classes.times}> × {count}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className={classes.original}>
        <SaveFile href={href} action="save-original" icon={null}>
          {say('medical.original')}
        </SaveFile>
      </p>
    </>
  );
}
