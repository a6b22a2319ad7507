import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hashPasscode, isPasscode } from './passcode';
import { readLink, writeLink } from './payload';
import { openFile, sealFile } from './sealed';

const key = Buffer.alloc(32, 7);
const link = {
  ...{ url: 'https://okaeri.example/api/shl/x', key: key.toString('base64url'), exp: 1_800_000_000 },
  ...{ flag: 'LP', label: '李医師へ', v: 1 },
};

describe('a SMART Health Link', () => {
  it('is read as it was written, with the page of a viewer before it or without', () => {
    const text = writeLink(link);
    expect(text).toMatch(/^shlink:\/[\w-]+$/);
    for (const pasted of [text, ` ${text}\n`, `https://viewer.example/page#${text}`])
      expect(readLink(pasted)).toEqual(link);
  });

  it.each([
    ['nothing', ''],
    ['an address', 'https://okaeri.example'],
    ['no JSON', 'shlink:/AAAA'],
    ['no key', writeLink({ ...link, key: 'short' })],
    ['an address of a file', writeLink({ ...link, url: 'file:///etc/passwd' })],
    ['a later version', writeLink({ ...link, v: 2 })],
  ])('is none in %s', (_, text) => {
    expect(readLink(text)).toBeNull();
  });

  it('opens with its own key alone, and whole', async () => {
    const jwe = await sealFile(key, '{"resourceType":"Bundle"}');
    const { bytes, contentType } = await openFile(key, jwe);
    expect([Buffer.from(bytes).toString('utf8'), contentType]).toEqual([
      '{"resourceType":"Bundle"}',
      'application/fhir+json',
    ]);
    await expect(openFile(Buffer.alloc(32, 8), jwe)).rejects.toThrow('decryption operation failed');
    await expect(openFile(key, `${jwe.slice(0, -2)}AA`)).rejects.toThrow('decryption operation failed');
  });

  it('brings no more than can be held, however small it is packed', async () => {
    const bomb = await sealFile(key, ' '.repeat(33 * 1_048_576));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(openFile(key, bomb)).rejects.toThrow(/exceed|ecompress/);
  });

  it('knows its passcode again, by whichever keyboard it is typed', async () => {
    const kept = await hashPasscode('café-7');
    expect(kept).not.toContain('caf');
    expect(await isPasscode(kept, 'cafe\u0301-7')).toBe(true);
    expect(await isPasscode(kept, 'cafe-7')).toBe(false);
    expect(await hashPasscode('café-7')).not.toBe(kept);
  });
});

/** Lies beside the project, and only there. */
const folder = [resolve('../shared/data/shl'), resolve('../../shared/data/shl')].find((path) => existsSync(path));
const described = folder ? describe : describe.skip;

/** Skipped where `../shared/data/shl` is not there. */
described('the example of somebody else', () => {
  it('opens with the key of its link', async () => {
    const read = (name: string) => readFileSync(join(folder ?? '', name), 'utf8').trim();
    const found = readLink(read('IPS_IG-bundle-01-shl.txt'));
    expect(found).toMatchObject({ flag: 'LU', label: 'Demo SHL for IPS_IG-bundle-01' });
    const { bytes } = await openFile(Buffer.from(found?.key ?? '', 'base64url'), read('IPS_IG-bundle-01-enc.txt'));
    expect(JSON.parse(Buffer.from(bytes).toString('utf8'))).toEqual(JSON.parse(read('IPS_IG-bundle-01.json')));
  });
});
