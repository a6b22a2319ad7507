import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { search } from './search';

describe('a code of six digits', () => {
  let folder: string;
  const hits = (...lines: string[]) => {
    writeFileSync(join(folder, 'server.log'), lines.map((line) => `${line}\n`).join(''));
    return search(folder, [{ kind: 'code', value: '297567' }]).hits.map(({ line }) => line);
  };
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'okaeri-search-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is found wherever it stands by itself', () => {
    expect(
      hits(
        '{"code":"297567"}',
        '{"code":297567}',
        'your code is 297567.',
        '/sign-in?code=297567&x=1',
        'code%20297567',
        JSON.stringify('Your code:\n297567\n'),
        'code297567z',
        '297567',
      ),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is found in base64', () => {
    expect(hits(Buffer.from('297567').toString('base64'))).toEqual([1]);
  });

  it('is no leak where a time or an id has the same digits', () => {
    expect(
      hits(
        '{"created_at_ms": 1795339297567}',
        '{"at": "2026-11-22T09:41:37.297567+00:00"}',
        'mail-a297567d-99cc-4084-a810-7d7cbc1231c0-0',
        'node-1297567',
      ),
    ).toEqual([]);
  });
});
