import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallEvent } from '@okaeri/call';
import type { VisitPage } from '@okaeri/contracts';
import { readAgain } from '../api/again';
import { useNotices } from '../api/live';
import { keys } from '../api/queries';
import { hasNews } from '../api/waiting';
import { useSession } from '../api/session';
import { useCallRoom } from '../app/room';
import { useSay } from '../locale/say';
import { After } from './after/after';
import { Arrival } from './arrival/arrival';
import { CallScreen } from './call/call-screen';
import { keepDevice, keptDevices } from './device/devices';
import { Door } from './door/door';
import { peopleOf, whoWait } from './people/people';
import { play } from './device/sounds';
import { entersEarly, startsSilent } from './steps';
import type { Sound } from './steps';
import { useSeat } from './use-seat';
import { createSayings } from './show/sayings';
import { Wait } from './wait/wait';
import classes from './visit.module.css';

/** The screens of one visit over one seat. Nothing here is closed by a change of screen but what the screen no longer needs. */
export function Visit({ page }: { page: VisitPage }) {
  const say = useSay();
  const { visitId } = page.card;
  const demo = useSession().data?.demo ?? null;
  const refetch = useCallback(() => readAgain(keys.visit(visitId)), [visitId]);

  const [speaker, setSpeaker] = useState(() => keptDevices().speaker);
  const [sound, setSound] = useState<Sound>('undecided');
  const [sayings] = useState(createSayings);
  const [said, setSaid] = useState('');
  /** Messages that came while the chat was shut. */
  const [unread, setUnread] = useState(0);
  const onRead = useCallback(() => setUnread(0), []);
  const joined = useRef(false);
  const names = useRef<(seatId: string) => string>(() => '');

  const onEvent = useCallback(
    (event: CallEvent) => {
      if (event.name === 'said') sayings.tell(event);
      if (event.name === 'chat') {
        readAgain(keys.chat(visitId));
        const tell = (news: boolean) => {
          // Who waits has her own place for what is told her.
          if (!news || !joined.current) return;
          setUnread((count) => count + 1);
          setSaid(say('chat.announce'));
        };
        // Where it cannot be read now, the next one tells of both.
        hasNews(visitId).then(tell, () => undefined);
      }
      if (event.name === 'changed' || event.name === 'closed') refetch();
      if (event.name === 'moved') setSaid(say('call.moved'));
      if (event.name === 'admitted') {
        setSaid(say('call.announce.admitted'));
        void play('admitted', speaker);
      }
      if (event.name === 'waiting' && page.me.host) {
        refetch();
        setSaid(event.seatIds.map((id) => say('call.announce.waiting', { name: names.current(id) })).join(' '));
        void play('waiting', speaker);
      }
    },
    [refetch, say, speaker, sayings, visitId, page.me.host],
  );

  const first = useRef<HTMLDivElement>(null);
  const firstPictures = useCallback(() => first.current, []);
  const seat = useSeat(page, firstPictures, onEvent);
  const { state, screen } = seat;
  // A call that holds the seat hears of changes by itself; a second connection would only ask everything twice.
  const held = state ? !['idle', 'left', 'closed'].includes(state.phase) : screen === 'door' && entersEarly(page);
  useNotices(held ? [] : [{ topic: 'visit', id: visitId }], refetch);
  const people = peopleOf(page, state?.snapshot ?? null);
  const waiting = page.me.host ? whoWait(people, page.me.seatId) : [];
  useEffect(() => {
    joined.current = state?.phase === 'joined';
    names.current = (seatId) => people.find((person) => person.seatId === seatId)?.name.display ?? '';
  });

  const phase = state?.phase;
  const seats = state?.snapshot?.seats;
  useEffect(() => {
    if (phase === 'left' || phase === 'closed') setSound('undecided');
    else if (phase === 'joined' && sound === 'undecided') {
      setSound(startsSilent({ demo, ownSeatId: page.me.seatId, seats: seats ?? [] }) ? 'offHere' : 'on');
    }
  }, [phase, sound, demo, seats, page.me.seatId]);

  useCallRoom(screen === 'call');

  const chooseSpeaker = (deviceId: string) => {
    keepDevice('speaker', deviceId);
    setSpeaker(deviceId);
  };

  const shown = () => {
    switch (screen) {
      case 'door':
        return <Door page={page} waiting={waiting} seat={seat} speaker={speaker} onSpeaker={chooseSpeaker} />;
      case 'arrival':
        return (
          <Arrival page={page} busy={phase === 'connecting'} error={state?.error ?? null} onArrive={seat.arrive} />
        );
      case 'wait':
        return <Wait page={page} people={people} seat={seat} />;
      case 'call':
        return (
          <CallScreen
            page={page}
            people={people}
            waiting={waiting}
            seat={seat}
            sound={sound}
            onSound={setSound}
            speaker={speaker}
            onSpeaker={chooseSpeaker}
            unread={unread}
            onRead={onRead}
            sayings={sayings}
          />
        );
      default:
        return (
          <After key={screen} page={page} screen={screen} error={state?.error ?? null} onComeBack={seat.comeBack} />
        );
    }
  };

  return (
    <div
      data-screen={screen}
      data-phase={phase ?? 'none'}
      data-sound={sound}
      data-connection={state?.connection}
      data-step-up={state?.steps.up}
      data-step-down={state?.steps.down}
      className={classes.visit}
    >
      <p className={classes.unseen} role="status">
        {said}
      </p>
      {shown()}
      <div ref={first} className={classes.first} aria-hidden="true" />
    </div>
  );
}
