import type { ConsumerOffer, MediaSource } from '@okaeri/contracts';
import type { Received } from '../room/receive';
import type { Remote } from '../types';

export interface Circumstances {
  speakers: ReadonlySet<string>;
  stalled: ReadonlySet<string>;
  gainOf(seatId: string, voiceLive: (seatId: string) => boolean): number;
}

/** What the others send, by seat. The very map of before comes back when nothing in it changed. */
export function remotesOf(
  received: readonly Received[],
  { speakers, stalled, gainOf }: Circumstances,
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
      gain: 1,
      held: false,
      stalled: stalled.has(offer.seatId),
      because: 'self',
    };
    fill[offer.source](remote, offer, consumer.track);
    if (offer.source === 'microphone') remote.speaking = speakers.has(offer.seatId) && isLive(offer);
    remote.synthetic ||= offer.synthetic;
    next.set(offer.seatId, remote);
  }
  const voiceLive = (seatId: string) => {
    const voice = next.get(seatId);
    return voice?.audio !== undefined && !voice.audioPaused && !voice.held && !voice.stalled;
  };
  for (const remote of next.values()) remote.gain = gainOf(remote.seatId, voiceLive);
  let changed = next.size !== before.size;
  for (const [seatId, remote] of next) {
    const old = before.get(seatId);
    if (old && same(old, remote)) next.set(seatId, old);
    else changed = true;
  }
  return changed ? next : before;
}

const isLive = ({ held, producerPaused }: ConsumerOffer): boolean => !held && !producerPaused;

/** Where each source of a person goes. */
const fill: Record<MediaSource, (remote: Remote, offer: ConsumerOffer, track: MediaStreamTrack) => void> = {
  microphone(remote, { producerPaused, held }, track) {
    remote.audio = track;
    remote.audioPaused = producerPaused;
    remote.held = held;
  },
  camera(remote, { producerPaused, because }, track) {
    remote.video = track;
    remote.videoPaused = producerPaused;
    remote.because = because;
  },
  screen(remote, _, track) {
    remote.screen = track;
  },
  screenSound(remote, _, track) {
    remote.screenSound = track;
  },
};

function same(a: Remote, b: Remote): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Remote>;
  return [...keys].every((key) => a[key] === b[key]);
}
