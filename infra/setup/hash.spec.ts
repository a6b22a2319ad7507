import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentHash, outlineHash } from './hash.mjs';

describe('what a build is made from', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hash-'));
    mkdirSync(join(folder, 'libs', 'a'), { recursive: true });
    writeFileSync(join(folder, 'libs', 'a', 'one.ts'), 'one');
    writeFileSync(join(folder, 'lock.json'), '{}');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const hash = () => contentHash(folder, ['libs', 'lock.json', 'missing'], (name) => name.endsWith('.spec.ts'));

  it('changes with a content, a name and a new file, not with a time or a test', () => {
    const first = hash();
    utimesSync(join(folder, 'lock.json'), 1, 1);
    writeFileSync(join(folder, 'libs', 'a', 'one.spec.ts'), 'test');
    expect(hash()).toBe(first);
    writeFileSync(join(folder, 'libs', 'a', 'one.ts'), 'two');
    const second = hash();
    expect(second).not.toBe(first);
    writeFileSync(join(folder, 'libs', 'b.ts'), '');
    expect(hash()).not.toBe(second);
  });

  it('sees a result that somebody touched', () => {
    const first = outlineHash(folder);
    expect(outlineHash(folder)).toBe(first);
    writeFileSync(join(folder, 'lock.json'), '{ }');
    expect(outlineHash(folder)).not.toBe(first);
  });
});
