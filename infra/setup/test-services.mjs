import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as path from 'node:path';
import { startThrowawayPostgres } from '../postgres/postgres.mjs';
import { root, SetUpError } from './paths.mjs';
import { anyFree } from './ports.mjs';
import { endProcesses, identify } from './processes.mjs';
import { findProgram } from './programs.mjs';

/** A PostgreSQL and a Redis that live as long as one test run. Their logs lie with the others that are searched for leaks. */
export async function startTestServices(folder, logs) {
  const postgres = await startThrowawayPostgres(root, { logFolder: logs });
  try {
    const redis = await startRedis(folder, logs);
    return {
      env: { TEST_DATABASE_URL: postgres.superuserUrl, TEST_REDIS_URL: redis.url },
      stop: async () => {
        await Promise.all([redis.stop(), postgres.stop()]);
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function startRedis(folder, logs) {
  const program = findProgram('redis-server');
  const port = await anyFree();
  const guard = findProgram('setpriv');
  const command = [
    program,
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ];
  const [first, ...rest] = guard ? [guard, '--pdeathsig', 'TERM', ...command] : command;
  const log = fs.openSync(path.join(logs, 'redis.log'), 'a', 0o600);
  const child = spawn(first, rest, { stdio: ['ignore', log, log], detached: true });
  fs.closeSync(log);
  const who = identify(child.pid);
  let gone = false;
  child.once('error', () => (gone = true));
  child.once('exit', () => (gone = true));
  const until = performance.now() + 10_000;
  while (!(await accepts(port))) {
    if (gone || performance.now() > until) {
      throw new SetUpError(`redis-server does not start. Its log: ${path.join(logs, 'redis.log')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { url: `redis://127.0.0.1:${port}`, stop: () => endProcesses([who]) };
}

const accepts = (port) =>
  new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
