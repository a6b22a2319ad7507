import { randomUUID } from 'node:crypto';
import { errors, OkaeriError, sfuEvents, sfuRequests } from '@okaeri/contracts';
import type {
  ErrorCode,
  NodeAnnouncement,
  SfuEventFrame,
  SfuEventName,
  SfuReply,
  SfuReplyFrame,
  SfuRequestData,
  SfuRequestName,
} from '@okaeri/contracts';
import type { Log } from '@okaeri/runtime';
import { WebSocket } from 'ws';
import type { RawData } from 'ws';

/** A room as it is spoken of on the wire. */
export interface RoomAddress {
  roomId: string;
  epoch: number;
}

export interface SfuLinkOptions {
  /** Asked before each attempt: a node that was started again may listen elsewhere. `null`: not known yet. */
  url: () => string | null;
  secret: string;
  log: Log;
  /** The node spoke for the first time on this connection. */
  onUp: (node: NodeAnnouncement) => void;
  onDown: (nodeId: string | null) => void;
  onEvent: (frame: SfuEventFrame) => void;
  requestMilliseconds?: number;
  /** A node says something every two seconds; longer silence means that the connection is dead without knowing it. */
  silenceMilliseconds?: number;
}

interface Pending {
  frame: string;
  resolve: (data: unknown) => void;
  reject: (error: OkaeriError) => void;
  timer: NodeJS.Timeout;
}

const shortestWait = 50;
const longestWait = 1000;

/**
 * The connection to one sfu node, which it restores by itself. A request that was under way when the connection broke is
 * repeated with the same id: the node answers a repeated id with its first result.
 */
export class SfuLink {
  readonly #options: SfuLinkOptions;
  readonly #pending = new Map<string, Pending>();
  #socket: WebSocket | null = null;
  #node: NodeAnnouncement | null = null;
  #wait = shortestWait;
  #retry: NodeJS.Timeout | undefined;
  #silence: NodeJS.Timeout | undefined;
  #closed = false;
  #wasTried: () => void = () => undefined;
  /** Settles when the first attempt has ended well or badly. */
  readonly tried = new Promise<void>((resolve) => {
    this.#wasTried = resolve;
  });

  constructor(options: SfuLinkOptions) {
    this.#options = options;
    this.#connect();
  }

  /** What the node said of itself last, or `null` while it cannot be reached. */
  get node(): NodeAnnouncement | null {
    return this.#node;
  }

  /** Throws `room_unavailable` when the node cannot be reached or does not answer, else the code the node gave. */
  async request<N extends SfuRequestName>(name: N, room: RoomAddress, data: SfuRequestData<N>): Promise<SfuReply<N>> {
    if (!this.#node || !this.#socket) throw new OkaeriError('room_unavailable');
    const id = randomUUID();
    const frame = JSON.stringify({ id, ...room, name, data });
    const reply = await new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        this.#options.log.warn({ request: name }, 'the sfu did not answer');
        reject(new OkaeriError('room_unavailable'));
      }, this.#options.requestMilliseconds ?? 5000);
      this.#pending.set(id, { frame, resolve, reject, timer });
      this.#socket?.send(frame);
    });
    return sfuRequests[name].reply.parse(reply) as SfuReply<N>;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    for (const [id, pending] of this.#pending)
      this.#settle(id, () => pending.reject(new OkaeriError('room_unavailable')));
    this.#wasTried();
    this.#socket?.terminate();
  }

  #connect(): void {
    const url = this.#options.url();
    if (url === null) {
      // It is being started; looking whether it has an address costs nothing.
      this.#wait = shortestWait;
      this.#tryLater();
      return;
    }
    const socket = new WebSocket(`${url}/link`, {
      headers: { authorization: `Bearer ${this.#options.secret}` },
      perMessageDeflate: false,
      handshakeTimeout: 3000,
      maxPayload: 4 * 1024 * 1024,
    });
    this.#socket = socket;
    socket.on('open', () => this.#listen());
    socket.on('message', (data) => this.#read(data));
    socket.on('error', (err) => this.#options.log.debug({ err }, 'sfu link'));
    socket.on('close', () => this.#lost());
  }

  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#socket?.terminate(), this.#options.silenceMilliseconds ?? 6000);
  }

  #lost(): void {
    clearTimeout(this.#silence);
    const nodeId = this.#node?.nodeId ?? null;
    const wasUp = this.#node !== null;
    this.#socket = null;
    this.#node = null;
    this.#tryLater();
    if (wasUp && !this.#closed) this.#options.onDown(nodeId);
  }

  #tryLater(): void {
    this.#wasTried();
    if (this.#closed) return;
    this.#retry = setTimeout(() => this.#connect(), this.#wait * (0.75 + Math.random() / 2));
    this.#wait = Math.min(this.#wait * 2, longestWait);
  }

  #read(data: RawData): void {
    this.#listen();
    try {
      const frame = JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : '') as SfuReplyFrame | SfuEventFrame;
      if ('event' in frame) this.#readEvent(frame);
      else this.#readReply(frame);
    } catch (err) {
      this.#options.log.error({ err }, 'the sfu sent what is not in the contract');
    }
  }

  #readEvent(frame: SfuEventFrame): void {
    if (!isEventName(frame.event)) return;
    const event = { ...frame, data: sfuEvents[frame.event].parse(frame.data) } as SfuEventFrame;
    if (event.event !== 'node') {
      this.#options.onEvent(event);
      return;
    }
    const first = this.#node === null;
    this.#node = event.data;
    if (!first) return;
    this.#wait = shortestWait;
    this.#wasTried();
    for (const pending of this.#pending.values()) this.#socket?.send(pending.frame);
    this.#options.onUp(event.data);
  }

  #readReply(frame: SfuReplyFrame): void {
    const pending = this.#pending.get(frame.id);
    if (!pending) return;
    if (frame.ok) {
      this.#settle(frame.id, () => pending.resolve(frame.data));
      return;
    }
    const { code, message } = frame.error;
    this.#options.log.info({ code, said: message }, 'the sfu refused');
    this.#settle(frame.id, () => pending.reject(new OkaeriError(code in errors ? (code as ErrorCode) : 'internal')));
  }

  #settle(id: string, how: () => void): void {
    clearTimeout(this.#pending.get(id)?.timer);
    this.#pending.delete(id);
    how();
  }
}

function isEventName(name: string): name is SfuEventName {
  return Object.hasOwn(sfuEvents, name);
}
