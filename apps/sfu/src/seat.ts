import { OkaeriError } from '@okaeri/contracts';
import type {
  Direction,
  MediaSource,
  PauseReason,
  ProducerRequest,
  SfuReply,
  SfuRequestData,
  TransportOptionsWire,
} from '@okaeri/contracts';
import type { types } from 'mediasoup';
import { Look } from './look';
import {
  checkCapabilities,
  checkDtlsParameters,
  checkProducer,
  initialOutgoingBitrate,
  keyFrameRequestDelay,
  maxIncomingBitrate,
  minOutgoingBitrate,
} from './media';
import { Pulse } from './pulse';
import { Reception } from './reception';
import type { StreamOrigin } from './reception';

export type SeatProducer = types.Producer<StreamOrigin>;

/** Who has nothing to receive never connects, and would else be waited for. */
const arrivesWithinMs = 2000;

interface SeatEvents {
  onConsumerClosed: (consumerId: string) => void;
  /** Its sender paused or resumed it, or the plan holds it back or lets it through. */
  onConsumerChanged: (reception: Reception) => void;
  /** She can receive. */
  onArrived: () => void;
}

/** One person's place in a room: a transport each way, at most one producer of each source, and what she receives. */
export class Seat {
  readonly #producers = new Map<MediaSource, SeatProducer>();
  readonly #receptions = new Map<string, Reception>();
  readonly #pulse: Pulse;
  readonly #looks = { up: new Look(), down: new Look() };
  readonly #since = performance.now();
  #voicesAlone = false;
  #closed = false;

  private constructor(
    readonly id: string,
    private readonly send: types.WebRtcTransport,
    private readonly receive: types.WebRtcTransport,
    private readonly capabilities: types.RtpCapabilities,
    private readonly events: SeatEvents,
  ) {
    this.#pulse = Pulse.create([send, receive]);
    receive.on('dtlsstatechange', (state) => {
      if (state === 'connected') events.onArrived();
    });
  }

  static async create(
    { seatId, rtpCapabilities }: SfuRequestData<'seat.join'>,
    router: types.Router,
    webRtcServer: types.WebRtcServer,
    events: SeatEvents,
  ): Promise<Seat> {
    const capabilities = checkCapabilities(rtpCapabilities);
    const common = { webRtcServer, enableUdp: true, enableTcp: true, preferUdp: true };
    const [send, receive] = await Promise.all([
      router.createWebRtcTransport(common),
      router.createWebRtcTransport({ ...common, initialAvailableOutgoingBitrate: initialOutgoingBitrate }),
    ]);
    // Not waited for: it is in place long before the first packet comes, and the person who joins does wait.
    send.setMaxIncomingBitrate(maxIncomingBitrate).catch(() => undefined);
    receive.setMinOutgoingBitrate(minOutgoingBitrate).catch(() => undefined);
    return new Seat(seatId, send, receive, capabilities, events);
  }

  get producers(): SeatProducer[] {
    return [...this.#producers.values()];
  }

  get receptions(): Reception[] {
    return [...this.#receptions.values()];
  }

  /** On her way to what she will receive; who takes longer is not waited for. */
  get arriving(): boolean {
    const isNew = this.receive.dtlsState === 'new' || this.receive.dtlsState === 'connecting';
    return isNew && !this.#closed && performance.now() - this.#since < arrivesWithinMs;
  }

  get pulse(): Pulse {
    return this.#pulse;
  }

  options(direction: Direction): TransportOptionsWire {
    const { id, iceParameters, iceCandidates, dtlsParameters } = this.#transport(direction);
    return { id, iceParameters, iceCandidates: iceCandidates.map((candidate) => ({ ...candidate })), dtlsParameters };
  }

  async connect({ direction, dtlsParameters }: SfuRequestData<'transport.connect'>): Promise<void> {
    this.#pulse.touch();
    await this.#transport(direction).connect({ dtlsParameters: checkDtlsParameters(dtlsParameters) });
  }

  async restartIce(direction: Direction): Promise<SfuReply<'transport.restartIce'>> {
    this.#pulse.touch();
    return { iceParameters: await this.#transport(direction).restartIce() };
  }

  async produce({ source, rtpParameters, paused, synthetic }: ProducerRequest): Promise<SeatProducer> {
    const kind = checkProducer(source, rtpParameters);
    // Before the new one, which may come under the same mid or ssrc.
    this.#producers.get(source)?.close();
    this.#producers.delete(source);
    const producer = await this.send.produce<StreamOrigin>({
      kind,
      rtpParameters: rtpParameters as types.RtpParameters,
      paused,
      ...(kind === 'video' ? { keyFrameRequestDelay } : {}),
      appData: { seatId: this.id, source, synthetic, because: 'self' },
    });
    this.#producers.set(source, producer);
    producer.observer.once('close', () => {
      if (this.#producers.get(source) === producer) this.#producers.delete(source);
    });
    return producer;
  }

  /**
   * Offers a stream to this seat; `held`: the plan lets nothing of it through; `waits`: until it is told to begin. `null`
   * where its device cannot decode it: she then has the sound without the picture.
   */
  async consume(
    router: types.Router,
    producer: SeatProducer,
    { held, waits }: { held: boolean; waits: boolean },
  ): Promise<Reception | null> {
    if (!router.canConsume({ producerId: producer.id, rtpCapabilities: this.capabilities })) return null;
    const consumer = await this.receive.consume<StreamOrigin>({
      producerId: producer.id,
      rtpCapabilities: this.capabilities,
      paused: held || waits,
      appData: producer.appData,
    });
    const reception = new Reception(consumer, held, waits);
    this.#receptions.set(consumer.id, reception);
    consumer.observer.once('close', () => this.#receptions.delete(consumer.id));
    consumer.on('producerclose', () => this.events.onConsumerClosed(consumer.id));
    consumer.on('producerpause', () => this.events.onConsumerChanged(reception));
    consumer.on('producerresume', () => this.events.onConsumerChanged(reception));
    return reception;
  }

  async setProducer(producerId: string, paused: boolean, because: PauseReason): Promise<void> {
    const producer = this.#producer(producerId);
    producer.appData.because = because;
    await (paused ? producer.pause() : producer.resume());
  }

  closeProducer(producerId: string): void {
    this.producers.find(({ id }) => id === producerId)?.close();
  }

  /** `null`: it was closed while the request was on its way; the listener hears of that by itself. */
  reception(consumerId: string): Reception | null {
    return this.#receptions.get(consumerId) ?? null;
  }

  /** Probes her link as far as what she wants of it makes sense. To be called when she wants something else. */
  fit(): void {
    const { receptions } = this;
    const pictures = receptions.some(({ consumer, wanted }) => consumer.kind === 'video' && wanted >= 0);
    const voicesAlone = !pictures && receptions.some(({ sparing }) => sparing);
    if (voicesAlone === this.#voicesAlone || this.#closed) return;
    this.#voicesAlone = voicesAlone;
    // 0: whatever it carries.
    this.receive.setMaxOutgoingBitrate(voicesAlone ? minOutgoingBitrate : 0).catch(() => undefined);
  }

  /** `null` when its transports are beyond repair: then only a new join helps. */
  snapshot(): SfuReply<'seat.snapshot'>['seat'] {
    if (this.#pulse.beyondRepair) return null;
    this.#pulse.touch();
    return {
      producers: this.producers.map(({ id, appData, paused }) => ({ id, source: appData.source, paused })),
      consumers: this.receptions.map(({ offer }) => offer),
    };
  }

  async stats(losses: boolean): Promise<SfuReply<'seat.stats'>> {
    const asked = losses
      ? { producers: this.producers, receptions: this.receptions }
      : { producers: [], receptions: [] };
    const [send, receive, sent, received] = await Promise.all([
      this.send.getStats(),
      this.receive.getStats(),
      // One that is closed at this moment has nothing to tell, and spoils no look at the others.
      Promise.all(asked.producers.map((producer) => producer.getStats().catch(() => []))),
      Promise.all(asked.receptions.map(({ consumer }) => consumer.getStats().catch(() => []))),
    ]);
    const transports = [...send, ...receive];
    const sum = (key: 'bytesReceived' | 'bytesSent') => transports.reduce((total, stat) => total + stat[key], 0);
    const [up, down] = [send[0], receive[0]];
    // Of a stream that is forwarded the worker tells both ends; this link is the one that goes out.
    const forwarded = received.flat();
    const outgoing = forwarded.filter(({ type }) => type === 'outbound-rtp');
    const incoming = forwarded.filter(({ type }) => type === 'inbound-rtp');
    return {
      bytesReceived: sum('bytesReceived'),
      bytesSent: sum('bytesSent'),
      consumers: this.#receptions.size,
      producers: this.#producers.size,
      up: this.#looks.up.side(up?.recvBitrate ?? 0, sent.flat()),
      down: this.#looks.down.side(down?.availableOutgoingBitrate ?? 0, outgoing, incoming),
    };
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.send.close();
    this.receive.close();
  }

  #transport(direction: Direction): types.WebRtcTransport {
    return direction === 'send' ? this.send : this.receive;
  }

  #producer(producerId: string): SeatProducer {
    const producer = this.producers.find(({ id }) => id === producerId);
    if (!producer) throw new OkaeriError('media_refused');
    return producer;
  }
}
