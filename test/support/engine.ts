import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { RtpPacket, SrtpSession } from 'werift';
import type { Ear, SpeechToText, Voice } from '@okaeri/consult';
import type { CaptionFrame, CopiedSound, SoundAddress } from '@okaeri/contracts';

/** Takes in one voice on a UDP port of its own, as a hospital's engine would: real packets, decrypted where they must be. */
export class EnginePort {
  readonly packets: RtpPacket[] = [];
  /** What it was told to expect, each time. */
  readonly expected: CopiedSound[] = [];
  #srtp: SrtpSession | null = null;

  private constructor(
    private readonly socket: Socket,
    readonly to: SoundAddress,
  ) {
    socket.on('message', (data) => this.#take(data));
  }

  static async open(ip = '127.0.0.1'): Promise<EnginePort> {
    const socket = createSocket(isIPv6(ip) ? 'udp6' : 'udp4');
    socket.bind(0, ip);
    await once(socket, 'listening');
    return new EnginePort(socket, { ip, port: socket.address().port });
  }

  get heard(): number {
    return this.packets.length;
  }

  comes(sound: CopiedSound): void {
    this.expected.push(sound);
    if (!sound.srtp) return;
    const secret = Buffer.from(sound.srtp.keyBase64, 'base64');
    const [localMasterKey, localMasterSalt] = [secret.subarray(0, 16), secret.subarray(16)];
    const keys = {
      localMasterKey,
      localMasterSalt,
      remoteMasterKey: localMasterKey,
      remoteMasterSalt: localMasterSalt,
    };
    this.#srtp = new SrtpSession({ keys, profile: 1 });
  }

  close(): Promise<void> {
    return new Promise((done) => this.socket.close(done));
  }

  /** RTP only; the reports of its sender come on the same port (RFC 5761). */
  #take(data: Buffer): void {
    const type = data[1] ?? 0;
    if (data.length < 12 || (type >= 192 && type <= 223)) return;
    this.packets.push(RtpPacket.deSerialize(this.#srtp ? this.#srtp.decrypt(data) : data));
  }
}

/** An engine's end for one voice: the test says what it has understood. */
export class TestEar implements Ear {
  stopped = false;

  constructor(
    readonly voice: Voice,
    readonly tell: (caption: CaptionFrame) => void,
    readonly port: EnginePort,
    readonly to: SoundAddress = port.to,
  ) {}

  comes(sound: CopiedSound): void {
    this.port.comes(sound);
  }

  stop(): void {
    this.stopped = true;
  }
}

/** A speech-to-text engine as far as the sound goes. */
export class TestEngine implements SpeechToText {
  readonly ears: TestEar[] = [];

  /** `elsewhere`: where it says it listens, by language, if that is not the truth. */
  constructor(
    readonly languages: readonly string[],
    private readonly elsewhere: Readonly<Record<string, SoundAddress>> = {},
  ) {}

  async listen(voice: Voice, tell: (caption: CaptionFrame) => void): Promise<TestEar> {
    const ear = new TestEar(voice, tell, await EnginePort.open(), this.elsewhere[voice.language]);
    this.ears.push(ear);
    return ear;
  }

  async close(): Promise<void> {
    await Promise.all(this.ears.map(({ port }) => port.close()));
  }
}

/** An address of this machine that is not its loopback: what goes there could have gone anywhere. */
export function outerAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const found = all.find(({ internal, family }) => !internal && family === 'IPv4');
  if (!found) throw new Error('This machine has no address but its loopback: what leaves it cannot be tried.');
  return found.address;
}
