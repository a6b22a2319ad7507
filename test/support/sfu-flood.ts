import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';

/** First bytes by which a media port tells STUN, DTLS and RTP apart (RFC 7983), and lengths about the limits of each. */
const beginnings = [
  [0x00, 0x01, 0x00, 0x08, 0x21, 0x12, 0xa4, 0x42],
  [0x16, 0xfe, 0xfd, 0x00, 0x00],
  [0x17, 0xfe, 0xfd, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x02],
  [0x80, 0x64, 0x00, 0x01],
  [0x81, 0xc8, 0x00, 0x06],
  [0xff],
];
const lengths = [0, 1, 4, 12, 13, 20, 64, 600, 1500];

/** Sends malformed packets to a UDP port of this machine for some time; answers with their number. */
export async function flood(port: number, milliseconds: number): Promise<number> {
  const socket = createSocket('udp4');
  socket.on('error', () => undefined);
  const end = performance.now() + milliseconds;
  let sent = 0;
  while (performance.now() < end) {
    for (const beginning of beginnings) {
      for (const length of lengths) {
        socket.send(Buffer.concat([Buffer.from(beginning), randomBytes(length)]), port, '127.0.0.1');
        sent += 1;
      }
    }
    await new Promise((done) => setTimeout(done, 10));
  }
  await new Promise<void>((done) => socket.close(done));
  return sent;
}
