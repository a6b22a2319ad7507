import { mediaSources, steps } from '@okaeri/contracts';
import { voiceLayerOn, wishOn } from './down';
import { applyShape, givenUp, shapeOf } from './up';

describe('what a step leaves of what is sent', () => {
  it.each([
    ['full', 2, {}],
    ['full', 0, { layers: 1 }],
    ['full', -1, { layers: 0 }],
    ['low', 2, { layers: 1, framesPerSecond: 10 }],
    ['stills', 2, { layers: 1, framesPerSecond: 1, bitsPerSecond: 60_000 }],
    ['audio', 2, { layers: 0 }],
    ['stills', -1, { layers: 0, framesPerSecond: 1, bitsPerSecond: 60_000 }],
  ] as const)('on %s, played up to layer %i', (step, wanted, shape) => {
    expect(shapeOf('camera', step, wanted)).toEqual(shape);
  });

  it.each(steps)('never pauses a microphone: %s', (step) => {
    expect(givenUp('microphone', step)).toBe(false);
  });

  it('gives up every picture, and the sound of a screen, before the voice', () => {
    expect(mediaSources.filter((source) => givenUp(source, 'audio'))).toEqual(['camera', 'screen', 'screenSound']);
    expect(shapeOf('microphone', 'audio', 2)).toEqual({ bitsPerSecond: 12_000 });
  });

  it('speaks sparingly as soon as one who listens has no room for more than stills', () => {
    expect(steps.map(voiceLayerOn)).toEqual([1, 1, 0, 0, 0, 0]);
    expect(shapeOf('microphone', 'full', 0)).toEqual({ bitsPerSecond: 12_000 });
    expect(shapeOf('microphone', 'full', 1)).toEqual({});
  });

  it('cuts the rates of a sender, and gives them back', async () => {
    let encodings: RTCRtpEncodingParameters[] = [
      { rid: 'r0', active: true, maxBitrate: 150_000 },
      { rid: 'r1', active: true, maxBitrate: 500_000 },
      { rid: 'r2', active: true, maxBitrate: 1_500_000 },
    ];
    const before = structuredClone(encodings);
    const sender = {
      getParameters: () => ({ encodings: structuredClone(encodings) }),
      setParameters: async (next: RTCRtpSendParameters) => void (encodings = next.encodings),
    } as unknown as RTCRtpSender;
    await applyShape(sender, 'camera', shapeOf('camera', 'stills', 2));
    expect(encodings).toEqual([
      { rid: 'r0', active: true, maxBitrate: 60_000, maxFramerate: 1 },
      { rid: 'r1', active: false, maxBitrate: 60_000, maxFramerate: 1 },
      { rid: 'r2', active: false, maxBitrate: 60_000, maxFramerate: 1 },
    ]);
    await applyShape(sender, 'camera', shapeOf('camera', 'full', 2));
    expect(encodings).toEqual(before);
  });
});

describe('what a step leaves of what is asked for', () => {
  const shown = { paused: false, spatialLayer: 2 as const };

  it.each([
    ['full', { paused: false, spatialLayer: 2, temporalLayer: 1, stills: false }],
    ['low', { paused: false, spatialLayer: 0, temporalLayer: 0, stills: false }],
    ['stills', { paused: false, spatialLayer: 0, temporalLayer: 0, stills: true }],
    ['audio', { paused: true }],
    ['callback', { paused: true }],
  ] as const)('on %s', (step, wish) => {
    expect(wishOn(step, 'camera', shown)).toEqual(wish);
  });

  it.each(steps)('wants nothing that is not shown: %s', (step) => {
    expect(wishOn(step, 'camera', { paused: true }).paused).toBe(true);
  });
});
