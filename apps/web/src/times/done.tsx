import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { When } from '@okaeri/contracts';
import { Page } from '../app/page';
import { paths } from '../app/paths';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Clocks } from '../parts/clocks';
import classes from './times.module.css';

/** The time that is hers by now, and what happens next. */
export function Done({ status, when }: { status: 'booked' | 'pending' | 'moved'; when: When }) {
  const say = useSay();
  return (
    <Page title={say('times.done.title')} narrow>
      <div data-screen="times-done" data-status={status} className={classes.done}>
        <Clocks when={when} />
        <p className={card.large} role="status">
          {say(`times.done.${status}`)}
        </p>
        <Button component={Link} to={paths.start} size="lg" data-action="home">
          {say('times.done.home')}
        </Button>
      </div>
    </Page>
  );
}
