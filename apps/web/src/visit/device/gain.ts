import { soundContext } from './sounds';

let sticks: boolean | null = null;

/** Whether an element plays as loud as it is told; Apple's phones play every one at the loudness of the phone. */
export function volumeSticks(): boolean {
  if (sticks === null) {
    const probe = document.createElement('audio');
    probe.volume = 0.5;
    sticks = probe.volume === 0.5;
  }
  return sticks;
}

/** Plays a track at a share of its loudness where no element can; gives back how to stop. */
export function playThroughNode(track: MediaStreamTrack, gain: number): () => void {
  const context = soundContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const loudness = new GainNode(context, { gain });
  source.connect(loudness).connect(context.destination);
  return () => {
    source.disconnect();
    loudness.disconnect();
  };
}
