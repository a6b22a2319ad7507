import { Button } from '@mantine/core';
import type { Call } from '@okaeri/call';
import { hostRole, type VisitPage, type VisitSeat } from '@okaeri/contracts';
import { Name } from '../../locale/name';
import { useSay } from '../../locale/say';
import { About } from '../../parts/about';
import { Portrait } from '../../parts/portrait';
import { Appoint } from '../interpret/appoint';
import type { RoomSound } from '../interpret/room-sound';
import { RoleWords } from './role';
import { Desk } from '../wait/desk';
import { Arrived } from './arrived';
import { WaitingCard } from './waiting-card';
import classes from './people.module.css';

interface PeopleListProps {
  page: VisitPage;
  people: readonly VisitSeat[];
  waiting: readonly VisitSeat[];
  call: Call;
  room: RoomSound | null;
  onRemove: (person: VisitSeat) => void;
}

/** Who belongs to this visit and where each one is; for the physician also who waits, and how to reach a patient. */
export function PeopleList({ page, people, waiting, call, room, onRemove }: PeopleListProps) {
  const say = useSay();
  return (
    <div className={classes.stack}>
      {page.me.host &&
        (waiting.length > 0 ? (
          <>
            <WaitingCard waiting={waiting} page={page} call={call} />
            <Desk page={page} />
          </>
        ) : (
          <p className={classes.none}>{say('call.waiting.none')}</p>
        ))}
      <ul className={classes.people}>
        {people.map((person) => {
          const own = person.seatId === page.me.seatId;
          const removable = page.me.host && !own && ['waiting', 'admitted', 'joined'].includes(person.state);
          return (
            <li key={person.seatId} className={classes.person}>
              <Portrait name={person.name} />
              <span className={classes.personWords}>
                <strong>
                  <Name name={person.name} both />
                </strong>
                <span>
                  <RoleWords seat={person} /> · {person.place}
                </span>
                <span>{own ? say('call.tile.self') : say(`status.seat.${person.state}`)}</span>
              </span>
              {room && page.me.host && mayInterpret(person) && <Appoint person={person} room={room} call={call} />}
              {removable && (
                <Button variant="default" onClick={() => onRemove(person)} data-action="remove">
                  {say('call.remove.confirm')}
                  <About name={person.name.display} />
                </Button>
              )}
              {person.arrival && <Arrived person={person} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Whoever is in the room and is not one of those who are interpreted for. */
const mayInterpret = ({ role, state }: VisitSeat): boolean =>
  state === 'joined' && role !== 'patient' && role !== hostRole;
