import { IconDoor } from '@tabler/icons-react';
import { useSay } from '../locale/say';
import classes from './booked-things.module.css';

/** Rooms and devices of a visit, for those who are there: a patient's page has none. */
export function BookedThings({ things }: { things: readonly string[] }) {
  const say = useSay();
  if (things.length === 0) return null;
  return (
    <p className={classes.booked} data-booked={things.length}>
      <IconDoor size={20} aria-hidden="true" className={classes.icon} />
      <span>{say('things.booked', { names: things.join(' · ') })}</span>
    </p>
  );
}
