import type { Clock, When } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import classes from './clocks.module.css';

/** Both sides' wall clocks, the reader's first and larger. All words come from the server. */
export function Clocks({ when }: { when: When }) {
  const say = useSay();
  return (
    <dl className={classes.clocks}>
      <Face label={say('time.clock.yours', { place: when.yours.place })} clock={when.yours} main />
      {when.theirs && <Face label={say('time.clock.theirs', { place: when.theirs.place })} clock={when.theirs} />}
    </dl>
  );
}

function Face({ label, clock, main = false }: { label: string; clock: Clock; main?: boolean }) {
  return (
    <div className={main ? classes.main : classes.other}>
      <dt className={classes.place}>{label}</dt>
      <dd className={classes.time}>{clock.time}</dd>
      <dd className={classes.date}>{clock.date}</dd>
    </div>
  );
}
