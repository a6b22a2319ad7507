import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logFolder } from './canaries';
import { freePort } from './standalone';
import { until } from './until';

/** A server of somebody else at a port of its own, with a folder that stays while it is stopped and started again. */
export class OwnServer {
  readonly #folder: string;
  #child: ChildProcess | null = null;

  private constructor(
    readonly name: string,
    readonly port: number,
  ) {
    this.#folder = mkdtempSync(join(tmpdir(), `okaeri-${name}-`));
  }

  static async at(name: string): Promise<OwnServer> {
    return new OwnServer(name, await freePort());
  }

  /** Of a file in its folder; of the folder itself without a name. */
  path(name = ''): string {
    return join(this.#folder, name);
  }

  /** Starts it, and waits until it answers. */
  async open(program: string, options: string[], answers: () => Promise<boolean>): Promise<void> {
    const log = createWriteStream(join(logFolder(), `${this.name}-${process.pid}-${this.port}.log`), { flags: 'a' });
    const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    this.#child = child;
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`${this.name} ended with ${child.exitCode}.`);
      return answers().catch(() => false);
    }, 20_000);
  }

  /** Nobody answers any more; what it keeps stays. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
