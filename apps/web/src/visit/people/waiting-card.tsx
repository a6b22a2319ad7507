import { Button } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Call } from '@okaeri/call';
import type { VisitPage, VisitSeat } from '@okaeri/contracts';
import { Name } from '../../locale/name';
import { useSay } from '../../locale/say';
import { About } from '../../parts/about';
import { Order } from '../wait/order';
import { RoleWords } from './role';
import classes from './people.module.css';

interface WaitingCardProps {
  waiting: readonly VisitSeat[];
  page: VisitPage;
  call: Call;
  /** One line on a phone; the list is a touch away. */
  compact?: boolean;
  onMore?: () => void;
}

/** Everybody who waits, quietly, each with one button. */
export function WaitingCard({ waiting, page, call, compact = false, onMore }: WaitingCardProps) {
  const say = useSay();
  const first = waiting[0];
  if (!first) return null;
  if (compact && waiting.length > 1) {
    return (
      <button type="button" className={classes.waitingLine} onClick={onMore} data-waiting={waiting.length}>
        <span>{say('today.waiting.title', { count: waiting.length })}</span>
        <span className={classes.waitingMore}>{say('call.people.label')}</span>
      </button>
    );
  }
  return (
    <section
      className={compact ? classes.waitingLine : classes.waitingCard}
      aria-labelledby="waiting"
      data-waiting={waiting.length}
    >
      <h2 id="waiting" className={compact ? classes.unseen : classes.waitingTitle}>
        {say('call.waiting.title')}
      </h2>
      <ul className={classes.waitingList}>
        {waiting.map((person) => (
          <WaitingPerson key={person.seatId} person={person} page={page} call={call} compact={compact}>
            {page.mayWait && waiting.length > 1 && <Order person={person} waiting={waiting} page={page} />}
          </WaitingPerson>
        ))}
      </ul>
    </section>
  );
}

interface PersonProps {
  person: VisitSeat;
  page: VisitPage;
  call: Call;
  compact: boolean;
  children?: ReactNode;
}

function WaitingPerson({ person, page, call, compact, children }: PersonProps) {
  const say = useSay();
  const [asked, setAsked] = useState(false);
  const minutes = page.card.waiting.find(({ seatId }) => seatId === person.seatId)?.minutes ?? 0;
  return (
    <li className={classes.waitingPerson} data-seat={person.seatId}>
      <span className={classes.waitingName}>
        <Name name={person.name} />
        <span className={classes.waitingSince}>
          {compact ? say(`role.${person.role}`) : <RoleWords seat={person} />}
          {' · '}
          {say('status.waitingFor', { minutes })}
        </span>
      </span>
      {children}
      <Button
        color="kaki"
        loading={asked}
        leftSection={<IconDoorEnter size={20} aria-hidden="true" />}
        data-action="admit"
        onClick={() => {
          setAsked(true);
          void call.admit(person.seatId).finally(() => setAsked(false));
        }}
      >
        {say('call.waiting.admitShort')}
        <About name={person.name.display} />
      </Button>
    </li>
  );
}
