import { Button, CloseButton } from '@mantine/core';
import {
  IconInfoCircle,
  IconMicrophoneOff,
  IconRefresh,
  IconUsers,
  IconVideoOff,
  IconVolume,
  IconVolumeOff,
  type Icon,
} from '@tabler/icons-react';
import { isValidElement, useState, type ReactNode } from 'react';
import type { VisitSeat } from '@okaeri/contracts';
import { Say, useSay, useSayError } from '../../locale/say';
import type { Seat } from '../use-seat';
import type { Sound } from '../steps';
import { standingOf, type Standing } from './standing';
import type { Stalled } from './use-stalled';
import classes from './call.module.css';

interface BannerProps {
  seat: Seat;
  people: readonly VisitSeat[];
  others: number;
  stalled: Stalled | null;
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
} as const satisfies Partial<Record<Standing, string>>;

/** What a person should know right now: at most one line about the call and one about the sound. */
export function Banner({ seat, people, others, stalled, sound, blocked, wide, onSound, onUnblock }: BannerProps) {
  const say = useSay();
  const { call, state, local } = seat;
  // On a phone it lies over a face, so it goes once it is read; the way back is behind "More".
  const [read, setRead] = useState<string | null>(null);
  const wantsSound = seat.wish.microphone !== null;
  const standing = state && standingOf({ call: state, media: local, others, stalled: stalled !== null, wantsSound });
  const line = standing && standing in words ? (standing as keyof typeof words) : null;
  const first = line ? (
    <Line icon={line === 'reconnecting' ? IconRefresh : IconMicrophoneOff} kind={line} grave>
      {say(words[line])}
      {line === 'mutedWhileSpeaking' && (
        <Button onClick={() => void call?.setMicrophone(true)}>{say('call.microphone.on')}</Button>
      )}
    </Line>
  ) : standing === 'stalled' && stalled && !state?.error ? (
    <Line icon={IconRefresh} kind="stalled">
      <StalledWords {...stalled} />
    </Line>
  ) : (
    <Trouble seat={seat} />
  );
  const held = blocked && sound === 'on' && !seat.beside;
  const neighbour = people.find(({ seatId }) => seatId === seat.beside);
  const besideKind = neighbour?.state === 'joined' ? 'beside' : 'besideGone';
  // A phone has room for one line over the face of the other person.
  const told = seat.beside !== null ? wide || read !== besideKind : sound === 'offHere';
  const second = held || (told && (wide || !line));
  return (
    <div className={classes.banners}>
      <div role="status" className={classes.bannerSlot}>
        {first}
      </div>
      <div role="status" className={classes.bannerSlot}>
        {second && held && (
          <Line icon={IconVolumeOff} kind="blocked">
            {say('call.sound.blocked')}
            <Button leftSection={<IconVolume size={20} aria-hidden="true" />} onClick={onUnblock} data-action="unblock">
              {say('call.sound.unblock')}
            </Button>
          </Line>
        )}
        {second && seat.beside && (
          <Line icon={IconUsers} kind={besideKind}>
            {say(besideKind === 'beside' ? 'beside.line' : 'beside.gone', { name: neighbour?.name.display ?? '' })}
            <>
              <Button onClick={() => seat.sitBeside(null)} data-action="sit-alone">
                {say('beside.alone')}
              </Button>
              {!wide && (
                <CloseButton
                  size={48}
                  iconSize={22}
                  aria-label={say('common.close')}
                  onClick={() => setRead(besideKind)}
                />
              )}
            </>
          </Line>
        )}
        {second && !held && !seat.beside && (
          <Line icon={IconVolumeOff} kind="offHere">
            <>
              <strong>{say('check.speakerOff.title')}</strong>
              <span className={classes.bannerWhy}>{say('check.speakerOff.body')}</span>
            </>
            <>
              <Button
                leftSection={<IconVolume size={20} aria-hidden="true" />}
                onClick={() => onSound('on')}
                data-action="speaker-on"
              >
                {say('check.speakerOff.action')}
              </Button>
              <CloseButton size={48} iconSize={22} aria-label={say('common.close')} onClick={() => onSound('off')} />
            </>
          </Line>
        )}
      </div>
    </div>
  );
}

/** That her place is kept; to the physician, after a while, how to reach her otherwise. */
function StalledWords({ person, long }: Stalled) {
  const say = useSay();
  const number = person.arrival?.callbackNumber;
  const name = person.name.display;
  if (!long || !number) return <>{say('line.stalled', { name })}</>;
  const link = (
    <a key="number" href={`tel:${number.replace(/[^+\d]/g, '')}`} className={classes.number}>
      {number}
    </a>
  );
  return <Say id="line.ring" values={{ name, number: link }} />;
}

/** What was refused, or a camera that she wants and does not have. */
function Trouble({ seat: { call, state, local, media } }: { seat: Seat }) {
  const say = useSay();
  const sayError = useSayError();
  if (state?.error) {
    return (
      <Line icon={IconInfoCircle} kind={state.error.code}>
        {sayError(state.error)}
        {state.phase === 'admitted' && <Button onClick={() => void call?.join()}>{say('common.tryAgain')}</Button>}
      </Line>
    );
  }
  if (local.effects.blur === 'slow' || local.effects.blur === 'failed') {
    return (
      <Line icon={IconInfoCircle} kind="blurGone">
        {say('effects.gone')}
        <CloseButton
          size={48}
          iconSize={22}
          aria-label={say('common.close')}
          onClick={() => media.setEffect('blur', false)}
        />
      </Line>
    );
  }
  if (local.cameraProblem && !local.opening) {
    return (
      <Line icon={IconVideoOff} kind="noCamera">
        {say(`check.reason.${local.cameraProblem}.title`, { device: 'camera' })}
      </Line>
    );
  }
  return null;
}

interface LineProps {
  icon: Icon;
  kind: string;
  grave?: boolean;
  /** What is said, and what can be done about it. */
  children: ReactNode | [ReactNode, ReactNode];
}

function Line({ icon: Sign, kind, grave, children }: LineProps) {
  const [said, act] = Array.isArray(children) ? (children as ReactNode[]) : [children, null];
  return (
    <div className={classes.banner} data-standing={kind} data-grave={grave}>
      <Sign size={22} aria-hidden="true" />
      <span>{said}</span>
      {act && (
        <span
          className={classes.bannerActs}
          data-small={(isValidElement(act) && act.type === CloseButton) || undefined}
        >
          {act}
        </span>
      )}
    </div>
  );
}
