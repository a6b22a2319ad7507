import type { LocalMediaState, MediaProblem } from '@okaeri/call';

/** Why sound and picture are not there, in one sentence for both or for the one that fails. */
export interface Trouble {
  problem: MediaProblem;
  what: 'both' | 'microphone' | 'camera';
}

/** What a person can do about it, in the order in which it is offered. */
export type WayOn = 'again' | 'openElsewhere' | 'soundOnly' | 'listenOnly' | 'testPicture';

type Media = Pick<LocalMediaState, 'microphone' | 'camera' | 'microphoneProblem' | 'cameraProblem'>;

export function troubleOf(media: Media): Trouble | null {
  const { microphoneProblem, cameraProblem } = media;
  if (microphoneProblem && cameraProblem) {
    // One sentence only; a refusal explains more than a missing device.
    const problem = graver(microphoneProblem, cameraProblem);
    return { problem, what: 'both' };
  }
  if (microphoneProblem) return { problem: microphoneProblem, what: 'microphone' };
  if (cameraProblem) return { problem: cameraProblem, what: 'camera' };
  return null;
}

const order: readonly MediaProblem[] = ['unsupported', 'insecure', 'denied', 'taken', 'lost', 'missing'];
const graver = (a: MediaProblem, b: MediaProblem) => (order.indexOf(a) <= order.indexOf(b) ? a : b);

export function waysOn(trouble: Trouble, media: Media, demo: boolean): WayOn[] {
  const ways: WayOn[] = [];
  if (trouble.problem === 'unsupported') ways.push('openElsewhere');
  else if (trouble.problem !== 'insecure') ways.push('again');
  if (trouble.what !== 'microphone' && media.microphone) ways.push('soundOnly');
  if (trouble.what !== 'camera') ways.push('listenOnly');
  if (demo) ways.push('testPicture');
  return ways;
}

/** A pitch and a colour for each person, far enough apart to be told from one another in a call of six. */
export function standInFor(seatId: string, seats: readonly { seatId: string }[]): { pitch: number; hue: number } {
  const index = Math.max(
    0,
    seats.findIndex((seat) => seat.seatId === seatId),
  );
  const pitches = [440, 660, 880, 1100, 1540, 2200];
  return { pitch: pitches[index % pitches.length] ?? 440, hue: (200 + index * 67) % 360 };
}
