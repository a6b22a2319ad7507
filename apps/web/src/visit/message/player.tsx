import { useSay } from '../../locale/say';
import classes from './message.module.css';

/** A message that was recorded, with the browser's own controls. */
export function Player({ href, kind }: { href: string; kind: 'audio' | 'video' }) {
  const say = useSay();
  const label = say(`record.label.${kind}`);
  const common = { className: classes.player, src: href, controls: true, 'aria-label': label } as const;
  // Nothing of it is fetched before somebody wants to hear it, but for its length.
  return kind === 'video' ? (
    <video {...common} preload="metadata" playsInline data-recording="video" />
  ) : (
    <audio {...common} preload="metadata" data-recording="audio" />
  );
}
