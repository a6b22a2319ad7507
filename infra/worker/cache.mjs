import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask } from '../setup/command.mjs';
import { filesUnder } from '../setup/hash.mjs';
import { SetUpError } from '../setup/paths.mjs';
import { isAlive, startOf } from '../setup/processes.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

// Not os.userInfo(): a container may run us as a user that its password file does not know.
const ownUid = () => process.getuid?.() ?? 0;

/** Name and release of the distribution, as in `debian-12`: a worker linked to one's libraries need not run on another's. */
export function distribution(file = '/etc/os-release') {
  try {
    const read = (key) => new RegExp(`^${key}="?([^"\n]*)"?$`, 'm').exec(text)?.[1] ?? '';
    const text = fs.readFileSync(file, 'utf8');
    return [read('ID') || 'linux', read('VERSION_ID') || read('VERSION_CODENAME')].filter(Boolean).join('-');
  } catch {
    return os.platform();
  }
}

/** Hash of everything that decides what the compile produces: the overlay, with flags and changes in its recipe. */
export function overlayHash(folder = path.join(here, 'overlay')) {
  const hash = createHash('sha256');
  for (const file of filesUnder(folder)) {
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(path.join(folder, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

/** One name for one worker: version, CPU, distribution and overlay. */
export function cacheKey({ version, arch = os.arch(), distro = distribution(), overlay = overlayHash() }) {
  return `mediasoup-worker-${version}-${arch}-${distro}-${overlay}`;
}

/**
 * The folders where a worker may be kept, best first: the user's cache, the clone, and at last a folder of this user
 * alone under the system's temporary one.
 */
export function cacheFolders(root, env = process.env) {
  const ofUser = env.XDG_CACHE_HOME || (env.HOME ? path.join(env.HOME, '.cache') : undefined);
  return [
    ...(ofUser && path.isAbsolute(ofUser) ? [path.join(ofUser, 'okaeri')] : []),
    path.join(root, '.okaeri', 'cache'),
    path.join(os.tmpdir(), `okaeri-cache-${ownUid()}`),
  ];
}

/** Not mkdir's own `recursive`: on Node 20 that never comes back where a file system refuses with "no such file". */
function makeFolder(folder) {
  if (!fs.existsSync(path.dirname(folder))) {
    makeFolder(path.dirname(folder));
  }
  if (!fs.existsSync(folder)) {
    fs.mkdirSync(folder, { mode: 0o700 });
  }
}

/** The first folder that we can write to and that belongs to us: another user's could hold a planted program. */
export function writableCache(folders) {
  for (const folder of folders) {
    try {
      makeFolder(folder);
      const owner = fs.statSync(folder);
      if (owner.uid !== ownUid() || (owner.mode & 0o022) !== 0) {
        continue;
      }
      const probe = path.join(folder, `.probe-${process.pid}-${randomBytes(4).toString('hex')}`);
      fs.writeFileSync(probe, '');
      fs.rmSync(probe);
      return folder;
    } catch {
      // Not writable, no space or a file in the way: the next folder is tried.
    }
  }
  throw new SetUpError(
    `No folder can be written for the media worker. Tried: ${folders.join(', ')}. Set XDG_CACHE_HOME to one that can.`,
  );
}

/** Whether the file is a worker that runs here. Without its version in the environment it ends with 41, by design. */
export function runsHere(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
  } catch {
    return false;
  }
  return ask(file, [], { env: {} }).code === 41;
}

/** The worker kept under this key in any of the folders, if it still runs. One that does not is passed over: the next takes its name. */
export function findCached(folders, key) {
  for (const folder of folders) {
    const file = path.join(folder, key);
    if (!fs.existsSync(file) || !isOurs(file)) {
      continue;
    }
    if (runsHere(file)) {
      return { file, ...readNote(file) };
    }
  }
  return undefined;
}

const isOurs = (file) => [0, ownUid()].includes(fs.statSync(file).uid);

function readNote(file) {
  try {
    return JSON.parse(fs.readFileSync(`${file}.json`, 'utf8'));
  } catch {
    return {};
  }
}

/** Puts a finished worker into the cache by rename: it is there whole or not at all, also with two set-ups at once. */
export function keep(folder, key, file, note) {
  const final = path.join(folder, key);
  const passing = `${final}.${process.pid}.new`;
  fs.copyFileSync(file, passing);
  fs.chmodSync(passing, 0o755);
  fs.writeFileSync(`${passing}.json`, JSON.stringify(note));
  fs.renameSync(`${passing}.json`, `${final}.json`);
  fs.renameSync(passing, final);
  return final;
}

/** A folder for one build, named after the process that owns it. Those whose owner is gone are removed first. */
export function scratchFolder(cache) {
  for (const name of fs.readdirSync(cache)) {
    const owner = /^build-(\d+)-(\d+)-/.exec(name) ?? /\.(\d+)()\.new(\.json)?$/.exec(name);
    if (owner && !isAlive(Number(owner[1]), owner[2] ? Number(owner[2]) : undefined)) {
      fs.rmSync(path.join(cache, name), { recursive: true, force: true });
    }
  }
  return fs.mkdtempSync(path.join(cache, `build-${process.pid}-${startOf(process.pid) ?? 0}-`));
}
