import { IconMicrophoneOff } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Call, Remote } from '@okaeri/call';
import type { VisitSeat } from '@okaeri/contracts';
import { Name } from '../../locale/name';
import { useSay } from '../../locale/say';
import { Portrait } from '../../parts/portrait';
import { RemotePicture } from '../device/picture';
import type { Interpreting } from '../interpret/room-sound';
import { Direction } from '../interpret/strip';
import { RoleWords } from '../people/role';
import { drawnWidth, fits, type Size } from './layout';
import classes from './tiles.module.css';

interface TileProps {
  person: VisitSeat;
  remote: Remote | null;
  small: boolean;
  /** Whose device has her sound. */
  besideName: string | undefined;
  /** What she interprets here. */
  interprets: Interpreting | undefined;
  showAt: Call['showAt'];
}

/** One of the others. Speaking is a border: nothing moves and nothing grows. */
export function Tile({ person, remote, small, besideName, interprets, showAt }: TileProps) {
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
      data-interprets={interprets?.to ?? undefined}
      data-heard-by={interprets?.heardBy.length}
      data-stalled={remote?.stalled || undefined}
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
          {!small && <span className={classes.why}>{say(whyFaceless(remote))}</span>}
        </div>
      )}
      <figcaption className={classes.caption}>
        <span className={classes.captionName}>
          <Name name={person.name} />
        </span>
        <span className={classes.captionRole} data-place={!person.interprets || undefined}>
          {interprets && small ? (
            <Direction of={interprets} />
          ) : person.interprets ? (
            <RoleWords seat={person} />
          ) : (
            person.place
          )}
        </span>
        {besideName !== undefined && (
          <span className={classes.captionRole} data-beside>
            {say('beside.at', { name: besideName })}
          </span>
        )}
        {remote?.audioPaused !== false && besideName === undefined && (
          <span className={classes.captionMuted}>
            <IconMicrophoneOff size={16} aria-hidden="true" />
            <span className={classes.mutedWords}>{say('call.tile.muted')}</span>
          </span>
        )}
        {remote?.synthetic && <span className={classes.captionRole}>{say('call.tile.synthetic')}</span>}
      </figcaption>
    </figure>
  );
}

const whyFaceless = (remote: Remote | null) => {
  if (remote?.videoPaused === false) return 'call.tile.connecting';
  return remote?.because === 'link' ? 'line.pictureHeld' : 'call.tile.cameraOff';
};

/** Tells the call how large the picture is drawn, in device pixels, and that nobody sees it while it is scrolled or hidden away. */
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
    let inSight = true;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
      const drawn = document.hidden || !inSight ? 0 : drawnWidth({ width, height }, picture);
      showAt(seatId, Math.round(drawn * window.devicePixelRatio));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const sight = new IntersectionObserver(([entry]) => {
      if (!entry || entry.isIntersecting === inSight) return;
      inSight = entry.isIntersecting;
      measure();
    });
    sight.observe(element);
    document.addEventListener('visibilitychange', measure);
    return () => {
      observer.disconnect();
      sight.disconnect();
      document.removeEventListener('visibilitychange', measure);
    };
  }, [tile, picture, seatId, showAt]);
  useEffect(() => () => showAt(seatId, 0), [seatId, showAt]);
  return size;
}
