import { readFile } from 'node:fs/promises';

/**
 * Which OpenSSL the DTLS of a running worker comes from. `process.versions.openssl` is Node's own and says nothing
 * about it: the worker is another program, linked with the distribution's library or with a copy inside itself.
 */
export async function opensslOfWorker(pid: number, workerBin: string): Promise<string> {
  const maps = await readText(`/proc/${pid}/maps`);
  const library = libraryIn(maps);
  if (library?.replaced) return 'replaced on disk since the worker started';
  const bytes = await readFile(library?.path ?? workerBin).catch(() => null);
  const version = bytes ? versionIn(bytes) : null;
  if (!version) return 'unknown';
  const package_ = library?.path.match(/^(\/usr)?\/lib\//) ? packageIn(await readText('/var/lib/dpkg/status')) : null;
  // The number alone does not show a distribution's backported fixes; its package version does.
  return package_?.version.startsWith(version) ? `${version} (${package_.name} ${package_.version})` : version;
}

/** The libcrypto that a process has mapped, from its `/proc/…/maps`. */
export function libraryIn(maps: string): { path: string; replaced: boolean } | null {
  const found = /(\/\S*\/libcrypto\.so\S*)( \(deleted\))?$/m.exec(maps);
  return found?.[1] ? { path: found[1], replaced: found[2] !== undefined } : null;
}

/** The version that OpenSSL writes into its own code: "OpenSSL 3.0.22 25 Aug 2026". */
export function versionIn(bytes: Buffer): string | null {
  const banner = /^OpenSSL (\d+\.\d+\.\d+\S*) \d{1,2} [A-Z][a-z]{2} \d{4}/;
  for (let at = bytes.indexOf('OpenSSL '); at >= 0; at = bytes.indexOf('OpenSSL ', at + 8)) {
    const found = banner.exec(bytes.toString('latin1', at, at + 48));
    if (found?.[1]) return found[1];
  }
  return null;
}

/** The installed libssl package of a Debian-like system, from dpkg's status file. */
export function packageIn(status: string): { name: string; version: string } | null {
  for (const stanza of status.split('\n\n')) {
    const name = /^Package: (libssl\d\S*)$/m.exec(stanza)?.[1];
    const version = /^Version: (\S+)$/m.exec(stanza)?.[1];
    if (name && version && /^Status: install ok installed$/m.test(stanza)) return { name, version };
  }
  return null;
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
