import { Checkbox } from '@mantine/core';
import type { EffectName, EffectState } from '@okaeri/call';
import { useSay } from '../../locale/say';
import { keepDevice } from '../device/devices';
import type { Seat } from '../use-seat';
import classes from '../device/device.module.css';

const names = ['noise', 'blur'] as const satisfies readonly EffectName[];
const on = (state: EffectState) => state === 'on' || state === 'starting';

/** What is done to the own voice and picture before they leave this device. */
export function EffectSwitches({ seat: { media, local } }: { seat: Seat }) {
  const say = useSay();
  const source = { noise: local.microphone, blur: local.camera };
  const offered = names.filter((name) => source[name] && !source[name].synthetic);
  if (offered.length === 0) return null;
  return (
    <div className={classes.effects}>
      {offered.map((name) => {
        const state = local.effects[name];
        return (
          <Checkbox
            key={name}
            size="lg"
            label={say(`effects.${name}`)}
            description={
              state === 'slow' || state === 'failed' || state === 'starting' ? say(`effects.${state}`) : undefined
            }
            checked={on(state)}
            onChange={(event) => {
              const wished = event.currentTarget.checked;
              keepDevice(name, wished);
              media.setEffect(name, wished);
            }}
            data-action={name}
            data-state={state}
          />
        );
      })}
      <p className={classes.effectsHint}>{say('effects.hint')}</p>
    </div>
  );
}
