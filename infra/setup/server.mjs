import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { shortLine } from './log-lines.mjs';
import { node, root } from './paths.mjs';
import { endProcesses, identify } from './processes.mjs';
import { findProgram } from './programs.mjs';

/**
 * Starts a Node program of ours in a session of its own: Ctrl-C reaches the launcher alone, which ends its children in
 * order. Should the launcher be killed, the kernel asks the program to end.
 */
export function startProgram(script, { env, args = [], logFile, show = () => {} }) {
  const guard = findProgram('setpriv');
  const command = [node, '--enable-source-maps', '--disable-warning=ExperimentalWarning', script, ...args];
  const [program, ...rest] = guard ? [guard, '--pdeathsig', 'TERM', ...command] : command;
  const child = spawn(program, rest, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const who = identify(child.pid);
  const log = fs.createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  let lastError = '';
  const hear = (isError) => (line) => {
    log.write(`${line}\n`);
    const short = shortLine(line, isError);
    if (short) {
      lastError = short;
      show(short);
    }
  };
  createInterface({ input: child.stdout }).on('line', hear(false));
  createInterface({ input: child.stderr }).on('line', hear(true));
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: error.message }));
    child.once('close', (code, signal) => {
      log.end();
      resolve({ code: code ?? signal, lastError });
    });
  });
  return { pid: child.pid, who, ended, stop: (graceMs = 10_000) => endProcesses([who], { graceMs }) };
}

/** One question over HTTP or HTTPS on this machine; a certificate of our own making is no obstacle. */
export function askServer(url, timeout = 2000) {
  return new Promise((resolve) => {
    const client = url.startsWith('https:') ? https : http;
    const request = client.get(url, { timeout, agent: false, rejectUnauthorized: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (data) => (body += data));
      answer.on('end', () => resolve({ status: answer.statusCode, body }));
      answer.on('error', () => resolve({ status: 0, body }));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve({ status: 0, body: '' }));
  });
}

/** Waits until the server says that it is ready, ends, or the time is over. */
export async function untilReady(base, server, limitMs = 120_000) {
  let end;
  void server.ended.then((how) => {
    end = how;
  });
  const until = performance.now() + limitMs;
  let last;
  while (performance.now() < until) {
    last = await askServer(`${base}/readyz`);
    if (end) {
      return { ended: end };
    }
    if (last.status === 200) {
      return { ready: true };
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  return { late: last?.body || 'no answer' };
}

/** A log file for this run; the five newest are kept. */
export function newLogFile(folder, name) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const old = fs
    .readdirSync(folder)
    .filter((entry) => entry.startsWith(`${name}-`))
    .sort()
    .slice(0, -4);
  old.forEach((entry) => fs.rmSync(path.join(folder, entry), { force: true }));
  const at = new Date().toISOString().replace(/[:.]/g, '-');
  return path.join(folder, `${name}-${at}.log`);
}
