import { Button } from '@mantine/core';
import { IconClockPause, IconRepeat } from '@tabler/icons-react';
import { holdMinutes } from '@okaeri/contracts';
import type { BookingPage } from '@okaeri/contracts';
import { Link } from 'react-router';
import { ApiError } from '../api/client';
import { seriesPath } from '../app/paths';
import { Trouble } from '../app/trouble';
import type { Pair } from '../book/pairs';
import { usePreview } from '../book/use-preview';
import { useSay } from '../locale/say';
import { MomentClocks } from './moment-clocks';
import { isoOf, utcOf } from './moments';
import classes from './schedule.module.css';
import { Taken } from './taken';
import type { Holding } from './use-held';
import { useSecondsLeft } from './use-held';
import { useBook } from './use-schedule';
import type { TimeWanted } from './use-schedule';

interface MomentProps {
  page: BookingPage;
  time: TimeWanted;
  asked: Pair | null;
  first: string | null;
  holding: Holding;
  onTake: (ms: number) => void;
  onBooked: (visitId: string) => void;
}

/** The chosen time on all clocks, and the next step with it: hold it, confirm it, give it back. */
export function Moment({ page, time, asked, first, holding, onTake, onBooked }: MomentProps) {
  const say = useSay();
  const { held, busy } = holding;
  const who = {
    ...{ personIds: [time.physicianId, ...(first ? [first] : [])], thingIds: time.thingIds, withPatient: true },
  };
  const wall = time.physicianId ? { ...utcOf(time.ms), zone: 'UTC', minutes: time.minutes } : null;
  const preview = usePreview(page.episodeId, wall, who, held?.visitId);
  const book = useBook(page.episodeId);
  const left = useSecondsLeft(held?.until ?? null);
  const here = held !== null && held.ms === time.ms;
  const error = book.error ?? holding.error;
  const lapsed = held !== null && left === 0;
  const refused = error instanceof ApiError && (error.code === 'overlap' || error.code === 'hold_expired');
  const expired = error instanceof ApiError && error.code === 'hold_expired';
  const interpreter = page.interpreters.find(({ personId }) => personId === first);
  const confirm = () => {
    if (!held) return;
    book.mutate(
      { ...time, holdVisitId: held.visitId, asked, first },
      { onSuccess: ({ visitId }) => onBooked(visitId) },
    );
  };
  const again = (ms: number) => {
    book.reset();
    // A hold that is still good is put there; one that is over is forgotten.
    if (lapsed || expired) holding.forget();
    onTake(ms);
  };
  const { data } = preview;
  return (
    <section className={classes.moment} aria-labelledby="schedule-moment" data-held={here && !lapsed ? '' : undefined}>
      <h2 id="schedule-moment" className={classes.heading}>
        {say(here && !lapsed ? 'schedule.held' : 'schedule.chosen')}
      </h2>
      <MomentClocks preview={data} told={refused} />
      {held && !lapsed && (
        <p className={classes.left} role="timer" data-left={left}>
          <IconClockPause size={20} aria-hidden="true" />
          {left >= 60
            ? say('schedule.left.minutes', { count: Math.ceil(left / 60) })
            : say('schedule.left.seconds', { count: left })}
        </p>
      )}
      {lapsed && !refused && (
        <p className={classes.bad} role="alert">
          {say('schedule.lapsed')}
        </p>
      )}
      {refused ? <Taken error={error} onTake={again} /> : Boolean(error) && <Trouble error={error} />}
      <div className={classes.actions}>
        {here && !lapsed && !refused ? (
          <>
            <Button size="lg" loading={book.isPending} disabled={busy} onClick={confirm} data-action="confirm">
              {interpreter ? say('schedule.confirmAsk', { name: interpreter.name.display }) : say('schedule.confirm')}
            </Button>
            {!held.renewed && (
              <Button variant="default" loading={busy} onClick={() => onTake(held.ms)} data-action="renew">
                {say('schedule.renew', { minutes: holdMinutes })}
              </Button>
            )}
            <Button variant="subtle" color="gray" onClick={holding.giveBack} data-action="release">
              {say('schedule.release')}
            </Button>
          </>
        ) : (
          <Button
            size="lg"
            loading={busy}
            disabled={
              (data?.conflicts.length ?? 0) > 0 && data?.when.startsAt.slice(0, 16) === isoOf(time.ms).slice(0, 16)
            }
            onClick={() => again(time.ms)}
            data-action="hold"
          >
            {say(held && !lapsed && !expired ? 'schedule.holdInstead' : 'schedule.hold')}
          </Button>
        )}
        {!here && data && (
          <Button
            component={Link}
            to={seriesPath(page.episodeId)}
            state={{
              ...data.wall,
              minutes: String(time.minutes),
              physicianId: time.physicianId,
              things: time.thingIds.join(' '),
            }}
            variant="default"
            leftSection={<IconRepeat size={20} aria-hidden="true" />}
            data-action="repeat"
          >
            {say('series.open')}
          </Button>
        )}
      </div>
      {interpreter && <p className={classes.quiet}>{say('schedule.askHint', { name: page.patient.name.display })}</p>}
    </section>
  );
}
