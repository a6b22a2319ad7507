import { libraryIn, opensslOfWorker, packageIn, versionIn } from './openssl';

describe('libraryIn', () => {
  const line = (path: string) => `7f00-7f01 r-xp 00000000 08:01 1234                       ${path}`;

  it('finds the library that a process has mapped', () => {
    const maps = [line('/usr/bin/worker'), line('/usr/lib/x86_64-linux-gnu/libcrypto.so.3'), line('[heap]'), ''];
    expect(libraryIn(maps.join('\n'))).toEqual({ path: '/usr/lib/x86_64-linux-gnu/libcrypto.so.3', replaced: false });
  });

  it('notices that the library was replaced under a running process', () => {
    expect(libraryIn(line('/usr/lib/libcrypto.so.3 (deleted)'))).toEqual({
      path: '/usr/lib/libcrypto.so.3',
      replaced: true,
    });
  });

  it('finds none in a program that brings its own', () => {
    expect(libraryIn(line('/opt/worker'))).toBeNull();
  });
});

describe('versionIn', () => {
  it('finds the banner among other words', () => {
    const bytes = Buffer.from('..OpenSSL \0 default\0..OpenSSL PKCS..OpenSSL 3.0.22 25 Aug 2026\0..');
    expect(versionIn(bytes)).toBe('3.0.22');
  });

  it('finds nothing where nothing is', () => {
    expect(versionIn(Buffer.from('OpenSSL is a fine library'))).toBeNull();
  });
});

describe('packageIn', () => {
  const stanza = (name: string, status: string, version: string) =>
    `Package: ${name}\nStatus: ${status}\nArchitecture: amd64\nVersion: ${version}\nDescription: text`;

  it('finds the installed library package', () => {
    const status = [
      stanza('libssl-dev', 'install ok installed', '3.0.22-1'),
      stanza('libssl1.1', 'deinstall ok config-files', '1.1.1w-0'),
      stanza('libssl3', 'install ok installed', '3.0.22-1~deb12u2'),
    ].join('\n\n');
    expect(packageIn(status)).toEqual({ name: 'libssl3', version: '3.0.22-1~deb12u2' });
    expect(packageIn('')).toBeNull();
  });
});

describe('opensslOfWorker', () => {
  it('reads the program itself where no library is mapped', async () => {
    // This Node has its own OpenSSL inside, as a worker of another build may have.
    expect(await opensslOfWorker(process.pid, process.execPath)).toBe(process.versions.openssl);
  });

  it('does not guess', async () => {
    expect(await opensslOfWorker(0, '/nonexistent')).toBe('unknown');
  });
});
