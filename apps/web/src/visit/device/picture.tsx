import { useLayoutEffect, useRef, type ComponentProps, type CSSProperties } from 'react';
import { pictureOf } from '@okaeri/call';

const shown = new Set<HTMLVideoElement>();

/** The own pictures stand still until the answer is called: a join needs the processor more than drawing them does. */
export function holdPictures(): () => void {
  const held = [...shown];
  for (const element of held) element.pause();
  return () => {
    for (const element of held) element.play().catch(() => undefined);
  };
}

interface PictureProps extends Omit<ComponentProps<'video'>, 'ref' | 'onResize'> {
  track: MediaStreamTrack;
  mirrored?: boolean;
  /** Width and height of the picture itself, whenever they change. */
  onSize?: (size: { width: number; height: number }) => void;
}

/** One track as a picture, without sound: sound has elements of its own, so that a stopped picture never takes it along. */
export function Picture({ track, mirrored = false, onSize, ...rest }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return;
    shown.add(element);
    element.srcObject = new MediaStream([track]);
    // Muted pictures may always play; a refusal only means that the element is already gone again.
    element.play().catch(() => undefined);
    return () => {
      shown.delete(element);
      element.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={video}
      muted
      autoPlay
      playsInline
      disablePictureInPicture
      tabIndex={-1}
      data-mirrored={mirrored || undefined}
      onResize={(event) => onSize?.({ width: event.currentTarget.videoWidth, height: event.currentTarget.videoHeight })}
      {...rest}
    />
  );
}

interface RemotePictureProps {
  track: MediaStreamTrack;
  seatId: string;
  className: string | undefined;
  fit: CSSProperties['objectFit'];
  onSize: (size: { width: number; height: number }) => void;
}

/** Somebody else's picture: the call has made its element already, so that the first frame found it ready. */
export function RemotePicture({ track, seatId, className, fit, onSize }: RemotePictureProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = pictureOf(track);
    const measure = () => onSize({ width: element.videoWidth, height: element.videoHeight });
    element.className = className ?? '';
    element.dataset.seat = seatId;
    element.addEventListener('resize', measure);
    place.current?.append(element);
    measure();
    return () => {
      element.removeEventListener('resize', measure);
      element.remove();
    };
  }, [track, seatId, className, onSize]);
  useLayoutEffect(() => {
    pictureOf(track).style.objectFit = fit ?? '';
  }, [track, fit]);
  return <div ref={place} style={{ display: 'contents' }} />;
}
