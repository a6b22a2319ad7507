import { spawn, type ChildProcess } from 'node:child_process';
import { openChromium } from '../support/browser';
import { pssOf } from '../support/processes';
import { freePort } from '../support/standalone';
import { summary, type BenchResult } from './result';

const runs = 5;
const readyTargetMs = 8_000;
const memoryTargetMb = 700;
/** The promise is about the state a person leaves behind, not the peak of starting. */
const settleMs = 60_000;

/**
 * From the spawn of `npm start` to the first 200 of `/readyz`, sources unchanged, and what the whole process tree
 * (PostgreSQL and sfu included) weighs a minute later with one visit page open.
 */
export async function start(progress: (line: string) => void): Promise<BenchResult> {
  progress('a first start, not counted: it builds what is not built yet');
  await stop((await launch()).child);

  const times: number[] = [];
  for (let run = 1; run < runs; run++) {
    const { child, readyMs } = await launch();
    progress(`start ${run} of ${runs}: ready after ${readyMs.toFixed(0)} ms`);
    times.push(readyMs);
    await stop(child);
  }
  const { child, readyMs, port } = await launch();
  progress(`start ${runs} of ${runs}: ready after ${readyMs.toFixed(0)} ms; now a minute with a visit page open`);
  times.push(readyMs);
  const memoryMb = await weighWithPageOpen(child, port).finally(() => stop(child));
  progress(`the tree weighs ${memoryMb.toFixed(0)} MB (PSS)`);

  const ours = summary(times, 'ms');
  return {
    bench: 'start',
    samples: runs,
    ours: { ...ours, memoryMb: Math.round(memoryMb) },
    baseline: null,
    ratio: null,
    targets: { maxMs: readyTargetMs, memoryMb: memoryTargetMb },
    met: ours.max <= readyTargetMs && memoryMb <= memoryTargetMb,
  };
}

async function launch(): Promise<{ child: ChildProcess; readyMs: number; port: number }> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn('npm', ['start'], {
    env: { ...process.env, PORT: String(port), DISPLAY: '', WAYLAND_DISPLAY: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`npm start ended (${child.exitCode}) before it was ready:\n${said}`);
    if (performance.now() - begun > 600_000) throw new Error(`npm start was not ready within ten minutes:\n${said}`);
    await new Promise((done) => setTimeout(done, 20));
  }
  return { child, readyMs: performance.now() - begun, port };
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://localhost:${port}/readyz`)).status === 200;
  } catch {
    return false;
  }
}

/** Signals npm, as Ctrl-C in a script would, and waits until the address is silent: the next start must be a start. */
async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  if (child.exitCode === null) {
    child.kill('SIGTERM');
    await ended;
  }
}

async function weighWithPageOpen(child: ChildProcess, port: number): Promise<number> {
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`http://emily.localhost:${port}/`);
    const join = page.locator('a[href^="/visits/"]').first();
    await join.click();
    await page.locator('[data-phase]').first().waitFor();
    await new Promise((done) => setTimeout(done, settleMs));
    return pssOf(child.pid ?? 0);
  } finally {
    await browser.close();
  }
}
