import { randomBytes, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { KmsClosed } from './kms';
import type { Kms, Wrapped } from './kms';
import { openBox, sealBox } from './segments';

const content = z.strictObject({
  keys: z.array(z.strictObject({ id: z.uuid(), key: z.base64url().length(43) })).min(1),
});
type MasterKeys = z.output<typeof content>['keys'];

/**
 * Master keys in a file of this machine, the newest last. It is read at each use, so that all processes go by what another
 * has added. Whoever loses it loses every file: it belongs into a backup of its own, apart from that of the database.
 */
export class KeyFile implements Kms {
  constructor(private readonly file: string) {}

  async newest(): Promise<string> {
    return (await this.#last()).id;
  }

  async wrap(key: Buffer, bound: string): Promise<Wrapped> {
    const master = await this.#last();
    return { masterKeyId: master.id, wrapped: sealBox(bytesOf(master.key), key, bound) };
  }

  async unwrap({ masterKeyId, wrapped }: Wrapped, bound: string): Promise<Buffer> {
    const master = (await this.#read()).find(({ id }) => id === masterKeyId);
    if (!master) throw new KmsClosed('The file of master keys does not hold the one that is needed.');
    const key = openBox(bytesOf(master.key), wrapped, bound);
    if (!key) throw new KmsClosed('A data key does not open by its master key.');
    return key;
  }

  async begin(): Promise<void> {
    const passing = await this.#write([newKey()]);
    try {
      // Unlike a rename it fails where another process was quicker, whose key is then the first.
      await link(passing, this.file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw closed(error);
    } finally {
      await rm(passing, { force: true });
    }
    await syncFolder(this.file);
  }

  async renew(): Promise<string> {
    const added = newKey();
    await rename(await this.#write([...(await this.#read()), added]), this.file);
    await syncFolder(this.file);
    return added.id;
  }

  async #last(): Promise<MasterKeys[number]> {
    const last = (await this.#read()).at(-1);
    if (!last) throw new KmsClosed('The file of master keys is empty.');
    return last;
  }

  async #read(): Promise<MasterKeys> {
    const text = await readFile(this.file, 'utf8').catch((error: unknown) => {
      throw closed(error);
    });
    const parsed = content.safeParse(jsonOf(text));
    // Without the parser's words: they repeat what they could not read.
    if (!parsed.success) throw new KmsClosed('The file of master keys is not as it was written.');
    return parsed.data.keys;
  }

  /** Whole and on the disk before it gets its name. */
  async #write(keys: MasterKeys): Promise<string> {
    const passing = `${this.file}.${randomBytes(6).toString('hex')}.new`;
    try {
      await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
      const file = await open(passing, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
      try {
        await file.writeFile(`${JSON.stringify({ keys }, null, 1)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (error) {
      throw closed(error);
    }
    return passing;
  }
}

const newKey = () => ({ id: randomUUID(), key: randomBytes(32).toString('base64url') });
const bytesOf = (key: string) => Buffer.from(key, 'base64url');

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const closed = (error: unknown) =>
  new KmsClosed(`The file of master keys cannot be used: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}.`);

async function syncFolder(file: string): Promise<void> {
  const folder = await open(dirname(file), constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
