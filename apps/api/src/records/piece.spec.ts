import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readPiece } from './piece';
import type { Piece } from './piece';

describe('a piece of a file', () => {
  const pieces: Promise<Piece>[] = [];
  const server = createServer((incoming, outgoing) => {
    const piece = readPiece(incoming, 300);
    pieces.push(piece);
    void piece.then(() => outgoing.end());
  });
  beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
  afterAll(() => server.close());

  const send = () => {
    const { port } = server.address() as AddressInfo;
    const sent = request({ port, method: 'PUT', headers: { 'content-length': 30 } });
    sent.on('error', () => undefined);
    return sent;
  };
  const arrives = () => once(server, 'request');

  it('is what came before its sender fell silent', async () => {
    const sent = send();
    const ended = new Promise((closed) => sent.on('close', closed));
    sent.write('ten bytes!');
    await arrives();
    expect(await pieces.pop()).toEqual({ bytes: Buffer.from('ten bytes!'), whole: false });
    await ended;
  });

  it('is all of it where it comes slowly', async () => {
    const sent = send();
    const answered = once(sent, 'response');
    sent.write('ten bytes!');
    await arrives();
    for (let turn = 0; turn < 2; turn += 1) {
      await new Promise((later) => setTimeout(later, 200));
      sent.write('ten bytes!');
    }
    expect(await pieces.pop()).toEqual({ bytes: Buffer.from('ten bytes!'.repeat(3)), whole: true });
    await answered;
    sent.destroy();
  });
});
