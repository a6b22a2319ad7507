import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'react-router';
import type { Clock, VisitCard } from '@okaeri/contracts';
import { casePath, visitPath } from '../app/paths';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { useSayOf } from '../locale/say-of';
import { About } from '../parts/about';
import { BookedThings } from '../parts/booked-things';
import classes from './today.module.css';
import { VisitTitle } from '../parts/visit-title';

interface TimelineProps {
  visits: readonly VisitCard[];
  /** Draws the present between what was and what comes. */
  now?: Clock;
  dated?: boolean;
  onCancel?: ((visit: VisitCard) => void) | undefined;
}

/** Visits in the order of the clock. The server has said for each whether its door is open, so no clock is read here. */
export function Timeline({ visits, now, dated = false, onCancel }: TimelineProps) {
  const say = useSay();
  const firstAhead = visits.findIndex((visit) => visit.door !== 'over');
  const nowAt = firstAhead === -1 ? visits.length : firstAhead;
  const mark = now && (
    <li className={classes.now}>
      <span>{say('today.day.now', { time: now.time })}</span>
    </li>
  );
  return (
    <ol className={classes.timeline}>
      {visits.map((visit, at) => (
        <Fragment key={visit.visitId}>
          {at === nowAt && mark}
          <Hour visit={visit} dated={dated} onCancel={onCancel} />
        </Fragment>
      ))}
      {nowAt === visits.length && mark}
    </ol>
  );
}

interface HourProps {
  visit: VisitCard;
  dated: boolean;
  onCancel: TimelineProps['onCancel'];
}

function Hour({ visit, dated, onCancel }: HourProps) {
  const say = useSayOf(visit.kind);
  const { yours, theirs, minutes } = visit.when;
  const over = visit.door === 'over';
  const cancelled = visit.status === 'cancelled';
  const mayCancel = onCancel && !over && !cancelled;
  const openable = !over && !cancelled;
  return (
    <li
      className={classes.hour}
      data-over={over || cancelled || undefined}
      data-open={visit.door === 'open' || undefined}
    >
      <div className={classes.clock}>
        {dated && <span className={classes.date}>{yours.date}</span>}
        <span className={classes.time}>{yours.time}</span>
        <span className={classes.quiet}>{say('today.day.minutes', { minutes })}</span>
      </div>
      <div className={classes.visit}>
        <p className={classes.visitName}>
          <Name name={visit.other} both />
        </p>
        <p className={classes.about}>
          <VisitTitle visit={visit} />
        </p>
        <p className={classes.quiet}>
          {theirs
            ? say('today.day.theirs', { place: theirs.place, date: theirs.date, time: theirs.time })
            : visit.otherPlace}
        </p>
        <BookedThings things={visit.things} />
        {(cancelled || over || visit.status !== 'booked') && (
          <p className={classes.status}>{say(`status.visit.${visit.status}`)}</p>
        )}
      </div>
      {(openable || visit.episodeId) && (
        <div className={classes.actions}>
          {openable && (
            <Button
              component={Link}
              to={visitPath(visit.visitId)}
              variant={visit.door === 'open' ? 'filled' : 'default'}
            >
              {say('today.day.open')}
              <About name={visit.other.display} />
            </Button>
          )}
          {visit.episodeId && (
            <Button
              component={Link}
              to={casePath(visit.episodeId)}
              variant="subtle"
              color="gray"
              data-action="open-case"
            >
              {say('today.case')}
              <About name={visit.other.display} />
            </Button>
          )}
          {mayCancel && (
            <Button variant="subtle" color="gray" onClick={() => onCancel(visit)}>
              {say('today.cancel.open')}
              <About name={visit.other.display} />
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
