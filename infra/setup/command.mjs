import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

const running = new Set();
let listener = () => {};

/** Called with the list of running child pids whenever it changes, so that a set-up killed with -9 can be cleaned up after. */
export function onChildrenChange(callback) {
  listener = callback;
}

const changed = () => listener([...running].map((child) => child.pid).filter(Boolean));

/** Ends what `run` still has running. For the signal handlers of the entry scripts. */
export function endChildren(signal = 'SIGTERM') {
  for (const child of running) {
    child.kill(signal);
  }
}

/** A command that answered with something else than 0; `tail` holds its last lines. */
export class CommandFailed extends Error {
  constructor(command, code, tail) {
    super(
      `${command} ended with ${code}${tail.length > 0 ? `:\n${tail.map((line) => `    ${line}`).join('\n')}` : ''}`,
    );
    this.code = code;
    this.tail = tail;
  }
}

/**
 * Runs a command to its end without a shell. Each line of output goes to `onLine`; the last forty are kept for the
 * error. Answers with standard output.
 */
export async function run(command, args, { cwd, env, onLine = () => {}, limitMs, cleanEnv = false } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: cleanEnv ? env : { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  changed();
  const tail = [];
  const out = [];
  const watch = (stream, kept) =>
    createInterface({ input: stream }).on('line', (line) => {
      kept?.push(line);
      tail.push(line);
      if (tail.length > 40) {
        tail.shift();
      }
      onLine(line);
    });
  watch(child.stdout, out);
  watch(child.stderr);
  const timer = limitMs ? setTimeout(() => child.kill('SIGKILL'), limitMs) : undefined;
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exit, signal) => resolve(exit ?? signal));
    });
    if (code !== 0) {
      throw new CommandFailed([command, ...args].join(' '), code, tail);
    }
    return out.join('\n');
  } finally {
    clearTimeout(timer);
    running.delete(child);
    changed();
  }
}

/**
 * A quick question to a program: its exit code (127 where it is missing) and trimmed output. The limit is for a program
 * that hangs; it is long, because on a busy machine a slow answer must not pass for a wrong one.
 */
export function ask(command, args, options = {}) {
  const answer = spawnSync(command, args, { encoding: 'utf8', timeout: 90_000, ...options });
  return { code: answer.status ?? 127, out: (answer.stdout ?? '').trim(), err: (answer.stderr ?? '').trim() };
}
