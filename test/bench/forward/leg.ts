import type { RtpPath } from '../../support/rtp-peer';

/** What a peer sends, by ssrc: the same two streams whoever forwards them. */
export interface Streams {
  audio: number;
  video: number;
}
export const audioType = 111;
export const videoType = 96;

/** One person of a visit: what she sends goes to the others, what they send comes to her. */
export interface Peer {
  send: RtpPath;
  receive: RtpPath;
  streams: Streams;
}

/** Somebody who forwards, running. */
export interface Leg {
  readonly name: string;
  /** All that it costs. */
  readonly pids: readonly number[];
  visit(at: number): Promise<Peer[]>;
  stop(): Promise<void>;
}

let last = 10_000;
export const newStreams = (): Streams => ({ audio: (last += 1), video: (last += 1) });
