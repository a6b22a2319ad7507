import { useEffect, useState } from 'react';
import { sameLanguage, type CaptionFrame, type VisitSeat } from '@okaeri/contracts';
import { useSay } from '../../locale/say';
import type { RoomSound } from '../interpret/room-sound';
import type { Sayings } from '../show/sayings';
import { readCaption } from './frames';
import classes from './captions.module.css';

/** As many as are read before the next one comes. */
const shownLines = 2;
/** Long enough to be read twice. */
const lineMs = 20_000;

interface Line extends CaptionFrame {
  seatId: string;
}

interface CaptionsProps {
  sayings: Sayings;
  room: RoomSound | null;
  people: readonly VisitSeat[];
}

/** The last sentences somebody has written down in the language that is listened to here. */
export function Captions({ sayings, room, people }: CaptionsProps) {
  const say = useSay();
  const [lines, setLines] = useState<readonly Line[]>([]);
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = sayings.subscribe(({ seatId, kind, data }) => {
      const told = kind === 'caption' ? readCaption(data) : null;
      if (!told) return;
      const isIt = (line: Line) => line.seatId === seatId && line.id === told.id;
      setLines((before) => [...before.filter((line) => !isIt(line)), { ...told, seatId }].slice(-24));
      const timer = setTimeout(() => {
        timers.delete(timer);
        setLines((before) => before.filter((line) => !isIt(line)));
      }, lineMs);
      timers.add(timer);
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [sayings]);
  const heard = room && (room.hears === 'floor' ? room.me.language : room.hears);
  const shown = lines.filter(({ language }) => heard !== null && sameLanguage(language, heard)).slice(-shownLines);
  const nameOf = (seatId: string) => people.find((person) => person.seatId === seatId)?.name.display ?? '';
  // There before the first line comes: what is not there cannot be listened to.
  return (
    <div role="log" aria-live="polite" aria-label={say('call.captions.label')} className={classes.lines}>
      {shown.map(({ seatId, id, language, text }) => (
        <p key={`${seatId} ${id}`} data-caption={language}>
          <span className={classes.by}>{nameOf(seatId)}</span> <bdi lang={language}>{text}</bdi>
        </p>
      ))}
    </div>
  );
}
