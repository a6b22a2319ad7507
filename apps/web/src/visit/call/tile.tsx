import { IconMicrophoneOff } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Call, Remote } from '@okaeri/call';
import type { VisitSeat } from '@okaeri/contracts';
import { Name } from '../../locale/name';
import { useSay } from '../../locale/say';
import { Portrait } from '../../parts/portrait';
import { Picture } from '../picture';
import { Pair, RoleWords } from '../role';
import { fits } from './layout';
import classes from './call.module.css';

interface TileProps {
  person: VisitSeat;
  remote: Remote | null;
  small: boolean;
  showAt: Call['showAt'];
}

/** One of the others. Speaking is a border: nothing moves and nothing grows. */
export function Tile({ person, remote, small, showAt }: TileProps) {
  const say = useSay();
  const tile = useRef<HTMLElement>(null);
  const size = useShownSize(tile, person.seatId, showAt);
  const [picture, setPicture] = useState({ width: 0, height: 0 });
  const video = remote?.video && !remote.videoPaused ? remote.video : null;
  return (
    <figure
      ref={tile}
      className={classes.tile}
      data-small={small || undefined}
      data-seat={person.seatId}
      data-speaking={remote?.speaking || undefined}
      aria-label={say('call.tile.label', { name: person.name.display, role: say(`role.${person.role}`) })}
    >
      {video ? (
        <Picture
          track={video}
          className={classes.picture}
          style={{ objectFit: fits(size, picture) }}
          onSize={setPicture}
          data-seat={person.seatId}
        />
      ) : (
        <div className={classes.faceless}>
          <Portrait name={person.name} size={small ? 'md' : 'lg'} />
          {!small && <span>{say(remote?.videoPaused === false ? 'call.tile.connecting' : 'call.tile.cameraOff')}</span>}
        </div>
      )}
      <figcaption className={classes.caption}>
        <span className={classes.captionName}>
          <Name name={person.name} />
        </span>
        <span className={classes.captionRole}>
          {person.interprets && small ? (
            <Pair tags={person.interprets} />
          ) : person.interprets ? (
            <RoleWords seat={person} />
          ) : (
            person.place
          )}
        </span>
        {remote?.audioPaused !== false && (
          <span className={classes.captionMuted}>
            <IconMicrophoneOff size={16} aria-hidden="true" />
            {say('call.tile.muted')}
          </span>
        )}
        {remote?.synthetic && <span className={classes.captionRole}>{say('call.tile.synthetic')}</span>}
      </figcaption>
    </figure>
  );
}

/** Tells the call how wide the tile is in device pixels, and that it is not seen at all while the window is hidden. */
function useShownSize(tile: React.RefObject<HTMLElement | null>, seatId: string, showAt: Call['showAt']) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = tile.current;
    if (!element) return;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
      showAt(seatId, document.hidden ? 0 : Math.round(width * window.devicePixelRatio));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    document.addEventListener('visibilitychange', measure);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', measure);
    };
  }, [tile, seatId, showAt]);
  useEffect(() => () => showAt(seatId, 0), [seatId, showAt]);
  return size;
}
