import { soundTo } from './devices';

/** Short sounds made here, not downloaded: they must come at once, also on a slow link. */
const melodies = {
  /** You are let in. */
  admitted: [523.25, 659.25, 783.99],
  /** Somebody waits for you. */
  waiting: [659.25, 523.25],
  /** Do you hear this? */
  test: [440, 554.37, 659.25, 880],
} as const;
export type Melody = keyof typeof melodies;

const noteSeconds = 0.22;
let context: AudioContext | null = null;
let way: MediaStreamAudioDestinationNode | null = null;
let speaker: HTMLAudioElement | null = null;

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Before the click: making these takes long enough to be felt in it. They stay silent until `allowSounds`. */
export function prepareSounds(): void {
  context ??= new AudioContext();
  way ??= context.createMediaStreamDestination();
  speaker ??= Object.assign(new Audio(), { srcObject: way.stream });
}

/** The one that a click of this person has let play. */
export function soundContext(): AudioContext {
  context ??= new AudioContext();
  return context;
}

/** To be called from a click: browsers keep silent until a person has touched the page. */
export function allowSounds(): void {
  prepareSounds();
  void context?.resume();
  void speaker?.play().catch(() => undefined);
}

/** Plays through the chosen speaker. Silent, without an error, where nobody has touched the page yet. */
export async function play(melody: Melody, deviceId = ''): Promise<void> {
  allowSounds();
  if (!context || !way || !speaker) return;
  // A melody that waits for a touch would come long after what it tells.
  if (context.state !== 'running') await Promise.race([context.resume(), pause(300)]);
  if (context.state !== 'running') return;
  await soundTo(speaker, deviceId);
  const notes = melodies[melody];
  const begin = context.currentTime + 0.05;
  for (const [index, frequency] of notes.entries()) {
    const at = begin + index * noteSeconds;
    const note = new OscillatorNode(context, { type: 'triangle', frequency });
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(0.22, at + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.001, at + noteSeconds * 1.6);
    note.connect(loudness).connect(way);
    note.start(at);
    note.stop(at + noteSeconds * 1.7);
  }
  await pause(notes.length * noteSeconds * 1000 + 200);
}
