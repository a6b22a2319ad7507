import { Button } from '@mantine/core';
import { IconArrowsExchange, IconPlayerPause } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Call, CallState } from '@okaeri/call';
import { sameLanguage, type VisitSeat } from '@okaeri/contracts';
import { useSay } from '../../locale/say';
import { Language } from '../people/role';
import { partnersOf, primary, type RoomSound } from './room-sound';
import { unheard } from './strip';
import classes from './interpret.module.css';

interface BarProps {
  room: RoomSound;
  call: Call;
  state: CallState;
  people: readonly VisitSeat[];
}

/** The interpreter's own row: into which language, who hears her, and her partner. */
export function Bar({ room, call, state, people }: BarProps) {
  const say = useSay();
  const { own } = room;
  if (!own) return null;
  const { give, take } = partnersOf(room);
  const why = unheard(own, room, state.microphoneOn);
  const nameOf = (seatId: string) => people.find((one) => one.seatId === seatId)?.name.display ?? '';
  const [first, second] = own.pair;
  const into = own.to;

  // Space on the switch turns it over, so that the eyes may stay on the person who speaks.
  const turn = (event: KeyboardEvent) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    if (!event.repeat) void call.interpret.set(primary(into !== null && sameLanguage(into, first) ? second : first));
  };
  const side = (tag: string) => (
    <button
      type="button"
      className={classes.side}
      aria-pressed={into !== null && sameLanguage(into, tag)}
      data-action={`interpret-${primary(tag)}`}
      onKeyDown={turn}
      // The browser presses a button when the space bar comes up again; it has been turned already.
      onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
      onClick={() => void call.interpret.set(primary(tag))}
    >
      <span className={classes.into}>{say('interpret.bar.into')}</span>
      <Language tag={tag} />
    </button>
  );
  return (
    <section className={classes.bar} aria-label={say('interpret.bar.title')} data-interprets={into ?? ''}>
      <div role="group" aria-label={say('interpret.bar.direction')} className={classes.switch}>
        {side(first)}
        <IconArrowsExchange size={24} aria-hidden="true" className={classes.between} />
        {side(second)}
      </div>
      <p className={classes.told} role="status" data-heard-by={own.heardBy.length} data-unheard={why ?? undefined}>
        {why ? say(`interpret.own.${why}`) : say('interpret.bar.heard', { count: own.heardBy.length })}
      </p>
      <div className={classes.acts}>
        {into !== null && (
          <Button
            variant="default"
            leftSection={<IconPlayerPause size={20} aria-hidden="true" />}
            onClick={() => void call.interpret.set(null)}
            data-action="interpret-stop"
          >
            {say('interpret.bar.stop')}
          </Button>
        )}
        {take && (
          <Button color="kaki" onClick={() => void call.interpret.take()} data-action="take-over">
            {say('interpret.bar.takeOver', { name: nameOf(take.seatId) })}
          </Button>
        )}
        {give.map(({ seatId }) =>
          own.offered === seatId ? (
            <Button
              key={seatId}
              variant="default"
              onClick={() => void call.interpret.offer(null)}
              data-action="take-back"
            >
              {say('interpret.bar.takeBack', { name: nameOf(seatId) })}
            </Button>
          ) : (
            <Button
              key={seatId}
              variant="default"
              onClick={() => void call.interpret.offer(seatId)}
              data-action="hand-over"
            >
              {say('interpret.bar.handOver', { name: nameOf(seatId) })}
            </Button>
          ),
        )}
      </div>
      <Relay room={room} call={call} />
    </section>
  );
}

/** What is spoken beside her two languages reaches her by another interpreter's voice. */
function Relay({ room, call }: Pick<BarProps, 'room' | 'call'>) {
  const say = useSay();
  const { own, strange } = room;
  if (!own || (strange.length === 0 && own.relay === null)) return null;
  // One whose voice she herself is cannot come to her.
  const channels = own.pair.filter((tag) => own.to === null || !sameLanguage(tag, own.to));
  return (
    <fieldset className={classes.relay}>
      <legend>
        {say('interpret.relay.label')}{' '}
        {strange.map((tag) => (
          <Language key={tag} tag={tag} />
        ))}
      </legend>
      <Choice chosen={own.relay === null} action="relay-none" onChoose={() => void call.interpret.relay(null)}>
        {say('interpret.relay.none')}
      </Choice>
      {channels.map((tag) => (
        <Choice
          key={tag}
          chosen={own.relay !== null && sameLanguage(own.relay, tag)}
          action={`relay-${primary(tag)}`}
          onChoose={() => void call.interpret.relay(primary(tag))}
        >
          <Language tag={tag} />
        </Choice>
      ))}
    </fieldset>
  );
}

interface ChoiceProps {
  chosen: boolean;
  action: string;
  onChoose: () => void;
  children: ReactNode;
}

function Choice({ chosen, action, onChoose, children }: ChoiceProps) {
  return (
    <button type="button" className={classes.choice} aria-pressed={chosen} data-action={action} onClick={onChoose}>
      {children}
    </button>
  );
}
