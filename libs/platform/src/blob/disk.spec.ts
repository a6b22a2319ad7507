import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { BlobTooLong } from './blob-store';
import { DiskBlobs } from './disk';

describe('blobs on a disk', () => {
  let folder: string;
  let blobs: DiskBlobs;
  const id = randomUUID();
  const bytes = (words: string) => Readable.from([Buffer.from(words)]);
  const files = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((f) => f.isFile());

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'okaeri-blobs-'));
    blobs = new DiskBlobs(folder);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('come in pieces and are sealed', async () => {
    expect(await blobs.size(id)).toBe(0);
    expect(await blobs.append(id, 0, bytes('welcome '), 100)).toBe(8);
    expect(await blobs.append(id, 8, bytes('home'), 100)).toBe(4);
    await blobs.seal(id);
    await blobs.seal(id);
    expect(await text(await blobs.openRead(id))).toBe('welcome home');
    expect(await text(await blobs.openRead(id, { start: 8, end: 10 }))).toBe('hom');
    expect(await blobs.hash(id)).toMatch(/^[0-9a-f]{64}$/);
    const [file] = await files();
    expect((await stat(join(file?.parentPath ?? '', file?.name ?? ''))).mode & 0o777).toBe(0o600);
    await blobs.remove(id);
    await blobs.remove(id);
    expect(await files()).toEqual([]);
  });

  it('go on where a piece broke off, without what came too far', async () => {
    await blobs.append(id, 0, bytes('0123456789'), 100);
    await blobs.append(id, 4, bytes('ab'), 100);
    expect(await text(await blobs.openRead(id))).toBe('0123ab');
  });

  it('take no more than they are told', async () => {
    await expect(blobs.append(id, 0, bytes('0123456789'), 4)).rejects.toBeInstanceOf(BlobTooLong);
  });

  it('are never looked for elsewhere', async () => {
    await expect(blobs.openRead('../../etc/passwd')).rejects.toThrow('UUID');
  });
});
