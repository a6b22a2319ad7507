import { Button } from '@mantine/core';
import { IconAppWindow } from '@tabler/icons-react';
import { localeNames, localeTags, type StagePerson } from '@okaeri/contracts';
import type { MouseEvent } from 'react';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import { Portrait } from '../parts/portrait';
import { openWindow } from './windows';
import classes from './stage.module.css';

interface PersonProps {
  person: StagePerson;
  /** On a network all people share one host name, so a device is one person at a time. */
  lan: boolean;
}

/** Somebody of the visit: who, where, what time it is there, and the way into her window. */
export function PersonCard({ person, lan }: PersonProps) {
  const say = useSay();
  const waiting = person.state === 'waiting';
  return (
    <li className={classes.person} data-waiting={waiting || undefined}>
      <div className={classes.who}>
        <Portrait name={person.name} />
        <div className={classes.whoWords}>
          <h3 className={classes.name}>
            <Name name={person.name} both />
          </h3>
          <p className={classes.role}>{say(`role.${person.role}`)}</p>
        </div>
      </div>
      <Facts person={person} />
      <State person={person} />
      <Opener person={person} lan={lan} />
    </li>
  );
}

/** Somebody else of the demo world, on one line. */
export function PersonRow({ person, lan }: PersonProps) {
  const say = useSay();
  return (
    <li className={classes.other}>
      <Portrait name={person.name} size="sm" />
      <div className={classes.whoWords}>
        <h3 className={classes.otherName}>
          <Name name={person.name} />
        </h3>
        <p className={classes.role}>
          {say('stage.person.roleAt', { role: say(`role.${person.role}`), place: person.place })}
        </p>
      </div>
      <Opener person={person} lan={lan} quiet />
    </li>
  );
}

function Facts({ person }: { person: StagePerson }) {
  const say = useSay();
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{say('stage.person.place')}</dt>
        <dd>{say('stage.person.placeTime', { place: person.place, time: person.time })}</dd>
      </div>
      <div>
        <dt>{say('stage.person.language')}</dt>
        <dd lang={localeTags[person.language]}>{localeNames[person.language]}</dd>
      </div>
    </dl>
  );
}

function State({ person }: { person: StagePerson }) {
  const say = useSay();
  if (!person.state) return null;
  const minutes = person.waitingMinutes ?? null;
  return (
    <p className={classes.state} data-state={person.state}>
      {person.state === 'waiting' && minutes !== null
        ? say('status.waitingFor', { minutes })
        : say(`status.seat.${person.state}`)}
    </p>
  );
}

/** A plain link, so that it can be copied, opened in a tab or read without a script; a click opens her own window. */
function Opener({ person, lan, quiet = false }: PersonProps & { quiet?: boolean }) {
  const say = useSay();
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    if (lan || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    if (openWindow(person)) event.preventDefault();
  };
  return (
    <Button
      component="a"
      href={person.href}
      {...(lan ? {} : { target: `okaeri-${person.persona}`, rel: 'opener' })}
      variant={quiet ? 'subtle' : person.role === 'patient' ? 'filled' : 'default'}
      fullWidth={!quiet}
      leftSection={lan ? undefined : <IconAppWindow size={20} aria-hidden="true" />}
      onClick={click}
    >
      {say(lan ? 'stage.person.be' : 'stage.person.open')}
      <About name={person.name.display} />
    </Button>
  );
}
