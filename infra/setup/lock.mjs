import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { endProcesses, identify, isSame } from './processes.mjs';

/** Who holds the lock; undefined where the file is gone or was never whole. */
export function lockOwner(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function write(file, content) {
  const passing = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  fs.writeFileSync(passing, JSON.stringify(content), { mode: 0o600 });
  return passing;
}

/** Takes the lock if nobody living has it. The content comes with the name by `link`, so no one ever reads half a lock. */
export function tryLock(file, owner = identify(process.pid)) {
  const passing = write(file, owner);
  try {
    fs.linkSync(passing, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
    return false;
  } finally {
    fs.rmSync(passing, { force: true });
  }
}

/**
 * Puts a dead owner's lock out of the way. By rename to a name of our own, which only one of several can do; if a
 * quicker one had already renewed it, the living owner's lock is put back.
 */
function breakStale(file) {
  const aside = `${file}.stale.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  if (isSame(lockOwner(aside))) {
    try {
      fs.linkSync(aside, file);
    } catch {
      // Somebody took it meanwhile; two hold it now for a moment, which the callers' atomic renames allow for.
    }
  }
  fs.rmSync(aside, { force: true });
}

/**
 * Waits for the lock and answers with the function that gives it back. A lock whose owner is dead is taken over, and
 * the children that a killed owner left at work are ended first.
 */
export async function holdLock(file, { onWait = () => {}, pollMs = 250 } = {}) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  while (!tryLock(file)) {
    const owner = lockOwner(file);
    if (isSame(owner)) {
      onWait(owner);
      await new Promise((resolve) => setTimeout(resolve, pollMs));
      continue;
    }
    if (owner?.children) {
      await endProcesses(owner.children, { graceMs: 2000 });
    }
    breakStale(file);
  }
  return () => {
    if (lockOwner(file)?.pid === process.pid) {
      fs.rmSync(file, { force: true });
    }
  };
}

/** Notes the children of the owner in its lock, for whoever finds it after a kill -9. */
export function noteChildren(file, pids) {
  const owner = lockOwner(file);
  if (owner?.pid === process.pid) {
    fs.renameSync(write(file, { ...owner, children: pids.map(identify) }), file);
  }
}
