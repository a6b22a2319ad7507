import type { AddressInfo } from 'node:net';
import type { NodeAnnouncement, SfuEventFrame, SfuRequestFrame } from '@okaeri/contracts';
import type { Log } from '@okaeri/runtime';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { SfuLink } from './link';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const announcement: NodeAnnouncement = {
  nodeId: 'n1',
  country: null,
  draining: false,
  workers: 1,
  rooms: 0,
  seats: 0,
  load: 0,
  openssl: '3',
  mediasoup: '3',
  rtpCapabilities: { codecs: [], headerExtensions: [] },
};
const room = { roomId: 'r', epoch: 1 };

/** The far end of the wire, played by the test. */
class FarEnd {
  readonly frames: SfuRequestFrame[] = [];
  readonly sockets: WebSocket[] = [];
  answering = true;
  readonly #server = new WebSocketServer({ port: 0, host: '127.0.0.1' });

  private constructor() {
    this.#server.on('connection', (socket, request) => {
      if (request.headers.authorization !== 'Bearer secret') {
        socket.terminate();
        return;
      }
      this.sockets.push(socket);
      this.say(socket, 'node', announcement);
      socket.on('message', (raw: Buffer) => {
        const frame = JSON.parse(raw.toString('utf8')) as SfuRequestFrame;
        this.frames.push(frame);
        if (this.answering) socket.send(JSON.stringify({ id: frame.id, ok: true, data: {} }));
      });
    });
  }

  static async open(): Promise<FarEnd> {
    const end = new FarEnd();
    await new Promise((done) => end.#server.once('listening', done));
    return end;
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  say(socket: WebSocket | undefined, event: string, data: object): void {
    socket?.send(JSON.stringify({ event, ...room, data }));
  }

  close(): void {
    for (const socket of this.sockets) socket.terminate();
    this.#server.close();
  }
}

async function until(done: () => boolean): Promise<void> {
  const late = performance.now() + 4000;
  while (!done()) {
    if (performance.now() > late) throw new Error('It did not happen within four seconds.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('the connection to an sfu node', () => {
  const far: FarEnd[] = [];
  const links: SfuLink[] = [];
  const ups: string[] = [];
  const downs: (string | null)[] = [];
  const events: SfuEventFrame[] = [];

  async function farEnd(): Promise<FarEnd> {
    const made = await FarEnd.open();
    far.push(made);
    return made;
  }

  function link(url: () => string | null, more: { secret?: string; silenceMilliseconds?: number } = {}): SfuLink {
    const made = new SfuLink({
      url,
      secret: 'secret',
      log: silent as unknown as Log,
      onUp: ({ nodeId }) => ups.push(nodeId),
      onDown: (nodeId) => downs.push(nodeId),
      onEvent: (frame) => events.push(frame),
      requestMilliseconds: 1500,
      ...more,
    });
    links.push(made);
    return made;
  }

  afterEach(() => {
    for (const made of links.splice(0)) made.close();
    for (const made of far.splice(0)) made.close();
    for (const list of [ups, downs, events]) list.length = 0;
  });

  it('repeats with the same id what was open when the connection broke, and gets the answer', async () => {
    const end = await farEnd();
    const made = link(() => end.url);
    await until(() => made.node !== null);
    end.answering = false;
    const answer = made.request('seat.leave', room, { seatId: 's' });
    await until(() => end.frames.length === 1);
    end.answering = true;
    end.sockets[0]?.terminate();
    expect(await answer).toEqual({});
    expect(end.frames.map(({ id }) => id)).toEqual([end.frames[0]?.id, end.frames[0]?.id]);
    expect([ups, downs]).toEqual([['n1', 'n1'], ['n1']]);
  });

  it('says at once that a node cannot be reached, and after a while that it does not answer', async () => {
    const absent = link(() => 'ws://127.0.0.1:1');
    await absent.tried;
    await expect(absent.request('room.close', room, {})).rejects.toMatchObject({ code: 'room_unavailable' });
    const end = await farEnd();
    const mute = link(() => end.url);
    await until(() => mute.node !== null);
    end.answering = false;
    await expect(mute.request('room.close', room, {})).rejects.toMatchObject({ code: 'room_unavailable' });
  });

  it('finds a node that has no address yet, and one that comes back at another', async () => {
    let url: string | null = null;
    const made = link(() => url);
    await made.tried;
    const first = await farEnd();
    url = first.url;
    await until(() => made.node !== null);
    const second = await farEnd();
    url = second.url;
    first.close();
    await until(() => second.sockets.length === 1 && made.node !== null);
  });

  it('hangs up on silence, for a dead connection may not know it', async () => {
    const end = await farEnd();
    const made = link(() => end.url, { silenceMilliseconds: 80 });
    await until(() => made.node !== null);
    await until(() => downs.length === 1 && end.sockets.length === 2);
  });

  it('hands on what the contract knows and drops the rest', async () => {
    const end = await farEnd();
    const made = link(() => end.url);
    await until(() => made.node !== null);
    const [socket] = end.sockets;
    socket?.send('no frame');
    end.say(socket, 'room.burnt', {});
    end.say(socket, 'consumer.closed', { seatId: 7 });
    end.say(socket, 'consumer.closed', { seatId: 's', consumerId: 'c' });
    await until(() => events.length > 0);
    expect(events).toEqual([{ event: 'consumer.closed', ...room, data: { seatId: 's', consumerId: 'c' } }]);
  });

  it('turns the refusals of the node into errors of ours', async () => {
    const end = await farEnd();
    const made = link(() => end.url);
    await until(() => made.node !== null);
    end.answering = false;
    for (const [code, expected] of [
      ['room_moved', 'room_moved'],
      ['whatever', 'internal'],
    ]) {
      const answer = made.request('room.close', room, {});
      await until(() => end.frames.length > 0);
      const { id } = end.frames.splice(0)[0] as SfuRequestFrame;
      end.sockets[0]?.send(JSON.stringify({ id, ok: false, error: { code, message: '' } }));
      await expect(answer).rejects.toMatchObject({ code: expected });
    }
  });
});
