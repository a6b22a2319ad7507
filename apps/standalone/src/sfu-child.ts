import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Log } from '@okaeri/runtime';

const entry = join(__dirname, '../../sfu/src/main.js');
const shortestWait = 100;
const longestWait = 5000;
/** A child that lived this long did not fail to start. */
const steadyMilliseconds = 10_000;

/**
 * The sfu node of a single machine: a process of its own, so that nothing that goes wrong with media takes the pages
 * along. It is started again whenever it ends, and ends by itself when this process does.
 */
export class SfuChild {
  readonly secret = randomBytes(24).toString('base64url');
  #child: ChildProcess | null = null;
  #port: number | null = null;
  #wait = shortestWait;
  #retry: NodeJS.Timeout | undefined;
  #stopped = false;

  private constructor(
    private readonly env: Readonly<Record<string, string | undefined>>,
    private readonly log: Log,
  ) {}

  /** `env` is all that the child gets, besides what it needs to be found by us. */
  static start(env: Readonly<Record<string, string | undefined>>, log: Log): SfuChild {
    const child = new SfuChild(env, log);
    child.#start();
    return child;
  }

  /** Where it listens; `null` while it does not. */
  readonly url = (): string | null => (this.#port === null ? null : `http://127.0.0.1:${this.#port}`);

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const late = setTimeout(() => child.kill('SIGKILL'), 3000);
    child.kill('SIGTERM');
    await gone;
    clearTimeout(late);
  }

  #start(): void {
    const started = performance.now();
    const child = fork(entry, {
      // Its heap holds ids and parameters; media never passes through JavaScript.
      execArgv: [...process.execArgv, '--max-old-space-size=128', '--max-semi-space-size=2'],
      env: { ...this.env, SFU_SECRET: this.secret, SFU_HOST: '127.0.0.1', SFU_PORT: '0', SFU_DRAIN_SECONDS: '0' },
    });
    this.#child = child;
    child.on('message', (message: { type?: string; port?: number }) => {
      if (message.type === 'listening' && message.port) this.#port = message.port;
    });
    child.on('error', (err) => this.log.error({ err }, 'the sfu cannot be started'));
    child.on('exit', (code, signal) => {
      this.#port = null;
      if (this.#stopped) return;
      if (performance.now() - started > steadyMilliseconds) this.#wait = shortestWait;
      this.log.error({ code, signal, again: this.#wait }, 'the sfu ended');
      this.#retry = setTimeout(() => this.#start(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, longestWait);
    });
  }
}
