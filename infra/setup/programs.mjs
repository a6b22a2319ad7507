import * as fs from 'node:fs';
import * as path from 'node:path';

/** The full path of a program on the PATH, or undefined. */
export function findProgram(...names) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/bin', '/usr/local/bin'];
  for (const name of names) {
    for (const folder of folders.filter(Boolean)) {
      const file = path.join(folder, name);
      try {
        fs.accessSync(file, fs.constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

const programOf = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  'redis-server': ['redis-server'],
  coturn: ['turnserver'],
  iproute2: ['ip'],
  nftables: ['nft'],
  radicale: ['radicale'],
  'dovecot-imapd': ['dovecot'],
  // Of one bench alone, which asks for it itself.
  janus: ['janus'],
};

/** Where the program of a package lies, by Debian's name for the package; undefined for fonts, which have none. */
export const findProgramOf = (name) => (programOf[name] ? findProgram(...programOf[name]) : undefined);

/** Those of the packages whose program this machine lacks. Fonts have none and are not asked for. */
export const missingPrograms = (packages) => packages.filter((name) => programOf[name] && !findProgramOf(name));
