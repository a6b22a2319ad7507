import { useSay } from '../locale/say';
import { outcomes } from './counts';
import classes from './statistics.module.css';

/** Which colour is what, in the order of the pieces of each bar. */
export function Legend() {
  const say = useSay();
  return (
    <ul className={classes.legend} aria-label={say('statistics.legend')}>
      {outcomes.map((outcome) => (
        <li key={outcome}>
          <Sample outcome={outcome} />
          {say(`statistics.outcome.${outcome}`)}
        </li>
      ))}
    </ul>
  );
}

export function Sample({ outcome }: { outcome: (typeof outcomes)[number] }) {
  return (
    <svg width="20" height="16" viewBox="0 0 20 16" aria-hidden="true">
      <rect x="1" y="1" width="18" height="14" className={classes.piece} data-outcome={outcome} />
    </svg>
  );
}
