import { Button } from '@mantine/core';
import { IconCircleCheck, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ReadyVisit } from '@okaeri/contracts';
import { casePath } from '../app/paths';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import { BookedThings } from '../parts/booked-things';
import { Act } from './act';
import { Needs } from './needs';
import classes from './ready.module.css';
import { TaskDialog } from './task-dialog';

/** One visit: who and when on both clocks, what keeps it, the next thing to do as a button, and all that it needs. */
export function ReadyCard({ visit }: { visit: ReadyVisit }) {
  const say = useSay();
  const [opened, setOpened] = useState(false);
  const [writing, setWriting] = useState(false);
  const { patient, physician, when, blockedBy, next, tasks, status } = visit;
  const done = tasks.filter(({ state }) => state === 'done' || state === 'waived').length;
  const about = <About name={patient.display} />;
  return (
    <li className={classes.card} data-visit={visit.visitId} data-blocked={blockedBy ?? undefined} data-status={status}>
      <div className={classes.who}>
        <p className={classes.name} tabIndex={-1} data-home>
          <Name name={patient} both />
        </p>
        <p className={classes.quiet}>
          <Name name={physician} /> · {say(`status.visit.${status}`)}
        </p>
        <p>
          <strong>{say('home.row.when', { date: when.yours.date, time: when.yours.time })}</strong>
          {when.theirs && (
            <span className={classes.there}>
              {when.theirs.place}: {say('home.row.when', { date: when.theirs.date, time: when.theirs.time })}
            </span>
          )}
        </p>
        <BookedThings things={visit.things} />
      </div>
      <div className={classes.next}>
        {blockedBy ? (
          <p className={classes.blocker} data-blocker={blockedBy}>
            {say(`ready.blocked.${blockedBy}`)}
          </p>
        ) : (
          <p className={classes.ready}>
            <IconCircleCheck size={22} aria-hidden="true" />
            {say('readiness.isReady')}
          </p>
        )}
        {next && next.act === null && <p className={classes.quiet}>{next.words}</p>}
      </div>
      <div className={classes.actions}>
        {next?.act && <Act visit={visit} next={{ ...next, act: next.act }} />}
        <Button component={Link} to={casePath(visit.episodeId)} variant="default" data-action="open-case">
          {say('board.open')}
          {about}
        </Button>
      </div>
      <div className={classes.needs}>
        <Button
          variant="subtle"
          color="gray"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
          data-action="needs"
        >
          {say('readiness.needs', { done, count: tasks.length })}
          {about}
        </Button>
        {opened && (
          <>
            <Needs tasks={tasks} />
            <Button
              variant="default"
              leftSection={<IconPlus size={20} aria-hidden="true" />}
              onClick={() => setWriting(true)}
              data-action="open-task"
            >
              {say('readiness.write')}
              {about}
            </Button>
          </>
        )}
        {writing && <TaskDialog visit={visit} onClose={() => setWriting(false)} />}
      </div>
    </li>
  );
}
