import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/** A server that speaks S3, of others' making, with one bucket; it refuses what is not signed by its one key. */
export class Bucket {
  #server: S3rver;

  private constructor(
    server: S3rver,
    private readonly folder: string,
    private readonly port: number,
  ) {
    this.#server = server;
  }

  static async start(): Promise<Bucket> {
    const folder = mkdtempSync(join(tmpdir(), 'okaeri-bucket-'));
    const server = serverOf(folder, 0);
    const { port } = await server.run();
    return new Bucket(server, folder, port);
  }

  url(secret = 'S3RVER'): string {
    return `http://S3RVER:${secret}@127.0.0.1:${this.port}/okaeri/files?region=ca-central-1`;
  }

  /** For as long as `work` takes nobody answers. */
  async down(work: () => Promise<void>): Promise<void> {
    await this.#server.close();
    try {
      await work();
    } finally {
      this.#server = serverOf(this.folder, this.port);
      await this.#server.run();
    }
  }

  async stop(): Promise<void> {
    await this.#server.close();
    rmSync(this.folder, { recursive: true });
  }
}

const serverOf = (directory: string, port: number) =>
  new S3rver({
    ...{ port, address: '127.0.0.1', silent: true, directory },
    configureBuckets: [{ name: 'okaeri' }],
  });
