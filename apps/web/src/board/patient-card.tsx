import { Button } from '@mantine/core';
import { IconArrowRight, IconMessage } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { PatientRow } from '@okaeri/contracts';
import { casePath, schedulePath } from '../app/paths';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import { Portrait } from '../parts/portrait';
import classes from './board.module.css';

/** One patient: who, where, when next, and the one thing to do. */
export function PatientCard({ row }: { row: PatientRow }) {
  const say = useSay();
  const { blocker, next } = row;
  const books = blocker === 'no_visit' || blocker === 'not_received';
  return (
    <li className={classes.row} data-blocked={blocker ?? undefined} data-episode={row.episodeId}>
      <Portrait name={row.name} />
      <div className={classes.who}>
        <p className={classes.name}>
          <Name name={row.name} both />
        </p>
        <p className={classes.quiet}>
          {row.place} · {row.title}
        </p>
      </div>
      <div className={classes.next}>
        {blocker && (
          <p className={classes.blocker} data-blocker={blocker}>
            {say(`board.blocker.${blocker}`)}
          </p>
        )}
        <p className={classes.quiet}>
          {next ? say('board.next', { date: next.yours.date, time: next.yours.time }) : say('board.noNext')}
        </p>
        {row.unread > 0 && (
          <p className={classes.unread}>
            <IconMessage size={18} aria-hidden="true" />
            {say('board.unread', { count: row.unread })}
          </p>
        )}
      </div>
      <div className={classes.actions}>
        {books && (
          <Button component={Link} to={schedulePath(row.episodeId)} data-action="schedule">
            {say('board.book')}
            <About name={row.name.display} />
          </Button>
        )}
        <Button
          component={Link}
          to={casePath(row.episodeId)}
          variant="default"
          rightSection={<IconArrowRight size={20} aria-hidden="true" />}
          data-action="open-case"
        >
          {say('board.open')}
          <About name={row.name.display} />
        </Button>
      </div>
    </li>
  );
}
