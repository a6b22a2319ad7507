import { RTCDtlsTransport, RTCIceGatherer, RTCIceTransport, RtpHeader } from 'werift';
import type { ConsumerOffer, MediaSource, RoomJoined, TransportOptionsWire } from '@okaeri/contracts';
import { picture, sound } from './socket-window';
import type { Window } from './socket-window';

/** What a transport is connected by: the message, or the request, that brings the certificate's fingerprint to the sfu. */
type DtlsParameters = { role: 'client'; fingerprints: { algorithm: 'sha-256'; value: string }[] };
type Connect = (dtlsParameters: DtlsParameters) => Promise<unknown>;

interface FarEnd {
  usernameFragment: string;
  password: string;
  candidates: readonly { ip: string; port: number }[];
  fingerprints: { algorithm: string; value: string }[];
}

/** In the order in which they are offered; the number of a profile is the one of RFC 5764. */
const srtpProfiles: [1, 7] = [1, 7];

/**
 * One transport of a person without a browser: real ICE, DTLS and SRTP over UDP. Sends packets that are given to it and
 * counts what comes, by stream; it decrypts nothing, for a packet's header can be read without that.
 */
export class RtpPath {
  /** Packets that came, by their payload type and ssrc. */
  readonly #received = new Map<string, number>();
  /** Packets that were missing between two that came. */
  #missed = 0;
  readonly #last = new Map<number, number>();

  private constructor(
    readonly ice: RTCIceTransport,
    readonly dtls: RTCDtlsTransport,
  ) {}

  /** With an address and a certificate of its own, connected to nothing yet. */
  static async prepare(): Promise<RtpPath> {
    await RTCDtlsTransport.SetupCertificate();
    const ice = new RTCIceTransport(
      new RTCIceGatherer({
        useTcp: false,
        useIpv6: false,
        additionalHostAddresses: ['127.0.0.1'],
        stunGatherTimeout: 0,
      }),
    );
    const dtls = new RTCDtlsTransport({}, ice, undefined, [...srtpProfiles]);
    const path = new RtpPath(ice, dtls);
    // Its own way decrypts each packet, which in a script costs more than everything else together.
    dtls.startSrtp = () => {
      dtls.updateSrtpSession();
      ice.connection.onData.subscribe((data) => path.#count(data));
    };
    ice.connection.iceControlling = true;
    dtls.role = 'client';
    await ice.gather();
    return path;
  }

  /** To an sfu, which hears of the certificate by `connect`. Settles when media may flow. */
  static async open(options: TransportOptionsWire, connect: Connect): Promise<RtpPath> {
    const path = await RtpPath.prepare();
    await connect({ role: 'client', fingerprints: path.fingerprints });
    const candidates = options.iceCandidates
      .filter(({ protocol }) => protocol === 'udp')
      .map(({ ip, address, port }) => ({ ip: String(address ?? ip), port }));
    await path.connect({ ...options.iceParameters, candidates, fingerprints: options.dtlsParameters.fingerprints });
    return path;
  }

  get fingerprints(): DtlsParameters['fingerprints'] {
    return this.dtls.localParameters.fingerprints as DtlsParameters['fingerprints'];
  }

  /** The other end waits for us, as every server does that is reached at addresses of its own. */
  async connect({ usernameFragment, password, candidates, fingerprints }: FarEnd): Promise<void> {
    this.ice.setRemoteParams({ usernameFragment, password, iceLite: true });
    for (const [at, { ip, port }] of candidates.entries()) {
      const priority = 2_130_706_431 - at;
      const candidate = { component: 1, foundation: String(at), ip, port, priority, type: 'host', protocol: 'udp' };
      await this.ice.addRemoteCandidate(candidate as never);
    }
    await this.ice.addRemoteCandidate();
    this.dtls.setRemoteParams({ role: 'server', fingerprints });
    await this.ice.start();
    await this.dtls.start();
  }

  get received(): number {
    return [...this.#received.values()].reduce((total, count) => total + count, 0);
  }

  get missed(): number {
    return this.#missed;
  }

  receivedOf(ssrc: number): number {
    return [...this.#received].reduce((total, [key, count]) => total + (key.endsWith(`:${ssrc}`) ? count : 0), 0);
  }

  async send(header: RtpHeader, payload: Buffer): Promise<void> {
    await this.ice.connection.send(this.dtls.srtp.encrypt(payload, header));
  }

  async close(): Promise<void> {
    await this.dtls.stop().catch(() => undefined);
    await this.ice.stop().catch(() => undefined);
  }

  #count(data: Buffer): void {
    const type = data[1] ?? 0;
    // Of RTP and RTCP only, and RTCP's types are these (RFC 5761).
    if (data.length < 12 || (data[0] ?? 0) >> 6 !== 2 || (type >= 192 && type <= 223)) return;
    const ssrc = data.readUInt32BE(8);
    const key = `${type & 0x7f}:${ssrc}`;
    this.#received.set(key, (this.#received.get(key) ?? 0) + 1);
    const sequence = data.readUInt16BE(2);
    const last = this.#last.get(ssrc);
    this.#last.set(ssrc, sequence);
    const step = last === undefined ? 1 : (sequence - last) & 0xffff;
    if (step > 1 && step < 1000) this.#missed += step - 1;
  }
}

interface Talking {
  ssrc: number;
  payloadType: number;
  /** Milliseconds from one packet to the next. */
  everyMs: number;
  clockRate: number;
  payload: Buffer;
  /** Each packet is whole: a picture, and not a piece of a voice. */
  whole: boolean;
}

/** A VP8 picture of one point, which stands by itself; the byte before it says so to whoever forwards it. */
const onePoint = Buffer.from('EDABAJ0BKgEAAQAOwP4lpAADcAAAAAA=', 'base64');

/** Sends a stream as a microphone or a camera would: packet after packet at its pace, whatever becomes of them. */
export class RtpStream {
  #sequence = 1;
  #sent = 0;
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly path: RtpPath,
    private readonly talking: Talking,
  ) {}

  static voice(path: RtpPath, ssrc: number): RtpStream {
    const payload = Buffer.alloc(80, 0x78);
    return RtpStream.#begin(path, { ssrc, payloadType: 111, everyMs: 20, clockRate: 48_000, payload, whole: false });
  }

  static camera(path: RtpPath, ssrc: number): RtpStream {
    const payload = onePoint;
    return RtpStream.#begin(path, { ssrc, payloadType: 96, everyMs: 200, clockRate: 90_000, payload, whole: true });
  }

  static #begin(path: RtpPath, talking: Talking): RtpStream {
    const stream = new RtpStream(path, talking);
    stream.#timer = setInterval(() => stream.sendOne(), talking.everyMs);
    return stream;
  }

  get sent(): number {
    return this.#sent;
  }

  sendOne(): void {
    const { ssrc, payloadType, everyMs, clockRate, payload, whole } = this.talking;
    const timestamp = ((this.#sent * clockRate * everyMs) / 1000) >>> 0;
    const sequenceNumber = this.#sequence;
    this.#sequence = (this.#sequence + 1) & 0xffff;
    this.#sent += 1;
    const marker = whole || this.#sent === 1;
    this.path
      .send(new RtpHeader({ ssrc, payloadType, sequenceNumber, timestamp, marker }), payload)
      .catch(() => undefined);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

/** Somebody in a room without a browser: her window, her two transports, her voice, and a camera where she has one. */
export class Caller {
  private constructor(
    readonly window: Window,
    readonly joined: RoomJoined,
    readonly send: RtpPath,
    readonly receive: RtpPath,
    readonly voice: RtpStream,
    readonly producerId: string,
    private readonly camera: RtpStream | null,
    /** What her window was told before belongs to another room. */
    private readonly since: number,
  ) {}

  /** In the room, with her microphone open. */
  static async join(window: Window, { camera = false }: { camera?: boolean } = {}): Promise<Caller> {
    const since = window.told.length;
    const joined = await window.join();
    const open = (direction: 'send' | 'receive') =>
      RtpPath.open(joined[direction], (dtlsParameters) =>
        window.ask('transport.connect', { direction, dtlsParameters }),
      );
    const [send, receive] = await Promise.all([open('send'), open('receive')]);
    const rtpParameters = sound();
    const { producerId } = await window.ask('producer.create', { source: 'microphone', rtpParameters });
    const voice = RtpStream.voice(send, rtpParameters.encodings[0]?.ssrc ?? 0);
    const film = camera ? await Caller.#film(window, send) : null;
    return new Caller(window, joined, send, receive, voice, producerId, film, since);
  }

  static async #film(window: Window, send: RtpPath): Promise<RtpStream> {
    const rtpParameters = picture();
    await window.ask('producer.create', { source: 'camera', rtpParameters });
    return RtpStream.camera(send, rtpParameters.encodings[0]?.ssrc ?? 0);
  }

  /** What she was offered until now, of somebody. */
  offers(seatId: string): ConsumerOffer[] {
    const later = this.window.told
      .slice(this.since)
      .flatMap((each) => (each.name === 'consumer.opened' ? [each.data.consumer] : []));
    return [...this.joined.consumers, ...later].filter((offer) => offer.seatId === seatId);
  }

  /** Packets that came to her of all that somebody sent, or of one thing. */
  heardOf(seatId: string, source?: MediaSource): number {
    const offers = this.offers(seatId).filter((offer) => source === undefined || offer.source === source);
    const ssrcs = offers.flatMap(({ rtpParameters }) => rtpParameters.encodings.map(({ ssrc }) => ssrc));
    return ssrcs.reduce<number>((total, ssrc) => total + this.receive.receivedOf(ssrc ?? 0), 0);
  }

  async close(): Promise<void> {
    this.voice.stop();
    this.camera?.stop();
    await Promise.all([this.send.close(), this.receive.close()]);
  }
}
