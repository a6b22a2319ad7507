import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileJobs, ninjaProgress, recipe } from './build.mjs';
import {
  cacheFolders,
  cacheKey,
  distribution,
  findCached,
  keep,
  overlayHash,
  runsHere,
  scratchFolder,
  writableCache,
} from './cache.mjs';
import { sourceLines, sourceStanzas } from './srtp.mjs';

/** A program that answers as a worker does when it is started by hand. */
const standIn = '#!/bin/sh\nexit 41\n';

describe('the cache of media workers', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cache-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const make = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text, { mode: 0o755 });
    return file;
  };

  it('has a name for each version, CPU, distribution and overlay', () => {
    const key = cacheKey({ version: '3.27.1', arch: 'x64', distro: 'debian-12', overlay: 'abc' });
    expect(key).toBe('mediasoup-worker-3.27.1-x64-debian-12-abc');
  });

  it('reads the distribution from its own words', () => {
    const file = make('os-release', 'PRETTY_NAME="Debian 12"\nVERSION_ID="12"\nID=debian\n');
    expect(distribution(file)).toBe('debian-12');
    expect(distribution(join(folder, 'missing'))).toBe(process.platform);
  });

  it('gets another hash when a file of the overlay changes or moves', () => {
    mkdirSync(join(folder, 'a'));
    make('a/one.h', 'one');
    const first = overlayHash(folder);
    make('a/one.h', 'two');
    const second = overlayHash(folder);
    make('a/other.h', 'two');
    expect(new Set([first, second, overlayHash(folder)]).size).toBe(3);
  });

  it('looks in the user’s cache first, then in the clone, then in a folder of this user alone', () => {
    expect(cacheFolders('/clone', { HOME: '/home/a' }).slice(0, 2)).toEqual([
      '/home/a/.cache/okaeri',
      '/clone/.okaeri/cache',
    ]);
    expect(cacheFolders('/clone', { HOME: '/home/a', XDG_CACHE_HOME: '/x' })[0]).toBe('/x/okaeri');
    expect(cacheFolders('/clone', {})[0]).toBe('/clone/.okaeri/cache');
  });

  it('passes over a folder that cannot be made, and names all where none can', () => {
    const file = make('in-the-way', '');
    expect(writableCache([join(file, 'a'), join(folder, 'b')])).toBe(join(folder, 'b'));
    expect(() => writableCache([join(file, 'a')])).toThrow(join(file, 'a'));
  });

  it('keeps a worker whole and finds it again', () => {
    const kept = keep(folder, 'key', make('built', standIn), { how: 'compiled' });
    expect(findCached([join(folder, 'none'), folder], 'key')).toEqual({ file: kept, how: 'compiled' });
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('passes over one that does not run here, and puts the next in its place', () => {
    const file = keep(folder, 'key', make('built', '#!/bin/sh\nexit 127\n'), {});
    expect(runsHere(file)).toBe(false);
    expect(findCached([folder], 'key')).toBeUndefined();
    keep(folder, 'key', make('built', standIn), {});
    expect(findCached([folder], 'key')).toEqual({ file });
  });

  it('removes what killed builds left and nothing of a living one', () => {
    const mine = scratchFolder(folder);
    mkdirSync(join(folder, 'build-4194305-1-dead'));
    writeFileSync(join(folder, 'key.4194305.new'), '');
    scratchFolder(folder);
    const left = readdirSync(folder);
    expect(left).toContain(mine.split('/').at(-1));
    expect(left.filter((name) => name.includes('4194305'))).toEqual([]);
  });
});

describe('the compile', () => {
  it('reads its progress from ninja', () => {
    expect(ninjaProgress('[112/261] Compiling C++ object a.o')).toEqual({ done: 112, all: 261, percent: 42 });
    expect(ninjaProgress('ninja: Entering directory')).toBeUndefined();
    expect(ninjaProgress('[0/0] x')).toBeUndefined();
  });

  it('starts no more compilers than memory holds', () => {
    expect(compileJobs(8, 64e9)).toBe(8);
    expect(compileJobs(8, 3e9)).toBe(4);
    expect(compileJobs(2, 1e8)).toBe(1);
  });

  it('has changes that fit the installed mediasoup exactly once', () => {
    const worker = join(__dirname, '../../node_modules/mediasoup/worker');
    for (const patch of recipe.patches) {
      expect(readFileSync(join(worker, patch.file), 'utf8').split(patch.from)).toHaveLength(2);
    }
  });
});

describe('the private list for sources', () => {
  it('asks for the sources of this release and of nobody else', () => {
    const text = [
      '# comment',
      'Types: deb',
      'URIs: mirror+file:/a',
      'Suites: bookworm bookworm-updates',
      'Signed-By: /key',
      '',
      'Types: deb',
      'URIs: mirror+file:/b',
      'Suites: nodistro',
    ].join('\n');
    const derived = sourceStanzas(text, 'bookworm');
    expect(derived).toContain('Types: deb-src');
    expect(derived).toContain('Signed-By: /key');
    expect(derived).not.toContain('nodistro');
  });

  it('does the same for one-line entries', () => {
    const text =
      '# deb x bookworm main\ndeb [signed-by=/k] mirror+file:/a bookworm-security main\ndeb mirror+file:/b other main\n';
    expect(sourceLines(text, 'bookworm')).toBe('deb-src [signed-by=/k] mirror+file:/a bookworm-security main');
  });
});
