import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readiness } from '@okaeri/contracts';
import { logFolder } from './canaries';
import { freePort } from './standalone';
import { until } from './until';

/** What a tick of the kernel's accounting is on Linux. */
const tickMs = 10;

/** The built scheduler as a process of its own, so that it can be killed. */
export class SchedulerProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly port: number,
    /** Lines that it wrote to its log. */
    readonly log: readonly string[],
  ) {}

  /** `waits`: until it is ready. */
  static async start(
    databaseUrl: string,
    env: Record<string, string>,
    { waits = true }: { waits?: boolean } = {},
  ): Promise<SchedulerProcess> {
    const port = await freePort();
    const entry = resolve(process.env['OKAERI_BUILD'] ?? 'dist', 'apps/scheduler/src/main.js');
    const more = process.env['SCHEDULER_NODE_OPTIONS']?.split(' ') ?? [];
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...more, entry], {
      env: {
        ...process.env,
        ...{ NODE_ENV: 'test', PORT: String(port), DATABASE_URL: databaseUrl, OKAERI_DEMO: '0' },
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = createWriteStream(join(logFolder(), `scheduler-${process.pid}-${port}.log`));
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    const lines: string[] = [];
    if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
    const scheduler = new SchedulerProcess(child, port, lines);
    const answers = async () => (await scheduler.readiness())?.status === 200 || !waits;
    await until(async () => child.exitCode === null && (await answers()), 30_000);
    return scheduler;
  }

  /** `null` where it does not answer. */
  async readiness(): Promise<{ status: number; body: Readiness } | null> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => null);
    return answer && { status: answer.status, body: (await answer.json()) as Readiness };
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Of the processor, since it began. Linux only. */
  cpuMs(): number {
    const stat = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  }

  /** Without a word, as by the kernel. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }
}
