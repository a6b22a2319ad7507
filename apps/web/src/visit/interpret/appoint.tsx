import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Call } from '@okaeri/call';
import { sameLanguage, type VisitSeat } from '@okaeri/contracts';
import { useSay } from '../../locale/say';
import { About } from '../../parts/about';
import { choicesOf, primary, type RoomSound } from './room-sound';
import classes from './interpret.module.css';

interface AppointProps {
  person: VisitSeat;
  room: RoomSound;
  call: Call;
}

/** The physician asks somebody in the room to interpret, or no longer to. */
export function Appoint({ person, room, call }: AppointProps) {
  const say = useSay();
  const [pair, setPair] = useState<[string, string] | null>(null);
  // Each takes the place of the one before, and the focus with it.
  const [begun, setBegun] = useState(false);
  const said = room.sound.interpreters.some(({ seatId }) => seatId === person.seatId);
  if (said) {
    return (
      <Button
        variant="default"
        autoFocus={begun}
        onClick={() => void call.interpret.appoint(person.seatId, null)}
        data-action="dismiss"
      >
        {say('interpret.appoint.stop')}
        <About name={person.name.display} />
      </Button>
    );
  }
  if (person.interprets) return null;
  if (!pair) {
    const own = primary(person.language);
    const other = room.languages.find((tag) => !sameLanguage(tag, own)) ?? (own === 'en' ? 'ja' : 'en');
    return (
      <Button
        variant="default"
        autoFocus={begun}
        onClick={() => {
          setBegun(true);
          setPair([own, other]);
        }}
        data-action="appoint"
      >
        {say('interpret.appoint.action')}
        <About name={person.name.display} />
      </Button>
    );
  }
  const choice = (index: 0 | 1) => (
    <NativeSelect
      label={say(index === 0 ? 'interpret.appoint.first' : 'interpret.appoint.second')}
      autoFocus={index === 0}
      value={pair[index]}
      onChange={(event) => {
        const tag = event.currentTarget.value;
        setPair(index === 0 ? [tag, pair[1]] : [pair[0], tag]);
      }}
      data={choicesOf(room.languages)}
    />
  );
  return (
    <fieldset className={classes.choices}>
      <legend>{say('interpret.appoint.title', { name: person.name.display })}</legend>
      {choice(0)}
      {choice(1)}
      <Button
        disabled={sameLanguage(pair[0], pair[1])}
        onClick={() => void call.interpret.appoint(person.seatId, pair).then((done) => done && setPair(null))}
        data-action="appoint-confirm"
      >
        {say('interpret.appoint.confirm')}
      </Button>
    </fieldset>
  );
}
