import { rtpCapabilities } from '@okaeri/contracts';
import type { RtpParametersWire } from '@okaeri/contracts';
import fc from 'fast-check';
import { checkCapabilities, checkDtlsParameters, checkProducer, nodeCapabilities } from './media';

const video = (change: Partial<RtpParametersWire> = {}): RtpParametersWire => ({
  mid: '1',
  codecs: [
    { mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 },
    { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 } },
  ],
  encodings: [{ rid: 'r0' }, { rid: 'r1' }, { rid: 'r2' }],
  ...change,
});
const audio = (change: Partial<RtpParametersWire> = {}): RtpParametersWire => ({
  mid: '0',
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 1 }],
  ...change,
});

describe('nodeCapabilities', () => {
  it('are opus with repair and silence, and VP8, and pass the wire as they are', () => {
    expect(rtpCapabilities.parse(nodeCapabilities)).toEqual(nodeCapabilities);
    expect(
      nodeCapabilities.codecs.map(({ mimeType, preferredPayloadType }) => [mimeType, preferredPayloadType]),
    ).toEqual([
      ['audio/opus', 100],
      ['video/VP8', 101],
      ['video/rtx', expect.any(Number)],
    ]);
    expect(nodeCapabilities.codecs[0]?.parameters).toEqual({ useinbandfec: 1, usedtx: 1 });
  });
});

describe('checkProducer', () => {
  it('takes what a browser sends', () => {
    expect(checkProducer('camera', video())).toBe('video');
    expect(checkProducer('camera', video({ encodings: [{ ssrc: 1, rtx: { ssrc: 2 } }] }))).toBe('video');
    expect(checkProducer('microphone', audio())).toBe('audio');
  });

  it('does not change what it looks at', () => {
    const given = video();
    const before = structuredClone(given);
    checkProducer('camera', given);
    expect(given).toEqual(before);
  });

  it.each([
    ['a picture as sound', () => checkProducer('microphone', video())],
    ['a sound as picture', () => checkProducer('camera', audio())],
    ['two sounds', () => checkProducer('microphone', audio({ encodings: [{ ssrc: 1 }, { ssrc: 2 }] }))],
    ['a screen of three', () => checkProducer('screen', video({ encodings: [{ ssrc: 1 }, { ssrc: 2 }, { ssrc: 3 }] }))],
    ['two sounds of a screen', () => checkProducer('screenSound', audio({ encodings: [{ ssrc: 1 }, { ssrc: 2 }] }))],
    ['an ssrc twice', () => checkProducer('camera', video({ encodings: [{ ssrc: 1, rtx: { ssrc: 1 } }] }))],
    ['a rid twice', () => checkProducer('camera', video({ encodings: [{ rid: 'a' }, { rid: 'a' }] }))],
    ['no way to tell its packets', () => checkProducer('microphone', audio({ encodings: [{}] }))],
    ['another codec', () => checkProducer('camera', video({ codecs: [codec('video/H264')] }))],
    ['a repair of nothing', () => checkProducer('camera', video({ codecs: [codec('video/rtx')] }))],
    [
      'a payload type twice',
      () => checkProducer('camera', video({ codecs: [codec('video/VP8'), codec('video/VP8')] })),
    ],
  ])('refuses %s', (_what, work) => {
    expect(work).toThrow('media_refused');
  });

  const codec = (mimeType: string) => ({ mimeType, payloadType: 96, clockRate: 90_000 });

  it('answers anything with a kind or media_refused', () => {
    const parameters = fc.record({
      codecs: fc.array(
        fc.record({
          mimeType: fc.constantFrom('video/VP8', 'video/rtx', 'video/vp8', 'video/VP9', 'video/x', 'audio/opus'),
          payloadType: fc.integer({ min: 0, max: 127 }),
          clockRate: fc.constantFrom(90_000, 48_000, 1),
          parameters: fc.dictionary(
            fc.constantFrom('apt', 'x-google', '__proto__'),
            fc.oneof(fc.integer(), fc.string()),
          ),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      encodings: fc.array(fc.record({ ssrc: fc.nat(5), rid: fc.string({ maxLength: 4 }) }, { requiredKeys: [] }), {
        minLength: 1,
        maxLength: 4,
      }),
    });
    fc.assert(
      fc.property(parameters, (given) => {
        try {
          expect(checkProducer('camera', given as RtpParametersWire)).toBe('video');
        } catch (error) {
          expect((error as Error).message).toBe('media_refused');
        }
      }),
    );
  });
});

describe('checkCapabilities', () => {
  it('takes a copy of good ones and refuses bad ones', () => {
    expect(checkCapabilities(nodeCapabilities)).toEqual(nodeCapabilities);
    const [opus] = nodeCapabilities.codecs;
    const bad = { codecs: [{ ...opus, mimeType: 'nothing' }], headerExtensions: [] };
    expect(() => checkCapabilities(bad as never)).toThrow('media_refused');
  });
});

describe('checkDtlsParameters', () => {
  const withPrint = (value: string) => ({ fingerprints: [{ algorithm: 'sha-256' as const, value }] });

  it('takes a whole fingerprint only', () => {
    const whole = Array.from({ length: 32 }, () => 'AB').join(':');
    expect(checkDtlsParameters(withPrint(whole))).toEqual(withPrint(whole));
    for (const value of ['AB:CD', whole.slice(3), `${whole}:AB`, whole.replace('AB:', 'ABC:')]) {
      expect(() => checkDtlsParameters(withPrint(value))).toThrow('media_refused');
    }
  });
});
