import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone. Its real path, so that two names for one folder do not look like two clones. */
export const root = fs.realpathSync(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..'));

/** A place in the git-ignored folder that holds everything the set-up makes beside node_modules and dist. */
export const own = (...parts) => path.join(root, '.okaeri', ...parts);

/** The Node that everything but the set-up itself runs on. */
export const node = path.join(root, 'node_modules', 'node', 'bin', 'node');

export const inPackages = (...parts) => path.join(root, 'node_modules', ...parts);

/** A sentence for people: it is shown without a stack. */
export class SetUpError extends Error {}

/** Makes the clone's own folder. Others may pass through it, for PostgreSQL runs as another user where we are root. */
export function makeOwnFolder() {
  try {
    fs.mkdirSync(own(), { recursive: true, mode: 0o755 });
  } catch {
    throw new SetUpError(notWritable(root));
  }
  const locked = [root, own(), inPackages()].find((folder) => fs.existsSync(folder) && !isWritable(folder));
  if (locked) {
    throw new SetUpError(notWritable(locked));
  }
  if (fs.statSync(own()).uid === process.getuid?.()) {
    fs.chmodSync(own(), 0o755);
  }
}

function isWritable(folder) {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function notWritable(folder) {
  const { uid } = fs.statSync(folder);
  const owner = uid === 0 ? 'root' : `user ${uid}`;
  return folder === root
    ? `${root} cannot be written by this user. Run as its owner (${owner}), or make a clone of your own.`
    : `${folder} belongs to ${owner}, who used this clone before. Run as ${owner}, or have it removed: it is made again.`;
}

/** Writes a file whole or not at all. */
export function writeWhole(file, text, mode = 0o644) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const passing = `${file}.${process.pid}.new`;
  fs.writeFileSync(passing, text, { mode });
  fs.renameSync(passing, file);
}

/** A small JSON file, or undefined where it is missing or not whole. */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
