import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import type { BriefLine } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import classes from './reading.module.css';

/** That a value is out of its range, in a word and not by colour alone; and where it goes. */
export function Mark({ flag, trend = null }: { flag: BriefLine['flag']; trend?: BriefLine['trend'] }) {
  const say = useSay();
  return (
    <>
      {flag && <span className={classes.flag}>{say(`reading.flag.${flag}`)}</span>}
      {trend && (
        <span className={classes.trend}>
          {trend === 'up' ? (
            <IconArrowUpRight size={18} aria-hidden="true" />
          ) : (
            <IconArrowDownRight size={18} aria-hidden="true" />
          )}
          <span className={classes.unseen}>{say(`reading.trend.${trend}`)}</span>
        </span>
      )}
    </>
  );
}
