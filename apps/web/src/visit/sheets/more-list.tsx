import {
  IconAntennaBars5,
  IconBadgeCc,
  IconFileText,
  IconHeartbeat,
  IconLanguage,
  IconMessage,
  IconPaperclip,
  IconPhoneOff,
  IconPresentation,
  IconSettings,
  IconUsers,
  IconVolume,
  IconVolumeOff,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSayOf } from '../../locale/say-of';
import { whoAreHere } from '../people/people';
import { recordPanelOf, type CallScreenProps, type SheetName } from '../call/props';
import { Hears } from '../call/top-line';
import { mayCaption, type RoomSound } from '../interpret/room-sound';
import classes from './sheets.module.css';

type MoreListProps = CallScreenProps & { room: RoomSound | null; onName: (name: SheetName | null) => void };

/** On a phone, and at a small desk: everything that is not needed all the time. */
export function MoreList({ page, seat, people, waiting, unread, sound, onSound, room, onName }: MoreListProps) {
  const say = useSayOf(page.kind);
  const on = sound === 'on';
  const here = whoAreHere(people, page.me.seatId).length + 1;
  const record = recordPanelOf(page);
  return (
    <ul className={classes.more}>
      {seat.beside ? (
        <Row
          icon={IconVolume}
          label={say('beside.alone')}
          action="sit-alone"
          onClick={() => {
            seat.sitBeside(null);
            onName(null);
          }}
        />
      ) : (
        <Row
          icon={on ? IconVolume : IconVolumeOff}
          label={say(on ? 'call.speaker.off' : 'call.speaker.on')}
          action="speaker"
          onClick={() => {
            onSound(on ? 'off' : 'on');
            onName(null);
          }}
        />
      )}
      <Row
        icon={IconUsers}
        label={say('call.people.label')}
        detail={waiting.length > 0 ? say('call.waiting.badge', { count: waiting.length }) : String(here)}
        action="people"
        onClick={() => onName('people')}
      />
      <Row icon={IconPaperclip} label={say('call.files.label')} action="files" onClick={() => onName('files')} />
      <Row
        icon={IconMessage}
        label={say('call.chat.label')}
        detail={unread > 0 ? say('chat.new', { count: unread }) : undefined}
        action="chat"
        onClick={() => onName('chat')}
      />
      <Row icon={IconPresentation} label={say('call.tour.label')} action="tour" onClick={() => onName('tour')} />
      {room && mayCaption(room) && (
        <Row
          icon={IconBadgeCc}
          label={say('call.captions.label')}
          action="captions"
          onClick={() => onName('captions')}
        />
      )}
      {record && (
        <Row
          icon={IconHeartbeat}
          label={say(`call.${record}.label`)}
          action={`open-${record}`}
          onClick={() => onName(record)}
        />
      )}
      {page.mayWrite && (
        <Row icon={IconFileText} label={say('call.note.label')} action="note" onClick={() => onName('note')} />
      )}
      <Row
        icon={IconLanguage}
        label={say('call.language.label')}
        detail={<Hears room={room} />}
        action="language"
        onClick={() => onName('language')}
      />
      <Row
        icon={IconAntennaBars5}
        label={say('call.quality.label')}
        action="quality"
        onClick={() => onName('quality')}
      />
      <Row icon={IconSettings} label={say('call.devices.title')} action="devices" onClick={() => onName('devices')} />
      {page.me.host && (
        <Row icon={IconPhoneOff} label={say('call.end.label')} action="end" danger onClick={() => onName('end')} />
      )}
    </ul>
  );
}

interface RowProps {
  icon: Icon;
  label: string;
  detail?: ReactNode;
  action: string;
  danger?: boolean;
  onClick: () => void;
}

function Row({ icon: Sign, label, detail, action, danger, onClick }: RowProps) {
  return (
    <li>
      <button
        type="button"
        className={classes.moreRow}
        data-action={action}
        data-danger={danger || undefined}
        onClick={onClick}
      >
        <Sign size={24} stroke={1.75} aria-hidden="true" />
        <span>{label}</span>
        {detail && <span className={classes.moreDetail}>{detail}</span>}
      </button>
    </li>
  );
}
