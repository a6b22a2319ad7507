import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyFile } from './key-file';
import { KmsClosed } from './kms';

describe('master keys in a file', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'okaeri-keys-'));
    file = join(folder, 'below', 'vault-keys');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('begin once, however many processes begin, and are for their owner alone', async () => {
    await Promise.all(Array.from({ length: 10 }, () => new KeyFile(file).begin()));
    const first = await new KeyFile(file).newest();
    await new KeyFile(file).begin();
    expect(await new KeyFile(file).newest()).toBe(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'below'))).toEqual(['vault-keys']);
  });

  it('wrap by the newest, and go on opening what an older one has wrapped', async () => {
    const [here, elsewhere] = [new KeyFile(file), new KeyFile(file)];
    await here.begin();
    const key = randomBytes(32);
    const old = await here.wrap(key, 'her');
    const id = await elsewhere.renew();
    expect(await here.newest()).toBe(id);
    expect((await here.wrap(key, 'her')).masterKeyId).toBe(id);
    expect(await here.unwrap(old, 'her')).toEqual(key);
  });

  it('open nothing under another name, by another key, or once it was changed', async () => {
    const kms = new KeyFile(file);
    await kms.begin();
    const wrapped = await kms.wrap(randomBytes(32), 'her');
    await expect(kms.unwrap(wrapped, 'somebody else')).rejects.toBeInstanceOf(KmsClosed);
    await expect(kms.unwrap({ ...wrapped, masterKeyId: 'another' }, 'her')).rejects.toBeInstanceOf(KmsClosed);
    wrapped.wrapped[20] = (wrapped.wrapped[20] ?? 0) ^ 1;
    await expect(kms.unwrap(wrapped, 'her')).rejects.toBeInstanceOf(KmsClosed);
  });

  it('are closed where the file is gone or is none, and say nothing of what is in it', async () => {
    const kms = new KeyFile(file);
    await expect(kms.newest()).rejects.toThrow(/ENOENT/);
    await kms.begin();
    await writeFile(file, '{ "keys": [{ "id": "secret" }] }');
    const error = (await kms.newest().catch((thrown: unknown) => thrown)) as Error;
    expect(error).toBeInstanceOf(KmsClosed);
    expect(error.message).not.toContain('secret');
  });
});
