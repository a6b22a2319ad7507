import { IconMicrophoneOff } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Call, Remote } from '@okaeri/call';
import type { VisitSeat } from '@okaeri/contracts';
import { Name } from '../../locale/name';
import { useSay } from '../../locale/say';
import { Portrait } from '../../parts/portrait';
import { RemotePicture } from '../device/picture';
import { Pair, RoleWords } from '../people/role';
import { drawnWidth, fits, type Size } from './layout';
import classes from './tiles.module.css';

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
  const [picture, setPicture] = useState<Size>({ width: 0, height: 0 });
  const size = useShownSize(tile, picture, person.seatId, showAt);
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
        <RemotePicture
          track={video}
          seatId={person.seatId}
          className={classes.picture}
          fit={fits(size, picture)}
          onSize={setPicture}
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

/** Tells the call how large the picture is drawn, in device pixels, and that nobody sees it while the window is hidden. */
function useShownSize(
  tile: RefObject<HTMLElement | null>,
  picture: Size,
  seatId: string,
  showAt: Call['showAt'],
): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = tile.current;
    if (!element) return;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
      const drawn = document.hidden ? 0 : drawnWidth({ width, height }, picture);
      showAt(seatId, Math.round(drawn * window.devicePixelRatio));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    document.addEventListener('visibilitychange', measure);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', measure);
    };
  }, [tile, picture, seatId, showAt]);
  useEffect(() => () => showAt(seatId, 0), [seatId, showAt]);
  return size;
}
