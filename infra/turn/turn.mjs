import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { connect } from 'node:tls';
import { SetUpError } from '../setup/paths.mjs';
import { endProcesses, identify } from '../setup/processes.mjs';
import { findProgram } from '../setup/programs.mjs';
import { turnConfig } from './config.mjs';

/** Starts coturn and answers when it takes connections. The secret lies in a file that its user alone can read. */
export async function startTurn({ logFile, ...options }) {
  const program = findProgram('turnserver');
  if (!program) {
    throw new SetUpError('A TURN server needs coturn. On Debian: apt-get install coturn');
  }
  const loopback = options.peers.find((peer) => /^(127\.|::1$)/.test(peer));
  if (loopback) {
    throw new SetUpError(`coturn relays to no loopback, so the media cannot be at ${loopback}. Give MEDIA_IPS others.`);
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'okaeri-turn-'));
  const file = path.join(folder, 'turnserver.conf');
  fs.writeFileSync(file, turnConfig(options), { mode: 0o600 });
  const guard = findProgram('setpriv');
  // Its own empty database, made by itself: with Debian's it would also take secrets that others put there.
  const command = [program, '-c', file, '--pidfile', path.join(folder, 'pid'), '--userdb', path.join(folder, 'db')];
  const [first, ...rest] = guard ? [guard, '--pdeathsig', 'TERM', ...command] : command;
  const log = logFile ? fs.openSync(logFile, 'a', 0o600) : 'inherit';
  const child = spawn(first, rest, { cwd: folder, stdio: ['ignore', log, log], detached: logFile !== undefined });
  if (logFile) fs.closeSync(log);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  let gone;
  void ended.then((how) => (gone = how));
  const who = identify(child.pid);
  const stop = async () => {
    await endProcesses([who]);
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const until = performance.now() + 10_000;
  while (!(await answers(options))) {
    if (gone !== undefined || performance.now() > until) {
      await stop();
      throw new SetUpError(`coturn does not start at ${options.host}:${options.port} (${gone ?? 'no answer'}).`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { pid: child.pid, url: `turns:${options.host}:${options.port}?transport=tcp`, ended, stop };
}

/** Whether TLS is spoken there; whose certificate it is, is no question here. */
const answers = ({ host, port }) =>
  new Promise((resolve) => {
    const socket = connect({ host, port, rejectUnauthorized: false }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** What an operator or `start:split` says in the environment. */
export function turnFromEnv(env, { peers, cert: ownCert, key: ownKey }) {
  const { TURN_CERT: cert = ownCert, TURN_KEY: key = ownKey } = env;
  const missing = Object.entries({ TURN_SECRET: env.TURN_SECRET, TURN_CERT: cert, TURN_KEY: key, MEDIA_IPS: peers[0] })
    .filter(([, value]) => !value)
    .map(([name]) => name);
  if (missing.length > 0) {
    throw new SetUpError(`A TURN server needs ${missing.join(', ')}.`);
  }
  const host = env.TURN_HOST ?? peers[0];
  return { secret: env.TURN_SECRET, host, port: Number(env.TURN_PORT ?? 443), peers, cert, key };
}
