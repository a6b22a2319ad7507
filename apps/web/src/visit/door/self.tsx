import { Button } from '@mantine/core';
import { IconUserCircle, IconVideo, IconVideoOff } from '@tabler/icons-react';
import type { LocalMediaState } from '@okaeri/call';
import { useSay } from '../../locale/say';
import { Picture } from '../device/picture';
import classes from './door.module.css';

interface SelfProps {
  local: LocalMediaState;
  /** Nothing was asked yet. */
  asleep: boolean;
  onStart: () => void;
}

/** The own picture, mirrored as everybody knows herself, and what the others will see of it. */
export function Self({ local, asleep, onStart }: SelfProps) {
  const say = useSay();
  const { camera, opening } = local;
  return (
    <figure className={classes.self}>
      {camera ? (
        <Picture track={camera.track} mirrored={!camera.synthetic} className={classes.selfPicture} aria-hidden="true" />
      ) : (
        <div className={classes.noPicture}>
          {asleep ? (
            <>
              <IconVideo size={40} stroke={1.5} aria-hidden="true" />
              <p className={classes.flat}>{say('check.ask.body')}</p>
              <Button size="lg" onClick={onStart} loading={opening}>
                {say('check.ask.action')}
              </Button>
            </>
          ) : opening ? (
            <>
              <IconUserCircle size={40} stroke={1.5} aria-hidden="true" />
              <p className={classes.flat}>{say('check.ask.waiting')}</p>
            </>
          ) : (
            <>
              <IconVideoOff size={40} stroke={1.5} aria-hidden="true" />
              <p className={classes.flat}>{say('check.camera.off')}</p>
            </>
          )}
        </div>
      )}
      {camera && (
        <figcaption className={classes.selfWords}>
          {say(camera.synthetic ? 'check.testPicture' : 'check.camera.preview')}
        </figcaption>
      )}
    </figure>
  );
}
