import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { doorOpensMinutes, type VisitCard } from '@okaeri/contracts';
import { visitPath } from '../app/paths';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Clocks } from '../parts/clocks';
import { Portrait } from '../parts/portrait';
import classes from './home.module.css';

/** One large card and one button, whose word changes with the time. */
export function NextVisit({ visit }: { visit: VisitCard }) {
  const say = useSay();
  const open = visit.door === 'open';
  return (
    <article className={card.card} aria-labelledby="next-visit">
      <p className={classes.relative}>{open ? say('home.next.openNow') : visit.when.relative}</p>
      <div className={classes.who}>
        <Portrait name={visit.other} size="lg" />
        <div>
          <h2 id="next-visit" className={classes.name}>
            <Name name={visit.other} both />
          </h2>
          <p className={classes.where}>{visit.institution}</p>
        </div>
      </div>
      <p className={classes.about}>{visit.title}</p>
      <Clocks when={visit.when} />
      <div className={classes.action}>
        <Button
          component={Link}
          to={visitPath(visit.visitId)}
          size="lg"
          rightSection={<IconArrowRight size={22} aria-hidden="true" />}
          className={classes.button}
        >
          {say(open ? 'home.next.join' : 'home.next.getReady')}
        </Button>
        <p className={classes.hint}>
          {open ? say('home.next.joinHint') : say('home.next.getReadyHint', { minutes: doorOpensMinutes })}
        </p>
      </div>
    </article>
  );
}
