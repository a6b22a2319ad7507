import { OkaeriError, seatsPerRoom } from '@okaeri/contracts';
import type {
  ConsumerOffer,
  ProducerRequest,
  RtpCapabilitiesWire,
  SfuEventData,
  SfuEventName,
  SfuPlan,
  SfuReply,
  SfuRequestData,
  SfuRequestName,
} from '@okaeri/contracts';
import type { types } from 'mediasoup';
import type { Log } from '@okaeri/runtime';
import { Answers } from './answers';
import { Beginnings } from './beginnings';
import { Copies } from './copies';
import type { Engines } from './copies';
import { Plan } from './plan';
import type { Reception } from './reception';
import { Seat } from './seat';
import type { SeatProducer } from './seat';
import { Stills } from './stills';
import { Wanted, type Demand, type Layer } from './wanted';
import type { MediaWorker } from './worker';

export type RoomEvent = <N extends SfuEventName>(event: N, data: SfuEventData<N>) => void;
export interface RoomOptions {
  id: string;
  epoch: number;
  hearsItself: boolean;
  plan: SfuPlan | null;
  engines: Engines;
}
/** What a room answers; the node opens and closes rooms itself. */
type RoomRequestName = Exclude<SfuRequestName, 'room.close'>;
/** `by`: the link over which it is asked. */
export type RoomHandlers = { [N in RoomRequestName]: (data: SfuRequestData<N>, by: object) => Promise<SfuReply<N>> };

/** The media graph of one visit at one epoch. It knows nothing of links: it lives on while none is there. */
export class Room {
  readonly #seats = new Map<string, Seat>();
  readonly #answers = new Answers();
  readonly #router: Promise<types.Router>;
  /** Joins, departures and new streams pass one after the other, so that no stream is offered twice or to nobody. */
  #turn: Promise<unknown> = Promise.resolve();
  readonly #plan: Plan;
  readonly #stills = new Stills(() => this.#receptions);
  readonly #copies: Copies;
  readonly #beginnings = new Beginnings<Seat>();
  readonly #wanted = new Wanted((producerId, layer) => this.#tellWanted(producerId, layer));
  #emptySince = performance.now();
  #closed = false;

  private constructor(
    readonly options: RoomOptions,
    readonly worker: MediaWorker,
    private readonly emit: RoomEvent,
    private readonly log: Log,
  ) {
    this.#router = worker.createRouter();
    this.#plan = new Plan(options.plan);
    this.#copies = new Copies(options.engines, log);
  }

  /** Usable at once: what is asked meanwhile waits for the router. */
  static create(options: RoomOptions, worker: MediaWorker, emit: RoomEvent, log: Log): Room {
    return new Room(options, worker, emit, log);
  }

  /** Rejects when the worker gives us no router. */
  get opened(): Promise<unknown> {
    return this.#router;
  }

  get seats(): number {
    return this.#seats.size;
  }

  get producers(): number {
    return this.#producers.length;
  }

  get consumers(): number {
    return this.#receptions.length;
  }

  /** Who hears whom, as far as is known here. */
  get plan(): SfuPlan | null {
    return this.#plan.last;
  }

  /** Milliseconds without any seat. */
  get emptyFor(): number {
    return this.#seats.size > 0 ? 0 : performance.now() - this.#emptySince;
  }

  /** Works out a request, or repeats what was answered to the same id before. */
  perform<N extends RoomRequestName>(
    requestId: string,
    name: N,
    data: SfuRequestData<N>,
    by: object,
  ): Promise<unknown> {
    return this.#answers.once(requestId, () => this.#handlers[name](data, by));
  }

  /** A link is gone: nobody answers any more for the engine that it let listen. */
  forsake(by: object): void {
    this.#inTurn(async () => this.#copies.endOf(by)).catch(() => undefined);
  }

  /** Drops seats whose person has been gone too long. `unmetMilliseconds`: for those who never connected at all. */
  sweep(silentMilliseconds: number, unmetMilliseconds: number): void {
    for (const seat of this.#seats.values()) {
      const { silentFor, unmetFor } = seat.pulse;
      if (silentFor < silentMilliseconds && unmetFor < unmetMilliseconds) continue;
      this.log.info({ seat: seat.id, silent: Math.round(silentFor), unmet: Math.round(unmetFor) }, 'seat dropped');
      void this.#inTurn(async () => this.#drop(seat)).catch(() => undefined);
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    // The router takes its transports with it. Nobody is told of single streams: the whole room is gone.
    this.#router.then((router) => router.close()).catch(() => undefined);
    this.#seats.clear();
    this.#stills.close();
    this.#beginnings.close();
    this.#wanted.close();
  }

  readonly #handlers: RoomHandlers = {
    'room.open': async ({ plan }) => {
      if (plan) this.#follow(plan);
      return { rtpCapabilities: (await this.#router).rtpCapabilities as RtpCapabilitiesWire };
    },
    'room.plan': async ({ plan }) => {
      this.#follow(plan);
      return {};
    },
    'seat.join': (data) => this.#inTurn(() => this.#join(data)),
    'seat.leave': ({ seatId }) =>
      this.#inTurn(async () => {
        const seat = this.#seats.get(seatId);
        if (seat) this.#drop(seat);
        return {};
      }),
    'seat.snapshot': ({ seatId }) =>
      this.#inTurn(async () => {
        const seat = this.#seats.get(seatId);
        // Who asks was away, and may not have heard of it.
        for (const { id } of seat?.producers ?? []) this.#wanted.repeat(id);
        return { seat: seat?.snapshot() ?? null };
      }),
    'transport.connect': async (data) => {
      await this.#seat(data.seatId).connect(data);
      return {};
    },
    'transport.restartIce': ({ seatId, direction }) => this.#seat(seatId).restartIce(direction),
    'producer.create': (data) => this.#inTurn(() => this.#produce(data.seatId, data)),
    'producer.set': async ({ seatId, producerId, paused, because }) => {
      await this.#seat(seatId).setProducer(producerId, paused, because);
      return {};
    },
    'producer.close': ({ seatId, producerId }) =>
      this.#inTurn(async () => {
        this.#seat(seatId).closeProducer(producerId);
        this.#look();
        return {};
      }),
    'consumer.set': async ({ seatId, ...wish }) => {
      const reception = this.#seat(seatId).reception(wish.consumerId);
      // What is closed is gone by itself; what is somebody else's was never hers.
      if (!reception && this.#isAnybodys(wish.consumerId)) throw new OkaeriError('not_audible');
      const set = reception?.set(wish);
      this.#seat(seatId).fit();
      this.#look();
      await set;
      return {};
    },
    'seat.say': async (data) => {
      this.#seat(data.seatId);
      this.emit('seat.said', data);
      return {};
    },
    'voice.copy': (data, by) =>
      this.#inTurn(async () => {
        const producers = this.#seats.get(data.seatId)?.producers;
        const microphone = producers?.find(({ appData }) => appData.source === 'microphone');
        return this.#copies.begin(await this.#router, data, by, microphone);
      }),
    'voice.uncopy': (data) =>
      this.#inTurn(async () => {
        this.#copies.end(data);
        return {};
      }),
    'seat.stats': ({ seatId, losses }) => this.#seat(seatId).stats(losses),
  };

  async #join(data: SfuRequestData<'seat.join'>): Promise<SfuReply<'seat.join'>> {
    const router = await this.#router;
    const before = this.#seats.get(data.seatId);
    if (!before && this.#seats.size >= seatsPerRoom) throw new OkaeriError('visit_full');
    const { seatId } = data;
    const seat = await Seat.create(data, router, this.worker.server, {
      onConsumerClosed: (consumerId) => this.emit('consumer.closed', { seatId, consumerId }),
      onConsumerChanged: (reception) => this.#tellChange(seatId, reception),
      onArrived: () => this.#beginnings.look(),
    });
    if (this.#closed) throw new OkaeriError('room_unavailable');
    if (before) this.#drop(before);
    this.#seats.set(seatId, seat);
    const streams = this.#producers.filter(({ appData }) => appData.seatId !== seatId);
    const offers = await Promise.all(streams.map((producer) => this.#offer(router, seat, producer)));
    this.#look();
    return {
      send: seat.options('send'),
      receive: seat.options('receive'),
      consumers: offers.filter((offer) => offer !== null),
    };
  }

  async #produce(seatId: string, request: ProducerRequest): Promise<SfuReply<'producer.create'>> {
    const router = await this.#router;
    const seat = this.#seat(seatId);
    if (!this.#plan.admits(seatId, request.source)) throw new OkaeriError('show_taken');
    const producer = await seat.produce(request);
    const listeners = [...this.#seats.values()].filter((other) => other !== seat || this.options.hearsItself);
    const told = listeners.map(async (listener) => {
      const consumer = await this.#offer(router, listener, producer);
      if (consumer) this.emit('consumer.opened', { seatId: listener.id, consumer });
    });
    await Promise.all([...told, this.#copies.follow(producer)]);
    this.#look();
    return { producerId: producer.id };
  }

  /**
   * It flows at once, unless she comes with others: the first key frame mostly comes when the listener is ready, and whoever
   * gets a picture from its middle asks for another by herself, sooner than her page could say that it is ready. One
   * listener who cannot be served must not take the stream from the others.
   */
  async #offer(router: types.Router, seat: Seat, producer: SeatProducer): Promise<ConsumerOffer | null> {
    const held = () => this.#plan.holds(seat.id, producer.appData.seatId, producer.appData.source);
    try {
      const waits = producer.kind === 'video' && this.#beginnings.gathers(seat, this.#seats.values());
      const reception = await seat.consume(router, producer, { held: held(), waits });
      if (!reception) {
        this.log.warn({ seat: seat.id, kind: producer.kind }, 'a device cannot receive a stream');
        return null;
      }
      if (waits) this.#beginnings.add(seat, reception);
      // A plan that came meanwhile did not know of it.
      if (reception.hold(held())) await reception.apply();
      return reception.offer;
    } catch (error) {
      this.log.warn({ seat: seat.id, kind: producer.kind, err: error }, 'a stream could not be offered');
      return null;
    }
  }

  /**
   * First whom one hears now, then, a moment later where the plan says so, whom one hears no longer: at a hand-over both
   * voices pass for that moment, and no word falls between them.
   */
  #follow(plan: SfuPlan): void {
    if (!this.#plan.take(plan)) return;
    const changed = [...this.#seats.values()].flatMap((seat) =>
      seat.receptions
        .filter((each) => each.hold(this.#plan.holds(seat.id, each.origin.seatId, each.origin.source)))
        .map((reception) => ({ seatId: seat.id, reception })),
    );
    const apply = (held: boolean) => {
      for (const { reception } of changed) if (reception.held === held) reception.apply().catch(() => undefined);
    };
    apply(false);
    if (plan.lingerMs > 0) setTimeout(() => apply(true), plan.lingerMs);
    else apply(true);
    for (const { seatId, reception } of changed) this.#tellChange(seatId, reception);
    void this.#inTurn(async () => this.#closeScreens()).catch(() => undefined);
  }

  /** Whose turn is over sends no screen any more, whatever her page does. */
  #closeScreens(): void {
    const over = this.#producers.filter(({ appData }) => !this.#plan.admits(appData.seatId, appData.source));
    for (const producer of over) producer.close();
    if (over.length > 0) this.#look();
  }

  /** Who wants what of the streams may have changed. */
  #look(): void {
    if (this.#closed) return;
    this.#stills.look();
    const demands = new Map<string, Demand>();
    for (const { id, kind, appData, rtpParameters } of this.#producers) {
      const sent = ((rtpParameters.encodings?.length ?? 1) - 1) as Layer;
      if (kind === 'video') demands.set(id, { sent, wanted: -1, hasty: 'more' });
      if (appData.source === 'microphone') demands.set(id, { sent: 1, wanted: 1, hasty: 'less' });
    }
    for (const { consumer, wanted } of this.#receptions) {
      const demand = demands.get(consumer.producerId);
      if (!demand) continue;
      if (demand.hasty === 'more') demand.wanted = Math.max(demand.wanted, wanted) as Layer;
      else if (wanted >= 0) demand.wanted = Math.min(demand.wanted, wanted) as Layer;
    }
    this.#wanted.look(demands);
  }

  #tellWanted(producerId: string, layer: Layer): void {
    const sender = this.#producers.find(({ id }) => id === producerId);
    if (sender) this.emit('producer.wanted', { seatId: sender.appData.seatId, producerId, layer });
  }

  #tellChange(seatId: string, { offer }: Reception): void {
    const { id: consumerId, producerPaused, because, held } = offer;
    this.emit('consumer.changed', { seatId, consumerId, producerPaused, because, held });
  }

  #drop(seat: Seat): void {
    seat.close();
    if (this.#seats.get(seat.id) === seat) this.#seats.delete(seat.id);
    if (this.#seats.size === 0) this.#emptySince = performance.now();
    this.#look();
  }

  get #producers(): SeatProducer[] {
    return [...this.#seats.values()].flatMap((seat) => seat.producers);
  }

  get #receptions(): Reception[] {
    return [...this.#seats.values()].flatMap((seat) => seat.receptions);
  }

  #isAnybodys(consumerId: string): boolean {
    return [...this.#seats.values()].some((seat) => seat.reception(consumerId) !== null);
  }

  #seat(seatId: string): Seat {
    const seat = this.#seats.get(seatId);
    // Its person was away too long, or the seat never joined at this epoch: only a new join helps.
    if (!seat) throw new OkaeriError('seat_state');
    return seat;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(() => {
      if (this.#closed) throw new OkaeriError('room_unavailable');
      return work();
    });
    this.#turn = result.catch(() => undefined);
    return result;
  }
}
