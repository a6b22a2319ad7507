import { randomBytes } from 'node:crypto';
import { BlockList, isIPv4 } from 'node:net';
import { OkaeriError } from '@okaeri/contracts';
import type { CopiedSound, RtpCapabilitiesWire, SfuRequestData, SoundAddress } from '@okaeri/contracts';
import type { types } from 'mediasoup';
import type { Log } from '@okaeri/runtime';
import { nodeCapabilities } from './media';
import type { SeatProducer } from './seat';

const familyOf = (ip: string): 'ipv4' | 'ipv6' => (isIPv4(ip) ? 'ipv4' : 'ipv6');

const ownMachine = new BlockList();
ownMachine.addSubnet('127.0.0.0', 8, 'ipv4');
ownMachine.addAddress('::1', 'ipv6');
const isOwnMachine = (ip: string): boolean => ownMachine.check(ip, familyOf(ip));

/** Where voices may go: nothing that anybody asks of the node makes it a relay to anywhere else. */
export class Engines {
  readonly #named = new BlockList();

  constructor(ips: readonly string[]) {
    for (const ip of ips) this.#named.addAddress(ip, familyOf(ip));
  }

  admits(ip: string): boolean {
    return isOwnMachine(ip) || this.#named.check(ip, familyOf(ip));
  }
}

/** Opus alone, with nothing that only a browser understands. */
const plainOpus = {
  codecs: (nodeCapabilities as RtpCapabilitiesWire).codecs
    .filter(({ mimeType }) => mimeType === 'audio/opus')
    .map((codec) => ({ ...codec, rtcpFeedback: [] })),
  headerExtensions: [],
} as types.RtpCapabilities;

const cryptoSuite = 'AES_CM_128_HMAC_SHA1_80';
/** A key and its salt. */
const keyBytes = 30;

/** Encrypted as soon as it leaves the machine. */
async function openTo(to: SoundAddress, router: types.Router): Promise<types.PlainTransport> {
  const own = isOwnMachine(to.ip);
  const [loopback, everywhere] = isIPv4(to.ip) ? ['127.0.0.1', '0.0.0.0'] : ['::1', '::'];
  const transport = await router.createPlainTransport({
    listenInfo: { protocol: 'udp', ip: own ? loopback : everywhere },
    enableSrtp: !own,
    srtpCryptoSuite: cryptoSuite,
  });
  // Nobody has the key for the way back: what comes to this port is dropped.
  const srtpParameters = { cryptoSuite, keyBase64: randomBytes(keyBytes).toString('base64') } as const;
  try {
    await transport.connect(own ? to : { ...to, srtpParameters });
  } catch (error) {
    transport.close();
    throw error;
  }
  return transport;
}

interface Copy {
  readonly copyId: string;
  /** Whose link asked for it. */
  readonly by: object;
  readonly transport: types.PlainTransport;
}

/**
 * Microphones of a room as engines hear them that write down what is said. Beside the seats: nobody's consumer list, plan,
 * statistics or demand knows of a copy. It belongs to a seat and not to a producer, so it lasts when that is made anew.
 */
export class Copies {
  readonly #bySeat = new Map<string, Copy>();

  constructor(
    private readonly engines: Engines,
    private readonly log: Log,
  ) {}

  /** In place of the one before. Throws `media_refused` for an address that is not to hear anybody. */
  async begin(
    router: types.Router,
    { seatId, copyId, to }: SfuRequestData<'voice.copy'>,
    by: object,
    producer: SeatProducer | undefined,
  ): Promise<CopiedSound> {
    if (!this.engines.admits(to.ip)) {
      this.log.error({ engine: to.ip }, 'no voice goes to an address that SFU_SPEECH_IPS does not name');
      throw new OkaeriError('media_refused');
    }
    const transport = await openTo(to, router);
    this.#end(seatId);
    this.#bySeat.set(seatId, { copyId, by, transport });
    if (producer) await this.follow(producer);
    const srtp = transport.srtpParameters ?? null;
    return { payloadType: plainOpus.codecs?.[0]?.preferredPayloadType ?? 0, srtp };
  }

  /** A microphone that has just been opened. One that cannot be copied is still heard by people. */
  async follow(producer: SeatProducer): Promise<void> {
    const { seatId, source } = producer.appData;
    const copy = source === 'microphone' ? this.#bySeat.get(seatId) : undefined;
    await copy?.transport
      .consume({ producerId: producer.id, rtpCapabilities: plainOpus })
      .catch((err: unknown) => this.log.error({ seat: seatId, err }, 'a voice could not be copied'));
  }

  /** One that another has replaced is over already. */
  end({ seatId, copyId }: SfuRequestData<'voice.uncopy'>): void {
    if (this.#bySeat.get(seatId)?.copyId === copyId) this.#end(seatId);
  }

  /** A process that is gone takes nothing down and shows nobody that it does. */
  endOf(by: object): void {
    for (const [seatId, copy] of this.#bySeat) if (copy.by === by) this.#end(seatId);
  }

  #end(seatId: string): void {
    this.#bySeat.get(seatId)?.transport.close();
    this.#bySeat.delete(seatId);
  }
}
