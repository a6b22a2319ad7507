import { signalingPath, signalingProtocol } from '@okaeri/contracts';
import type {
  Ack,
  ClientMessageInput,
  ClientMessageName,
  ClientMessageReply,
  RoomJoined,
  RtpParametersWire,
  ServerMessageData,
  ServerMessageName,
  VisitId,
  VisitSnapshot,
} from '@okaeri/contracts';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Somebody } from './socket-world';

type Told = { [N in ServerMessageName]: { name: N; data: ServerMessageData<N>; at: number } }[ServerMessageName];

/** A refusal by its code. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly sentence: string,
  ) {
    super(code);
  }
}

/** One window of somebody: a real connection, and everything that it was told. */
export class Window {
  readonly told: Told[] = [];
  seatToken = '';
  snapshot: VisitSnapshot | null = null;

  private constructor(
    readonly socket: Socket,
    readonly somebody: Somebody | null,
  ) {
    socket.onAny((name: string, data: unknown) => this.told.push({ name, data, at: performance.now() } as Told));
  }

  /** `cookie` null: nobody known. */
  static async open(url: string, somebody: Somebody | null, headers: Record<string, string> = {}): Promise<Window> {
    const window = new Window(
      io(url, {
        path: signalingPath,
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        extraHeaders: { ...(somebody ? { cookie: somebody.cookie } : {}), ...headers },
      }),
      somebody,
    );
    await new Promise<void>((done, fail) => {
      window.socket.once('connect', done);
      window.socket.once('connect_error', fail);
    });
    return window;
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  /** Any message, also one that is none of ours. */
  raw(name: string, ...data: unknown[]): Promise<Ack<unknown>> {
    return this.socket.timeout(15_000).emitWithAck(name, ...data) as Promise<Ack<unknown>>;
  }

  /** Throws a `Refusal`. */
  async ask<N extends ClientMessageName>(name: N, data: ClientMessageInput<N>): Promise<ClientMessageReply<N>> {
    const ack = (await this.raw(name, data)) as Ack<ClientMessageReply<N>>;
    if (!ack.ok) throw new Refusal(ack.error.code, ack.error.message);
    return ack.data;
  }

  /** The code of a refusal, or `ok`. */
  async try<N extends ClientMessageName>(name: N, data: ClientMessageInput<N>): Promise<string> {
    return this.ask(name, data).then(
      () => 'ok',
      (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
    );
  }

  async enter(
    visitId: VisitId,
    arrival: ClientMessageInput<'visit.enter'>['arrival'] = null,
    beside: string | null = null,
  ): Promise<VisitSnapshot> {
    const language = this.somebody?.language ?? 'en';
    const { seatToken, snapshot } = await this.ask('visit.enter', {
      protocol: signalingProtocol,
      visitId,
      language,
      arrival,
      beside,
    });
    this.seatToken = seatToken;
    this.snapshot = snapshot;
    return snapshot;
  }

  resume(visitId: VisitId, seatToken: string, epoch: number | null) {
    return this.ask('visit.resume', { protocol: signalingProtocol, visitId, seatToken, epoch });
  }

  join(): Promise<RoomJoined> {
    return this.ask('room.join', { rtpCapabilities: deviceCapabilities });
  }

  /** The first message of this name that has come or will come. */
  async hears<N extends ServerMessageName>(
    name: N,
    fits: (data: ServerMessageData<N>) => boolean = () => true,
    withinMs = 15_000,
  ): Promise<ServerMessageData<N>> {
    const find = () => this.told.find((each) => each.name === name && fits(each.data as ServerMessageData<N>));
    await until(name, () => find() !== undefined, withinMs);
    return find()?.data as ServerMessageData<N>;
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** Asks until the answer is yes. */
export async function until(what: string, ask: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const late = performance.now() + withinMs;
  while (!(await ask())) {
    if (performance.now() > late) throw new Error(`${what}: not within ${withinMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const arrivalInToronto = {
  identityConfirmed: true,
  place: '12 Maple Street, Toronto',
  country: 'CA',
  callbackNumber: '+1 416 555 0100',
} as const;

/** What a browser says it can receive, as far as the sfu looks. */
export const deviceCapabilities = {
  codecs: [
    {
      kind: 'audio' as const,
      mimeType: 'audio/opus',
      preferredPayloadType: 111,
      clockRate: 48_000,
      channels: 2,
      parameters: {},
      rtcpFeedback: [],
    },
    {
      kind: 'video' as const,
      mimeType: 'video/VP8',
      preferredPayloadType: 96,
      clockRate: 90_000,
      parameters: {},
      rtcpFeedback: [],
    },
  ],
  headerExtensions: [],
};

/** A fingerprint that no certificate has: enough for all that is said before the first packet. */
export const dtlsParameters = {
  role: 'client' as const,
  fingerprints: [{ algorithm: 'sha-256' as const, value: Array.from({ length: 32 }, () => 'AB').join(':') }],
};

let ssrc = 1000;
export const sound = (): RtpParametersWire => ({
  mid: '0',
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: (ssrc += 1) }],
});
export const picture = (): RtpParametersWire => ({
  mid: '1',
  codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
  encodings: [{ ssrc: (ssrc += 1) }],
});
