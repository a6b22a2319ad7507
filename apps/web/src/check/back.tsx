import { Checkbox } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Check, CheckState } from '@okaeri/call';
import { useSay } from '../locale/say';
import { soundTo } from '../visit/device/devices';
import { Picture } from '../visit/device/picture';
import { Level } from './level';
import classes from './check.module.css';

/** What the server sent back: the picture, how loud the sound is, and the sound itself for who wears headphones. */
export function Back({ check, state, speaker }: { check: Check | null; state: CheckState | null; speaker: string }) {
  const say = useSay();
  const [aloud, setAloud] = useState(false);
  const level = useCallback(() => check?.getSnapshot().backLevel ?? 0, [check]);
  return (
    <>
      <figure className={classes.back}>
        {state?.video ? (
          <Picture track={state.video} className={classes.picture} aria-hidden="true" data-kind="back" />
        ) : (
          <IconArrowsExchange size={40} stroke={1.5} aria-hidden="true" />
        )}
      </figure>
      <Level level={level} label={say('check.alone.back')} />
      {state?.audio && <Sound track={state.audio} muted={!aloud} speaker={speaker} />}
      <Checkbox
        size="lg"
        label={say('check.alone.aloud')}
        description={say('check.alone.headphones')}
        checked={aloud}
        onChange={(event) => setAloud(event.currentTarget.checked)}
      />
    </>
  );
}

/** Needed even when nothing is to be heard: browsers decode only sound that an element takes. */
function Sound({ track, muted, speaker }: { track: MediaStreamTrack; muted: boolean; speaker: string }) {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.muted = muted;
    void soundTo(element, speaker);
    element.play().catch(() => undefined);
  }, [track, muted, speaker]);
  return <audio ref={audio} muted={muted} data-kind="back" />;
}
