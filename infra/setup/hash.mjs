import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** All files under a folder, sorted, as paths relative to it. `skip(name)` leaves out files and whole folders. */
export function filesUnder(folder, skip = () => false, prefix = '') {
  let entries;
  try {
    entries = fs.readdirSync(path.join(folder, prefix), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => !skip(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = path.join(prefix, entry.name);
      return entry.isDirectory() ? filesUnder(folder, skip, name) : [name];
    });
}

/** Hash of the names and contents of files and folders below `root`; a missing one counts as missing. */
export function contentHash(root, places, skip) {
  const hash = createHash('sha256');
  for (const place of places) {
    const full = path.join(root, place);
    const stat = fs.statSync(full, { throwIfNoEntry: false });
    const files = stat?.isDirectory()
      ? filesUnder(full, skip).map((file) => path.join(place, file))
      : stat
        ? [place]
        : [];
    for (const file of files) {
      hash
        .update(file)
        .update('\0')
        .update(fs.readFileSync(path.join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Hash of names, sizes and times of the files under a folder: quick to ask whether what was built is still as it was. */
export function outlineHash(folder) {
  const hash = createHash('sha256');
  for (const file of filesUnder(folder)) {
    const stat = fs.statSync(path.join(folder, file));
    hash.update(`${file} ${stat.size} ${Math.round(stat.mtimeMs)}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
