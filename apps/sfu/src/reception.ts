import { OkaeriError } from '@okaeri/contracts';
import type { ConsumerOffer, MediaSource, PauseReason, RtpParametersWire, SfuRequestData } from '@okaeri/contracts';
import { parseScalabilityMode } from 'mediasoup';
import type { types } from 'mediasoup';

/** What a stream is, and whose. One object for a producer and all its consumers. */
export interface StreamOrigin extends types.AppData {
  readonly seatId: string;
  readonly source: MediaSource;
  readonly synthetic: boolean;
  /** Why it is paused, when it is. */
  because: PauseReason;
}
export type SeatConsumer = types.Consumer<StreamOrigin>;

/**
 * One stream as one seat receives it. It flows when the plan lets it through, its listener wants it, and, where she wants
 * stills, one is due. Each of these is decided at once; the worker is told in order, so that two who decide never cross.
 */
export class Reception {
  #held: boolean;
  #paused: boolean;
  #stills = false;
  #stillDue = false;
  /** What the worker was told last. */
  #flowing: boolean;

  constructor(
    readonly consumer: SeatConsumer,
    { held, paused }: { held: boolean; paused: boolean },
  ) {
    this.#held = held;
    this.#paused = paused;
    this.#flowing = !held && !paused;
  }

  get origin(): StreamOrigin {
    return this.consumer.appData;
  }

  get held(): boolean {
    return this.#held;
  }

  get stills(): boolean {
    return this.#stills && !this.#held && !this.#paused;
  }

  /** The layer that its listener plays when all is well; -1: none now. */
  get wanted(): number {
    if (this.#held || this.#paused) return -1;
    if (this.#stills) return 0;
    return this.consumer.preferredLayers?.spatialLayer ?? this.layers - 1;
  }

  /** Spatial layers that its sender sends. */
  get layers(): number {
    if (this.consumer.type === 'simple') return 1;
    return parseScalabilityMode(this.consumer.rtpParameters.encodings?.[0]?.scalabilityMode).spatialLayers;
  }

  get offer(): ConsumerOffer {
    const { consumer } = this;
    return {
      id: consumer.id,
      producerId: consumer.producerId,
      ...consumer.appData,
      kind: consumer.kind,
      rtpParameters: consumer.rtpParameters as RtpParametersWire,
      paused: this.#paused,
      producerPaused: consumer.producerPaused,
      held: this.#held,
    };
  }

  /** By the plan; takes effect with `apply`. `true`: it is otherwise now. */
  hold(held: boolean): boolean {
    const changed = held !== this.#held;
    this.#held = held;
    return changed;
  }

  /** What the listener wants. Throws `not_audible` or `layer_unknown`. */
  async set({ paused, spatialLayer, temporalLayer, stills }: Omit<SfuRequestData<'consumer.set'>, 'seatId'>) {
    if (this.#held && paused === false) throw new OkaeriError('not_audible');
    if (spatialLayer !== undefined && spatialLayer >= this.layers) throw new OkaeriError('layer_unknown');
    this.#paused = paused ?? this.#paused;
    this.#stills = (stills ?? this.#stills) && this.consumer.kind === 'video';
    // The layer first: what starts then starts in the layer that is wanted, with one key frame and not two.
    const layer = spatialLayer ?? (stills ? 0 : undefined);
    await Promise.all([this.#prefer(layer, temporalLayer), this.apply()]);
  }

  /** In stills: lets a picture through, and asks for one that can be decoded by itself. */
  async openForStill(): Promise<void> {
    this.#stillDue = true;
    await this.apply();
    await this.consumer.requestKeyFrame();
  }

  async closeAfterStill(): Promise<void> {
    this.#stillDue = false;
    await this.apply();
  }

  async apply(): Promise<void> {
    const flowing = !this.#held && !this.#paused && (!this.#stills || this.#stillDue);
    if (flowing === this.#flowing || this.consumer.closed) return;
    this.#flowing = flowing;
    await (flowing ? this.consumer.resume() : this.consumer.pause());
  }

  async #prefer(spatial: number | undefined, temporalLayer: number | undefined): Promise<void> {
    if ((spatial === undefined && temporalLayer === undefined) || this.consumer.type === 'simple') return;
    const spatialLayer = spatial ?? this.consumer.preferredLayers?.spatialLayer ?? this.layers - 1;
    await this.consumer.setPreferredLayers({ spatialLayer, ...(temporalLayer === undefined ? {} : { temporalLayer }) });
  }
}
