import { IconVideoOff } from '@tabler/icons-react';
import { useSay } from '../../locale/say';
import { Picture } from '../device/picture';
import type { Seat } from '../use-seat';
import { heardAs, seenAs } from './seen-as';
import classes from './tiles.module.css';

/** Oneself, small and mirrored, and in words what the others get of it; on a phone only what is off. */
export function OwnTile({ seat: { local, state, beside }, wide }: { seat: Seat; wide: boolean }) {
  const say = useSay();
  const { camera } = local;
  const call = state ?? { cameraOn: false, microphoneOn: false };
  const seen = seenAs(call, local);
  const heard = heardAs(call, local);
  const isSeen = seen === 'picture' || seen === 'testPicture';
  const isHeard = heard === 'voice' || heard === 'testTone';
  return (
    <figure
      className={classes.tile}
      data-small
      data-own
      data-seen={seen}
      data-heard={heard}
      data-speaking={(isHeard && state?.speaking) || undefined}
    >
      {camera && isSeen ? (
        <Picture track={camera.track} mirrored={!camera.synthetic} className={classes.picture} aria-hidden="true" />
      ) : (
        <div className={classes.faceless}>
          <IconVideoOff size={28} stroke={1.5} aria-hidden="true" />
        </div>
      )}
      <figcaption className={classes.caption}>
        <span className={classes.captionName}>{say('call.tile.self')}</span>
        {!wide && !isHeard && !beside && <span className={classes.captionOff}>{say('call.tile.muted')}</span>}
        {!wide && !isSeen && <span className={classes.captionOff}>{say('call.tile.cameraOff')}</span>}
        {!wide && seen === 'testPicture' && <span className={classes.captionOff}>{say('call.tile.synthetic')}</span>}
        <span className={wide ? classes.captionSelf : classes.unseen}>
          {seen === 'testPicture' ? say('call.self.testPicture') : say(gets(isSeen, isHeard))}
        </span>
      </figcaption>
    </figure>
  );
}

const gets = (isSeen: boolean, isHeard: boolean) =>
  isSeen ? (isHeard ? 'call.self.both' : 'call.self.pictureOnly') : isHeard ? 'call.self.soundOnly' : 'call.self.none';
