import { Button } from '@mantine/core';
import { IconBell, IconCheck, IconDoorEnter, IconLogout } from '@tabler/icons-react';
import { emergencyNumber, type VisitPage, type VisitSeat } from '@okaeri/contracts';
import { Page } from '../../app/page';
import { Name } from '../../locale/name';
import { useSay } from '../../locale/say';
import { Portrait } from '../../parts/portrait';
import { Phone } from '../phone';
import { Picture } from '../device/picture';
import { RoleWords } from '../people/role';
import type { Seat } from '../use-seat';
import { ForWaiting } from './for-waiting';
import classes from './wait.module.css';

interface WaitProps {
  page: VisitPage;
  people: readonly VisitSeat[];
  seat: Seat;
}

/** Who will come, what happens next, since when, and a number for when nothing does. */
export function Wait({ page, people, seat }: WaitProps) {
  const say = useSay();
  const { state } = seat;
  const host = people.find(({ role }) => role === 'physician')?.name.display ?? '';
  const minutes = page.card.waiting.find(({ seatId }) => seatId === page.me.seatId)?.minutes ?? 0;
  const waiting = state?.phase === 'waiting';
  const lost = state?.connection === 'reconnecting';

  return (
    <Page
      wide
      title={say('wait.title')}
      lead={
        <p className={classes.flat} data-when>
          {page.card.when.sentence}
        </p>
      }
    >
      <div className={classes.wait}>
        <section className={classes.card} data-lost={lost || undefined}>
          <p className={classes.state} role="status">
            {lost ? say('wait.lost') : waiting ? say('wait.since', { minutes }) : say('call.tile.connecting')}
          </p>
          <ol className={classes.steps}>
            <li data-done={waiting || undefined}>
              <IconCheck aria-hidden="true" />
              <span>{waiting ? say('wait.told', { name: host }) : say('visit.steps.wait')}</span>
            </li>
            <li>
              <IconDoorEnter aria-hidden="true" />
              <span>{say('wait.next')}</span>
            </li>
            <li>
              <IconBell aria-hidden="true" />
              <span>{say('wait.keepOpen')}</span>
            </li>
          </ol>
          {page.card.expectedWords && (
            <p className={classes.expected} data-expected data-when>
              {say('waiting.expected', { time: page.card.expectedWords })}
            </p>
          )}
          <ForWaiting visitId={page.card.visitId} />
          {page.me.role === 'patient' && minutes >= 10 && !page.card.expectedWords && (
            <p className={classes.quiet}>{say('wait.late', { name: host })}</p>
          )}
        </section>

        <Who people={people.filter(({ seatId, state: at }) => seatId !== page.me.seatId && at !== 'removed')} />

        <aside className={classes.aside}>
          <Own seat={seat} />
          {page.me.role === 'patient' && <ForPatients page={page} seat={seat} />}
          <Phone page={page} />
          <Button
            variant="default"
            leftSection={<IconLogout size={20} aria-hidden="true" />}
            onClick={seat.leave}
            data-action="leave"
          >
            {say('wait.leave')}
          </Button>
        </aside>
      </div>
    </Page>
  );
}

function Who({ people }: { people: readonly VisitSeat[] }) {
  const say = useSay();
  return (
    <section className={classes.card} aria-labelledby="who-comes">
      <h2 id="who-comes" className={classes.heading}>
        {say('wait.who.title')}
      </h2>
      <ul className={classes.people}>
        {people.map((person) => (
          <li key={person.seatId}>
            <Portrait name={person.name} />
            <span className={classes.person}>
              <span className={classes.name}>
                <Name name={person.name} both />
              </span>
              <span className={classes.quiet}>
                <RoleWords seat={person} /> · {person.place}
              </span>
            </span>
            <span className={classes.chip} data-here={isHere(person) || undefined}>
              {say(isHere(person) ? 'wait.who.here' : 'wait.who.away')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const isHere = ({ state }: VisitSeat) => state === 'waiting' || state === 'admitted' || state === 'joined';

function Own({ seat: { local } }: { seat: Seat }) {
  const say = useSay();
  return (
    <figure className={classes.self}>
      {local.camera ? (
        <Picture
          track={local.camera.track}
          mirrored={!local.camera.synthetic}
          className={classes.picture}
          aria-hidden="true"
        />
      ) : (
        <span className={classes.noPicture}>{say('check.camera.off')}</span>
      )}
      <figcaption className={classes.quiet}>{say('wait.self')}</figcaption>
    </figure>
  );
}

function ForPatients({ page, seat }: { page: VisitPage; seat: Seat }) {
  const say = useSay();
  const country = seat.arrival?.country ?? page.arrivalDefaults?.country;
  return (
    <>
      <section>
        <h2 className={classes.small}>{say('wait.ready.title')}</h2>
        <p className={classes.quiet}>{say('wait.ready.body')}</p>
      </section>
      {country && (
        <section>
          <h2 className={classes.small}>{say('wait.emergency.title')}</h2>
          <p className={classes.quiet}>{say('wait.emergency.body', { number: emergencyNumber(country) })}</p>
        </section>
      )}
    </>
  );
}
