import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { BlobTooLong, requireBlobId } from './blob-store';
import type { BlobStore } from './blob-store';

const onlyOurs = 0o600;

/** Blobs as files of a folder, two levels deep so that no folder grows large. Several processes may share it. */
export class DiskBlobs implements BlobStore {
  constructor(private readonly folder: string) {}

  async append(id: string, offset: number, data: AsyncIterable<Uint8Array>, limit: number): Promise<number> {
    const path = this.#part(id);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, constants.O_WRONLY | constants.O_CREAT, onlyOurs);
    try {
      let written = 0;
      for await (const chunk of data) {
        if (written + chunk.length > limit) throw new BlobTooLong();
        await writeAll(file, chunk, offset + written);
        written += chunk.length;
      }
      // What a broken attempt left behind it is not part of this one.
      await file.truncate(offset + written);
      return written;
    } finally {
      await file.close();
    }
  }

  async size(id: string): Promise<number> {
    return (await sizeOf(this.#whole(id))) ?? (await sizeOf(this.#part(id))) ?? 0;
  }

  async seal(id: string): Promise<void> {
    const whole = this.#whole(id);
    const part = await open(this.#part(id), constants.O_RDWR).catch((error: unknown) => {
      if (isAbsent(error)) return null;
      throw error;
    });
    // Sealed before, or never written.
    if (!part) return access(whole);
    try {
      await part.sync();
    } finally {
      await part.close();
    }
    await rename(this.#part(id), whole);
    const folder = await open(dirname(whole), constants.O_RDONLY);
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }

  async openRead(id: string, range?: { start: number; end: number }, atOnce?: number): Promise<Readable> {
    const file = await open(this.#whole(id), constants.O_RDONLY).catch((error: unknown) => {
      if (isAbsent(error)) return open(this.#part(id), constants.O_RDONLY);
      throw error;
    });
    return file.createReadStream({ ...range, ...(atOnce === undefined ? {} : { highWaterMark: atOnce }) });
  }

  async hash(id: string): Promise<string> {
    const sum = createHash('sha256');
    for await (const chunk of await this.openRead(id)) sum.update(chunk as Buffer);
    return sum.digest('hex');
  }

  async remove(id: string): Promise<void> {
    await rm(this.#part(id), { force: true });
    await rm(this.#whole(id), { force: true });
  }

  #whole(id: string): string {
    requireBlobId(id);
    return join(this.folder, id.slice(0, 2), id.slice(2, 4), id);
  }

  #part(id: string): string {
    return `${this.#whole(id)}.part`;
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < chunk.length) {
    const { bytesWritten } = await file.write(chunk, done, chunk.length - done, position + done);
    done += bytesWritten;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

const isAbsent = (error: unknown) => (error as { code?: unknown } | null)?.code === 'ENOENT';
