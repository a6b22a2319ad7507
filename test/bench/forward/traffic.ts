import { RtpHeader } from 'werift';
import type { Peer } from './leg';
import { audioType, videoType } from './leg';

const tickMs = 5;
/** What was missed is made up for at this many times the pace: all of it at once would run over the buffers of who receives it. */
const mostHaste = 4;
const audioEveryMs = 20;
/** Thirty pictures a second of two packets each. */
const frameEveryMs = 1000 / 30;
const framesPerKey = 60;
const audio = Buffer.alloc(80, 0x78);

/** A VP8 packet of 1,000 bytes: the descriptor says where a picture begins, the next byte whether it stands by itself. */
function picture({ first, key }: { first: boolean; key: boolean }): Buffer {
  const payload = Buffer.alloc(1000, 0x55);
  payload[0] = first ? 0x10 : 0x00;
  payload[1] = first && key ? 0x00 : 0x01;
  return payload;
}
const pictures = {
  key: [picture({ first: true, key: true }), picture({ first: false, key: true })],
  other: [picture({ first: true, key: false }), picture({ first: false, key: false })],
};

interface Sending {
  peer: Peer;
  /** Where in the beat it is, so that not all send at once. */
  phaseMs: number;
  voices: number;
  frames: number;
  videoPackets: number;
}

/** All that the peers send, at its pace, from one timer. What is not sent in time is sent late, and never left out. */
export class Traffic {
  readonly #sendings: Sending[];
  #sent = 0;
  #begun = 0;
  /** Milliseconds of traffic that were sent: less than have passed, where the timer came late. */
  #until = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(peers: readonly Peer[]) {
    this.#sendings = peers.map((peer, at) => {
      const phaseMs = (at * audioEveryMs) / peers.length;
      return { peer, phaseMs, voices: 0, frames: 0, videoPackets: 0 };
    });
  }

  /** Once more: goes on as it was, after all others that were started before. */
  start(): void {
    this.#begun ||= performance.now();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      this.#until = Math.min(this.#passed, this.#until + mostHaste * tickMs);
      for (const sending of this.#sendings) this.#catchUp(sending, this.#until - sending.phaseMs);
    }, tickMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Packets that were to be sent until now, by the pace. */
  get due(): number {
    return this.#until === 0 ? 0 : (this.#sent * this.#passed) / this.#until;
  }

  get #passed(): number {
    return performance.now() - this.#begun;
  }

  #catchUp(sending: Sending, ms: number): void {
    const { send, streams } = sending.peer;
    while (sending.voices * audioEveryMs <= ms) {
      const sequenceNumber = (sending.voices + 1) & 0xffff;
      const timestamp = (sending.voices * 960) >>> 0;
      this.#say(send, { ssrc: streams.audio, payloadType: audioType, sequenceNumber, timestamp, marker: false }, audio);
      sending.voices += 1;
    }
    while (sending.frames * frameEveryMs <= ms) {
      const parts = sending.frames % framesPerKey === 0 ? pictures.key : pictures.other;
      const timestamp = (sending.frames * 3000) >>> 0;
      for (const [at, payload] of parts.entries()) {
        const sequenceNumber = (sending.videoPackets += 1) & 0xffff;
        const marker = at === parts.length - 1;
        this.#say(send, { ssrc: streams.video, payloadType: videoType, sequenceNumber, timestamp, marker }, payload);
      }
      sending.frames += 1;
    }
  }

  #say(path: Peer['send'], header: Partial<RtpHeader>, payload: Buffer): void {
    this.#sent += 1;
    path.send(new RtpHeader(header), payload).catch(() => undefined);
  }
}
