import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import type { AddressInfo } from 'node:net';

export type NameRecord =
  | { type: 'SRV'; priority?: number; weight?: number; port: number; target: string }
  | { type: 'TXT'; text: string };

const types = { SRV: 33, TXT: 16 } as const;

/** A name server (RFC 1035) that knows what it was told, and says of all else that there is none. */
export class NameServer {
  readonly records = new Map<string, NameRecord[]>();
  /** It hears and says nothing. */
  mute = false;
  /** What was asked for. */
  readonly asked: string[] = [];

  private constructor(private readonly socket: Socket) {
    socket.on('message', (query, from) => {
      const { name, type, end } = questionIn(query);
      this.asked.push(name);
      if (!this.mute) socket.send(this.#answer(query, { name, type, end }), from.port, from.address);
    });
  }

  static async start(): Promise<NameServer> {
    const socket = createSocket('udp4');
    await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done));
    return new NameServer(socket);
  }

  get address(): string {
    return `127.0.0.1:${(this.socket.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((done) => this.socket.close(done));
  }

  #answer(query: Buffer, { name, type, end }: { name: string; type: number; end: number }): Buffer {
    const known = this.records.get(name);
    const told = (known ?? []).filter((each) => types[each.type] === type);
    const head = Buffer.from(query.subarray(0, 12));
    head.writeUInt16BE(known ? 0x8180 : 0x8183, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(told.length, 6);
    head.writeUInt32BE(0, 8);
    const lines = told.flatMap((each) => {
      const data = dataOf(each);
      const line = Buffer.alloc(12);
      // The name is that of the question.
      line.writeUInt16BE(0xc00c, 0);
      line.writeUInt16BE(type, 2);
      line.writeUInt16BE(1, 4);
      line.writeUInt32BE(60, 6);
      line.writeUInt16BE(data.length, 10);
      return [line, data];
    });
    return Buffer.concat([head, query.subarray(12, end), ...lines]);
  }
}

function questionIn(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('ascii', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

function dataOf(record: NameRecord): Buffer {
  if (record.type === 'TXT') return Buffer.concat([Buffer.from([record.text.length]), Buffer.from(record.text)]);
  const numbers = Buffer.alloc(6);
  numbers.writeUInt16BE(record.priority ?? 0, 0);
  numbers.writeUInt16BE(record.weight ?? 0, 2);
  numbers.writeUInt16BE(record.port, 4);
  const labels = record.target.split('.').filter(Boolean);
  return Buffer.concat([
    numbers,
    ...labels.map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);
}
