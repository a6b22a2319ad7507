import { useLayoutEffect, useRef, type ComponentProps } from 'react';

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
    element.srcObject = new MediaStream([track]);
    // Muted pictures may always play; a refusal only means that the element is already gone again.
    element.play().catch(() => undefined);
    return () => {
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
