import { ActionIcon } from '@mantine/core';
import { IconArrowsHorizontal, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { StripsAnswer } from '@okaeri/contracts';
import { Trouble } from '../app/trouble';
import { useSay } from '../locale/say';
import { dayBeside } from './moments';
import { StripRow, placeOf, within } from './strip-row';
import classes from './strips.module.css';
import { useStrips } from './use-schedule';
import type { DayAsked } from './use-schedule';

const minuteMs = 60_000;
const step = 15 * minuteMs;

interface StripsProps {
  episodeId: string;
  asked: DayAsked;
  chosen: number | null;
  held: number | null;
  onChoose: (ms: number) => void;
  /** Let go where it fits everybody; null where that only chooses. */
  onTake: ((ms: number) => void) | null;
  onDay: (date: string) => void;
}

/** The day of each of them on her own clock, one below the other, with the hours lit in which all of them are free. */
export function Strips({ episodeId, asked, onDay, ...rest }: StripsProps) {
  const say = useSay();
  const strips = useStrips(episodeId, asked);
  const { data } = strips;
  return (
    <section className={classes.strips} aria-labelledby="strips-day">
      <div className={classes.head}>
        <ActionIcon
          aria-label={say('strips.before')}
          disabled={!data}
          onClick={() => data && onDay(dayBeside(data.date, -1))}
          data-action="day-before"
        >
          <IconChevronLeft size={24} aria-hidden="true" />
        </ActionIcon>
        <h2 id="strips-day" className={classes.day} aria-live="polite">
          {data?.dayWords ?? say('strips.title')}
        </h2>
        <ActionIcon
          aria-label={say('strips.after')}
          disabled={!data}
          onClick={() => data && onDay(dayBeside(data.date, 1))}
          data-action="day-after"
        >
          <IconChevronRight size={24} aria-hidden="true" />
        </ActionIcon>
      </div>
      {strips.error && <Trouble error={strips.error} />}
      {data && <Picture answer={data} minutes={asked.minutes} {...rest} />}
      <ul className={classes.legend}>
        {(['overlap', 'open', 'good', 'taken', 'outside'] as const).map((kind) => (
          <li key={kind}>
            <span className={classes.sample} data-kind={kind} aria-hidden="true" />
            {say(`strips.legend.${kind}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

type PictureProps = { answer: StripsAnswer; minutes: number } & Pick<
  StripsProps,
  'chosen' | 'held' | 'onChoose' | 'onTake'
>;

function Picture({ answer, minutes, chosen, held, onChoose, onTake }: PictureProps) {
  const say = useSay();
  const area = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const began = useRef(0);
  const [from, to] = answer.within as [number, number];
  const long = minutes * minuteMs;
  const at = dragged ?? chosen;
  const shown = at !== null && at >= from && at < to ? at : null;
  const fits = (ms: number) => answer.overlap.some((span) => within([ms, ms + long], span));
  const first = answer.overlap[0]?.[0] ?? from;

  const under = (event: PointerEvent): number => {
    const track = area.current?.querySelector('[data-track]')?.getBoundingClientRect();
    if (!track || track.width === 0) return from;
    const share = Math.min(1, Math.max(0, (event.clientX - track.left) / track.width));
    const ms = from + share * (to - from) - long / 2;
    return Math.min(to - step, Math.max(from, Math.round(ms / step) * step));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    began.current = event.clientX;
    setDragged(under(event));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (dragged !== null) setDragged(under(event));
  };
  const onPointerUp = (event: PointerEvent<HTMLDivElement>) => {
    if (dragged === null) return;
    const ms = under(event);
    setDragged(null);
    // A press alone looks; what was dragged there is held.
    if (onTake && fits(ms) && Math.abs(event.clientX - began.current) > 6) onTake(ms);
    else onChoose(ms);
  };

  const by: Record<string, number> = {
    ArrowLeft: -step,
    ArrowDown: -step,
    ArrowRight: step,
    ArrowUp: step,
    PageDown: -8 * step,
    PageUp: 8 * step,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const base = shown ?? first;
    const move = by[event.key];
    if (move !== undefined) onChoose(Math.min(to - step, Math.max(from, base + (shown === null ? 0 : move))));
    else if (event.key === 'Home') onChoose(first);
    else if (event.key === 'End') onChoose(Math.max(first, (answer.overlap.at(-1)?.[1] ?? first) - long));
    else if (event.key === 'Enter' && shown !== null && onTake) onTake(shown);
    else return;
    event.preventDefault();
  };

  const own = answer.rows[0];
  return (
    <div
      ref={area}
      className={classes.picture}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => setDragged(null)}
      data-overlap={answer.overlap.length}
    >
      {answer.rows.map((row) => (
        <StripRow
          key={row.resourceId}
          row={row}
          range={[from, to]}
          overlap={answer.overlap}
          chosen={shown === null ? null : [shown, shown + long]}
          held={held === shown}
        />
      ))}
      <div className={classes.hand}>
        <div
          role="slider"
          tabIndex={0}
          className={classes.thumb}
          style={
            shown === null
              ? { insetInlineStart: '0%' }
              : { insetInlineStart: `${placeOf(shown + long / 2, [from, to])}%` }
          }
          aria-label={say(onTake ? 'strips.slider' : 'strips.chooser')}
          aria-valuemin={0}
          aria-valuemax={Math.round((to - from) / step)}
          aria-valuenow={Math.round(((shown ?? first) - from) / step)}
          aria-valuetext={say(shown !== null && fits(shown) ? 'strips.fits' : 'strips.fitsNot', {
            time: timeNear(own?.ticks ?? [], shown ?? first),
            place: own?.place ?? '',
          })}
          onKeyDown={onKeyDown}
          data-fits={shown !== null && fits(shown)}
        >
          <IconArrowsHorizontal size={22} aria-hidden="true" />
        </div>
      </div>
      <p className={classes.hint}>{say(onTake ? 'strips.hint' : 'strips.chooseHint')}</p>
    </div>
  );
}

/** The last hour of her clock that is written on the strip before a moment; the clocks above say it to the minute. */
function timeNear(ticks: readonly { at: number; words: string }[], ms: number): string {
  return ticks.filter(({ at }) => at <= ms).at(-1)?.words ?? ticks[0]?.words ?? '';
}
