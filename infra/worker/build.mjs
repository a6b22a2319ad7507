import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, run } from '../setup/command.mjs';
import { runsHere } from './cache.mjs';
import { buildSrtp } from './srtp.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const overlay = path.join(here, 'overlay');

/**
 * Flags, and changes to mediasoup's own files. Each change must fit exactly once, or it was made for another version.
 * They lie in the overlay because a worker in the cache is known by the overlay's hash.
 */
export const recipe = JSON.parse(fs.readFileSync(path.join(overlay, 'recipe.json'), 'utf8'));

/** How far a compile is, from a line of ninja's output such as `[17/261] Compiling C++ object …`. */
export function ninjaProgress(line) {
  const found = /^\[(\d+)\/(\d+)\]/.exec(line);
  if (!found || Number(found[2]) === 0) {
    return undefined;
  }
  const [done, all] = [Number(found[1]), Number(found[2])];
  return { done, all, percent: Math.floor((100 * done) / all) };
}

/** As many compilers at once as there are CPUs, but not more than memory holds: the largest file takes about 700 MB. */
export function compileJobs(cpus = os.availableParallelism?.() ?? os.cpus().length, freeBytes = os.freemem()) {
  return Math.max(1, Math.min(cpus, Math.floor(freeBytes / 700_000_000)));
}

function layOverlay(source) {
  const subprojects = path.join(source, 'subprojects');
  for (const name of fs.readdirSync(overlay, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const wrap = fs.readFileSync(path.join(subprojects, `${name.name}.wrap`), 'utf8');
    const folder = /^directory *= *(\S+)/m.exec(wrap)?.[1];
    const patchFolder = /^patch_directory *= *(\S+)/m.exec(wrap)?.[1];
    const target = path.join(subprojects, folder);
    // Where the wrap ships its own build file, that one is used, as meson would.
    if (patchFolder) {
      fs.cpSync(path.join(subprojects, 'packagefiles', patchFolder), target, { recursive: true });
    }
    fs.cpSync(path.join(overlay, name.name), target, { recursive: true });
    fs.copyFileSync(path.join(overlay, 'stub.c'), path.join(target, 'stub.c'));
  }
}

function applyPatches(source, version) {
  for (const patch of recipe.patches) {
    const file = path.join(source, patch.file);
    const parts = fs.readFileSync(file, 'utf8').split(patch.from);
    if (parts.length !== 2) {
      throw new Error(
        `infra/worker does not fit mediasoup ${version}: "${patch.from}" is in ${patch.file} ${parts.length - 1} times.`,
      );
    }
    fs.writeFileSync(file, parts.join(patch.to));
  }
}

/** Which crypto does the work, from the libraries that the program loads. */
function cryptoOf(file) {
  const loaded = ask('ldd', [file]).out;
  return /libnss3|libsmime3/.test(loaded) ? 'nss' : 'openssl';
}

/**
 * Compiles the worker from the sources inside the installed mediasoup package, with the distribution's libraries.
 * Works on a copy under `scratch`; answers with the stripped program and a note about it.
 */
export async function buildWorker({ packageFolder, version, scratch, say }) {
  const source = path.join(scratch, 'worker');
  const log = fs.createWriteStream(path.join(scratch, 'build.log'));
  const onLine = (line) => log.write(`${line}\n`);
  const jobs = compileJobs();

  fs.cpSync(path.join(packageFolder, 'worker'), source, { recursive: true });
  layOverlay(source);
  applyPatches(source, version);

  const srtp = await buildSrtp(scratch, { flags: recipe.libsrtp, say, onLine, jobs });
  const env = { LC_ALL: 'C' };
  if (srtp.pkgConfig) {
    env.PKG_CONFIG_PATH = [srtp.pkgConfig, process.env.PKG_CONFIG_PATH].filter(Boolean).join(':');
  }

  say('configuring the compile');
  await run('meson', ['setup', 'build', ...recipe.meson], {
    cwd: source,
    env,
    onLine,
  });
  await run('ninja', [`-j${jobs}`, '-C', 'build', 'mediasoup-worker'], {
    cwd: source,
    env,
    onLine: (line) => {
      onLine(line);
      const progress = ninjaProgress(line);
      if (progress) {
        say(`compiling ${progress.percent} % (${progress.done} of ${progress.all})`, progress.percent);
      }
    },
  });

  const file = path.join(scratch, 'mediasoup-worker');
  await run('strip', ['-o', file, path.join(source, 'build', 'mediasoup-worker')], { onLine });
  if (!runsHere(file)) {
    throw new Error('The compiled media worker does not start on this machine.');
  }
  const crypto = cryptoOf(file);
  return { file, note: { how: 'compiled', crypto, ...(srtp.reason ? { srtp: srtp.reason } : {}) } };
}
