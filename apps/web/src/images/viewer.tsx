import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ImagingSeries } from '@okaeri/contracts';
import { reachable } from '../files/reachable';
import { useSay } from '../locale/say';
import { SaveFile } from '../parts/save-file';
import classes from './images.module.css';
import { itemsOf, type Item } from './items';
import { Measure } from './measure';
import { NotShown } from './not-shown';
import { Painted } from './painted';
import { Presets, Tools, type Tool } from './tools';
import { useHand } from './use-hand';
import { useShelf } from './use-shelf';
import { useSize } from './use-size';
import { useWindow } from './use-window';
import { firstLine, fitted, moved, place, toPicture, within, zoomed, type Line, type View } from './view';

/*
 * The pictures of a series. It fills the width it is given. Elements: data-screen `images`; the canvas `[data-painted=n]`
 * once picture n, from 0, is on it; `[data-field=picture]` is the slider; data-action `tool-…`, `preset-…`, `play`, `larger`,
 * `smaller`, `reset`; `[data-length]` is what was measured; `[data-picture=waits|here|failed|lost|none]` the frame.
 */

interface ViewerProps {
  series: ImagingSeries;
  /** What else can be done with the picture that is seen. */
  deeds?: (item: Item) => ReactNode;
}

const framesASecond = 12;
/** What an arrow key does, as pixels that a hand would have moved. */
const keyStep = 12;

export default function Viewer({ series, deeds }: ViewerProps) {
  const say = useSay();
  const items = useMemo(() => itemsOf(series.pictures), [series.pictures]);
  const last = items.length - 1;
  // What matters lies seldom at the edge.
  const [chosen, setIndex] = useState(Math.floor(last / 2));
  const index = Math.min(chosen, Math.max(0, last));
  const [tool, setTool] = useState<Tool>(last > 0 ? 'scroll' : 'window');
  const [view, setView] = useState<View>(fitted);
  const [line, setLine] = useState<(Line & { item: number }) | null>(null);
  const [playing, setPlaying] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef(0);
  const slider = useId();
  const size = useSize(frame);
  const shelf = useShelf(items, index);
  const kept = shelf?.get(index) ?? { state: 'waits' as const };
  const picture = kept.state === 'here' ? kept.picture : null;
  const item = items[index];
  const { shown, window, show, drag } = useWindow(picture, item);
  const spacing = item?.instance.spacing ?? null;
  const placed = picture && size.width > 0 ? place(size, picture, spacing, view) : null;

  const go = (to: number) => setIndex(Math.min(last, Math.max(0, to)));
  const step = (by: number) => setIndex((at) => Math.min(last, Math.max(0, at + by)));
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      setIndex((at) => {
        const next = at >= last ? 0 : at + 1;
        return shelf?.get(next).state === 'waits' ? at : next;
      });
    }, 1000 / framesASecond);
    return () => clearInterval(timer);
  }, [playing, last, shelf]);

  const point = (at: { x: number; y: number }) => (placed && picture ? within(toPicture(placed, at), picture) : null);
  useHand(frame, {
    begin: (at) => {
      drawn.current = 0;
      const a = point(at);
      if (tool === 'line' && a) setLine({ a, b: a, item: index });
    },
    drag: (dx, dy, at) => {
      if (tool === 'scroll') {
        // From one end of the frame to the other is from the first picture to the last, and never more than one a pixel or two.
        drawn.current += dy / Math.max(3, Math.min(28, size.height / items.length));
        const steps = Math.trunc(drawn.current);
        drawn.current -= steps;
        if (steps !== 0) step(steps);
      } else if (tool === 'window') drag(dx, -dy);
      else if (tool === 'move') setView((before) => moved(before, dx, dy, size));
      else {
        const b = point(at);
        if (b) setLine((before) => before && { ...before, b });
      }
    },
    end: () => setLine((before) => (before && before.a === before.b ? null : before)),
    pinch: (factor, at, dx, dy) => setView((before) => moved(zoomed(before, factor, at, size), dx, dy, size)),
    turn: step,
    key: (dx, dy) => {
      if (tool === 'window') drag(dx * keyStep, -dy * keyStep);
      else if (tool === 'move') setView((before) => moved(before, dx * keyStep, dy * keyStep, size));
      else step(dx + dy);
    },
  });

  const middle = { x: size.width / 2, y: size.height / 2 };
  const pick = (next: Tool) => {
    setTool(next);
    if (next === 'line' && picture && line?.item !== index) setLine({ ...firstLine(picture), item: index });
  };
  const reset = () => {
    setView(fitted);
    show('auto');
    setLine(null);
    setPlaying(false);
  };

  if (items.length === 0) {
    return (
      <section className={classes.viewer} data-screen="images" data-series={series.seriesId}>
        <p className={classes.quiet} data-picture="none">
          {say('images.none')}
        </p>
        <NotShown pictures={series.pictures} />
      </section>
    );
  }
  const which = say('images.picture', { n: index + 1, count: items.length });
  return (
    <section className={classes.viewer} data-screen="images" data-series={series.seriesId}>
      <div
        ref={frame}
        className={classes.frame}
        data-picture={kept.state}
        data-tool={tool}
        {...reachable}
        role="group"
        aria-label={say('images.frame')}
      >
        {picture && window && placed && (
          <Painted
            picture={picture}
            window={window}
            placed={placed}
            item={index}
            label={`${series.description ?? series.modalityWords}, ${which}`}
          />
        )}
        {picture && placed && line?.item === index && (
          <Measure
            line={line}
            placed={placed}
            picture={picture}
            spacing={spacing}
            onLine={(next) => setLine({ ...next, item: index })}
          />
        )}
        {kept.state !== 'here' && (
          <p className={classes.instead} role="status">
            {kept.state === 'waits' ? say('images.coming') : say(`images.${kept.state}`)}
          </p>
        )}
      </div>
      {last > 0 && (
        <div className={classes.slide}>
          <label htmlFor={slider}>{which}</label>
          <input
            id={slider}
            type="range"
            min={0}
            max={last}
            value={index}
            aria-valuetext={which}
            onChange={(event) => go(Number(event.currentTarget.value))}
            data-field="picture"
          />
        </div>
      )}
      {shelf && shelf.ready < items.length && <Coming ready={shelf.ready} count={items.length} />}
      <Tools
        tool={tool}
        many={last > 0}
        playing={playing}
        onTool={pick}
        onPlay={() => setPlaying(!playing)}
        onZoom={(factor) => setView(zoomed(view, factor, middle, size))}
        onReset={reset}
      />
      {series.modality === 'CT' && <Presets shown={shown} onShow={show} />}
      {window && picture?.parts === 1 && (
        <p className={classes.quiet} data-window={`${window.center} ${window.width}`}>
          {say('images.window', { center: Math.round(window.center), width: Math.round(window.width) })}
        </p>
      )}
      <div className={classes.deeds}>
        {item && deeds?.(item)}
        {item && (
          <SaveFile href={item.instance.href} action="save-picture">
            {say('medical.original')}
          </SaveFile>
        )}
      </div>
      <NotShown pictures={series.pictures} />
      <p className={classes.note}>{say('images.notForDiagnosis')}</p>
    </section>
  );
}

function Coming({ ready, count }: { ready: number; count: number }) {
  const say = useSay();
  const words = say('images.ready', { ready, count });
  return (
    <div className={classes.coming} data-ready={ready}>
      <progress max={count} value={ready} aria-label={words} />
      <p className={classes.quiet}>{words}</p>
    </div>
  );
}
