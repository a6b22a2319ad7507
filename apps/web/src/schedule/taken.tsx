import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ApiError } from '../api/client';
import { useSay } from '../locale/say';
import { msOf } from './moments';
import classes from './schedule.module.css';

/** Somebody was a moment quicker: the three nearest times at which everybody is free, each taken by one press. */
export function Taken({ error, onTake }: { error: ApiError; onTake: (ms: number) => void }) {
  const say = useSay();
  const near = error.problem.alternatives ?? [];
  return (
    <div className={classes.taken} role="alert" data-taken={near.length}>
      <p className={classes.bad}>
        <IconAlertTriangle size={20} aria-hidden="true" />
        {say(error.code === 'hold_expired' ? 'schedule.lapsed' : 'schedule.taken')}
      </p>
      {near.length > 0 && <p>{say('schedule.nearest')}</p>}
      {near.map((free) => (
        <Button
          key={`${free.date} ${free.time}`}
          variant="default"
          onClick={() => onTake(msOf(free))}
          data-action="take-near"
        >
          {say('schedule.near', {
            date: free.when.yours.date,
            time: free.when.yours.time,
            there: free.when.theirs ? `${free.when.theirs.place} ${free.when.theirs.time}` : free.when.yours.place,
          })}
        </Button>
      ))}
    </div>
  );
}
