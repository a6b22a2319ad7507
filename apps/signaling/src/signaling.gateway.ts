import { Inject } from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';
import type { OnGatewayConnection, OnGatewayDisconnect, OnGatewayInit } from '@nestjs/websockets';
import { CheckHandlers, Connection, Connections, MessageRouter, Presence } from '@okaeri/consult';
import type { Server, Socket } from 'socket.io';
import { actorOf } from './handshake';

/** The door for windows: hands each message to the router, and each notice to the windows that watch its topic. */
@WebSocketGateway()
export class SignalingGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  readonly #connections = new WeakMap<Socket, Connection>();

  constructor(
    @Inject(Connections) private readonly connections: Connections,
    @Inject(MessageRouter) private readonly router: MessageRouter,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(CheckHandlers) private readonly checks: CheckHandlers,
  ) {}

  afterInit(server: Server): void {
    // Every process hears every notice from the database itself; sent on by Redis as well, each would come twice.
    this.presence.broadcastBy((room, notice) => server.local.to(room).emit('notice', notice));
  }

  handleConnection(socket: Socket): void {
    const actor = actorOf(socket);
    if (!actor) {
      socket.disconnect(true);
      return;
    }
    const connection = new Connection(socket, actor);
    if (!this.connections.add(connection)) {
      socket.disconnect(true);
      return;
    }
    this.#connections.set(socket, connection);
    socket.onAny((name: unknown, ...given: unknown[]) => this.router.receive(connection, String(name), given));
  }

  async handleDisconnect(socket: Socket): Promise<void> {
    const connection = this.#connections.get(socket);
    if (!connection) return;
    this.connections.delete(connection);
    // A seat outlives its connection for the length of its lease: the same window may be back in a second.
    await this.checks.close(connection);
  }
}
