import { Link } from 'react-router';
import { IconChevronRight } from '@tabler/icons-react';
import type { VisitCard } from '@okaeri/contracts';
import { visitPath } from '../app/paths';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import classes from './home.module.css';
import { VisitTitle } from '../parts/visit-title';

/** A visit on one line. A past one is told, not opened: there is nothing to do in it any more. */
export function VisitRow({ visit, past = false }: { visit: VisitCard; past?: boolean }) {
  const say = useSay();
  const words = (
    <span className={classes.rowWords}>
      <span className={classes.rowWhen}>
        {say('home.row.when', { date: visit.when.yours.date, time: visit.when.yours.time })}
      </span>
      <span>
        <Name name={visit.other} />
      </span>
      <span className={classes.rowAbout}>
        <VisitTitle visit={visit} />
        {past && ` · ${say(`status.visit.${visit.status}`)}`}
      </span>
    </span>
  );
  if (past) return <li className={classes.row}>{words}</li>;
  return (
    <li>
      <Link to={visitPath(visit.visitId)} className={classes.row} data-link>
        {words}
        <IconChevronRight size={22} aria-hidden="true" />
      </Link>
    </li>
  );
}
