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

const forTests = { chromium: ['chromium', 'chromium-browser', 'google-chrome'], 'redis-server': ['redis-server'] };

/** The programs that the tests need and this machine lacks, by Debian's names. */
export const missingTestPrograms = () =>
  Object.keys(forTests).filter((name) => !findProgram(...forTests[name]));
