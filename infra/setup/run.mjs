import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { main } from './entry.mjs';
import { endWithin } from './limit.mjs';
import { node, own, root, SetUpError } from './paths.mjs';
import { findProgramOf } from './programs.mjs';
import { setUp } from './setup.mjs';

/*
 * npm run bench, faults, screens: sets up with all words on standard error, bundles the TypeScript file and runs it on
 * the pinned Node. Standard output and the exit code belong to the script alone.
 */

/** What a script may rely on in its environment. */
export const scriptEnv = (ready) => ({
  MEDIASOUP_WORKER_BIN: ready.worker.file,
  OKAERI_ROOT: root,
  OKAERI_BUILD: ready.build.folder,
  OKAERI_CHROMIUM: process.env.OKAERI_CHROMIUM ?? findProgramOf('chromium'),
  NODE_COMPILE_CACHE: own('compile-cache'),
});

/** A limit for what has none: the longest delay of a timer. */
const noLimitMs = 2 ** 31 - 1;
/** The exit code of a script that was too late, as `timeout` has it. */
export const lateCode = 124;

/**
 * Runs a bundled script to its end, or to its limit; signals that we get are passed on. Answers with its exit code.
 */
export async function runScript(file, args, { env, stdio = 'inherit', limitMs = noLimitMs }) {
  const { bundle } = await import('./bundle.mjs');
  const script = await bundle(file);
  const child = spawn(node, ['--enable-source-maps', '--disable-warning=ExperimentalWarning', script, ...args], {
    env: { ...process.env, ...env },
    stdio,
  });
  const passOn = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [signal, () => child.kill(signal)]);
  passOn.forEach(([signal, handler]) => process.on(signal, handler));
  try {
    const { late, code, signal } = await endWithin(limitMs, child);
    return late ? lateCode : (code ?? 128 + os.constants.signals[signal]);
  } finally {
    passOn.forEach(([signal, handler]) => process.off(signal, handler));
    fs.rmSync(script, { force: true });
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === path.join(root, 'infra', 'setup', 'run.mjs')) {
  await main(async ({ signalsAreMine }) => {
    const [name, ...args] = process.argv.slice(2);
    const file = name && path.resolve(root, name);
    if (!file || !fs.existsSync(file)) {
      throw new SetUpError(`There is no script ${name ?? ''}. Usage: node infra/setup/run.mjs FILE.ts [arguments]`);
    }
    const ready = await setUp({ forWhat: 'run', stream: process.stderr });
    signalsAreMine();
    return runScript(file, args, { env: scriptEnv(ready) });
  });
}
