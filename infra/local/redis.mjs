import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import { SetUpError } from '../setup/paths.mjs';
import { anyFree } from '../setup/ports.mjs';
import { endProcesses, identify } from '../setup/processes.mjs';
import { findProgram } from '../setup/programs.mjs';

/** It only carries words between processes, and losing it loses nothing. */
const keepsNothing = ['--save', '', '--appendonly', 'no'];

/** A Redis that keeps nothing, unless it is told to. On any free port, or the one it had. */
export async function startRedis(logFile, again, keeping = keepsNothing) {
  const program = findProgram('redis-server');
  if (!program) {
    throw new SetUpError('npm run start:split needs redis-server. On Debian: apt-get install redis-server');
  }
  const port = again ?? (await anyFree());
  const guard = findProgram('setpriv');
  const command = [program, '--port', String(port), '--bind', '127.0.0.1', ...keeping];
  const [first, ...rest] = guard ? [guard, '--pdeathsig', 'TERM', ...command] : command;
  const log = fs.openSync(logFile, 'a', 0o600);
  const child = spawn(first, rest, { cwd: '/', stdio: ['ignore', log, log], detached: true });
  fs.closeSync(log);
  let gone = false;
  child.once('error', () => (gone = true));
  child.once('exit', () => (gone = true));
  const who = identify(child.pid);
  const until = performance.now() + 10_000;
  while (!(await answers(port))) {
    if (gone || performance.now() > until) {
      throw new SetUpError(`redis-server does not start. Its log: ${logFile}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { pid: child.pid, port, url: `redis://127.0.0.1:${port}`, stop: () => endProcesses([who]) };
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
