#!/usr/bin/env node
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWorker } from './build.mjs';
import { cacheFolders, cacheKey, findCached, keep, runsHere, scratchFolder, writableCache } from './cache.mjs';
import { downloadPrebuilt } from './download.mjs';
import { holdLock } from '../setup/lock.mjs';
import { SetUpError } from '../setup/paths.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const manifestOf = (packageFolder) => JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));

/** The worker that is there already, without network and without compiling; undefined where one must be made. */
export function findWorker({ clone = root, packageFolder = path.join(clone, 'node_modules', 'mediasoup') } = {}) {
  const given = process.env.MEDIASOUP_WORKER_BIN;
  if (given) {
    if (!runsHere(given)) {
      throw new SetUpError(`MEDIASOUP_WORKER_BIN names ${given}, which is not a mediasoup worker that runs here.`);
    }
    return { file: given, how: 'given by MEDIASOUP_WORKER_BIN', isNew: true };
  }
  const { version } = manifestOf(packageFolder);
  return findCached(cacheFolders(clone), cacheKey({ version }));
}

/**
 * The media worker in four steps: the one that is named, the one in the cache, mediasoup's own download, a compile.
 * `say(text, percent)` hears what goes on; `beforeCompile()` may install what the compile needs, or throw.
 */
export async function provisionWorker({
  clone = root,
  packageFolder = path.join(clone, 'node_modules', 'mediasoup'),
  say = () => {},
  beforeCompile = async () => {},
} = {}) {
  const there = findWorker({ clone, packageFolder });
  if (there) {
    return there;
  }
  const manifest = manifestOf(packageFolder);
  const folders = cacheFolders(clone);
  const cache = writableCache(folders);
  const key = cacheKey({ version: manifest.version });

  // Only to spare the work of a second compile: each has its own folder, so losing this lock would do no harm.
  const release = await holdLock(path.join(cache, `${key}.lock`), {
    onWait: (owner) => say(`another set-up (process ${owner.pid}) is making the same worker`),
  });
  let scratch;
  try {
    const meanwhile = findCached(folders, key);
    if (meanwhile) {
      return meanwhile;
    }
    scratch = scratchFolder(cache);
    say('asking for mediasoup’s own build');
    const ready = await downloadPrebuilt(manifest, scratch);
    if (ready.file) {
      const note = { how: 'downloaded from mediasoup' };
      return { file: keep(cache, key, ready.file, note), ...note, isNew: true };
    }
    say(`no download: ${ready.reason}`);
    await beforeCompile(ready.reason);
    const built = await buildWorker({ packageFolder, version: manifest.version, scratch, say });
    return { file: keep(cache, key, built.file, built.note), ...built.note, isNew: true };
  } catch (error) {
    throw withLog(error, scratch, cache);
  } finally {
    if (scratch) {
      fs.rmSync(scratch, { recursive: true, force: true });
    }
    release();
  }
}

/** A compile that failed, as a sentence with its last lines; the full output is kept where the cache is. */
function withLog(error, scratch, cache) {
  const log = scratch && path.join(scratch, 'build.log');
  if (error instanceof SetUpError || !log || !fs.existsSync(log)) {
    return error;
  }
  const kept = path.join(cache, 'last-failed-build.log');
  fs.copyFileSync(log, kept);
  return new SetUpError(`The media worker could not be compiled. ${error.message}\n    Full output: ${kept}`);
}

/** One sentence about a worker, for the set-up's line. */
export function describeWorker(worker) {
  const folder = path.dirname(worker.file);
  const slow =
    worker.crypto === 'nss' ? `; half speed, for libsrtp could not be built on OpenSSL (${worker.srtp})` : '';
  const when = worker.isNew ? '' : ' before';
  return `${worker.how ?? 'made'}${when}, in ${folder}${slow}`;
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  let last;
  const worker = await provisionWorker({
    say: (text) => {
      if (text !== last) {
        process.stderr.write(`${text}\n`);
        last = text;
      }
    },
  });
  process.stderr.write(`${describeWorker(worker)}\n`);
  process.stdout.write(`${worker.file}\n`);
}
