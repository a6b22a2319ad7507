import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlayerStop, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { FileView } from '@okaeri/contracts';
import { reachable } from '../../files/reachable';
import { Name } from '../../locale/name';
import { Say, useSay } from '../../locale/say';
import { StepButton } from '../../parts/step-button';
import type { RoomProps } from '../call/props';
import frames from '../show/frame.module.css';
import type { Sayings } from '../show/sayings';
import PageOf from './page-of';
import classes from './tour.module.css';
import { useDrive, type Drive } from './use-drive';
import { useFingers, useFollow } from './use-follow';
import { useHand } from './use-hand';
import { usePointing } from './use-pointing';
import { firstLook, place, turned, zoomed, type Box } from './view';

interface TourStageProps extends RoomProps {
  sayings: Sayings;
  file: FileView;
  guideId: string;
}

/** A picture or a document that one person leads the others through; everybody may point. */
export default function TourStage({ page, people, seat, sayings, file, guideId }: TourStageProps) {
  const say = useSay();
  const { call } = seat;
  const drives = guideId === page.me.seatId;
  const view = useRef<HTMLDivElement>(null);
  const box = useBox(view);
  const [size, setSize] = useState<Box>({ width: 0, height: 0 });
  const [pages, setPages] = useState(1);
  const drive = useDrive(call, file.fileId, drives);
  const frame = useFollow(sayings, guideId, file.fileId);
  const fingers = useFingers(sayings, file.fileId);
  const look = drives ? drive.look : (frame ?? firstLook);
  const placed = place(box, size, look);
  // Whoever begins to lead leads by keyboard too.
  useEffect(() => {
    if (drives) view.current?.focus({ preventScroll: true });
  }, [drives]);

  const pointing = usePointing(call);
  const hand = useHand(view, placed, drives ? drive : null, pointing);

  const points = new Map(fingers);
  const guide = drives ? drive.pointer : frame?.pointer;
  if (guide) points.set(guideId, guide);
  const nameOf = (seatId: string) => people.find((person) => person.seatId === seatId)?.name;
  const guideName = nameOf(guideId);
  return (
    <figure
      className={frames.frame}
      data-shown="tour"
      data-tour-page={look.page}
      data-tour-zoom={look.zoom}
      data-drives={drives || undefined}
    >
      <div
        ref={view}
        className={classes.view}
        {...(drives ? reachable : {})}
        role="group"
        aria-label={file.name}
        {...hand}
      >
        <div
          className={classes.page}
          style={{
            width: placed.width || box.width || undefined,
            height: placed.height || undefined,
            transform: `translate(${placed.left}px, ${placed.top}px)`,
          }}
        >
          <PageOf file={file} page={look.page} width={placed.width || box.width} onPages={setPages} onSize={setSize} />
          {[...points].map(([seatId, [x, y]]) => (
            <span
              key={seatId}
              className={classes.finger}
              style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
              data-pointer={seatId}
              data-guide={seatId === guideId || undefined}
            >
              {seatId !== guideId && <span className={classes.fingerName}>{nameOf(seatId)?.display}</span>}
            </span>
          ))}
        </div>
      </div>
      <figcaption className={frames.caption}>
        <span className={classes.words}>
          <bdi>{file.name}</bdi>
          {pages > 1 && <span> · {say('file.pdf.page', { page: look.page, pages })}</span>}
          {!drives && guideName && (
            <span className={classes.guide}>
              <Say id="tour.by" values={{ name: <Name name={guideName} /> }} />
            </span>
          )}
        </span>
        {drives && <Tools drive={drive} pages={pages} />}
        {(drives || page.me.host) && (
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={20} aria-hidden="true" />}
            onClick={() => void call?.show(null)}
            data-action="tour-stop"
          >
            {say('show.stop')}
          </Button>
        )}
      </figcaption>
    </figure>
  );
}

const nearer = 1.5;

function Tools({ drive, pages }: { drive: Drive; pages: number }) {
  const say = useSay();
  const { look, pointer, turn } = drive;
  return (
    <span className={classes.tools}>
      {pages > 1 && (
        <>
          <StepButton
            label={say('file.pdf.previous')}
            ended={look.page <= 1}
            onStep={() => turn((at) => turned(at, at.page - 1, pages))}
            action="tour-previous"
          >
            <IconChevronLeft size={24} aria-hidden="true" />
          </StepButton>
          <StepButton
            label={say('file.pdf.next')}
            ended={look.page >= pages}
            onStep={() => turn((at) => turned(at, at.page + 1, pages))}
            action="tour-next"
          >
            <IconChevronRight size={24} aria-hidden="true" />
          </StepButton>
        </>
      )}
      <StepButton
        label={say('file.pdf.smaller')}
        ended={look.zoom <= 1}
        onStep={() => turn((at) => zoomed(at, 1 / nearer, null))}
        action="tour-out"
      >
        <IconZoomOut size={24} aria-hidden="true" />
      </StepButton>
      <StepButton
        label={say('file.pdf.larger')}
        ended={look.zoom >= 8}
        onStep={() => turn((at) => zoomed(at, nearer, pointer))}
        action="tour-zoom"
      >
        <IconZoomIn size={24} aria-hidden="true" />
      </StepButton>
    </span>
  );
}

function useBox(element: RefObject<HTMLElement | null>): Box {
  const [box, setBox] = useState<Box>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const view = element.current;
    if (!view) return;
    const measure = () => setBox({ width: view.clientWidth, height: view.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(view);
    return () => observer.disconnect();
  }, [element]);
  return box;
}
