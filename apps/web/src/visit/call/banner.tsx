import { Button, CloseButton } from '@mantine/core';
import { IconInfoCircle, IconMicrophoneOff, IconRefresh, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useSay, useSayError } from '../../locale/say';
import type { Seat } from '../use-seat';
import type { Sound } from '../visit';
import { standingOf, type Standing } from './standing';
import classes from './call.module.css';

interface BannerProps {
  seat: Seat;
  others: number;
  sound: Sound;
  blocked: boolean;
  wide: boolean;
  onSound: (sound: Sound) => void;
  onUnblock: () => void;
}

const words = {
  reconnecting: 'call.connection.reconnecting',
  mutedWhileSpeaking: 'call.mutedWhileSpeaking',
  noMicrophone: 'call.self.noMicrophone',
  microphoneSilent: 'call.self.microphoneSilent',
  weak: 'call.connection.weak',
} as const satisfies Partial<Record<Standing, string>>;
const signs = {
  reconnecting: IconRefresh,
  mutedWhileSpeaking: IconMicrophoneOff,
  noMicrophone: IconMicrophoneOff,
  microphoneSilent: IconMicrophoneOff,
  weak: IconInfoCircle,
} as const;

/** What a person should know right now, above the controls: at most one line about the call and one about the sound. */
export function Banner({ seat, others, sound, blocked, wide, onSound, onUnblock }: BannerProps) {
  const say = useSay();
  const sayError = useSayError();
  const { call, state, local } = seat;
  const standing =
    state && standingOf({ call: state, media: local, others, wantsSound: seat.wish.microphone !== null });
  const line = standing && standing in words ? (standing as keyof typeof words) : null;
  const Sign = line && signs[line];
  return (
    <div className={classes.banners}>
      <div role="status" className={classes.bannerSlot}>
        {line && Sign && (
          <p className={classes.banner} data-standing={line}>
            <Sign size={22} aria-hidden="true" />
            <span>{say(words[line])}</span>
            {line === 'mutedWhileSpeaking' && (
              <Button onClick={() => void call?.setMicrophone(true)}>{say('call.microphone.on')}</Button>
            )}
          </p>
        )}
        {!line && state?.error && (
          <p className={classes.banner} data-error={state.error.code}>
            <IconInfoCircle size={22} aria-hidden="true" />
            <span>{sayError(state.error)}</span>
            {state.phase === 'admitted' && <Button onClick={() => void call?.join()}>{say('common.tryAgain')}</Button>}
          </p>
        )}
      </div>
      <div role="status" className={classes.bannerSlot}>
        {line && !wide ? null : blocked && sound === 'on' ? (
          <p className={classes.banner} data-sound="blocked">
            <IconVolumeOff size={22} aria-hidden="true" />
            <span>{say('call.sound.blocked')}</span>
            <Button leftSection={<IconVolume size={20} aria-hidden="true" />} onClick={onUnblock} data-action="unblock">
              {say('call.sound.unblock')}
            </Button>
          </p>
        ) : (
          sound === 'offHere' && (
            <p className={classes.banner} data-sound="off-here">
              <IconVolumeOff size={22} aria-hidden="true" />
              <span>
                <strong>{say('check.speakerOff.title')}</strong>
                <span className={classes.bannerWhy}>{say('check.speakerOff.body')}</span>
              </span>
              <Button
                leftSection={<IconVolume size={20} aria-hidden="true" />}
                onClick={() => onSound('on')}
                data-action="speaker-on"
              >
                {say('check.speakerOff.action')}
              </Button>
              <CloseButton size={48} iconSize={22} aria-label={say('common.close')} onClick={() => onSound('off')} />
            </p>
          )
        )}
      </div>
    </div>
  );
}
