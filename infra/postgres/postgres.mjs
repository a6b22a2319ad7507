import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { SetUpError } from '../setup/paths.mjs';
import { anyFree } from '../setup/ports.mjs';
import { endProcesses, identify, isAlive, isSame } from '../setup/processes.mjs';
import { findProgram } from '../setup/programs.mjs';
import { ensureCluster, passwordsOf, plainEnv } from './cluster.mjs';
import { databaseBase, makeHome, serverUser, usableBinaries } from './home.mjs';

export { databaseHome } from './home.mjs';

/** Small, on loopback, in UTC, and silent about what is in the statements: the log is no place for a patient's name. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  io_method: 'sync',
  jit: 'off',
  max_worker_processes: '4',
  max_parallel_workers: '2',
  autovacuum_max_workers: '2',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** For a cluster that is thrown away: nothing waits for the disk. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
/** What is committed is in the hands of the kernel at least, which outlives a server that is killed. */
const handed = { synchronous_commit: 'on' };

/**
 * Starts PostgreSQL on a data folder, which is made where it is missing, and waits until it takes connections. What a
 * killed start left running on the same data is stopped first.
 */
export async function startPostgres({
  home,
  fsync = true,
  port,
  binaries = usableBinaries(),
  logFolder = home,
  env = {},
  survivesKill = false,
}) {
  const data = path.join(home, 'data');
  await endLeftBehind(data);
  const passwords = await ensureCluster({ home, data, binaries, sync: fsync });
  const logFile = path.join(logFolder, 'postgres.log');
  for (let way = 1; ; way += 1) {
    const at = port ?? (await anyFree());
    const started = start({ data, binaries, fsync, port: at, logFile, env, survivesKill });
    const why = await untilReady(data, started);
    if (!why) {
      return running(started, passwords, at);
    }
    await stop(started.child);
    const said = lastLines(logFile);
    // Another program may take the port between our look and PostgreSQL's own.
    if (port !== undefined || way === 3 || !said.includes('Address already in use')) {
      throw new SetUpError(`${why} It said: ${said}`);
    }
  }
}

/**
 * The PostgreSQL that a server of this clone has running on its data, for who wants to talk to it beside that; undefined
 * where none takes connections.
 */
export function runningPostgres({ home }) {
  const [pid, , , port, , , , state] = pidFile(path.join(home, 'data'));
  if (state?.trim() !== 'ready' || !isAlive(Number(pid))) {
    return undefined;
  }
  const passwords = passwordsOf(home);
  const url = (user, database) => `postgresql://${user}:${passwords[user]}@127.0.0.1:${port}/${database}`;
  return { url: url('okaeri', 'okaeri'), superuserUrl: url('postgres', 'postgres') };
}

function start({ data, binaries, fsync, port, logFile, env, survivesKill }) {
  const options = { ...settings, ...(fsync ? {} : careless), ...(survivesKill ? handed : {}), port: String(port) };
  const args = ['-D', data, ...Object.entries(options).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
  const log = openLog(logFile);
  const child = spawnGuarded(path.join(binaries, 'bin', 'postgres'), args, { log, env });
  fs.closeSync(log);
  const ended = new Promise((resolve) => {
    child.once('error', resolve);
    child.once('exit', (code, signal) => resolve(new Error(`PostgreSQL ended with ${code ?? signal}.`)));
  });
  return { child, ended };
}

function running({ child, ended }, passwords, port) {
  const url = (user, database) => `postgresql://${user}:${passwords[user]}@127.0.0.1:${port}/${database}`;
  return {
    url: url('okaeri', 'okaeri'),
    superuserUrl: url('postgres', 'postgres'),
    port,
    pid: child.pid,
    ended,
    stop: () => stop(child),
  };
}

/**
 * In a session of its own, so that Ctrl-C in the terminal does not reach it before the server that still uses it. The
 * kernel asks it to stop when we are killed in a way that leaves us no time to.
 */
function spawnGuarded(program, args, { log, env }) {
  const guard = findProgram('setpriv');
  const user = serverUser();
  const options = { cwd: '/', env: { ...plainEnv, ...env }, stdio: ['ignore', log, log], detached: true, ...user };
  return guard ? spawn(guard, ['--pdeathsig', 'INT', program, ...args], options) : spawn(program, args, options);
}

function openLog(file) {
  if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) {
    fs.renameSync(file, `${file}.old`);
  }
  return fs.openSync(file, 'a', 0o600);
}

/** Waits until the server takes connections. Answers with a sentence where it does not come to that. */
async function untilReady(data, { child, ended }) {
  let gone;
  void ended.then((why) => {
    gone = why;
  });
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    if (gone) {
      return gone.message;
    }
    const [pid, , , , , , , state] = pidFile(data);
    if (state?.trim() === 'ready' && Number(pid) === child.pid) {
      return undefined;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return 'PostgreSQL was not ready within a minute.';
}

const lastLines = (file) => fs.readFileSync(file, 'utf8').trim().split('\n').slice(-4).join(' / ');

function pidFile(data) {
  try {
    return fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** Fast shutdown: sessions are cut, what is committed is kept. */
async function stop(child) {
  const who = identify(child.pid);
  if (isSame(who)) {
    await endProcesses([who], { signal: 'SIGINT', graceMs: 15_000 });
  }
}

/**
 * Stops every process that works in the data folder (PostgreSQL makes it its working directory, so this finds the ones
 * whose parent is gone as well) and removes a pid file that could belong to a stranger by now.
 */
async function endLeftBehind(data) {
  const real = fs.existsSync(data) ? fs.realpathSync(data) : undefined;
  if (!real || !fs.existsSync('/proc')) {
    return;
  }
  const left = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && workingFolder(name) === real)
    .map((name) => identify(Number(name)));
  const postmaster = left.filter(({ pid }) => pid === Number(pidFile(data)[0]));
  // The postmaster takes its sessions with it; only what outlives it is ended one by one.
  await endProcesses(postmaster, { signal: 'SIGINT', graceMs: 15_000 });
  const alive = await endProcesses(left, { graceMs: 5000 });
  if (alive.length > 0) {
    throw new SetUpError(`Process ${alive[0].pid} still works on ${data} and cannot be stopped by this user.`);
  }
  fs.rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

function workingFolder(pid) {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** A throwaway cluster for tests: nothing waits for the disk, and the folder is removed when it is stopped. */
export async function startThrowawayPostgres(clone, { logFolder, env, survivesKill } = {}) {
  const { folder } = databaseBase(clone);
  removeOrphans(folder);
  const home = makeHome(path.join(folder, `throwaway-${process.pid}-${randomBytes(3).toString('hex')}`));
  let server = await startPostgres({ home, fsync: false, logFolder, env, survivesKill });
  const { port } = server;
  return {
    ...server,
    again: async () => {
      server = await startPostgres({ home, fsync: false, logFolder, env, survivesKill, port });
      return server;
    },
    stop: async () => {
      await server.stop();
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Throwaway folders whose maker was killed; their servers have ended with it. */
function removeOrphans(folder) {
  for (const name of fs.readdirSync(folder)) {
    const maker = /^throwaway-(\d+)-/.exec(name);
    if (maker && !isAlive(Number(maker[1]))) {
      fs.rmSync(path.join(folder, name), { recursive: true, force: true });
    }
  }
}
