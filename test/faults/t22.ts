import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { setTimeout as pause } from 'node:timers/promises';
import { summary, type BenchResult } from '../bench/result';
import { eventually } from '../support/ears';
import { Caller, RtpPath, RtpStream } from '../support/rtp-peer';
import { mediaWorkersBelow } from '../support/sfu';
import { flood } from '../support/sfu-flood';
import { arrivalInToronto, dtlsParameters, sound } from '../support/socket-window';
import { inSplit } from './talk';
import type { RunningSplit, Talk } from './talk';

const milliseconds = Number(process.env['OKAERI_SECONDS'] ?? 60) * 1000;
const perSecond = 5_000;
const mostLost = 0.01;
/** A handshake on one machine takes a tenth of a second. */
const longestHandshakeMs = 5_000;

/**
 * T22: packets from outside at the port of a room's media, while two talk there: handshakes that nobody asked for, short
 * records, sound under a wrong key. And somebody with a seat whose certificate is not the one she named.
 */
export function fault(progress: (line: string) => void): Promise<BenchResult> {
  return inSplit(async (running) => {
    const talk = await running.talk();
    const link = [...running.links.values()].find((each) => each !== undefined);
    const openssl = (await link?.event('node'))?.data.openssl ?? 'unknown';
    progress(`OpenSSL of the worker: ${openssl}`);
    const workers = () => ['sfu-1', 'sfu-2'].flatMap((name) => mediaWorkersBelow(running.split.process(name).pid));
    const before = workers().join();
    const [missed, heard] = [talk.missed, talk.heard];

    const attacker = await Attacker.open(talk.port);
    // Before anybody's real handshake: a greeting from a port that never proved to be hers.
    attacker.greet();
    const second = await running.talk();
    // The same over a way that proved to be hers: it may harm her own room, and nothing else.
    const spoiler = await running.talk();
    const [sent] = await Promise.all([
      attacker.run(milliseconds),
      flood(talk.port, milliseconds),
      spoil(spoiler, milliseconds),
    ]);
    await attacker.close();
    await Promise.all([talk.both(50), second.both(50)]);
    const forged = await forgedIsHeard(running);
    progress(forged ? 'somebody with a forged fingerprint was heard' : 'nobody with a forged fingerprint is heard');

    const got = talk.heard[0] + talk.heard[1] - heard[0] - heard[1];
    const lost = (talk.missed - missed) / (got + talk.missed - missed);
    const died = workers().join() === before ? 0 : 1;
    progress(`${sent} forged packets beside the flood; ${got} real ones arrived, ${talk.missed - missed} did not`);
    return {
      bench: 'T22',
      samples: sent,
      ours: { ...summary([lost * 100], '%'), died, forged: forged ? 1 : 0, openssl },
      baseline: null,
      ratio: null,
      targets: { maxPercent: mostLost * 100, died: 0, forged: 0 },
      met: lost <= mostLost && died === 0 && !forged && sent >= (perSecond * milliseconds) / 2000,
    };
  });
}

/** Says the first words of DTLS 1.2, as a browser does. */
function clientHello(): Buffer {
  const extensions = Buffer.from('000e00050002000100', 'hex'); // use_srtp: AES128_CM_HMAC_SHA1_80
  const body = Buffer.concat([
    Buffer.from('fefd', 'hex'),
    randomBytes(32),
    Buffer.from([0, 0, 0, 4]),
    Buffer.from('c02bc02f', 'hex'),
    Buffer.from([1, 0, 0, extensions.length]),
    extensions,
  ]);
  const length = Buffer.alloc(3);
  length.writeUIntBE(body.length, 0, 3);
  const handshake = Buffer.concat([Buffer.from([1]), length, Buffer.alloc(5), length, body]);
  return record(22, 0, handshake);
}

function record(type: number, epoch: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt8(type, 0);
  head.writeUInt16BE(0xfefd, 1);
  head.writeUInt16BE(epoch, 3);
  head.writeUInt16BE(payload.length, 11);
  return Buffer.concat([head, payload]);
}

/** Encrypted records that are too short for what every cipher adds to them. */
const shortRecords = [0, 1, 7, 8, 15, 16, 23].map((length) => record(23, 1, Buffer.alloc(length, 7)));

/** Sound as it would be, with a tag that is not right. */
function wrongTag(sequence: number, ssrc: number): Buffer {
  const packet = randomBytes(12 + 80 + 10);
  packet.writeUInt16BE(0x806f, 0);
  packet.writeUInt16BE(sequence & 0xffff, 2);
  packet.writeUInt32BE(sequence * 960, 4);
  packet.writeUInt32BE(ssrc, 8);
  return packet;
}

async function spoil(talk: Talk, ms: number): Promise<void> {
  const begun = performance.now();
  for (let turn = 0; performance.now() - begun < ms; turn += 1) {
    const packet = turn % 5 === 0 ? shortRecords[(turn / 5) % shortRecords.length] : wrongTag(turn, 1001 + (turn % 8));
    if (packet) await talk.sendRaw(packet);
    await pause(4);
  }
}

class Attacker {
  private constructor(
    private readonly socket: Socket,
    private readonly port: number,
  ) {}

  static async open(port: number): Promise<Attacker> {
    const socket = createSocket('udp4');
    socket.on('error', () => undefined);
    await new Promise<void>((bound) => socket.bind(0, '127.0.0.1', bound));
    return new Attacker(socket, port);
  }

  greet(): void {
    this.#send(clientHello());
  }

  /** So many a second, whatever becomes of them. */
  async run(ms: number): Promise<number> {
    const begun = performance.now();
    let sent = 0;
    while (performance.now() - begun < ms) {
      const due = Math.min(((performance.now() - begun) / 1000) * perSecond, sent + perSecond / 10);
      for (; sent < due; sent += 1) this.#send(this.#shape(sent));
      await pause(4);
    }
    return sent;
  }

  close(): Promise<void> {
    return new Promise((done) => this.socket.close(() => done()));
  }

  #shape(turn: number): Buffer {
    if (turn % 100 === 0) return clientHello();
    if (turn % 10 === 0) return shortRecords[(turn / 10) % shortRecords.length] as Buffer;
    return wrongTag(turn, 1001 + (turn % 8));
  }

  #send(packet: Buffer): void {
    this.socket.send(packet, this.port, '127.0.0.1');
  }
}

/** Somebody with a right to be there names one certificate and shows another. `true`: somebody heard her. */
async function forgedIsHeard(running: RunningSplit): Promise<boolean> {
  const { visitId, patient, physician } = await running.world.visit();
  const hostWindow = await running.open('signaling-1', physician);
  await hostWindow.enter(visitId);
  const host = await Caller.join(hostWindow);
  const liar = await running.open('signaling-2', patient);
  const { me } = await liar.enter(visitId, arrivalInToronto);
  await hostWindow.ask('seat.admit', { seatId: me.seatId });
  const joined = await liar.join();
  // Of a certificate that she does not have.
  const forge = () => liar.ask('transport.connect', { direction: 'send', dtlsParameters });
  const opening = RtpPath.open(joined.send, forge).catch(() => null);
  const path = await Promise.race([opening, pause(longestHandshakeMs, null, { ref: false })]);
  try {
    if (!path) return false;
    const rtpParameters = sound();
    await liar.ask('producer.create', { source: 'microphone', rtpParameters });
    const voice = RtpStream.voice(path, rtpParameters.encodings[0]?.ssrc ?? 0);
    await eventually(
      'it has sent for a while',
      async () => voice.sent,
      (sent) => sent > 100,
    );
    voice.stop();
    return host.heardOf(me.seatId) > 0;
  } finally {
    await path?.close();
    await host.close();
  }
}
