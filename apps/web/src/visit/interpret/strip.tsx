import { IconEar, IconEarOff } from '@tabler/icons-react';
import type { CallState, Remote } from '@okaeri/call';
import type { VisitSeat } from '@okaeri/contracts';
import { Name } from '../../locale/name';
import { useSay } from '../../locale/say';
import { Language } from '../people/role';
import { otherOf, type Interpreting, type RoomSound } from './room-sound';
import classes from './interpret.module.css';

export interface StripProps {
  room: RoomSound;
  people: readonly VisitSeat[];
  state: CallState;
}

/** Who interprets what, and whether it is heard, for everybody to see. */
export function Strip({ room, people, state }: StripProps) {
  const say = useSay();
  const here = room.interpreters.filter((one) => one.here);
  if (here.length === 0) return null;
  return (
    <section className={classes.strip} aria-label={say('interpret.strip.title')} data-mode={room.sound.mode}>
      <h2 className={classes.stripTitle}>{say('interpret.strip.title')}</h2>
      <ul className={classes.stripList}>
        {here.map((one) => (
          <li key={one.seatId} data-interprets={one.to ?? ''} data-seat={one.seatId} data-heard-by={one.heardBy.length}>
            <strong>
              <Direction of={one} />
            </strong>
            <NameOf seatId={one.seatId} people={people} />
            <Heard of={one} room={room} state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The one direction in which she works now, or both. */
export function Direction({ of: { pair, to } }: { of: Interpreting }) {
  const [from, into] = to === null ? pair : [otherOf(pair, to), to];
  return (
    <>
      <Language tag={from} /> {to === null ? '⇄' : '→'} <Language tag={into} />
    </>
  );
}

export function NameOf({ seatId, people }: { seatId: string; people: readonly VisitSeat[] }) {
  const person = people.find((one) => one.seatId === seatId);
  return person ? <Name name={person.name} /> : null;
}

function Heard({ of, room, state }: { of: Interpreting; room: RoomSound; state: CallState }) {
  const say = useSay();
  const why = unheardOf(of, room, state.remotes.get(of.seatId), state.microphoneOn);
  const Sign = why ? IconEarOff : IconEar;
  const words = why ? say(`interpret.unheard.${why}`) : say('interpret.strip.heard', { count: of.heardBy.length });
  return (
    <span className={classes.heard} data-unheard={why ?? undefined}>
      <Sign size={16} aria-hidden="true" />
      {words}
    </span>
  );
}

type Unheard = 'standby' | 'muted' | 'stalled' | 'nobody';

/** Why nobody hears an interpreter who is in the room; `null`: somebody does. */
function unheardOf(
  of: Interpreting,
  room: RoomSound,
  remote: Remote | undefined,
  microphoneOn: boolean,
): Unheard | null {
  if (of.seatId === room.me.seatId) return unheard(of, room, microphoneOn);
  return remote?.stalled ? 'stalled' : unheard(of, room, remote?.audioPaused === false);
}

/** The same without what only others can see. */
export function unheard(
  of: Interpreting,
  { sound }: RoomSound,
  microphoneOn: boolean,
): Exclude<Unheard, 'stalled'> | null {
  if (sound.mode === 'simultaneous' && of.to === null) return 'standby';
  if (!microphoneOn) return 'muted';
  return of.heardBy.length === 0 ? 'nobody' : null;
}
