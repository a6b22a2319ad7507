import { Skeleton } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { Call } from '@okaeri/call';
import type { VisitSeat } from '@okaeri/contracts';
import { later } from '../../app/later';
import { useSayOf } from '../../locale/say-of';
import { keepDevice } from '../device/devices';
import { Meter } from '../device/meter';
import { DevicePickers } from '../device/pickers';
import { EffectSwitches } from '../effects/switches';
import type { CallScreenProps, SheetName } from '../call/props';
import { Confirm } from './confirm';
import { LanguageSheet } from '../interpret/language-sheet';
import type { RoomSound } from '../interpret/room-sound';
import { MoreList } from './more-list';
import { PeopleList } from '../people/people-list';
import { Sheet } from './sheet';
import classes from './sheets.module.css';

const QualitySheet = later(() => import('../quality/sheet'));

interface SheetsProps extends CallScreenProps {
  wide: boolean;
  room: RoomSound | null;
  name: SheetName | null;
  onName: (name: SheetName | null) => void;
  call: Call;
}

/** What opens over the call; one at a time. */
export function Sheets(props: SheetsProps) {
  const { name, onName, page, people, room, call, seat, speaker, onSpeaker } = props;
  const say = useSayOf(page.kind);
  const [removing, setRemoving] = useState<VisitSeat | null>(null);
  const close = () => onName(null);
  // Each is a dialog of its own: one that goes on as another would neither be told nor take the focus along.
  if (removing) {
    return (
      <Confirm
        key="remove"
        title={say('call.remove.title', { name: removing.name.display })}
        body={say('call.remove.body')}
        yes={say('call.remove.confirm')}
        no={say('call.remove.keep')}
        onYes={() => void call.remove(removing.seatId)}
        onClose={() => setRemoving(null)}
      />
    );
  }
  switch (name) {
    case 'people':
      return (
        <Sheet key={name} title={say('call.people.title')} onClose={close}>
          <PeopleList {...props} people={people} onRemove={setRemoving} />
        </Sheet>
      );
    case 'language':
      return (
        <Sheet key={name} title={say('call.language.label')} onClose={close}>
          <LanguageSheet room={room} call={call} state={seat.state} people={people} onClose={close} />
        </Sheet>
      );
    case 'devices':
      return (
        <Sheet key={name} title={say('call.devices.title')} onClose={close}>
          <div className={classes.sheetStack}>
            {seat.local.microphone && <Meter level={seat.media.level} />}
            <DevicePickers
              local={seat.local}
              speaker={speaker}
              onDevice={(source, deviceId) => {
                keepDevice(source, deviceId);
                seat.open({ [source]: { device: deviceId } });
              }}
              onSpeaker={onSpeaker}
            />
            <EffectSwitches seat={seat} />
          </div>
        </Sheet>
      );
    case 'quality':
      return (
        <Sheet key={name} title={say('call.quality.label')} onClose={close}>
          <Suspense fallback={<Skeleton height={160} radius="lg" />}>
            <QualitySheet {...props} />
          </Suspense>
        </Sheet>
      );
    case 'more':
      return (
        <Sheet key={name} title={say('call.more.label')} onClose={close}>
          <MoreList {...props} />
        </Sheet>
      );
    case 'end':
      return (
        <Confirm
          key={name}
          title={say('call.end.title')}
          body={say('call.end.body')}
          yes={say('call.end.short')}
          no={say('call.leave.stay')}
          onYes={() => void call.end()}
          onClose={close}
        />
      );
    default:
      return null;
  }
}
