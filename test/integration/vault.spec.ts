import { randomBytes, randomUUID } from 'node:crypto';
import { open, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileView, PersonId, Problem, Readiness } from '@okaeri/contracts';
import { DiskBlobs, KeyFile, destroyDataKeys, rotateMasterKey, vaultOf } from '@okaeri/platform';
import type { Vault } from '@okaeri/platform';
import { eraseRecord, moveFiles } from '@okaeri/records';
import { now } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import type { DataSource } from 'typeorm';
import { migrationSource } from '../../apps/migrate/src/data-source';
import { RecordsWorld } from '../support/records-world';
import { png, pngOf } from '../support/sample-files';

jest.setTimeout(60_000);

/** Real: PostgreSQL, the whole api, a folder on the disk and a file with keys. */
describe('files are sealed where they lie', () => {
  let world: RecordsWorld;
  let source: DataSource;
  let vault: Vault;
  beforeAll(async () => {
    world = await RecordsWorld.open();
    source = await migrationSource(world.database.url).initialize();
    vault = vaultOf(source, { BLOB_FOLDER: world.folder });
  });
  afterAll(async () => {
    await source.destroy();
    await world.close();
  });
  beforeEach(() => world.database.query(`delete from file where visit_id = $1`, [world.visitId]));

  const code = (answer: { body: unknown }) => (answer.body as Problem).code;
  const content = (fileId: string, range?: string) =>
    world.ask('sato', { path: `/api/files/${fileId}/content`, ...(range ? { headers: { range } } : {}) });
  const stored = async (fileId: string) => {
    const found = await readdir(world.folder, { recursive: true, withFileTypes: true });
    const file = found.find((each) => each.isFile() && each.name.startsWith(fileId));
    return file ? join(file.parentPath, file.name) : '';
  };
  const readiness = async () => (await world.server.ask({ path: '/readyz' })).body as Readiness;
  const move = () => moveFiles((fn) => source.transaction(fn), vault);
  const inVault = async (fileId: string) => {
    const rows = await world.database.query<{ in: boolean }>('select in_vault as in from file where id = $1', [fileId]);
    return rows[0]?.in;
  };
  /** A file as it was kept before there was a vault. */
  async function old(name: string, bytes: Buffer): Promise<string> {
    const { fileId } = await world.send('emily', name, bytes);
    await writeFile(await stored(fileId), bytes);
    await world.database.query('update file set in_vault = false where id = $1', [fileId]);
    return fileId;
  }

  it('under a key of the patient, and are read whole and in ranges as they came', async () => {
    const bytes = pngOf(1_500_000);
    const { fileId, body } = await world.send('emily', 'knee.png', bytes);
    expect(body).toMatchObject({ state: 'ready', received: bytes.length });
    const lies = await readFile(await stored(fileId));
    expect(lies.subarray(0, 4).toString('latin1')).toBe('OKV\x01');
    expect(bytes.includes('AAAAAAAA')).toBe(true);
    expect([lies.includes('AAAAAAAA'), lies.includes('IEND')]).toEqual([false, false]);
    expect((await content(fileId)).text).toBe(bytes.toString('utf8'));
    for (const [from, to] of [
      [0, 0],
      [65_530, 65_545],
      [65_536, 131_071],
      [131_071, 400_000],
      [1_499_990, 1_499_999],
    ]) {
      const part = await content(fileId, `bytes=${from}-${to}`);
      expect([part.status, part.text]).toEqual([206, bytes.subarray(from, (to ?? 0) + 1).toString('utf8')]);
    }
    const keys = await world.database.query('select version, destroyed_at from data_key');
    expect(keys).toEqual([{ version: 1, destroyed_at: null }]);
  });

  it('while they come in pieces of any size, also after one that broke off', async () => {
    const bytes = pngOf(400_000);
    const { fileId } = (await world.announce('emily', 'odd.png', bytes.length)).body as FileView;
    let at = 0;
    for (const size of [10, 90, 65_436, 65_536, 70_000, 1, 100_000]) {
      const answer = await world.piece('emily', fileId, at, bytes.subarray(at, at + size));
      expect(answer.status).toBe(200);
      at = (answer.body as FileView).received;
      // What was written further than its sender heard of is not part of it.
      await vault.append({ id: fileId, patientId: await patient() }, at, some(randomBytes(1000)), 1000);
    }
    expect(await world.piece('emily', fileId, at, bytes.subarray(at))).toMatchObject({ body: { state: 'ready' } });
    expect((await content(fileId)).text).toBe(bytes.toString('utf8'));
  });

  it('and those that lay open before are sealed by and by, and can be read all the while', async () => {
    const bytes = pngOf(200_000);
    const [first, second, changed, gone] = [
      await old('first.png', bytes),
      await old('second.png', bytes),
      await old('changed.png', bytes),
      await old('gone.png', bytes),
    ];
    // Of one that sealed it and was killed before it could say so.
    await vault.keep({ id: second, patientId: await patient() }, some(bytes));
    await writeFile(await stored(changed), pngOf(200_001));
    await new DiskBlobs(world.folder).remove(gone);
    for (const id of [first, second]) expect((await content(id, 'bytes=0-70000')).status).toBe(206);
    await expect(move()).rejects.toThrow(/^2 files lie open/);
    expect(await Promise.all([first, second, changed, gone].map(inVault))).toEqual([true, true, false, false]);
    for (const id of [first, second]) {
      expect((await readFile(await stored(id))).includes('AAAAAAAA')).toBe(false);
      expect((await content(id)).text).toBe(bytes.toString('utf8'));
    }
    await world.database.query('delete from file where id = any($1::uuid[])', [[changed, gone]]);
    expect(await move()).toBe(0);
  });

  it('and are not shown where somebody changed, cut or exchanged them at the disk', async () => {
    const bytes = pngOf(200_000);
    const ids: string[] = [];
    for (const name of ['a.png', 'b.png', 'c.png', 'd.png', 'e.png']) {
      ids.push((await world.send('emily', name, bytes)).fileId);
    }
    const [flipped, cut, taken, other, opened] = (await Promise.all(ids.map(stored))) as [string, ...string[]];
    const file = await open(flipped, 'r+');
    await file.write(Buffer.from([1, 2, 3, 4]), 0, 4, 1000);
    await file.close();
    await writeFile(cut ?? '', (await readFile(cut ?? '')).subarray(0, 52 + 65_564));
    await writeFile(other ?? '', await readFile(taken ?? ''));
    await writeFile(opened ?? '', bytes);
    for (const [at, name] of [
      [0, 'flipped'],
      [1, 'cut'],
      [3, 'exchanged'],
      [4, 'opened'],
    ] as const) {
      const answer = await content(ids[at] ?? '');
      expect([name, answer.status, code(answer)]).toEqual([name, 500, 'file_damaged']);
    }
    expect((await content(ids[2] ?? '')).status).toBe(200);
  });

  it('stay readable while the master key is changed, and without it as far as keys are remembered; nothing is written then', async () => {
    const bytes = pngOf(100_000);
    const { fileId } = await world.send('emily', 'before.png', bytes);
    expect((await content(fileId)).status).toBe(200);
    const { rewrapped } = await rotateMasterKey(source, new KeyFile(world.keys));
    expect(rewrapped).toBeGreaterThan(0);
    expect((await content(fileId)).status).toBe(200);
    expect((await world.send('emily', 'after.png', png())).status).toBe(200);

    await rename(world.keys, `${world.keys}.away`);
    try {
      expect((await readiness()).degraded).toContain('keys');
      expect((await content(fileId)).text).toBe(bytes.toString('utf8'));
      const before = await world.blobs();
      const sent = await world.send('emily', 'closed.png', bytes);
      expect([sent.status, code(sent)]).toEqual([503, 'vault_closed']);
      expect(await world.blobs()).toEqual(before);
      // Who has read nothing yet remembers no key.
      const elsewhere = vaultOf(source, { BLOB_FOLDER: world.folder });
      await expect(elsewhere.openRead(fileId)).rejects.toMatchObject({ code: 'vault_closed' });
    } finally {
      await rename(`${world.keys}.away`, world.keys);
    }
    expect((await readiness()).degraded).not.toContain('keys');
    expect((await world.send('emily', 'again.png', bytes)).status).toBe(200);
  });

  it('and are noise once the key of the patient was destroyed', async () => {
    const { fileId } = await world.send('emily', 'last.png', png());
    const lies = await readFile(await stored(fileId));
    expect((await content(fileId)).status).toBe(200);
    const personId = await patient();
    const erase = (id: PersonId, day: Temporal.PlainDate) => source.transaction((em) => eraseRecord(em, id, day));
    const today = now().toZonedDateTimeISO('UTC').toPlainDate();
    const later = today.add({ years: 40 });
    // In Japan it has to be kept for five years.
    expect(await erase(personId, today)).toMatchObject({ kept: { country: 'JP' } });
    expect((await content(fileId)).status).toBe(200);
    await source.transaction((em) => destroyDataKeys(em, [personId]));
    expect(await erase(randomUUID() as PersonId, later)).toBeNull();
    const [row] = await world.database.query('select wrapped, destroyed_at is not null as destroyed from data_key');
    expect(row).toEqual({ wrapped: null, destroyed: true });
    // The api has the key in its memory.
    expect([(await content(fileId)).status, code(await content(fileId))]).toEqual([410, 'record_erased']);
    const sent = await world.send('emily', 'new.png', png());
    expect([sent.status, code(sent)]).toEqual([410, 'record_erased']);
    expect(await readFile(await stored(fileId))).toEqual(lies);
  });

  async function patient(): Promise<PersonId> {
    const rows = await world.database.query<{ id: PersonId }>('select patient_id as id from episode where id = $1', [
      world.episodeId,
    ]);
    return rows[0]?.id as PersonId;
  }

  async function* some(bytes: Buffer): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
});
