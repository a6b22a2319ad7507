import { useEffect, useRef } from 'react';
import type { CallState, Remote } from '@okaeri/call';
import { soundTo } from '../device/devices';
import { playThroughNode, volumeSticks } from '../device/gain';

interface VoicesProps {
  remotes: ReadonlyMap<string, Remote>;
  showing: CallState['showing'];
  muted: boolean;
  speaker: string;
  /** Raised by a click that should start what the browser held back. */
  nudge: number;
  onBlocked: () => void;
}

/** One sound element for each person, apart from the pictures: a picture that stops must not take the voice along. */
export function Voices({ remotes, showing, ...rest }: VoicesProps) {
  const shows = (seatId: string) => showing?.kind === 'screen' && showing.seatId === seatId;
  return [...remotes.values()].flatMap(({ seatId, audio, gain, screenSound }) => [
    audio && <Voice key={seatId} seatId={seatId} kind="voice" track={audio} gain={gain} {...rest} />,
    // What is shown is for everybody, whatever language she listens to; of who shows nothing it would be a voice past all that.
    screenSound && shows(seatId) && (
      <Voice key={`${seatId} screen`} seatId={seatId} kind="screenSound" track={screenSound} gain={1} {...rest} />
    ),
  ]);
}

interface VoiceProps extends Omit<VoicesProps, 'remotes' | 'showing'> {
  seatId: string;
  kind: 'voice' | 'screenSound';
  track: MediaStreamTrack;
  /** 0..1: a voice under the one that interprets it is quieter. */
  gain: number;
}

function Voice({ seatId, kind, track, gain, muted, speaker, nudge, onBlocked }: VoiceProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const byNode = gain !== 1 && !volumeSticks();
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
    element.muted = muted || byNode;
    element.volume = gain;
    element.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') tell.current();
    });
  }, [track, muted, byNode, gain, nudge]);
  useEffect(() => {
    if (byNode && !muted) return playThroughNode(track, gain);
  }, [track, muted, byNode, gain]);
  useEffect(() => {
    if (audio.current) void soundTo(audio.current, speaker);
  }, [speaker]);
  return <audio ref={audio} muted={muted} data-seat={seatId} data-kind={kind} />;
}
