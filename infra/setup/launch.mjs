import * as path from 'node:path';
import { randomBytes } from 'node:crypto';
import { endLeftovers, markedProcesses, markPrefix } from './leftovers.mjs';
import { holdLock } from './lock.mjs';
import { makeOwnFolder, own, root } from './paths.mjs';
import { endProcesses, identify } from './processes.mjs';
import { forgetRun, isRunning, readRun, writeRun } from './run-state.mjs';
import { setUp } from './setup.mjs';
import { stopRequested } from './stop.mjs';

const say = (text) => process.stdout.write(`${text}\n`);

/** `npm start`: one server for each clone, set up first. Answers with the exit code. */
export async function start(options, { signalsAreMine }) {
  makeOwnFolder();
  const release = await becomeTheServer();
  if (!release) {
    return 0;
  }
  const prefix = markPrefix('start');
  const mark = `${prefix}${randomBytes(6).toString('hex')}`;
  try {
    const ended = await endLeftovers(prefix);
    if (ended > 0) {
      say(`  Ended ${ended} process${ended > 1 ? 'es' : ''} that an earlier start had left behind.`);
    }
    const ready = await setUp({ forWhat: options.split ? 'split' : 'start' });
    signalsAreMine();
    const stop = stopRequested();
    const run = await kindOfRun(options);
    return await run({ options, ready, mark, stop, say, onAddress: remember(mark, ready) });
  } finally {
    await endProcesses(markedProcesses(mark), { graceMs: 1000 });
    forgetRun(mark);
    release();
  }
}

async function kindOfRun({ split, dev }) {
  if (split) {
    return (await import('../local/split.mjs')).run;
  }
  return dev ? (await import('./dev.mjs')).runDev : (await import('./standalone.mjs')).runStandalone;
}

/** Kept for the second `npm start`, which answers with the address. */
const remember = (mark, ready) => (address) =>
  writeRun({ owner: identify(process.pid), mark, address, build: path.basename(ready.build.folder) });

/**
 * Takes the one place for a server in this clone; undefined where another has it and runs. Another that is still
 * setting up is waited for: it either comes to run, or ends and leaves the place to us.
 */
async function becomeTheServer() {
  let told = false;
  let address;
  const release = await holdLock(own('run.lock'), {
    onWait: (owner) => {
      const run = readRun();
      if (isRunning(run) && run.owner.pid === owner.pid && run.address) {
        address = run.address;
        throw new AlreadyRuns();
      }
      if (!told) {
        told = true;
        say(`  Another npm start (process ${owner.pid}) is setting this clone up; waiting for its address.`);
      }
    },
  }).catch((error) => {
    if (error instanceof AlreadyRuns) {
      return undefined;
    }
    throw error;
  });
  if (!release) {
    say(`\n  Okaeri already runs from ${root}:  ${address}\n`);
  }
  return release;
}

class AlreadyRuns extends Error {}
