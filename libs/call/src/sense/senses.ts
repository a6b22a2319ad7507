import type { LocalMedia } from '../media/types';
import type { Room } from '../room/room';
import { receivedLevel, speakingGate, type SpeakingGate } from './speaking';

const speakingEveryMs = 200;

export interface SensesHooks {
  room(): Room | null;
  /** Seats that speak now, and whether this person does. */
  speaking(seats: ReadonlySet<string>, own: boolean): void;
}

/** Listens while a call runs. Returns what ends it. */
export function startSenses(media: LocalMedia, hooks: SensesHooks): () => void {
  const gates = new Map<string, SpeakingGate>();
  const own = speakingGate();

  const listen = () => {
    const now = performance.now();
    const seats = new Set<string>();
    for (const { offer, consumer } of hooks.room()?.received() ?? []) {
      if (offer.kind !== 'audio') continue;
      let gate = gates.get(offer.seatId);
      if (!gate) gates.set(offer.seatId, (gate = speakingGate()));
      if (gate.hear(receivedLevel(consumer.rtpReceiver), now)) seats.add(offer.seatId);
    }
    hooks.speaking(seats, own.hear(media.level(), now));
  };
  const timer = setInterval(listen, speakingEveryMs);
  return () => clearInterval(timer);
}
