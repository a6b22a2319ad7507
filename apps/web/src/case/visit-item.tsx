import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { isAhead } from '@okaeri/contracts';
import type { CasePage, CaseVisit } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useMe } from '../api/session';
import { useWrite } from '../api/write';
import { notePath, qualityPath, schedulePath, visitPath } from '../app/paths';
import { Name } from '../locale/name';
import { useSayOf } from '../locale/say-of';
import { About } from '../parts/about';
import { AskDialog } from '../parts/ask-dialog';
import { Asked } from '../parts/asked';
import { BookedThings } from '../parts/booked-things';
import card from '../parts/card.module.css';
import { Clocks } from '../parts/clocks';
import { Delivery } from '../parts/delivery';
import { Needs } from '../ready/needs';
import classes from './case.module.css';
import { CancelDialog } from './cancel-dialog';
import { History } from './history';
import { OutcomeDialog } from './outcome-dialog';
import { Told } from './told';

interface VisitItemProps {
  visit: CaseVisit;
  page: CasePage;
  /** The next one: with both clocks and everybody in it. */
  large?: boolean;
}

type Opened = 'ask' | 'cancel' | 'outcome' | 'history';

/** A visit of the case: when, who, what the mails did, and what can be done about it. */
export function VisitItem({ visit, page, large = false }: VisitItemProps) {
  const say = useSayOf(visit.kind);
  const me = useMe();
  const [opened, setOpened] = useState<Opened | null>(null);
  const again = useWrite((messageId: string, key) =>
    body(
      typed.POST('/api/visits/{visitId}/messages/{messageId}/again', {
        params: { path: { visitId: visit.visitId, messageId }, header: keyed(key) },
      }),
    ),
  );
  const { when, status, note } = visit;
  const mine = visit.people.some(({ personId }) => personId === me?.personId);
  const whenWords = say('board.next', { date: when.yours.date, time: when.yours.time });
  const about = <About name={whenWords} />;
  const nameOf = (personId: string) => visit.people.find((one) => one.personId === personId)?.name.display ?? '';
  const done = visit.tasks.filter(({ state }) => state === 'done' || state === 'waived').length;
  const lacksInterpreter = page.mayBook && visit.tasks.some(({ act }) => act === 'ask');
  const troubled = visit.deliveries.filter(({ state }) => state === 'bounced' || state === 'failed');
  return (
    <div className={large ? card.card : classes.small} data-visit={visit.visitId} data-status={status}>
      {large ? <Clocks when={when} /> : <p className={classes.when}>{whenWords}</p>}
      <p className={classes.status} data-status-words>
        {visit.kind === 'conference' && <strong>{say('conference.label')}</strong>}
        <span>{visit.outcomeWords ?? say(`status.visit.${status}`)}</span>
        {note !== 'none' && <span className={classes.quiet}>{say(`case.note.${note}`)}</span>}
      </p>
      {large && (
        <ul className={classes.people}>
          {visit.people.map((person) => (
            <li key={person.seatId}>
              <span className={classes.when}>
                <Name name={person.name} both />
              </span>
              <span className={classes.quiet}>{say(`role.${person.role}`)}</span>
              <span className={person.confirmed ? classes.good : classes.quiet}>
                {say(person.confirmed ? 'case.confirmed' : 'case.unconfirmed')}
              </span>
            </li>
          ))}
        </ul>
      )}
      <BookedThings things={visit.things.map(({ name }) => name)} />
      <Asked visit={visit} mayWrite={page.mayBook} />
      {large && visit.tasks.length > 0 && (
        <details className={classes.needs} data-needs={visit.tasks.length}>
          <summary>{say('readiness.needs', { done, count: visit.tasks.length })}</summary>
          <Needs tasks={visit.tasks} />
        </details>
      )}
      {large && page.mayBook && <Told visit={visit} nameOf={nameOf} />}
      {troubled.map((delivery) => (
        <div key={delivery.messageId} className={classes.trouble}>
          <span>{nameOf(delivery.personId)}</span>
          <Delivery delivery={delivery} />
          {delivery.mayRepeat && page.mayBook && (
            <Button
              variant="default"
              loading={again.isPending}
              onClick={() => again.mutate(delivery.messageId)}
              data-action="send-again"
            >
              {say('people.invitation.resend')}
            </Button>
          )}
        </div>
      ))}
      <div className={classes.actions}>
        {mine && isAhead(status) && (
          <Button
            component={Link}
            to={visitPath(visit.visitId)}
            variant={large ? 'filled' : 'default'}
            data-action="open-visit"
          >
            {say('case.open')}
            {about}
          </Button>
        )}
        {note === 'signed' && (
          <Button component={Link} to={notePath(visit.visitId)} variant="default" data-action="read-note">
            {say('case.note.read')}
            {about}
          </Button>
        )}
        {page.mayBook && status === 'fulfilled' && (
          <Button
            component={Link}
            to={qualityPath(visit.visitId)}
            variant="subtle"
            color="gray"
            data-action="open-quality"
          >
            {say('quality.open')}
            {about}
          </Button>
        )}
        {lacksInterpreter && (
          <Button variant="default" onClick={() => setOpened('ask')} data-action="open-ask">
            {say('ready.next.ask')}
            {about}
          </Button>
        )}
        {visit.mayMove && (
          <Button
            component={Link}
            to={schedulePath(page.episodeId, visit.visitId)}
            variant="default"
            data-action="move"
          >
            {say('case.move')}
            {about}
          </Button>
        )}
        {visit.mayMove && (
          <Button variant="subtle" color="gray" onClick={() => setOpened('cancel')} data-action="cancel">
            {say('today.cancel.open')}
            {about}
          </Button>
        )}
        {visit.maySetOutcome && (
          <Button variant="subtle" color="gray" onClick={() => setOpened('outcome')} data-action="outcome">
            {say('case.outcome.open')}
            {about}
          </Button>
        )}
        {page.mayBook && (
          <Button variant="subtle" color="gray" onClick={() => setOpened('history')} data-action="history">
            {say('case.history.open')}
            {about}
          </Button>
        )}
      </div>
      {opened === 'ask' && (
        <AskDialog visit={{ ...visit, episodeId: page.episodeId }} onClose={() => setOpened(null)} />
      )}
      {opened === 'cancel' && <CancelDialog visit={visit} onClose={() => setOpened(null)} />}
      {opened === 'outcome' && <OutcomeDialog visit={visit} onClose={() => setOpened(null)} />}
      {opened === 'history' && <History visitId={visit.visitId} onClose={() => setOpened(null)} />}
    </div>
  );
}
