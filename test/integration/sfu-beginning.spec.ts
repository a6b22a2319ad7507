import { RtpHeader } from 'werift';
import type { RtpCapabilitiesWire } from '@okaeri/contracts';
import { RtpPath } from '../support/rtp-peer';
import { startReadySfu, type SfuLink, type SfuProcess } from '../support/sfu';

jest.setTimeout(30_000);

const remb = { type: 'goog-remb', parameter: '' };
const absSendTime = 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time';
/** With an estimate of the link, as every browser has: by it the worker chooses layers. */
const capabilities: RtpCapabilitiesWire = {
  codecs: [
    {
      kind: 'video',
      mimeType: 'video/VP8',
      preferredPayloadType: 96,
      clockRate: 90_000,
      parameters: {},
      rtcpFeedback: [remb, { type: 'nack', parameter: 'pli' }],
    },
  ],
  headerExtensions: [
    { kind: 'video', uri: absSendTime, preferredId: 4, preferredEncrypt: false, direction: 'sendrecv' },
  ],
};

/** A VP8 frame of one packet in one of two temporal layers (RFC 7741, 4.2 and 4.3). */
function frame(number: number, layer: 0 | 1, key: boolean): Buffer {
  const picture = [0x80 | ((number >> 8) & 0x7f), number & 0xff];
  const descriptor = [0x90, 0xe0, ...picture, number & 0xff, layer << 6];
  return Buffer.from([...descriptor, key ? 0x10 : 0x11, 0x02, 0x00, 0x9d, 0x01, 0x2a, 0x10, 0x00, 0x10, 0x00]);
}

describe('a picture that begins', () => {
  let sfu: SfuProcess;
  let link: SfuLink;
  const paths: RtpPath[] = [];

  beforeAll(async () => {
    ({ sfu, link } = await startReadySfu());
  });
  afterAll(async () => {
    await Promise.all(paths.map((path) => path.close()));
    await link.close();
    await sfu.stop();
  });

  it('is shown with its next key frame, whichever of its frames came first', async () => {
    const room = { roomId: 'beginning', epoch: 1 };
    await link.request('room.open', room, {});
    const [send, receive] = await Promise.all(
      (['emily', 'sato'] as const).map(async (seatId) => {
        const joined = await link.request('seat.join', room, { seatId, rtpCapabilities: capabilities });
        const direction = seatId === 'emily' ? 'send' : 'receive';
        const path = await RtpPath.open(joined[direction], (dtlsParameters) =>
          link.request('transport.connect', room, { seatId, direction, dtlsParameters }),
        );
        paths.push(path);
        return path;
      }),
    );
    if (!send || !receive) throw new Error('nobody');
    await link.request('producer.create', room, {
      seatId: 'emily',
      source: 'camera',
      paused: false,
      synthetic: false,
      language: null,
      rtpParameters: {
        mid: '1',
        codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
        encodings: [101, 102].map((ssrc) => ({ ssrc, scalabilityMode: 'L1T2' })),
      },
    });
    let sent = 0;
    const both = async (layer: 0 | 1, key: boolean) => {
      sent += 1;
      for (const ssrc of [101, 102]) {
        const header = { ssrc, payloadType: 96, sequenceNumber: sent, timestamp: sent * 9000, marker: true };
        await send.send(new RtpHeader(header), frame(sent, layer, key));
      }
      // Ten frames a second, as a camera sends them.
      await new Promise((later) => setTimeout(later, 100));
    };
    // What came before is lost: the first that the node hears of is no frame of the base layer.
    await both(1, false);
    const { consumer } = (await link.event('consumer.opened')).data;
    await link.request('consumer.set', room, { seatId: 'sato', consumerId: consumer.id, paused: false });
    const ssrc = consumer.rtpParameters.encodings[0]?.ssrc ?? 0;
    let keyFrames = 0;
    while (receive.receivedOf(ssrc) === 0 && keyFrames < 20) {
      await both(0, true);
      keyFrames += 1;
    }
    // Left to itself the worker looks again after a second, which is the tenth.
    expect(keyFrames).toBeLessThan(7);
  });
});
