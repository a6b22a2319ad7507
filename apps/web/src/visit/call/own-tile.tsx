import { IconMicrophoneOff, IconVideoOff } from '@tabler/icons-react';
import { useSay } from '../../locale/say';
import { Picture } from '../picture';
import type { Seat } from '../use-seat';
import { heardAs, seenAs } from './standing';
import classes from './call.module.css';

/** Oneself, small and mirrored, and in words what the others get of it. */
export function OwnTile({ seat: { local, state } }: { seat: Seat }) {
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
        <span className={classes.captionName}>
          {say('call.tile.self')}
          {!isHeard && <IconMicrophoneOff size={16} aria-hidden="true" />}
        </span>
        <span className={classes.captionSelf}>
          {seen === 'testPicture'
            ? say('call.self.testPicture')
            : say(
                isSeen
                  ? isHeard
                    ? 'call.self.both'
                    : 'call.self.pictureOnly'
                  : isHeard
                    ? 'call.self.soundOnly'
                    : 'call.self.none',
              )}
        </span>
      </figcaption>
    </figure>
  );
}
