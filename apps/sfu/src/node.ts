import { OkaeriError, sfuRequests } from '@okaeri/contracts';
import type {
  NodeAnnouncement,
  SfuEventFrame,
  SfuReplyFrame,
  SfuRequestData,
  SfuRequestFrame,
  SfuRequestName,
} from '@okaeri/contracts';
import { withRequest } from '@okaeri/runtime';
import type { Health, Log, Metrics } from '@okaeri/runtime';
import { version as mediasoupVersion, workerBin as standardWorkerBin } from 'mediasoup';
import { Engines } from './copies';
import type { SfuEnv } from './env';
import { nodeCapabilities } from './media';
import { NodeMetrics } from './metrics';
import { WorkerPool } from './pool';
import { Room } from './room';
import type { RoomEvent } from './room';
import type { MediaWorker } from './worker';

/** A signaling process, as the node sees it. */
export interface Listener {
  send(text: string): void;
  /** Rooms that it has asked about and not closed: they stay open for it even while they are empty. */
  readonly rooms: Set<string>;
}

const beatMilliseconds = 2000;
/** How long a request waits for the worker that follows a dead one. */
const rebirthMilliseconds = 1500;

/** One sfu: its workers, its rooms, and the processes that command it. */
export class SfuNode {
  readonly #rooms = new Map<string, Room>();
  readonly #listeners = new Set<Listener>();
  readonly #metrics: NodeMetrics;
  readonly #pool: WorkerPool;
  readonly #engines: Engines;
  readonly #beat: NodeJS.Timeout;
  #unheardSince = performance.now();
  #draining = false;
  #hurried = false;
  #closed = false;
  #drained: () => void = () => undefined;

  private constructor(
    private readonly env: SfuEnv,
    private readonly log: Log,
    parts: { health: Health; metrics: Metrics },
  ) {
    this.#engines = new Engines(env.SFU_SPEECH_IPS);
    this.#metrics = NodeMetrics.create(parts.metrics.registry, () => this.counts);
    this.#pool = WorkerPool.create(
      {
        workers: env.SFU_WORKERS,
        workerBin: env.MEDIASOUP_WORKER_BIN ?? standardWorkerBin,
        addresses: env.MEDIA_IPS,
        port: env.SFU_MEDIA_PORT,
      },
      { onBorn: () => this.#announce(), onDied: (worker) => this.#lose(worker) },
      log,
    );
    parts.health.needs('worker', () => this.#pool.alive > 0);
    parts.health.needs('admission', () => !this.#draining);
    parts.health.prefers('all-workers', () => this.#pool.alive === env.SFU_WORKERS);
    parts.health.about('node', env.SFU_NODE_ID);
    parts.health.about('workers', () => this.#pool.alive);
    parts.health.about('rooms', () => this.#rooms.size);
    parts.health.about('openssl', () => this.#pool.openssl);
    parts.health.about('mediasoup', mediasoupVersion);
    parts.health.about('mediaPorts', () => this.#pool.ports.join(', '));
    this.#beat = setInterval(() => void this.#onBeat(), beatMilliseconds);
  }

  static create(env: SfuEnv, log: Log, parts: { health: Health; metrics: Metrics }): SfuNode {
    return new SfuNode(env, log, parts);
  }

  get counts() {
    const rooms = [...this.#rooms.values()];
    const sum = (key: 'seats' | 'producers' | 'consumers') => rooms.reduce((total, room) => total + room[key], 0);
    return {
      links: this.#listeners.size,
      workers: this.#pool.alive,
      rooms: rooms.length,
      seats: sum('seats'),
      producers: sum('producers'),
      consumers: sum('consumers'),
      load: this.#pool.load,
    };
  }

  get announcement(): NodeAnnouncement {
    const { workers, rooms, seats, load } = this.counts;
    return {
      nodeId: this.env.SFU_NODE_ID,
      country: this.env.SFU_COUNTRY,
      draining: this.#draining,
      workers,
      rooms,
      seats,
      load: Math.round(load * 1000) / 1000,
      openssl: this.#pool.openssl,
      mediasoup: mediasoupVersion,
      rtpCapabilities: nodeCapabilities,
    };
  }

  /** From now on it hears of everything; it is told at once who we are. */
  listen(listener: Listener): void {
    this.#listeners.add(listener);
    listener.send(this.#announcementFrame());
  }

  unlisten(listener: Listener): void {
    this.#listeners.delete(listener);
    for (const room of this.#rooms.values()) room.forsake(listener);
    if (this.#listeners.size === 0) this.#unheardSince = performance.now();
  }

  /** Answers a request; never throws, and never tells what went wrong inside. */
  async answer(frame: SfuRequestFrame, listener: Listener): Promise<SfuReplyFrame> {
    const started = performance.now();
    const known = frame.name in sfuRequests;
    const log = this.log.child({ room: frame.roomId, epoch: frame.epoch, request: known ? frame.name : 'unknown' });
    let outcome = 'ok';
    try {
      const data = await withRequest(frame.id, () => this.#work(frame, listener));
      return { id: frame.id, ok: true, data };
    } catch (error) {
      outcome = this.#codeOf(error, frame);
      const err = error instanceof OkaeriError ? error.cause : error;
      log.warn({ requestId: frame.id, outcome, ...(err ? { err } : {}) }, 'refused');
      return { id: frame.id, ok: false, error: { code: outcome, message: outcome } };
    } finally {
      const seconds = (performance.now() - started) / 1000;
      this.#metrics.request(known ? frame.name : 'unknown', outcome, seconds);
      log.debug({ requestId: frame.id, outcome, milliseconds: Math.round(seconds * 1000) }, 'answered');
    }
  }

  /** Takes no new rooms from now on; resolves when the last one is empty, or at the deadline. */
  async drain(): Promise<void> {
    this.#draining = true;
    this.#announce();
    if (this.#rooms.size === 0 || this.#hurried) return;
    this.log.info({ rooms: this.#rooms.size, seconds: this.env.SFU_DRAIN_SECONDS }, 'draining');
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.env.SFU_DRAIN_SECONDS * 1000);
      this.#drained = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Ends a drain that nobody wants to wait for any more. */
  hurry(): void {
    this.#hurried = true;
    this.#drained();
  }

  /** Tells who listens that the remaining rooms are lost, so that they move at once, and ends the workers. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#draining = true;
    clearInterval(this.#beat);
    for (const room of this.#rooms.values()) this.#emitter(room.options)('room.lost', {});
    for (const room of this.#rooms.values()) this.#forget(room);
    this.#pool.close();
  }

  async #work(frame: SfuRequestFrame, listener: Listener): Promise<unknown> {
    if (!(frame.name in sfuRequests)) throw new OkaeriError('message_unknown');
    const name = frame.name as SfuRequestName;
    const parsed = sfuRequests[name].data.safeParse(frame.data);
    if (!parsed.success) throw new OkaeriError('message_malformed');
    // Nobody here loses the order: who waits goes on before anything that comes after the worker.
    if (this.#pool.alive === 0) await this.#pool.someone(rebirthMilliseconds);
    const current = this.#rooms.get(frame.roomId);
    if (current && frame.epoch < current.options.epoch) throw new OkaeriError('room_moved');
    if (name === 'room.close') {
      listener.rooms.delete(frame.roomId);
      if (current) this.#forget(current);
      return {};
    }
    const data = parsed.data as SfuRequestData<typeof name>;
    const room = this.#roomFor(frame, current, name === 'room.open' ? (data as SfuRequestData<'room.open'>) : null);
    listener.rooms.add(frame.roomId);
    return room.perform(frame.id, name, data, listener);
  }

  /** The room at the epoch that is asked for. A higher one than ours means that the room began afresh, here again. */
  #roomFor(frame: SfuRequestFrame, current: Room | undefined, asked: SfuRequestData<'room.open'> | null): Room {
    if (current && current.options.epoch === frame.epoch) return current;
    if (asked?.countries && !asked.countries.includes(this.env.SFU_COUNTRY ?? '')) {
      throw new OkaeriError('room_unavailable');
    }
    const worker = this.#pool.pick();
    if (!worker || this.#draining || (!asked && !current)) throw new OkaeriError('room_unavailable');
    if (current) this.#forget(current);
    const hearsItself = asked?.hearsItself ?? current?.options.hearsItself ?? false;
    // Who asks again at a higher epoch without opening it means the same visit: nobody may hear more than before.
    const plan = asked?.plan ?? current?.plan ?? null;
    const options = { id: frame.roomId, epoch: frame.epoch, hearsItself, plan, engines: this.#engines };
    const log = this.log.child({ room: options.id, epoch: options.epoch });
    const room = Room.create(options, worker, this.#emitter(options), log);
    this.#rooms.set(options.id, room);
    room.opened.catch(() => this.#forget(room));
    log.info({ worker: worker.pid, again: current !== undefined }, 'room opened');
    return room;
  }

  #emitter({ id, epoch }: { id: string; epoch: number }): RoomEvent {
    return (event, data) => this.#tell({ event, roomId: id, epoch, data } as SfuEventFrame);
  }

  #forget(room: Room): void {
    const { id, epoch } = room.options;
    room.close();
    if (this.#rooms.get(id) !== room) return;
    this.#rooms.delete(id);
    this.log.info({ room: id, epoch }, 'room closed');
    if (this.#draining && this.#rooms.size === 0) this.#drained();
  }

  #lose(worker: MediaWorker): void {
    this.#metrics.workerDied();
    for (const room of [...this.#rooms.values()].filter((each) => each.worker === worker)) {
      this.#forget(room);
      for (const listener of this.#listeners) listener.rooms.delete(room.options.id);
      this.#emitter(room.options)('room.lost', {});
    }
  }

  async #onBeat(): Promise<void> {
    await this.#pool.sampleLoad();
    if (this.#closed) return;
    this.#announce();
    const seatGrace = this.env.SFU_SEAT_GRACE_SECONDS * 1000;
    // Who never connected may be alone and only listen. Signaling knows; while there is none, nobody does.
    const unheard = this.#listeners.size === 0 && performance.now() - this.#unheardSince >= seatGrace;
    for (const room of this.#rooms.values()) {
      room.sweep(seatGrace, unheard ? seatGrace : Infinity);
      const held = [...this.#listeners].some((listener) => listener.rooms.has(room.options.id));
      const leave = this.#draining ? 0 : this.env.SFU_ROOM_GRACE_SECONDS * 1000;
      if (room.seats === 0 && (this.#draining || !held) && room.emptyFor >= leave) this.#forget(room);
    }
  }

  #announce(): void {
    if (!this.#closed) this.#broadcast(this.#announcementFrame());
  }

  #announcementFrame(): string {
    const frame: SfuEventFrame = { event: 'node', roomId: null, epoch: null, data: this.announcement };
    return JSON.stringify(frame);
  }

  #tell(frame: SfuEventFrame): void {
    this.#broadcast(JSON.stringify(frame));
  }

  #broadcast(text: string): void {
    for (const listener of this.#listeners) listener.send(text);
  }

  #codeOf(error: unknown, frame: SfuRequestFrame): string {
    if (error instanceof OkaeriError) return error.code;
    // A request that was under way when the room ended fails with whatever mediasoup says; the reason is the room.
    const current = this.#rooms.get(frame.roomId);
    if (!current) return 'room_unavailable';
    return current.options.epoch === frame.epoch ? 'media_refused' : 'room_moved';
  }
}
