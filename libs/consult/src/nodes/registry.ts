import type { OnApplicationShutdown } from '@nestjs/common';
import { OkaeriError } from '@okaeri/contracts';
import type { NodeAnnouncement, SfuEventFrame, SfuReply, SfuRequestData, SfuRequestName } from '@okaeri/contracts';
import type { Log } from '@okaeri/runtime';
import { SfuLink } from './link';
import type { RoomAddress, SfuLinkOptions } from './link';

/** Where a room is: on which node, and the address of the room there. */
export interface RoomPlace extends RoomAddress {
  nodeId: string;
}

export interface NodeListener {
  nodeUp(nodeId: string): void;
  nodeDown(nodeId: string): void;
  event(frame: SfuEventFrame): void;
}

export interface NodeRegistryOptions extends Pick<SfuLinkOptions, 'secret' | 'log' | 'requestMilliseconds'> {
  /** One for each node; see `SfuLinkOptions.url`. */
  urls: readonly (() => string | null)[];
}

/** How long a lost connection to a node may take to come back before its rooms move. */
export const goneMilliseconds = 400;

/** The sfu nodes that this process is connected to. */
export class NodeRegistry implements OnApplicationShutdown {
  readonly #links: readonly SfuLink[];
  readonly #log: Log;
  readonly #listeners = new Set<NodeListener>();
  readonly #lastSeen = new Map<string, number>();
  #settled = false;

  constructor(options: NodeRegistryOptions) {
    this.#log = options.log;
    this.#links = options.urls.map(
      (url) =>
        new SfuLink({
          ...options,
          url,
          onUp: (node) => this.#up(node),
          onDown: (nodeId) => this.#down(nodeId),
          onEvent: (frame) => this.#listeners.forEach((listener) => listener.event(frame)),
        }),
    );
    void this.settled().then(() => (this.#settled = true));
  }

  /** Settles when every node was tried once: before that, an absent node only means that nobody has asked. */
  async settled(): Promise<void> {
    await Promise.all(this.#links.map((link) => link.tried));
  }

  listen(listener: NodeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  nodes(): NodeAnnouncement[] {
    return this.#links.map((link) => link.node).filter((node) => node !== null);
  }

  has(nodeId: string): boolean {
    return this.nodes().some((node) => node.nodeId === nodeId);
  }

  /** Away for so long that its rooms should go elsewhere. A connection that only flickers is not yet that. */
  isGone(nodeId: string): boolean {
    if (this.has(nodeId) || !this.#settled) return false;
    return performance.now() - (this.#lastSeen.get(nodeId) ?? -Infinity) >= goneMilliseconds;
  }

  /** Throws `room_unavailable` when the room's node cannot be reached. */
  async request<N extends SfuRequestName>(place: RoomPlace, name: N, data: SfuRequestData<N>): Promise<SfuReply<N>> {
    const link = this.#links.find(({ node }) => node?.nodeId === place.nodeId);
    if (!link) throw new OkaeriError('room_unavailable');
    return link.request(name, { roomId: place.roomId, epoch: place.epoch }, data);
  }

  onApplicationShutdown(): void {
    this.close();
  }

  close(): void {
    this.#listeners.clear();
    for (const link of this.#links) link.close();
  }

  #up(node: NodeAnnouncement): void {
    this.#log.info({ node: node.nodeId, mediasoup: node.mediasoup, openssl: node.openssl }, 'sfu node connected');
    this.#listeners.forEach((listener) => listener.nodeUp(node.nodeId));
  }

  #down(nodeId: string | null): void {
    if (nodeId === null) return;
    this.#lastSeen.set(nodeId, performance.now());
    this.#log.warn({ node: nodeId }, 'sfu node lost');
    this.#listeners.forEach((listener) => listener.nodeDown(nodeId));
  }
}
