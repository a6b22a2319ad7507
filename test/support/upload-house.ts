import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { SessionPage, UploadView } from '@okaeri/contracts';
import { ask, signIn } from './server';
import type { Answer, TestServer } from './server';
import type { Standalone } from './standalone';

/** The server, asked as Emily in her own window. */
export class UploadHouse {
  /** Answers that say that something of ours broke. */
  errors = 0;

  private constructor(
    private readonly port: number,
    private readonly pid: number,
    private readonly cookie: string,
    private readonly personId: string,
  ) {}

  static async of(server: Pick<Standalone, 'origin' | 'pid'>): Promise<UploadHouse> {
    const port = Number(new URL(server.origin).port);
    const asked = { port, ask: (input: Parameters<typeof ask>[1]) => ask(port, input) } as TestServer;
    const cookie = await signIn(asked, 'emily');
    const { body } = await asked.ask({ path: '/api/session', cookie });
    return new UploadHouse(port, server.pid, cookie, (body as SessionPage).me?.personId ?? '');
  }

  get #base(): string {
    return `/api/patients/${this.personId}`;
  }

  get(path: string): Promise<Answer> {
    return this.#told({ path: `${this.#base}${path}` });
  }

  /** Asks for a file that is not there: the least that a page asks. */
  lookUp(): Promise<Answer> {
    return this.get('/uploads/00000000-0000-4000-8000-000000000000');
  }

  /** So many look something up at once, each by a connection of their own. */
  async crowd(count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, () => this.lookUp()));
  }

  post(raw: string): Promise<Answer> {
    const headers = { 'idempotency-key': randomUUID() };
    return this.#told({ method: 'POST', path: `${this.#base}/uploads`, raw, headers });
  }

  /** As a page does: in pieces, and asks again and again what became of it. */
  async bring(content: Buffer, everyMs = 100): Promise<UploadView> {
    const announced = (await this.post(JSON.stringify({ name: 'file', bytes: content.length }))).body as UploadView;
    for (let from = 0; from < content.length; from += 1_048_576) {
      await this.#put(announced.uploadId, from, content.subarray(from, from + 1_048_576));
    }
    for (;;) {
      const view = (await this.get(`/uploads/${announced.uploadId}`)).body as UploadView;
      if (view.state === 'done' || view.state === 'refused') return view;
      await pause(everyMs);
    }
  }

  /** So many at once, each broken off in its first piece. */
  async drop(count: number): Promise<void> {
    const ids = [...this.#coming];
    for (let at = ids.length; at < 8; at += 1) {
      const { body } = await this.post(JSON.stringify({ name: 'cut', bytes: 100_000_000 }));
      ids.push((body as UploadView).uploadId);
    }
    const piece = Buffer.alloc(1_048_576);
    await Promise.all(
      Array.from({ length: count }, (_, at) => this.#put(ids[at % ids.length] ?? '', 0, piece, 300_000)),
    );
  }

  /** What is still coming is given up. */
  async giveUp(): Promise<void> {
    for (const id of this.#coming) await this.#told({ method: 'DELETE', path: `${this.#base}/uploads/${id}` });
  }

  readonly #coming = new Set<string>();

  /** Megabytes that the process has in memory, and the most since it was asked to forget. */
  async memory(): Promise<{ now: number; peak: number }> {
    const status = await readFile(`/proc/${this.pid}/status`, 'utf8');
    const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
    return { now: of('VmRSS'), peak: of('VmHWM') };
  }

  forgetPeak(): Promise<void> {
    return writeFile(`/proc/${this.pid}/clear_refs`, '5');
  }

  async #told(input: Parameters<typeof ask>[1]): Promise<Answer> {
    const answer = await ask(this.port, { ...input, cookie: this.cookie });
    if (answer.status >= 500) this.errors += 1;
    const { uploadId, state } = (answer.body ?? {}) as Partial<UploadView>;
    if (uploadId && state === 'receiving') this.#coming.add(uploadId);
    else if (uploadId) this.#coming.delete(uploadId);
    return answer;
  }

  #put(uploadId: string, offset: number, piece: Buffer, cut?: number): Promise<void> {
    return new Promise((resolve) => {
      const outgoing = request(
        {
          ...{ port: this.port, host: '127.0.0.1', method: 'PUT', agent: false },
          path: `${this.#base}/uploads/${uploadId}/content`,
          headers: {
            ...{ cookie: this.cookie, host: `localhost:${this.port}`, 'content-type': 'application/octet-stream' },
            ...{ 'content-length': piece.length, 'upload-offset': offset },
          },
        },
        (incoming) => {
          if ((incoming.statusCode ?? 0) >= 500) this.errors += 1;
          incoming.resume().on('end', resolve);
        },
      );
      outgoing.on('error', () => resolve());
      if (cut === undefined) outgoing.end(piece);
      else outgoing.write(piece.subarray(0, cut), () => outgoing.destroy());
    });
  }
}
