import { watchTrack } from '../back/silent-track';
import type { LocalMedia } from '../media/types';
import type { Room } from '../room/room';
import { receivedLevel, speakingGate, type SpeakingGate } from './speaking';

const speakingEveryMs = 200;

export interface SensesHooks {
  room(): Room | null;
  /** Seats that speak now, and whether this person does. */
  speaking(seats: ReadonlySet<string>, own: boolean): void;
  /** What she wants to send now. */
  wanted(): { microphone: boolean; camera: boolean };
}

export interface Senses {
  /** The page has woken: an own track that could not be mended is tried again. */
  afresh(): void;
  stop(): void;
}

/** Listens while a call runs, and has an own track mended that gives nothing. */
export function startSenses(media: LocalMedia, hooks: SensesHooks): Senses {
  const gates = new Map<string, SpeakingGate>();
  const own = speakingGate();
  const tracks = { microphone: watchTrack(), camera: watchTrack() };

  const listen = () => {
    const now = performance.now();
    const seats = new Set<string>();
    for (const { offer, consumer } of hooks.room()?.received() ?? []) {
      if (offer.kind !== 'audio') continue;
      let gate = gates.get(offer.seatId);
      if (!gate) gates.set(offer.seatId, (gate = speakingGate()));
      if (gate.hear(receivedLevel(consumer.rtpReceiver), now)) seats.add(offer.seatId);
    }
    const level = media.level();
    hooks.speaking(seats, own.hear(level, now));
    mend('microphone', level, now);
    mend('camera', null, now);
  };
  function mend(kind: 'microphone' | 'camera', level: number | null, now: number): void {
    const held = media.getSnapshot()[kind];
    if (!held || held.synthetic || !hooks.wanted()[kind]) return;
    const visible = document.visibilityState === 'visible';
    const verdict = tracks[kind].judge(now, { muted: held.track.muted, level, visible });
    if (verdict === 'renew') void media.renew(kind);
    else if (verdict !== 'wait') media.doubt(kind, verdict === 'silent' || held.track.muted);
  }
  const timer = setInterval(listen, speakingEveryMs);
  return {
    afresh() {
      for (const track of Object.values(tracks)) track.afresh();
    },
    stop: () => clearInterval(timer),
  };
}
