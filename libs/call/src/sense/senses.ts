import type { LocalMedia } from '../media/types';
import type { Room } from '../room/room';
import { qualityJudge } from './quality';
import { receivedLevel, speakingGate, type SpeakingGate } from './speaking';
import { qualitySample } from './stats';

const speakingEveryMs = 200;
const qualityEveryMs = 2000;

export interface SensesHooks {
  room(): Room | null;
  /** Seats that speak now, and whether this person does. */
  speaking(seats: ReadonlySet<string>, own: boolean): void;
  quality(word: 'good' | 'weak'): void;
}

/** Looks at levels and statistics while a call runs. Returns what ends it. */
export function startSenses(media: LocalMedia, hooks: SensesHooks): () => void {
  const gates = new Map<string, SpeakingGate>();
  const own = speakingGate();
  const judge = qualityJudge();
  let looking = false;
  let ended = false;

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
  const look = async () => {
    const room = hooks.room();
    if (!room || looking) return;
    looking = true;
    const sample = await qualitySample(room).catch(() => null);
    looking = false;
    if (sample && !ended && hooks.room() === room) hooks.quality(judge.judge(sample));
  };
  const timers = [setInterval(listen, speakingEveryMs), setInterval(() => void look(), qualityEveryMs)];
  return () => {
    ended = true;
    for (const timer of timers) clearInterval(timer);
  };
}
