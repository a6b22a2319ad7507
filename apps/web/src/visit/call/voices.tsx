import { useEffect, useRef } from 'react';
import type { Remote } from '@okaeri/call';
import { soundTo } from '../device/devices';

interface VoicesProps {
  remotes: ReadonlyMap<string, Remote>;
  muted: boolean;
  speaker: string;
  /** Raised by a click that should start what the browser held back. */
  nudge: number;
  onBlocked: () => void;
}

/** One sound element for each person, apart from the pictures: a picture that stops must not take the voice along. */
export function Voices({ remotes, ...rest }: VoicesProps) {
  return [...remotes.values()].map(
    ({ seatId, audio }) => audio && <Voice key={seatId} seatId={seatId} track={audio} {...rest} />,
  );
}

interface VoiceProps extends Omit<VoicesProps, 'remotes'> {
  seatId: string;
  track: MediaStreamTrack;
}

function Voice({ seatId, track, muted, speaker, nudge, onBlocked }: VoiceProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const tell = useRef(onBlocked);
  useEffect(() => {
    tell.current = onBlocked;
  });
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    // Set here and not only as an attribute: the sound must never be on for a moment before it is off.
    element.muted = muted;
    element.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') tell.current();
    });
  }, [track, muted, nudge]);
  useEffect(() => {
    if (audio.current) void soundTo(audio.current, speaker);
  }, [speaker]);
  return <audio ref={audio} muted={muted} data-seat={seatId} data-kind="voice" />;
}
