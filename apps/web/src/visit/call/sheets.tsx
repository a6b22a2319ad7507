import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Call } from '@okaeri/call';
import { localeNames, locales, localeTags, type VisitSeat } from '@okaeri/contracts';
import { useLocale } from '../../locale/locale';
import { useSay } from '../../locale/say';
import { keepDevice } from '../devices';
import { Meter } from '../door/meter';
import { DevicePickers } from '../door/pickers';
import type { CallScreenProps } from './call-screen';
import { MoreList } from './more-list';
import { PeopleList } from './people-list';
import { Sheet } from './sheet';
import classes from './call.module.css';

export type SheetName = 'people' | 'language' | 'devices' | 'more' | 'end';

interface SheetsProps extends CallScreenProps {
  name: SheetName | null;
  onName: (name: SheetName | null) => void;
  call: Call;
}

/** What opens over the call; one at a time. */
export function Sheets(props: SheetsProps) {
  const { name, onName, people, call, seat, speaker, onSpeaker } = props;
  const say = useSay();
  const [removing, setRemoving] = useState<VisitSeat | null>(null);
  const close = () => onName(null);
  if (removing) {
    return (
      <Confirm
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
        <Sheet title={say('call.people.title')} onClose={close}>
          <PeopleList {...props} people={people} onRemove={setRemoving} />
        </Sheet>
      );
    case 'language':
      return (
        <Sheet title={say('call.language.label')} onClose={close}>
          <Languages onClose={close} />
        </Sheet>
      );
    case 'devices':
      return (
        <Sheet title={say('call.devices.title')} onClose={close}>
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
          </div>
        </Sheet>
      );
    case 'more':
      return (
        <Sheet title={say('call.more.label')} onClose={close}>
          <MoreList {...props} />
        </Sheet>
      );
    case 'end':
      return (
        <Confirm
          title={say('call.end.title')}
          body={say('call.end.body')}
          yes={say('call.end.label')}
          no={say('call.leave.stay')}
          onYes={() => void call.end()}
          onClose={close}
        />
      );
    default:
      return null;
  }
}

interface ConfirmProps {
  title: string;
  body: string;
  yes: string;
  no: string;
  onYes: () => void;
  onClose: () => void;
}

/** Asked only for what cannot be undone. */
function Confirm({ title, body, yes, no, onYes, onClose }: ConfirmProps) {
  return (
    <Sheet title={title} onClose={onClose}>
      <p className={classes.sheetText}>{body}</p>
      <Group gap="sm">
        <Button variant="default" size="lg" onClick={onClose}>
          {no}
        </Button>
        <Button
          color="#b42318"
          size="lg"
          data-action="confirm"
          onClick={() => {
            onYes();
            onClose();
          }}
        >
          {yes}
        </Button>
      </Group>
    </Sheet>
  );
}

function Languages({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const { locale, choose } = useLocale();
  return (
    <div role="radiogroup" aria-label={say('call.language.label')} className={classes.sheetStack}>
      {locales.map((one) => (
        <label key={one} className={classes.languageRow} data-chosen={one === locale || undefined}>
          <input
            type="radio"
            name="language"
            checked={one === locale}
            onChange={() => {
              choose(one);
              onClose();
            }}
          />
          <span lang={localeTags[one]}>{localeNames[one]}</span>
        </label>
      ))}
    </div>
  );
}
