import { Button } from '@mantine/core';
import { IconBell, IconDoorEnter } from '@tabler/icons-react';
import { Link } from 'react-router';
import { hostRole } from '@okaeri/contracts';
import { useAdmit } from '../api/waiting';
import { visitPath } from '../app/paths';
import { Trouble } from '../app/trouble';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { useSayOf } from '../locale/say-of';
import { About } from '../parts/about';
import { Portrait } from '../parts/portrait';
import { WaitingDesk } from '../visit/wait/desk';
import { useChime } from './chime';
import type { Waiting } from './waiting';
import classes from './today.module.css';
import { VisitTitle } from '../parts/visit-title';

/** The largest thing on the page while somebody waits, and the only one in the warm colour. */
export function WaitingNow({ waiting }: { waiting: readonly Waiting[] }) {
  const say = useSay();
  const chime = useChime(waiting.map(({ person }) => `${person.seatId} ${person.since}`));
  return (
    <section aria-labelledby="today-waiting">
      <div className={classes.waitingHead}>
        <h2 id="today-waiting" className={classes.waitingTitle} aria-live="polite">
          {waiting.length > 0 ? say('today.waiting.title', { count: waiting.length }) : say('today.waiting.none')}
        </h2>
        {chime.silent && (
          <Button variant="default" leftSection={<IconBell size={20} aria-hidden="true" />} onClick={chime.allow}>
            {say('today.sound.turnOn')}
          </Button>
        )}
      </div>
      {waiting.length > 0 && (
        <ul className={classes.waiting}>
          {waiting.map((one) => (
            <WaitingCard key={one.person.seatId} {...one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function WaitingCard({ visit, person }: Waiting) {
  const say = useSayOf(visit.kind);
  return (
    <li className={classes.waitingCard}>
      <div className={classes.waitingWho}>
        <Portrait name={person.name} size="lg" />
        <div className={classes.waitingWords}>
          <p className={classes.waitingName}>
            <Name name={person.name} both />
          </p>
          <p className={classes.waitingSince}>
            {person.minutes === undefined
              ? say('status.seat.waiting')
              : say('status.waitingFor', { minutes: person.minutes })}
          </p>
          <p className={classes.quiet}>
            {say(`role.${person.role}`)} · <VisitTitle visit={visit} />
          </p>
        </div>
      </div>
      {visit.myRole === hostRole && <Admit visitId={visit.visitId} person={person} />}
      <Button
        component={Link}
        to={visitPath(visit.visitId)}
        size="lg"
        className={classes.waitingButton}
        leftSection={<IconDoorEnter size={22} aria-hidden="true" />}
      >
        {say('today.waiting.open')}
        <About name={person.name.display} />
      </Button>
      <WaitingDesk visitId={visit.visitId} expectedWords={visit.expectedWords} writes={visit.myRole === hostRole} />
    </li>
  );
}

/** Without opening the visit: she comes in and finds who is there, from this tab or from a phone. */
function Admit({ visitId, person }: { visitId: string; person: Waiting['person'] }) {
  const say = useSay();
  const admit = useAdmit(visitId);
  return (
    <>
      <Button
        variant="default"
        size="lg"
        loading={admit.isPending}
        onClick={() => admit.mutate(person.seatId)}
        data-action="admit"
      >
        {say('call.waiting.admitShort')}
        <About name={person.name.display} />
      </Button>
      {admit.error && <Trouble error={admit.error} />}
    </>
  );
}
