import { OkaeriError } from '@okaeri/contracts';
import type { ConsumerOffer, MediaSource, PauseReason, RtpParametersWire, SfuRequestData } from '@okaeri/contracts';
import { parseScalabilityMode } from 'mediasoup';
import type { types } from 'mediasoup';
import type { Layer } from './wanted';

/** What a stream is, and whose. One object for a producer and all its consumers. */
export interface StreamOrigin extends types.AppData {
  readonly seatId: string;
  readonly source: MediaSource;
  readonly synthetic: boolean;
  /** Why it is paused, when it is. */
  because: PauseReason;
}
/** What the worker tells of a packet that it has sent. */
interface SentPacket {
  isKeyFrame: boolean;
  /** Of a picture: its last. */
  marker: boolean;
  timestamp: number;
}
type SeatConsumer = types.Consumer<StreamOrigin>;

/** How often is looked whether the worker has chosen a layer, for as long as it takes until it looks again by itself. */
const chosenEveryMs = 50;
const chosenLooks = 20;

/**
 * One stream as one seat receives it. It flows when the plan lets it through, its listener wants it, and, where she wants
 * stills, one is due. Each of these is decided at once; the worker is told in order, so that two who decide never cross.
 */
export class Reception {
  #held: boolean;
  /** It has not begun yet. */
  #waits: boolean;
  #paused = false;
  #stills = false;
  /** `null`: the highest there is. */
  #layer: number | null = null;
  #temporalLayer: number | undefined;
  /** A still is on its way: `frame` is its time stamp once it has begun. */
  #still: { frame: number | null } | null = null;
  /** What the worker was told last. */
  #flowing: boolean;
  /** How often is still looked whether the worker has chosen a layer; 0: nobody looks. */
  #looks = 0;

  constructor(
    readonly consumer: SeatConsumer,
    held: boolean,
    waits: boolean,
  ) {
    this.#held = held;
    this.#waits = waits;
    this.#flowing = !held && !waits;
    consumer.on('trace', ({ type, info }) => {
      if (type === 'rtp' && info['isRtx'] !== true) this.#onPacket(info['rtpPacket'] as SentPacket);
    });
    consumer.on('producerresume', () => this.#watchChoice());
    this.#watchChoice();
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
  get wanted(): Layer {
    if (this.#held || this.#paused) return -1;
    if (this.#stills) return 0;
    return (this.#layer ?? this.layers - 1) as Layer;
  }

  /** A voice for a link that carries little more. */
  get sparing(): boolean {
    return this.origin.source === 'microphone' && this.#layer === 0;
  }

  /** Spatial layers that its sender sends. A voice counts as two: as usual, and sparing for a link that carries no more. */
  get layers(): number {
    if (this.origin.source === 'microphone') return 2;
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
    const before = this.#stills;
    this.#stills = (stills ?? before) && this.consumer.kind === 'video';
    this.#still = null;
    // The layer first: what starts then starts in the layer that is wanted, with one key frame and not two.
    const layer = spatialLayer ?? (stills ? 0 : undefined);
    const traced = before === this.#stills ? null : this.consumer.enableTraceEvent(this.#stills ? ['rtp'] : []);
    await Promise.all([traced, this.#prefer(layer, temporalLayer), this.apply()]);
  }

  /**
   * In stills: lets one whole picture through, which the worker asks its sender for by itself, and then nothing. Where the
   * link has no room for it, it stays open: the worker looks for more room only while something is wanted.
   */
  takeStill(): Promise<void> {
    this.#still ??= { frame: null };
    return this.apply();
  }

  /** Where it was told to wait. */
  begin(): Promise<void> {
    this.#waits = false;
    return this.apply();
  }

  #onPacket({ isKeyFrame, marker, timestamp }: SentPacket): void {
    const still = this.#still;
    if (!still) return;
    if (isKeyFrame) still.frame ??= timestamp;
    if (still.frame === null || (timestamp === still.frame && !marker)) return;
    this.#still = null;
    this.apply().catch(() => undefined);
  }

  async apply(): Promise<void> {
    const flowing = !this.#waits && !this.#held && !this.#paused && (!this.#stills || this.#still !== null);
    if (flowing === this.#flowing || this.consumer.closed) return;
    this.#flowing = flowing;
    await (flowing ? this.consumer.resume() : this.consumer.pause());
    this.#watchChoice();
  }

  /**
   * The worker chooses a layer when something changes and else once a second, and of a stream that has just begun it finds
   * none as long as no frame of the base layer has come: whoever joins in that moment would miss a second of it.
   */
  #watchChoice(): void {
    if (this.consumer.type !== 'simulcast') return;
    const watched = this.#looks > 0;
    this.#looks = chosenLooks;
    if (!watched) this.#untilChosen().catch(() => undefined);
  }

  async #untilChosen(): Promise<void> {
    const { consumer } = this;
    try {
      for (; this.#looks > 0; this.#looks -= 1) {
        await new Promise((looks) => setTimeout(looks, chosenEveryMs));
        if (consumer.closed || !this.#flowing || consumer.producerPaused || consumer.currentLayers) return;
        // It looks again at layers that differ, so they differ for no packet's time.
        const wanted = this.#layers;
        const other = { ...wanted, temporalLayer: wanted.temporalLayer === 0 ? 1 : 0 };
        await Promise.all([other, wanted].map((layers) => consumer.setPreferredLayers(layers)));
      }
    } finally {
      this.#looks = 0;
    }
  }

  get #layers(): types.ConsumerLayers {
    const spatialLayer = this.#layer ?? this.layers - 1;
    return this.#temporalLayer === undefined ? { spatialLayer } : { spatialLayer, temporalLayer: this.#temporalLayer };
  }

  async #prefer(spatial: number | undefined, temporalLayer: number | undefined): Promise<void> {
    if (spatial === undefined && temporalLayer === undefined) return;
    this.#layer = spatial ?? this.#layer ?? this.layers - 1;
    this.#temporalLayer = temporalLayer;
    if (this.consumer.type === 'simple') return;
    await this.consumer.setPreferredLayers(this.#layers);
  }
}
