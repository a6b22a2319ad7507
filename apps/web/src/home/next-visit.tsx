import { Button } from '@mantine/core';
import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { doorOpensMinutes, type VisitCard } from '@okaeri/contracts';
import { useConfirm } from '../api/work';
import { getReadyPath, visitPath } from '../app/paths';
import { Trouble } from '../app/trouble';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { CannotCome } from '../parts/cannot-come';
import card from '../parts/card.module.css';
import { Clocks } from '../parts/clocks';
import { MoveSelf } from '../parts/move-self';
import { Portrait } from '../parts/portrait';
import classes from './home.module.css';
import { VisitTitle } from '../parts/visit-title';

/** One large card and one button, whose word changes with the time: confirm, get ready, join. */
export function NextVisit({ visit }: { visit: VisitCard }) {
  const say = useSay();
  const open = visit.door === 'open';
  const asked = visit.confirmed === false && !open;
  const confirm = useConfirm(visit.visitId);
  return (
    <article className={card.card} aria-labelledby="next-visit" data-visit={visit.visitId}>
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
      <p className={classes.about}>
        <VisitTitle visit={visit} />
      </p>
      <Clocks when={visit.when} />
      {visit.movedFrom && <p className={classes.moved}>{say('home.moved', { before: visit.movedFrom })}</p>}
      {visit.interpreter && (
        <p className={classes.helper}>{say('home.interpreter', { name: visit.interpreter.display })}</p>
      )}
      {confirm.error && <Trouble error={confirm.error} />}
      <div className={classes.action}>
        {asked ? (
          <Button
            size="lg"
            loading={confirm.isPending}
            leftSection={<IconCheck size={22} aria-hidden="true" />}
            className={classes.button}
            onClick={() => confirm.mutate(null)}
            data-action="confirm"
          >
            {say('home.confirm')}
          </Button>
        ) : (
          <Button
            component={Link}
            to={open ? visitPath(visit.visitId) : getReadyPath(visit.visitId)}
            size="lg"
            rightSection={<IconArrowRight size={22} aria-hidden="true" />}
            className={classes.button}
            data-action={open ? 'join' : 'get-ready'}
          >
            {say(open ? 'home.next.join' : 'home.next.getReady')}
          </Button>
        )}
        <p className={classes.hint}>
          {open
            ? say('home.next.joinHint')
            : asked
              ? say('home.confirmHint')
              : say('home.next.getReadyHint', { minutes: doorOpensMinutes })}
        </p>
        <MoveSelf visit={visit} />
        {!open && <CannotCome visit={visit} />}
      </div>
    </article>
  );
}
