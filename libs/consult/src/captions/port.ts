import type { CaptionFrame, VisitId } from '@okaeri/contracts';

/** One voice of a visit, in the language that is spoken there. */
export interface Voice {
  visitId: VisitId;
  seatId: string;
  /** BCP 47. */
  language: string;
}

/**
 * Writes down what is said. What it tells goes out as `seat.said` of kind `caption`, exactly as what an interpreter or a
 * helper types: pages know no difference.
 */
export interface SpeechToText {
  /** Those it understands, BCP 47. */
  readonly languages: readonly string[];
  /** Listens to a voice until the answer is called. */
  listen(voice: Voice, tell: (caption: CaptionFrame) => void): () => void;
}

export const SPEECH_TO_TEXT = Symbol('speech to text');

/** No model is shipped: it understands nothing, and captions are typed. */
export const noSpeechToText: SpeechToText = { languages: [], listen: () => () => undefined };
