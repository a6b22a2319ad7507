import {
  IconBadgeCc,
  IconDots,
  IconFileText,
  IconHeartbeat,
  IconLanguage,
  IconLogout,
  IconMessage,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
  IconPaperclip,
  IconPresentation,
  IconSettings,
  IconUsers,
  IconVideo,
  IconVideoOff,
  IconVolume,
  IconVolumeOff,
  type Icon,
} from '@tabler/icons-react';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { VisitPage } from '@okaeri/contracts';
import { useSay } from '../../locale/say';
import { keptDevices } from '../device/devices';
import { mayCaption, type RoomSound } from '../interpret/room-sound';
import type { Seat } from '../use-seat';
import { Hears } from './top-line';
import { recordPanelOf, type PanelName, type SheetName } from './props';
import classes from './call.module.css';

interface ControlsProps {
  seat: Seat;
  page: VisitPage;
  wide: boolean;
  room: RoomSound | null;
  soundOn: boolean;
  here: number;
  waiting: number;
  unread: number;
  panel: PanelName | null;
  onSound: () => void;
  onSheet: (name: SheetName) => void;
}

/** One row: what one needs all the time, and apart from it the way out. Where there is no room the rest is behind "More". */
export function Controls({
  seat,
  page,
  wide,
  room,
  soundOn,
  here,
  waiting,
  unread,
  panel,
  onSound,
  onSheet,
}: ControlsProps) {
  const say = useSay();
  const { call, state, local, wish, open } = seat;
  const roomy = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  const broad = useMediaQuery('(min-width: 84em)', true, { getInitialValueInEffect: false });
  const microphoneOn = state?.microphoneOn ?? false;
  const cameraOn = state?.cameraOn ?? false;
  const record = recordPanelOf(page);
  const filesReady = page.files?.filter((file) => file.state === 'ready').length ?? 0;
  const onOff = (on: boolean) => say(on ? 'call.state.on' : 'call.state.off');
  return (
    <div role="group" aria-label={say('call.controls')} className={classes.controls}>
      <div className={classes.row}>
        {!seat.beside && (
          <Control
            icon={microphoneOn ? IconMicrophone : IconMicrophoneOff}
            label={say('call.microphone.label')}
            detail={local.microphone ? onOff(microphoneOn) : say('call.state.none')}
            does={say(microphoneOn ? 'call.microphone.off' : 'call.microphone.on')}
            off={!microphoneOn}
            action="microphone"
            onClick={() =>
              local.microphone
                ? void call?.setMicrophone(!microphoneOn)
                : open({ microphone: wish.microphone ?? { device: keptDevices().microphone } })
            }
          />
        )}
        <Control
          icon={cameraOn ? IconVideo : IconVideoOff}
          label={say('call.camera.label')}
          detail={cameraOn ? onOff(true) : wish.camera ? onOff(false) : say('call.state.none')}
          does={say(cameraOn ? 'call.camera.off' : 'call.camera.on')}
          off={!cameraOn}
          action="camera"
          onClick={() =>
            wish.camera ? void call?.setCamera(!cameraOn) : open({ camera: { device: keptDevices().camera } })
          }
        />
        {wide && (
          <>
            {!seat.beside && (
              <Control
                icon={soundOn ? IconVolume : IconVolumeOff}
                label={say('call.speaker.label')}
                detail={onOff(soundOn)}
                does={say(soundOn ? 'call.speaker.off' : 'call.speaker.on')}
                off={!soundOn}
                action="speaker"
                onClick={onSound}
              />
            )}
            <Control
              icon={IconLanguage}
              label={say('call.language.label')}
              detail={<Hears room={room} />}
              action="language"
              onClick={() => onSheet('language')}
            />
            <Control
              icon={IconUsers}
              label={say('call.people.label')}
              detail={waiting > 0 ? say('call.waiting.badge', { count: waiting }) : String(here)}
              calls={waiting > 0}
              action="people"
              onClick={() => onSheet('people')}
            />
            {roomy && (
              <Control
                icon={IconPaperclip}
                label={say('call.files.label')}
                detail={filesReady > 0 ? String(filesReady) : undefined}
                pressed={panel === 'files'}
                action="files"
                onClick={() => onSheet('files')}
              />
            )}
            <Control
              icon={IconMessage}
              label={say('call.chat.label')}
              detail={unread > 0 ? say('chat.new', { count: unread }) : undefined}
              calls={unread > 0}
              pressed={panel === 'chat'}
              action="chat"
              onClick={() => onSheet('chat')}
            />
            {roomy && (
              <Control
                icon={IconPresentation}
                label={say('call.tour.label')}
                pressed={panel === 'tour'}
                action="tour"
                onClick={() => onSheet('tour')}
              />
            )}
            {roomy && room && mayCaption(room) && (
              <Control
                icon={IconBadgeCc}
                label={say('call.captions.label')}
                pressed={panel === 'captions'}
                action="captions"
                onClick={() => onSheet('captions')}
              />
            )}
            {broad && record && (
              <Control
                icon={IconHeartbeat}
                label={say(`call.${record}.label`)}
                pressed={panel === record}
                action={`open-${record}`}
                onClick={() => onSheet(record)}
              />
            )}
            {roomy && page.mayWrite && (
              <Control
                icon={IconFileText}
                label={say('call.note.label')}
                pressed={panel === 'note'}
                action="note"
                onClick={() => onSheet('note')}
              />
            )}
            {roomy && (
              <Control
                icon={IconSettings}
                label={say('call.devices.label')}
                action="devices"
                onClick={() => onSheet('devices')}
              />
            )}
          </>
        )}
        {!roomy && (
          <Control
            icon={IconDots}
            label={say('call.more.label')}
            detail={
              waiting > 0
                ? say('call.waiting.badge', { count: waiting })
                : unread > 0
                  ? say('chat.new', { count: unread })
                  : undefined
            }
            calls={waiting + unread > 0}
            action="more"
            onClick={() => onSheet('more')}
          />
        )}
      </div>
      <div className={classes.leave}>
        <Control icon={IconLogout} label={say('call.leave.label')} action="leave" onClick={seat.leave} />
        {wide && page.me.host && (
          <Control
            icon={IconPhoneOff}
            label={say('call.end.short')}
            action="end"
            danger
            onClick={() => onSheet('end')}
          />
        )}
      </div>
    </div>
  );
}

interface ControlProps {
  icon: Icon;
  label: string;
  /** Below the label: the state, a count, a choice. */
  detail?: ReactNode;
  /** What a press does, for those who hear the button; the label alone does not say which way it turns. */
  does?: string;
  off?: boolean;
  danger?: boolean;
  calls?: boolean;
  /** What stands open beside the picture. */
  pressed?: boolean;
  action: string;
  onClick: () => void;
}

function Control({ icon: Sign, label, detail, does, off, danger, calls, pressed, action, onClick }: ControlProps) {
  return (
    <button
      type="button"
      className={classes.control}
      data-off={off || undefined}
      data-danger={danger || undefined}
      data-calls={calls || undefined}
      data-action={action}
      aria-pressed={pressed}
      title={does}
      onClick={onClick}
    >
      <span className={classes.sign}>
        <Sign size={24} stroke={1.75} aria-hidden="true" />
      </span>
      <span className={classes.label}>{label}</span>
      <span className={classes.detail}>{detail}</span>
    </button>
  );
}
