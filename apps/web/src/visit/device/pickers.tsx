import { Button, NativeSelect } from '@mantine/core';
import { IconLanguage, IconMicrophone, IconVideo, IconVolume } from '@tabler/icons-react';
import { useState } from 'react';
import type { LocalMediaState, DeviceSource } from '@okaeri/call';
import { localeNames, locales, localeTags } from '@okaeri/contracts';
import { useLocale } from '../../locale/locale';
import { useSay } from '../../locale/say';
import { choosesSpeaker } from './devices';
import { play } from './sounds';
import classes from './device.module.css';

interface DevicePickersProps {
  local: LocalMediaState;
  speaker: string;
  onDevice: (source: DeviceSource, deviceId: string) => void;
  onSpeaker: (deviceId: string) => void;
}

/** Camera, microphone and speaker, each a plain list: phones show their own wheel for it. */
export function DevicePickers({ local, speaker, onDevice, onSpeaker }: DevicePickersProps) {
  const say = useSay();
  const { cameras, microphones, speakers } = local.devices;
  const options = (devices: MediaDeviceInfo[], kind: string, none: string | null) => [
    // A list that already shows its only device could not be told to use it.
    ...(none === null ? [] : [{ value: '', label: none }]),
    ...devices.map((device, index) => ({
      value: device.deviceId,
      label: device.label || `${kind} ${index + 1}`,
    })),
  ];
  return (
    <>
      {cameras.length > 0 && (
        <NativeSelect
          label={say('check.camera.label')}
          leftSection={<IconVideo size={20} aria-hidden="true" />}
          data={options(cameras, say('check.camera.label'), local.camera ? null : say('check.camera.off'))}
          value={local.camera?.deviceId ?? ''}
          onChange={(event) => onDevice('camera', event.currentTarget.value)}
        />
      )}
      {microphones.length > 0 && (
        <NativeSelect
          label={say('check.microphone.label')}
          leftSection={<IconMicrophone size={20} aria-hidden="true" />}
          data={options(
            microphones,
            say('check.microphone.label'),
            local.microphone ? null : say('check.microphone.off'),
          )}
          value={local.microphone?.deviceId ?? ''}
          onChange={(event) => onDevice('microphone', event.currentTarget.value)}
        />
      )}
      <div className={classes.speaker}>
        {choosesSpeaker() && speakers.length > 0 && (
          <NativeSelect
            label={say('check.speaker.label')}
            leftSection={<IconVolume size={20} aria-hidden="true" />}
            data={options(speakers, say('check.speaker.label'), null)}
            value={speaker || (speakers[0]?.deviceId ?? '')}
            onChange={(event) => onSpeaker(event.currentTarget.value)}
          />
        )}
        <TestSound speaker={speaker} />
      </div>
    </>
  );
}

function TestSound({ speaker }: { speaker: string }) {
  const say = useSay();
  const [playing, setPlaying] = useState(false);
  return (
    <Button
      variant="default"
      leftSection={<IconVolume size={20} aria-hidden="true" />}
      disabled={playing}
      onClick={() => {
        setPlaying(true);
        void play('test', speaker).finally(() => setPlaying(false));
      }}
    >
      {say(playing ? 'check.speaker.playing' : 'check.speaker.play')}
    </Button>
  );
}

/** Each language in its own name: who cannot read this page can still find her own. */
export function LanguagePicker() {
  const say = useSay();
  const { locale, choose } = useLocale();
  return (
    <NativeSelect
      label={say('check.language.label')}
      leftSection={<IconLanguage size={20} aria-hidden="true" />}
      value={locale}
      onChange={(event) => {
        const next = locales.find((one) => one === event.currentTarget.value);
        if (next) choose(next);
      }}
    >
      {locales.map((one) => (
        <option key={one} value={one} lang={localeTags[one]}>
          {localeNames[one]}
        </option>
      ))}
    </NativeSelect>
  );
}
