import { IconAlertTriangle, IconMoon } from '@tabler/icons-react';
import type { PreviewAnswer } from '@okaeri/contracts';
import { Name } from '../locale/name';
import { Say, useSay } from '../locale/say';
import classes from './schedule.module.css';

interface MomentClocksProps {
  preview: PreviewAnswer | undefined;
  /** It is said elsewhere on the page that somebody has something else then. */
  told: boolean;
}

/** A time on all clocks with its dates, and what stands against it. */
export function MomentClocks({ preview, told }: MomentClocksProps) {
  const say = useSay();
  if (!preview) return null;
  return (
    <>
      <dl className={classes.walls}>
        {preview.walls.map((clock) => (
          <div key={clock.zone} className={classes.wall}>
            <dt>{clock.place}</dt>
            <dd className={classes.time}>{clock.time}</dd>
            <dd>{clock.date}</dd>
          </div>
        ))}
      </dl>
      {preview.warnings.map((warning) => (
        <p key={warning} className={classes.warn}>
          <IconMoon size={20} aria-hidden="true" />
          {say(`book.warning.${warning}`)}
        </p>
      ))}
      {!told &&
        preview.conflicts.map(({ personId, name }) => (
          <p key={personId} className={classes.bad}>
            <IconAlertTriangle size={20} aria-hidden="true" />
            <span>
              <Say id="book.conflict" values={{ name: <Name key="name" name={name} /> }} />
            </span>
          </p>
        ))}
    </>
  );
}
