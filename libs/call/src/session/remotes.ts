import type { Received } from '../room/receive';
import type { Remote } from '../types';

/** What the others send, by seat. The very map of before comes back when nothing in it changed. */
export function remotesOf(
  received: readonly Received[],
  speaking: ReadonlySet<string>,
  before: ReadonlyMap<string, Remote>,
): ReadonlyMap<string, Remote> {
  const next = new Map<string, Remote>();
  for (const { offer, consumer } of received) {
    const remote: Remote = next.get(offer.seatId) ?? {
      seatId: offer.seatId,
      audioPaused: true,
      videoPaused: true,
      synthetic: false,
      speaking: false,
    };
    if (offer.kind === 'audio') {
      remote.audio = consumer.track;
      remote.audioPaused = offer.producerPaused;
      remote.speaking = speaking.has(offer.seatId) && !offer.producerPaused;
    } else {
      remote.video = consumer.track;
      remote.videoPaused = offer.producerPaused;
    }
    remote.synthetic ||= offer.synthetic;
    next.set(offer.seatId, remote);
  }
  let changed = next.size !== before.size;
  for (const [seatId, remote] of next) {
    const old = before.get(seatId);
    if (old && same(old, remote)) next.set(seatId, old);
    else changed = true;
  }
  return changed ? next : before;
}

function same(a: Remote, b: Remote): boolean {
  return (
    a.audio === b.audio &&
    a.video === b.video &&
    a.audioPaused === b.audioPaused &&
    a.videoPaused === b.videoPaused &&
    a.synthetic === b.synthetic &&
    a.speaking === b.speaking
  );
}
