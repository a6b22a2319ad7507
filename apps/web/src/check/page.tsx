import { Button } from '@mantine/core';
import { IconArrowLeft, IconPlayerPlay, IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { createCheck, createLocalMedia } from '@okaeri/call';
import type { Check } from '@okaeri/call';
import { useSession } from '../api/session';
import { Page } from '../app/page';
import { paths } from '../app/paths';
import { useSay } from '../locale/say';
import { alreadyAllowed, keepDevice, keptDevices } from '../visit/device/devices';
import { Help } from '../visit/door/help';
import { Meter } from '../visit/device/meter';
import { DevicePickers } from '../visit/device/pickers';
import { Self } from '../visit/door/self';
import { troubleOf, waysOn } from '../visit/door/trouble';
import { allowSounds } from '../visit/device/sounds';
import { useStore } from '../visit/use-store';
import { Back } from './back';
import { Result } from './result';
import { progressOf } from './verdict';
import classes from './check.module.css';

/** Own sound and picture, through our server and back, in ten seconds. Nobody else is asked or shown anything. */
export default function CheckPage() {
  const say = useSay();
  const demo = useSession().data?.demo ?? null;
  const back = useBack();
  const [media] = useState(createLocalMedia);
  const [check, setCheck] = useState<Check | null>(null);
  const [asleep, setAsleep] = useState(true);
  const [accepted, setAccepted] = useState(false);
  const [speaker, setSpeaker] = useState(() => keptDevices().speaker);
  const local = useStore(media);
  const state = useStore(check);
  const running = state?.phase === 'running';

  const open = useCallback(() => {
    const { microphone, camera } = keptDevices();
    setAsleep(false);
    setAccepted(false);
    void media.open({ microphone: { device: microphone }, camera: { device: camera } });
  }, [media]);
  useEffect(() => {
    if (!asleep) return;
    let here = true;
    void alreadyAllowed().then((allowed) => {
      if (here && (allowed || !navigator.mediaDevices || !window.isSecureContext)) open();
    });
    return () => {
      here = false;
    };
  }, [asleep, open]);

  useEffect(() => {
    const made = createCheck({ media });
    setCheck(made);
    return () => {
      made.close();
      media.close();
    };
  }, [media]);

  const settled = !asleep && !local.opening;
  const trouble = settled && !accepted ? troubleOf(local) : null;
  const usable = local.microphone !== null || local.camera !== null;

  return (
    <Page title={say('check.alone.title')} lead={<p className={classes.flat}>{say('check.alone.lead')}</p>}>
      <div className={classes.check} data-check={state?.phase ?? 'idle'}>
        <div className={classes.side}>
          <h2 className={classes.heading}>{say('check.camera.preview')}</h2>
          <Self local={local} asleep={asleep} onStart={open} />
          {local.microphone && <Meter level={media.level} />}
        </div>
        <div className={classes.side}>
          <h2 className={classes.heading}>{say('check.alone.back')}</h2>
          <Back check={check} state={state} speaker={speaker} />
        </div>
        <div className={classes.go}>
          {running && state ? (
            <>
              <div
                role="progressbar"
                aria-label={say('check.alone.progress')}
                aria-valuenow={progressOf(state)}
                aria-valuemin={0}
                aria-valuemax={100}
                className={classes.progress}
              >
                <div style={{ width: `${progressOf(state)}%` }} />
              </div>
              <p className={classes.flat} role="timer">
                {progressOf(state)} % · {say('check.alone.running', { seconds: state.secondsLeft })}
              </p>
              <Button
                variant="default"
                leftSection={<IconPlayerStop size={20} aria-hidden="true" />}
                onClick={() => {
                  check?.close();
                  setCheck(createCheck({ media }));
                }}
              >
                {say('check.alone.stop')}
              </Button>
            </>
          ) : (
            <>
              <div role="status">{state && <Result state={state} />}</div>
              <Button
                size="lg"
                data-action="check"
                disabled={!settled || !usable || !check}
                leftSection={
                  state?.phase === 'done' || state?.phase === 'failed' ? (
                    <IconRefresh size={22} aria-hidden="true" />
                  ) : (
                    <IconPlayerPlay size={22} aria-hidden="true" />
                  )
                }
                onClick={() => {
                  allowSounds();
                  check?.start();
                }}
              >
                {say(state?.phase === 'done' || state?.phase === 'failed' ? 'common.tryAgain' : 'check.alone.start')}
              </Button>
            </>
          )}
          {trouble && (
            <Help
              trouble={trouble}
              // A tone of ours says nothing about her microphone: there is nothing to check with it.
              ways={waysOn(trouble, local, false).filter((way) => demo !== null || way !== 'testPicture')}
              busy={local.opening}
              onWay={(way) => (way === 'again' ? open() : setAccepted(true))}
            />
          )}
          {settled && !running && (
            <div className={classes.devices}>
              <DevicePickers
                local={local}
                speaker={speaker}
                onDevice={(source, deviceId) => {
                  keepDevice(source, deviceId);
                  void media.open({ [source]: { device: deviceId } });
                }}
                onSpeaker={(deviceId) => {
                  keepDevice('speaker', deviceId);
                  setSpeaker(deviceId);
                }}
              />
            </div>
          )}
          <Button
            component={Link}
            to={back}
            variant="default"
            className={classes.leave}
            leftSection={<IconArrowLeft size={20} aria-hidden="true" />}
          >
            {say('common.back')}
          </Button>
        </div>
      </div>
    </Page>
  );
}

/** Where she came from, if a page of ours sent her here. */
function useBack(): string {
  const { state } = useLocation() as { state: unknown };
  const back = state && typeof state === 'object' && 'back' in state ? state.back : null;
  return typeof back === 'string' && back.startsWith('/') ? back : paths.start;
}
