import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Problem, Readiness } from '@okaeri/contracts';
import { DiskBlobs, S3Blobs } from '@okaeri/platform';
import { Bucket } from '../support/bucket';
import { OwnHouse } from '../support/own-house';
import { pdf } from '../support/sample-files';

jest.setTimeout(60_000);

/** Real: a server of others' making that speaks S3 and proves signatures, HTTP, the whole api and PostgreSQL. */
describe('files in a bucket', () => {
  let bucket: Bucket;
  let folder: string;
  let blobs: S3Blobs;
  beforeAll(async () => {
    bucket = await Bucket.start();
    folder = await mkdtemp(join(tmpdir(), 'okaeri-coming-'));
    blobs = new S3Blobs(bucket.url(), new DiskBlobs(folder));
  });
  afterAll(async () => {
    await bucket.stop();
    await rm(folder, { recursive: true });
  });

  const here = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
  async function* pieces(bytes: Buffer, size = 300_000): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  async function kept(bytes: Buffer): Promise<string> {
    const id = randomUUID();
    await blobs.append(id, 0, pieces(bytes), bytes.length);
    await blobs.seal(id);
    return id;
  }

  it.each([1, 1000, 8 * 1024 * 1024, 8 * 1024 * 1024 + 1, 20_000_000])('are as they came: %d bytes', async (length) => {
    const bytes = randomBytes(length);
    const id = await kept(bytes);
    expect(await here()).toEqual([]);
    expect(await blobs.size(id)).toBe(length);
    expect((await buffer(await blobs.openRead(id))).equals(bytes)).toBe(true);
    const [start, end] = [Math.floor(length / 3), Math.floor(length / 2)];
    expect((await buffer(await blobs.openRead(id, { start, end }))).equals(bytes.subarray(start, end + 1))).toBe(true);
    // What lies beyond the end is nothing.
    expect(await buffer(await blobs.openRead(id, { start: length, end: length + 9 }))).toHaveLength(0);
    await blobs.seal(id);
    await blobs.remove(id);
    await blobs.remove(id);
    expect(await blobs.size(id)).toBe(0);
    await expect(blobs.openRead(id)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(blobs.seal(id)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('lie here while they come, and what was sealed here before there was a bucket is read from here', async () => {
    const [id, old] = [randomUUID(), randomUUID()];
    await blobs.append(id, 0, pieces(Buffer.from('welcome ')), 100);
    await blobs.append(id, 8, pieces(Buffer.from('home')), 100);
    expect(await blobs.size(id)).toBe(12);
    expect((await buffer(await blobs.openRead(id))).toString()).toBe('welcome home');
    const disk = new DiskBlobs(folder);
    await disk.append(old, 0, pieces(Buffer.from('before')), 100);
    await disk.seal(old);
    expect((await buffer(await blobs.openRead(old))).toString()).toBe('before');
    for (const each of [id, old]) await blobs.remove(each);
    expect(await here()).toEqual([]);
  });

  it('stay here when they are not taken, and go there the next time', async () => {
    const bytes = randomBytes(9_000_000);
    const id = randomUUID();
    await blobs.append(id, 0, pieces(bytes), bytes.length);
    await bucket.down(async () => {
      await expect(blobs.seal(id)).rejects.toMatchObject({ code: 'unavailable' });
    });
    const stranger = new S3Blobs(bucket.url('another'), new DiskBlobs(folder));
    await expect(stranger.seal(id)).rejects.toThrow(/^The object store answered 403\.$/);
    expect(await here()).toHaveLength(1);
    await blobs.seal(id);
    expect(await here()).toEqual([]);
    expect((await buffer(await blobs.openRead(id))).equals(bytes)).toBe(true);
  });

  it('are said to be there only while the bucket lets us in', async () => {
    expect(await blobs.answers()).toBe(true);
    const stranger = new S3Blobs(bucket.url('another'), new DiskBlobs(folder));
    const nowhere = new S3Blobs(bucket.url().replace('/okaeri/', '/another/'), new DiskBlobs(folder));
    expect([await stranger.answers(), await nowhere.answers()]).toEqual([false, false]);
    await bucket.down(() => expect(blobs.answers()).rejects.toThrow('fetch failed'));
  });

  it('are never looked for elsewhere', async () => {
    await expect(blobs.openRead('../other/key')).rejects.toThrow('UUID');
  });

  it('are brought, opened and lost with the server as those on a disk are, and lie there sealed', async () => {
    const house = await OwnHouse.open({ BLOB_S3_URL: bucket.url() });
    try {
      const letter = Buffer.concat([pdf(), Buffer.alloc(300_000, '% mark\n')]);
      const { uploadId, state } = await house.bring('letter.pdf', letter);
      expect([state, await house.blobs()]).toEqual(['done', []]);
      const path = `/api/patients/${house.patient.id}/uploads/${uploadId}/content`;
      expect((await house.bytes(house.patient, path)).bytes.equals(letter)).toBe(true);
      const lies = await buffer(await blobs.openRead(uploadId));
      expect(lies.subarray(0, 4).toString('latin1')).toBe('OKV\x01');
      expect(lies.includes('% mark')).toBe(false);
      const ready = async () => (await house.server.ask({ path: '/readyz' })).body as Readiness;
      expect((await ready()).degraded).not.toContain('bucket');
      await bucket.down(async () => {
        const answer = await house.ask(house.patient, 'GET', path);
        expect([answer.status, (answer.body as Problem).code]).toEqual([503, 'unavailable']);
        const { ready: isReady, degraded } = await ready();
        expect([isReady, degraded.includes('bucket')]).toEqual([true, true]);
      });
      expect((await ready()).degraded).not.toContain('bucket');
      expect((await house.bytes(house.patient, path)).status).toBe(200);
    } finally {
      await house.close();
    }
  });
});
