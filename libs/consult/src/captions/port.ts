import type { CaptionFrame, CopiedSound, SoundAddress, VisitId } from '@okaeri/contracts';

/** One voice of a visit, in the language that is spoken there. */
export interface Voice {
  visitId: VisitId;
  seatId: string;
  /** BCP 47. */
  language: string;
}

/** An engine that is ready for one voice. */
export interface Ear {
  /** Where it takes the sound in: a UDP port that is open already. */
  readonly to: SoundAddress;
  /** From now on it comes. Said again, with another key, when the room has moved. */
  comes(sound: CopiedSound): void;
  /** No more of it comes. */
  stop(): void;
}

/**
 * Writes down what is said. What it tells goes out as `seat.said` of kind `caption`, exactly as what an interpreter or a
 * helper types: pages know no difference. How an engine is put behind it is told in `README.md` beside this file.
 */
export interface SpeechToText {
  /** Those it understands, BCP 47. */
  readonly languages: readonly string[];
  /** Gets ready for a voice. What is told after `stop` reaches nobody. */
  listen(voice: Voice, tell: (caption: CaptionFrame) => void): Ear | Promise<Ear>;
}

export const SPEECH_TO_TEXT = Symbol('speech to text');

/** No model is shipped: it understands nothing, is never asked for anything, and captions are typed. */
export const noSpeechToText: SpeechToText = {
  languages: [],
  listen: () => Promise.reject(new Error('It understands no language.')),
};
