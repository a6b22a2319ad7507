/** Louder than breath and a fan, on the scale 0..1 of audioLevel and of a root mean square. */
const loud = 0.02;
/** Between two words nobody has stopped speaking. */
const holdMs = 700;

export interface SpeakingGate {
  /** Takes a level at a time (any monotonic clock, ms) and says whether this counts as speaking. */
  hear(level: number, now: number): boolean;
}

export function speakingGate(): SpeakingGate {
  let lastLoud = Number.NEGATIVE_INFINITY;
  return {
    hear(level, now) {
      if (level >= loud) lastLoud = now;
      return now - lastLoud < holdMs;
    },
  };
}

/** The newest level a receiver played, 0..1; free of cost, the browser keeps it for each source. */
export function receivedLevel(receiver: RTCRtpReceiver | undefined): number {
  return receiver?.getSynchronizationSources?.()[0]?.audioLevel ?? 0;
}
