import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { ClockChangeView, ClockChoice } from '@okaeri/contracts';
import { casePath } from '../app/paths';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import classes from './clocks.module.css';

interface ChangeProps {
  change: ClockChangeView;
  busy: boolean;
  /** Why it could not be done. */
  problem: string | null;
  onChoose: (keep: ClockChoice['keep']) => void;
}

/** One visit: what each clock was promised to show and what it shows now, and the two things that can be kept. */
export function ChangeCard({ change, busy, problem, onChoose }: ChangeProps) {
  const say = useSay();
  const { patient, physician, walls, changeId, episodeId } = change;
  const about = <About name={patient.display} />;
  // Where her own clock is as it was promised there is no hour of hers to be kept.
  const hers = walls.some(({ name }) => name?.display === patient.display);
  return (
    <li className={classes.card} data-change={changeId}>
      <p className={classes.name}>
        <Link to={casePath(episodeId)}>
          <Name name={patient} both />
        </Link>
      </p>
      <p className={classes.quiet}>
        <Name name={physician} />
      </p>
      {walls.map(({ name, place, before, after }) => (
        <dl key={`${name?.display ?? ''} ${place}`} className={classes.walls}>
          <dt className={classes.whose}>{name ? `${name.display} · ${place}` : place}</dt>
          <dd>
            <span className={classes.quiet}>{say('clocks.promised')}</span>
            <strong data-wall="before">{before}</strong>
          </dd>
          <dd>
            <span className={classes.quiet}>{say('clocks.now')}</span>
            <strong data-wall="after">{after}</strong>
          </dd>
        </dl>
      ))}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <div className={classes.actions}>
        {hers && (
          <Button loading={busy} onClick={() => onChoose('wall')} data-action="keep-wall">
            {say('clocks.keepWall')}
            {about}
          </Button>
        )}
        <Button
          variant={hers ? 'default' : 'filled'}
          loading={busy}
          onClick={() => onChoose('instant')}
          data-action="keep-instant"
        >
          {say('clocks.keepInstant')}
          {about}
        </Button>
      </div>
    </li>
  );
}
