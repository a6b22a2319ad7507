import type { MediaSource, Step } from '@okaeri/contracts';
import type { ProducerOptions } from 'mediasoup-client/types';

type Encoding = NonNullable<ProducerOptions['encodings']>[number];
export type SourceSettings = Pick<ProducerOptions, 'encodings' | 'codecOptions'>;

/** Packets of the voice go first in the browser, and in a network that looks at their marks. */
const voice: Encoding = { priority: 'high', networkPriority: 'high' };
/** What is lost is asked for again, repaired from the next packet, and silence costs almost nothing. */
const repaired = { opusDtx: true, opusFec: true, opusNack: true };
/**
 * Milliseconds of a voice in one packet. At the usual 20 the headers alone take 34 kb/s, of a link that carries 50; how long a
 * packet is cannot be changed while somebody speaks.
 */
const opusPtime = 40;

/** How each source is sent while the link carries it. */
export const sourceSettings: Record<MediaSource, SourceSettings> = {
  microphone: { encodings: [voice], codecOptions: { ...repaired, opusPtime, opusStereo: false } },
  camera: {
    encodings: [
      { scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T2' },
      { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T2' },
      { scaleResolutionDownBy: 1, maxBitrate: 1_500_000, scalabilityMode: 'L1T2' },
    ],
    // Without it Chromium takes many seconds until it dares to send the top layer.
    codecOptions: { videoGoogleStartBitrate: 3000 },
  },
  // Letters must stay sharp; that they move is worth less.
  screen: {
    encodings: [
      { scaleResolutionDownBy: 2, maxBitrate: 250_000, maxFramerate: 5 },
      { scaleResolutionDownBy: 1, maxBitrate: 1_500_000, maxFramerate: 15 },
    ],
  },
  screenSound: { codecOptions: { opusFec: true, opusNack: true, opusStereo: true } },
};

/** What a step leaves of a source. Members that are absent stay as the source is sent on a good link. */
export interface Shape {
  /** Layers from below that are sent. */
  layers?: number;
  framesPerSecond?: number;
  bitsPerSecond?: number;
}

/** With its headers 25 kb/s: what answers and questions need beside it has to have room, too. */
const voiceBitsPerSecond = 12_000;
const stillBitsPerSecond = 60_000;

const pictures: Record<Step, Shape> = {
  full: {},
  low: { layers: 1, framesPerSecond: 10 },
  stills: { layers: 1, framesPerSecond: 1, bitsPerSecond: stillBitsPerSecond },
  // Paused beneath, see `givenUp`; but a browser sends a paused picture on, in black.
  audio: { layers: 0 },
  callback: { layers: 0 },
  message: { layers: 0 },
};
const soundOnly: readonly Step[] = ['audio', 'callback', 'message'];

/** Whether a source is paused on a step. The microphone never is. */
export const givenUp = (source: MediaSource, step: Step): boolean =>
  source !== 'microphone' && soundOnly.includes(step);

/**
 * How a source is sent on a step, when nobody plays more of it than `wanted` (-1: nobody plays any). Of a voice 0 says that
 * somebody's link carries a sparing one alone.
 */
export function shapeOf(source: MediaSource, step: Step, wanted: number): Shape {
  if (source === 'microphone') {
    return soundOnly.includes(step) || wanted < 1 ? { bitsPerSecond: voiceBitsPerSecond } : {};
  }
  if (source === 'screenSound') return {};
  const shape = pictures[step];
  const all = sourceSettings[source].encodings?.length ?? 1;
  const layers = Math.min(shape.layers ?? all, wanted + 1);
  return layers < all ? { ...shape, layers } : shape;
}

export const sameShape = (one: Shape, other: Shape): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Gives what is sent its shape, without a negotiation. */
export async function applyShape(sender: RTCRtpSender, source: MediaSource, shape: Shape): Promise<void> {
  const parameters = sender.getParameters();
  const settings = sourceSettings[source].encodings ?? [];
  parameters.encodings = parameters.encodings.map((encoding, layer) => {
    const { maxFramerate: _framerate, maxBitrate: _bitrate, ...rest } = encoding;
    const own = settings[layer];
    const framerate = Math.min(own?.maxFramerate ?? Infinity, shape.framesPerSecond ?? Infinity);
    const bitrate = Math.min(own?.maxBitrate ?? Infinity, shape.bitsPerSecond ?? Infinity);
    return {
      ...rest,
      active: layer < (shape.layers ?? parameters.encodings.length),
      ...(framerate === Infinity ? {} : { maxFramerate: framerate }),
      ...(bitrate === Infinity ? {} : { maxBitrate: bitrate }),
    };
  });
  await sender.setParameters(parameters);
}
