import { signalingPath, type Ack } from '@okaeri/contracts';
import type {
  ClientMessageInput,
  ClientMessageName,
  ClientMessageReply,
  ServerMessageData,
  ServerMessageName,
} from '@okaeri/contracts';
import { io, type Socket } from 'socket.io-client';
import { CallFailure, failureOf } from './failure';

/** A typed connection to the gateway. It comes back by itself until it is closed. */
export interface Link {
  readonly up: boolean;
  request<N extends ClientMessageName>(
    name: N,
    data: ClientMessageInput<N>,
    timeoutMs?: number,
  ): Promise<ClientMessageReply<N>>;
  on<N extends ServerMessageName>(name: N, handler: (data: ServerMessageData<N>) => void): void;
  /** Drops a connection that is suspected dead and makes a new one at once. */
  cycle(): void;
  close(): void;
}

export interface LinkEvents {
  up(): void;
  down(): void;
  /** The gateway refuses this person (signed out, unknown): trying again is useless. */
  refused(failure: CallFailure): void;
}

const answerWithinMs = 8000;

export function openLink(url: string | undefined, events: LinkEvents): Link {
  const options = {
    path: signalingPath,
    // Without polling there is no need for sticky sessions, and no slow first request.
    transports: ['websocket'],
    withCredentials: true,
    forceNew: true,
    timeout: 5000,
    reconnectionDelay: 200,
    reconnectionDelayMax: 2000,
    randomizationFactor: 0.3,
  };
  const socket: Socket = url ? io(url, options) : io(options);
  let closed = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  socket.on('connect', () => events.up());
  socket.on('disconnect', (reason) => {
    if (closed) return;
    events.down();
    // Socket.IO does not come back by itself after the server hung up, as it does when a process is replaced.
    if (reason === 'io server disconnect') again = setTimeout(() => socket.connect(), 300);
  });
  socket.on('connect_error', (error: Error & { data?: { code?: string; message?: string } }) => {
    if (closed || socket.active) return;
    const code = error.data?.code;
    const failure = code ? failureOf({ code, message: error.data?.message ?? '' }) : new CallFailure('unavailable');
    if (failure.passing) again = setTimeout(() => socket.connect(), 1000);
    else events.refused(failure);
  });

  const wake = () => {
    if (!closed && !socket.connected) link.cycle();
  };
  const seen = () => {
    if (document.visibilityState === 'visible') wake();
  };
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', seen);

  const link: Link = {
    get up() {
      return socket.connected;
    },
    async request(name, data, timeoutMs = answerWithinMs) {
      // Socket.IO would keep the message and send it to a connection that has not resumed its seat yet.
      if (!socket.connected) throw new CallFailure('unavailable');
      let ack: Ack<ClientMessageReply<typeof name>>;
      try {
        ack = (await socket.timeout(timeoutMs).emitWithAck(name, data)) as Ack<ClientMessageReply<typeof name>>;
      } catch {
        throw new CallFailure('unavailable');
      }
      if (ack.ok) return ack.data;
      throw failureOf(ack.error);
    },
    on(name, handler) {
      socket.on(name as string, handler as (data: unknown) => void);
    },
    cycle() {
      clearTimeout(again);
      socket.disconnect().connect();
    },
    close() {
      closed = true;
      clearTimeout(again);
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', seen);
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
  return link;
}
