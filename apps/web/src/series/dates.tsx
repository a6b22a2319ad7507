import { Button } from '@mantine/core';
import { IconAlertTriangle, IconMoon } from '@tabler/icons-react';
import type { FreeTime } from '@okaeri/contracts';
import { Name } from '../locale/name';
import { Say, useSay } from '../locale/say';
import { About } from '../parts/about';
import classes from './series.module.css';
import { leftOut, putBack, swapped, type Changes, type SeriesDate } from './values';

interface DatesProps {
  dates: readonly SeriesDate[];
  /** Others are on their way. */
  behind: boolean;
  changes: Changes;
  onChanges: (changes: Changes) => void;
}

/** Every date in its order; what stands against one is said with it, and mended there. */
export function Dates({ dates, behind, changes, onChanges }: DatesProps) {
  const say = useSay();
  return (
    <ol className={classes.dates} aria-busy={behind} data-dates={dates.length}>
      {dates.map((each) => {
        const name = `${each.when.yours.date} ${each.when.yours.time}`;
        const skipped = each.state === 'skipped';
        return (
          <li key={each.date} className={classes.date} data-date={each.date} data-state={each.state}>
            <div className={classes.clocks} tabIndex={-1} data-home>
              {[each.when.yours, each.when.theirs].map(
                (clock) =>
                  clock && (
                    <span key={clock.zone} className={classes.clock}>
                      <strong className={classes.time}>{clock.time}</strong>
                      <span>{clock.date}</span>
                      <span className={classes.quiet}>{clock.place}</span>
                    </span>
                  ),
              )}
            </div>
            <Against date={each} />
            {each.state === 'taken' && each.alternatives.length > 0 && (
              <Alternatives
                free={each.alternatives}
                onTake={({ when }) => onChanges(swapped(changes, each.date, when.startsAt))}
              />
            )}
            <div className={classes.actions}>
              {each.swapped && !skipped && (
                <Button
                  variant="subtle"
                  onClick={() => onChanges(putBack(changes, each.date))}
                  data-action="as-planned"
                >
                  {say('series.asPlanned')}
                  <About name={name} />
                </Button>
              )}
              <Button
                variant="subtle"
                color="gray"
                onClick={() => onChanges((skipped ? putBack : leftOut)(changes, each.date))}
                data-action={skipped ? 'put-back' : 'leave-out'}
              >
                {say(skipped ? 'series.putBack' : 'series.leaveOut')}
                <About name={name} />
              </Button>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Against({ date }: { date: SeriesDate }) {
  const say = useSay();
  const { state, conflicts, warnings } = date;
  if (state === 'skipped') return <p className={classes.quiet}>{say('series.skipped')}</p>;
  return (
    <>
      {warnings.map((warning) => (
        <p key={warning} className={classes.warn}>
          <IconMoon size={20} aria-hidden="true" />
          {say(`book.warning.${warning}`)}
        </p>
      ))}
      {(state === 'missing' || state === 'past') && (
        <p className={classes.bad}>
          <IconAlertTriangle size={20} aria-hidden="true" />
          {say(state === 'missing' ? 'series.missing' : 'book.warning.past')}
        </p>
      )}
      {conflicts.map(({ personId, name }) => (
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

/** The nearest times at which everybody is free; one press puts this date there. */
function Alternatives({ free, onTake }: { free: readonly FreeTime[]; onTake: (free: FreeTime) => void }) {
  const say = useSay();
  return (
    <div className={classes.nearest}>
      <p>{say('series.instead')}</p>
      {free.map((each) => (
        <Button key={each.when.startsAt} variant="default" onClick={() => onTake(each)} data-action="swap">
          {say('schedule.near', {
            date: each.when.yours.date,
            time: each.when.yours.time,
            there: each.when.theirs ? `${each.when.theirs.place} ${each.when.theirs.time}` : each.when.yours.place,
          })}
        </Button>
      ))}
    </div>
  );
}
