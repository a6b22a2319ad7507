import { Button, Collapse } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { VisitPage, VisitSeat } from '@okaeri/contracts';
import { Page } from '../../app/page';
import { paths, visitPath } from '../../app/paths';
import { useSession } from '../../api/session';
import { useSay } from '../../locale/say';
import { useSayOf } from '../../locale/say-of';
import { BookedThings } from '../../parts/booked-things';
import { alreadyAllowed, keepDevice } from '../device/devices';
import { prepareSounds } from '../device/sounds';
import type { Seat } from '../use-seat';
import { appAround } from './browser';
import { Beside } from './beside';
import { Help, InsideApp } from './help';
import { Meter } from '../device/meter';
import { DevicePickers, LanguagePicker } from '../device/pickers';
import { Self } from './self';
import { standInFor, troubleOf, waysOn } from './trouble';
import type { WayOn } from './trouble';
import classes from './door.module.css';

interface DoorProps {
  page: VisitPage;
  /** Who waits already; told to the one who may let them in. */
  waiting: readonly VisitSeat[];
  seat: Seat;
  speaker: string;
  onSpeaker: (deviceId: string) => void;
}

/** See yourself, hear yourself, choose a language, "I'm ready". */
export function Door({ page, waiting, seat, speaker, onSpeaker }: DoorProps) {
  const say = useSay();
  const demo = useSession().data?.demo ?? null;
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [more, { toggle }] = useDisclosure(false);
  const { media, local, open, wish } = seat;
  const [asleep, setAsleep] = useState(true);
  // Going on without is a choice; what fails is not told again after it.
  const [accepted, setAccepted] = useState(false);

  const start = useCallback(() => {
    setAsleep(false);
    setAccepted(false);
    open(wish);
  }, [open, wish]);
  useEffect(() => {
    if (!asleep) return;
    let here = true;
    // Who allowed it before is not asked for a click first; who will be asked should know by whom and why.
    void alreadyAllowed().then((allowed) => {
      if (here && (allowed || !navigator.mediaDevices || !window.isSecureContext)) start();
    });
    return () => {
      here = false;
    };
  }, [asleep, start]);

  const settled = !asleep && !local.opening;
  useEffect(() => {
    if (settled) prepareSounds();
  }, [settled]);
  const trouble = settled && !accepted ? troubleOf(local) : null;
  const app = appAround(navigator.userAgent);
  const standIn = () => {
    const { pitch, hue } = standInFor(page.me.seatId, page.seats);
    const name = page.seats.find(({ seatId }) => seatId === page.me.seatId)?.name.display ?? '';
    setAsleep(false);
    open({
      ...(local.microphone ? {} : { microphone: { tone: pitch } }),
      ...(local.camera ? {} : { camera: { testPicture: { name, hue } } }),
    });
  };
  const onWay = (way: WayOn) => {
    if (way === 'again') return start();
    if (way === 'testPicture') return standIn();
    setAccepted(true);
    if (way === 'soundOnly') open({ camera: null });
    if (way === 'listenOnly') open({ microphone: null, ...(local.camera ? {} : { camera: null }) });
  };

  const settings = (
    <div className={classes.settings}>
      <DevicePickers
        local={local}
        speaker={speaker}
        onDevice={(source, deviceId) => {
          keepDevice(source, deviceId);
          open({ [source]: { device: deviceId } });
        }}
        onSpeaker={onSpeaker}
      />
    </div>
  );

  return (
    <Page wide title={say('check.title')} lead={<Lead page={page} waiting={waiting} />}>
      <div className={classes.door} data-media={asleep ? 'asleep' : local.opening ? 'opening' : 'open'}>
        {(trouble || app) && (
          <div className={classes.alerts}>
            {app && !trouble && <InsideApp app={app} />}
            {trouble && (
              <Help trouble={trouble} ways={waysOn(trouble, local, demo !== null)} busy={local.opening} onWay={onWay} />
            )}
          </div>
        )}
        <div className={classes.left}>
          {(wide || local.camera || !trouble) && <Self local={local} asleep={asleep} onStart={start} />}
          {local.microphone && <Meter level={media.level} />}
          {accepted && !local.microphone && !seat.beside && (
            <p className={classes.quiet}>{say('check.choice.listen.hint')}</p>
          )}
        </div>
        <div className={classes.right}>
          <LanguagePicker />
          <Beside page={page} seat={seat} />
          {settled &&
            (wide ? (
              settings
            ) : (
              <div>
                <Button
                  variant="default"
                  fullWidth
                  justify="space-between"
                  aria-expanded={more}
                  rightSection={more ? <IconChevronUp aria-hidden="true" /> : <IconChevronDown aria-hidden="true" />}
                  onClick={toggle}
                >
                  {say('call.devices.title')}
                </Button>
                <Collapse expanded={more}>
                  <div className={classes.below}>{settings}</div>
                </Collapse>
              </div>
            ))}
          {demo && asleep && (
            <div className={classes.choice}>
              <Button variant="default" onClick={standIn} data-way="testPicture" aria-describedby="stand-in">
                {say('check.choice.test')}
              </Button>
              <span id="stand-in" className={classes.quiet}>
                {say('check.choice.test.hint')}
              </span>
            </div>
          )}
          <Link to={paths.check} state={{ back: visitPath(page.card.visitId) }} className={classes.checkLink}>
            {say('check.alone.title')}
          </Link>
        </div>
        <Go page={page} seat={seat} disabled={!settled} />
      </div>
    </Page>
  );
}

function Lead({ page, waiting }: { page: VisitPage; waiting: readonly VisitSeat[] }) {
  const say = useSayOf(page.kind);
  const first = waiting[0];
  return (
    <>
      <p className={classes.flat}>{say('visit.with', { name: page.card.other.display })}</p>
      <p className={classes.flat} data-when>
        {page.card.when.sentence}
      </p>
      <BookedThings things={page.card.things} />
      {page.me.host && (
        <p className={classes.waiting} role="status" data-waiting={waiting.length || undefined}>
          {first &&
            (waiting.length === 1
              ? say('call.announce.waiting', { name: first.name.display })
              : say('today.waiting.title', { count: waiting.length }))}
        </p>
      )}
    </>
  );
}

function Go({ page, seat, disabled }: { page: VisitPage; seat: Seat; disabled: boolean }) {
  const say = useSay();
  const direct = page.me.host || seat.state?.phase === 'admitted';
  const host = page.seats.find(({ role }) => role === 'physician')?.name.display ?? '';
  const next = direct ? 'check.next.call' : page.me.arrivalNeeded ? 'check.next.arrival' : 'check.next.wait';
  return (
    <div className={classes.go}>
      <Button size="lg" fullWidth data-action="ready" disabled={disabled} onClick={seat.ready}>
        {say(direct ? 'call.join' : 'check.ready')}
      </Button>
      <p className={classes.quiet}>{say(next, { name: host })}</p>
    </div>
  );
}
