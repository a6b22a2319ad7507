import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** How far the chain had come at a time. */
const anchor = z.strictObject({
  place: z.number().int().positive(),
  /** The row that was sealed there. */
  row: z.string().regex(/^\d+$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
});
export type Anchor = z.infer<typeof anchor>;

/** What is kept where who looks after the database cannot change it. */
export interface Anchors {
  append(anchor: Anchor): Promise<void>;
  last(): Promise<Anchor | null>;
  /** All, as they were written; `null` for one that cannot be read. */
  all(): AsyncIterable<Anchor | null>;
}

/** More than two anchors are long. */
const tailBytes = 1024;

function readAnchor(line: string): Anchor | null {
  try {
    return anchor.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * One to a line, in a file that only grows: made append-only by its file system (`chattr +a`), on a share of somebody
 * else's, or shipped elsewhere line by line like a log. None is ever removed, however old: the newest vouches only for the chain as it is
 * now, and a chain that was made anew would get a newest one too. It is the old ones that then say otherwise, and since when. They are
 * 80 MB a year at the most.
 */
export class FileAnchors implements Anchors {
  constructor(private readonly path: string) {}

  async append(written: Anchor): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const tail = await this.#tail();
    const file = await open(this.path, 'a', 0o640);
    try {
      // A line that a power cut has left half is ended first: what comes must not be lost with it.
      await file.write(`${tail === '' || tail.endsWith('\n') ? '' : '\n'}${JSON.stringify(written)}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  async last(): Promise<Anchor | null> {
    const lines = (await this.#tail()).split('\n').toReversed();
    return lines.map(readAnchor).find((read) => read !== null) ?? null;
  }

  async *all(): AsyncIterable<Anchor | null> {
    if ((await this.#tail()) === '') return;
    for await (const line of createInterface({ input: createReadStream(this.path), crlfDelay: Infinity })) {
      if (line !== '') yield readAnchor(line);
    }
  }

  async #tail(): Promise<string> {
    const file = await open(this.path, 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (!file) return '';
    try {
      const { size } = await file.stat();
      const length = Math.min(size, tailBytes);
      const { buffer } = await file.read({ buffer: Buffer.alloc(length), position: size - length });
      return buffer.toString('utf8');
    } finally {
      await file.close();
    }
  }
}
