import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileView, HomePage, VisitPage } from '@okaeri/contracts';
import { createTestDatabase } from './database';
import type { TestDatabase } from './database';
import { signIn, startApi } from './server';
import type { Answer, Ask, TestServer } from './server';

/** The whole api over PostgreSQL, with the people of the demo world and a folder of its own for files. */
export class RecordsWorld {
  readonly #cookies = new Map<string, string>();

  private constructor(
    readonly database: TestDatabase,
    readonly server: TestServer,
    readonly folder: string,
    /** Of Emily and Dr Sato, joinable now. */
    readonly visitId: string,
    readonly episodeId: string,
  ) {}

  static async open(env: Record<string, string> = {}): Promise<RecordsWorld> {
    const database = await createTestDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'okaeri-test-blobs-'));
    const server = await startApi(database.url, { OKAERI_DEMO: '1', BLOB_FOLDER: folder, ...env });
    const cookie = await signIn(server, 'emily');
    const home = (await server.ask({ path: '/api/pages/home', cookie })).body as HomePage;
    const visitId = home.next?.visitId ?? '';
    const rows = await database.query<{ id: string }>('select episode_id as id from visit where id = $1', [visitId]);
    return new RecordsWorld(database, server, folder, visitId, rows[0]?.id ?? '');
  }

  /** The master keys, where they are looked for if nobody says where they are. */
  get keys(): string {
    return `${this.folder}.keys`;
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.database.drop();
    await rm(this.folder, { recursive: true });
    await rm(this.keys, { force: true });
  }

  async ask(persona: string, input: Ask): Promise<Answer> {
    const cookie = await this.#cookie(persona);
    const keyed: Record<string, string> = input.method === 'POST' ? { 'idempotency-key': randomUUID() } : {};
    return this.server.ask({ ...input, cookie, headers: { ...keyed, ...input.headers } });
  }

  async #cookie(persona: string): Promise<string> {
    const cookie = this.#cookies.get(persona) ?? (await signIn(this.server, persona));
    this.#cookies.set(persona, cookie);
    return cookie;
  }

  /** The answer's body; anything but a success fails the test. */
  async told<T>(persona: string, input: Ask): Promise<T> {
    const answer = await this.ask(persona, input);
    if (answer.status >= 300) throw new Error(`${persona} was answered ${answer.status}: ${answer.text}`);
    return answer.body as T;
  }

  visit(persona: string): Promise<VisitPage> {
    return this.told<VisitPage>(persona, { path: `/api/pages/visits/${this.visitId}` });
  }

  announce(persona: string, name: string, bytes: number, type = ''): Promise<Answer> {
    const path = `/api/visits/${this.visitId}/files`;
    return this.ask(persona, { method: 'POST', path, json: { name, bytes, type } });
  }

  /** Sends a whole file as the page does, and answers what the last piece was answered. */
  async send(persona: string, name: string, content: Buffer, type = ''): Promise<Answer & { fileId: string }> {
    const announced = await this.announce(persona, name, content.length, type);
    const { fileId } = announced.body as FileView;
    let answer = announced;
    for (let at = 0; at < content.length && answer.status === 200; at += 524_288) {
      answer = await this.piece(persona, fileId, at, content.subarray(at, at + 524_288));
    }
    return { ...answer, fileId };
  }

  /** One piece; with `cut`, the connection breaks off after so many bytes of it. */
  piece(persona: string, fileId: string, offset: number, piece: Buffer, cut?: number): Promise<Answer> {
    return this.put(persona, `/api/files/${fileId}/content`, offset, piece, cut);
  }

  /** The same to any address that takes pieces. */
  async put(persona: string, path: string, offset: number, piece: Buffer, cut?: number): Promise<Answer> {
    const cookie = await this.#cookie(persona);
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          port: this.server.port,
          host: '127.0.0.1',
          method: 'PUT',
          path,
          agent: false,
          headers: {
            cookie,
            host: `localhost:${this.server.port}`,
            'content-type': 'application/octet-stream',
            'content-length': piece.length,
            'upload-offset': offset,
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              text,
              body: text.startsWith('{') ? (JSON.parse(text) as unknown) : null,
            });
          });
        },
      );
      outgoing.on('error', (error) => {
        if (cut === undefined) reject(error);
        else resolve({ status: 0, headers: {}, text: '', body: null });
      });
      if (cut === undefined) outgoing.end(piece);
      else outgoing.write(piece.subarray(0, cut), () => outgoing.destroy());
    });
  }

  /** What lies at an address, byte by byte; an answer that is broken off fails. */
  async bytes(
    persona: string,
    path: string,
    range?: string,
  ): Promise<{ status: number; headers: Record<string, string>; bytes: Buffer }> {
    const cookie = await this.#cookie(persona);
    const answer = await fetch(`http://localhost:${this.server.port}${path}`, {
      headers: { cookie, ...(range ? { range } : {}) },
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, headers: Object.fromEntries(answer.headers), bytes };
  }

  /** Every file that the store holds. */
  async blobs(): Promise<string[]> {
    const found = await readdir(this.folder, { recursive: true, withFileTypes: true });
    return found.filter((each) => each.isFile()).map(({ name }) => name);
  }
}
