import type { Call } from '@okaeri/call';
import type { VisitPage, VisitSeat } from '@okaeri/contracts';
import { useSay } from '../../locale/say';
import { Arrived } from './arrived';
import { WaitingCard } from './waiting-card';
import classes from './people.module.css';

interface EmptyProps {
  page: VisitPage;
  people: readonly VisitSeat[];
  waiting: readonly VisitSeat[];
  call: Call;
  joined: boolean;
}

/** Nobody else is here: who waits, or that it is all right to be the first. */
export function Empty({ page, people, waiting, call, joined }: EmptyProps) {
  const say = useSay();
  if (!joined) return <p className={classes.empty}>{say('call.joining')}</p>;
  if (waiting.length > 0) {
    return (
      <div className={classes.empty}>
        <WaitingCard waiting={waiting} page={page} call={call} />
        {waiting.map((person) => person.arrival && <Arrived key={person.seatId} person={person} />)}
      </div>
    );
  }
  const host = people.find(({ role }) => role === 'physician');
  const away = !page.me.host && host && (host.state === 'left' || host.state === 'admitted');
  return (
    <div className={classes.empty}>
      <h2 className={classes.emptyTitle}>
        {away ? say('call.tile.away', { name: host.name.display }) : say('call.alone.title')}
      </h2>
      <p>{say(page.me.host ? 'call.alone.host' : 'call.alone.guest')}</p>
    </div>
  );
}
