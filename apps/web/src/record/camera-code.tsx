import { useEffect, useRef } from 'react';
import { useSay } from '../locale/say';
import { codeIn } from './code';
import classes from './record.module.css';

interface Props {
  onFound: (code: string) => void;
  onRefused: () => void;
}

/** Each look takes some hundredths of a second of a small phone. */
const everyMs = 250;

/** Looks through the camera until it sees a code. */
export function CameraCode({ onFound, onRefused }: Props) {
  const say = useSay();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onFound, onRefused });
  useEffect(() => {
    told.current = { onFound, onRefused };
  });
  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer = 0;
    let over = false;
    const look = async () => {
      const element = video.current;
      const code = element && (await codeIn(element, element.videoWidth, element.videoHeight));
      if (over) return;
      if (code) told.current.onFound(code);
      else timer = window.setTimeout(() => void look(), everyMs);
    };
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (over || !video.current) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      video.current.srcObject = stream;
      await video.current.play();
      await look();
    };
    begin().catch(() => {
      if (!over) told.current.onRefused();
    });
    return () => {
      over = true;
      window.clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  return <video ref={video} className={classes.video} muted playsInline aria-label={say('shl.bring.video')} />;
}
