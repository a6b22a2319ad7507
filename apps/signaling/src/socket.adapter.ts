import { IoAdapter } from '@nestjs/platform-socket.io';
import type { INestApplicationContext } from '@nestjs/common';
import { Sessions } from '@okaeri/access';
import { wireParser } from '@okaeri/consult';
import { signalingPath } from '@okaeri/contracts';
import { REDIS } from '@okaeri/platform';
import type { RedisLink } from '@okaeri/platform';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { Server, ServerOptions } from 'socket.io';
import { comesFromUs, recognize, refuseStrangers } from './handshake';

/**
 * Beyond this the connection itself is cut. It is far above `signalingMessageLimit`, so that a message that is merely
 * too large gets an answer.
 */
const hardLimit = 2 * 1024 * 1024;

export interface SocketAdapterOptions {
  /** Names under which people reach us, besides `localhost` and addresses of the own network. */
  hosts: readonly string[];
}

/** Socket.IO on the HTTP server of the process. Any process may take any connection: WebSocket only, nothing sticky. */
export class SocketAdapter extends IoAdapter {
  readonly #sessions: Sessions;
  readonly #redis: RedisLink | null;

  constructor(
    app: INestApplicationContext,
    private readonly options: SocketAdapterOptions,
  ) {
    super(app);
    this.#sessions = app.get(Sessions, { strict: false });
    this.#redis = app.get<RedisLink | null>(REDIS, { strict: false });
  }

  override createIOServer(port: number): Server {
    const options: Partial<ServerOptions> = {
      path: signalingPath,
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: hardLimit,
      connectTimeout: 10_000,
      // A window that lost its network should know within ten seconds.
      pingInterval: 5000,
      pingTimeout: 5000,
      parser: wireParser,
      allowRequest: (request, callback) => {
        // Until its opening is answered nobody else listens to it: one that is reset meanwhile would end the process.
        request.socket.on('error', () => request.socket.destroy());
        if (!comesFromUs(request, this.options.hosts)) {
          callback('not from here', false);
          return;
        }
        recognize(request, this.#sessions).then(
          () => callback(null, true),
          () => callback('not now', false),
        );
      },
      ...(this.#redis ? { adapter: createAdapter(this.#redis.client, { blockTimeInMs: 1000 }) } : {}),
    };
    const server = super.createIOServer(port, options as ServerOptions) as Server;
    server.use(refuseStrangers);
    return server;
  }

  /** Ends the reading from Redis too: a reader that is not told goes on asking a connection that is closed. */
  override async close(server: Server): Promise<void> {
    await server.of('/').adapter.close();
    await super.close(server);
  }
}
