import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

export interface Bare {
  /** The address of the page. */
  url: string;
  stop(): Promise<void>;
}

/** Builds and starts the bare page and its server. Needs MEDIASOUP_WORKER_BIN in the environment. */
export async function startBare(): Promise<Bare> {
  const page = await build({
    entryPoints: [join(__dirname, 'page.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  // Below the clone, so that the server finds the packages.
  const folder = await mkdtemp(join(process.env['OKAERI_ROOT'] ?? process.cwd(), '.okaeri', 'bare-'));
  const file = join(folder, 'server.cjs');
  await build({
    entryPoints: [join(__dirname, 'server.ts')],
    outfile: file,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
  });
  const child = fork(file, { execArgv: [] });
  const port = await new Promise<number>((answer, fail) => {
    child.once('message', (message: { port: number }) => answer(message.port));
    child.once('exit', (code) => fail(new Error(`The bare server ended with ${code}.`)));
    child.send({ script: page.outputFiles[0]?.text ?? '' });
  });
  return {
    url: `http://localhost:${port}/`,
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.disconnect();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
