import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UploadView } from '@okaeri/contracts';
import { startApi } from './server';
import type { Answer, TestServer } from './server';
import { SocketWorld } from './socket-world';
import type { Somebody } from './socket-world';
import { until } from './until';

/** A house of people who are not made up: the whole api, a patient with her physician, and a folder of its own for files. */
export class OwnHouse {
  private constructor(
    readonly world: SocketWorld,
    readonly server: TestServer,
    readonly folder: string,
    readonly visitId: string,
    readonly institutionId: string,
    readonly patient: Somebody,
    readonly physician: Somebody,
  ) {}

  static async open(env: Record<string, string> = {}): Promise<OwnHouse> {
    const world = await SocketWorld.open();
    const { visitId, institutionId, patient, physician } = await world.visit();
    const folder = await mkdtemp(join(tmpdir(), 'okaeri-own-blobs-'));
    const server = await startApi(world.url, { OKAERI_RATES: 'wide', BLOB_FOLDER: folder, ...env });
    return new OwnHouse(world, server, folder, visitId, institutionId, patient, physician);
  }

  get keys(): string {
    return `${this.folder}.keys`;
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.world.close();
    await rm(this.folder, { recursive: true });
    await rm(this.keys, { force: true });
  }

  ask(who: Somebody, method: string, path: string, json?: unknown): Promise<Answer> {
    const headers: Record<string, string> = method === 'POST' ? { 'idempotency-key': randomUUID() } : {};
    return this.server.ask({ method, path, cookie: who.cookie, headers, ...(json === undefined ? {} : { json }) });
  }

  /** The answer's body; anything but a success fails the test. */
  async told<T>(who: Somebody, method: string, path: string, json?: unknown): Promise<T> {
    const answer = await this.ask(who, method, path, json);
    if (answer.status >= 300) throw new Error(`${method} ${path} was answered ${answer.status}: ${answer.text}`);
    return answer.body as T;
  }

  query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.world.data.query(sql, values);
  }

  /** Brings a file into the record of the patient, and waits until it was looked into. */
  async bring(name: string, content: Buffer, who = this.patient): Promise<UploadView> {
    const at = `/api/patients/${who.id}/uploads`;
    const { uploadId } = await this.told<UploadView>(who, 'POST', at, { name, bytes: content.length, type: '' });
    await this.put(who, `${at}/${uploadId}/content`, content);
    let view: UploadView | undefined;
    await until(async () => {
      view = await this.told<UploadView>(who, 'GET', `${at}/${uploadId}`);
      return view.state === 'done' || view.state === 'refused';
    });
    if (!view) throw new Error('unreachable');
    return view;
  }

  /** A FHIR file, as it is brought alone. */
  async bringRecord(raw: string): Promise<Answer> {
    return this.server.ask({
      ...{ method: 'POST', path: `/api/patients/${this.patient.id}/record/imports`, cookie: this.patient.cookie, raw },
      headers: { 'content-type': 'application/fhir+json', 'content-length': String(Buffer.byteLength(raw)) },
    });
  }

  /** One piece that is the whole of it. */
  async put(who: Somebody, path: string, content: Buffer): Promise<void> {
    const answer = await fetch(`http://localhost:${this.server.port}${path}`, {
      method: 'PUT',
      headers: { cookie: who.cookie, 'content-type': 'application/octet-stream', 'upload-offset': '0' },
      body: new Uint8Array(content),
    });
    if (answer.status !== 200) throw new Error(`PUT ${path} was answered ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  }

  async bytes(who: Somebody, path: string): Promise<{ status: number; bytes: Buffer }> {
    const answer = await fetch(`http://localhost:${this.server.port}${path}`, { headers: { cookie: who.cookie } });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  /** Every file that the store holds. */
  async blobs(): Promise<string[]> {
    const found = await readdir(this.folder, { recursive: true, withFileTypes: true });
    return found.filter((each) => each.isFile()).map(({ name }) => name);
  }

  /** The tables in which one of these words stands anywhere. */
  async tablesWith(words: readonly string[]): Promise<string[]> {
    const tables = await this.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await this.query(`select 1 from "${name}" t where t::text ~* $1 limit 1`, [words.join('|')]);
      if (rows.length > 0) found.push(name);
    }
    return found;
  }
}
