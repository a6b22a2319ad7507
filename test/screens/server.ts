import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Postgres {
  superuserUrl: string;
  stop: () => Promise<void>;
}

export interface Server {
  address: string;
  stop: () => Promise<void>;
}

const needed = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this by npm run screens.`);
  return value;
};

export async function startPostgres(): Promise<Postgres> {
  const root = needed('OKAERI_ROOT');
  const { startThrowawayPostgres } = (await import(pathToFileURL(join(root, 'infra/postgres/postgres.mjs')).href)) as {
    startThrowawayPostgres: (clone: string) => Promise<Postgres>;
  };
  return startThrowawayPostgres(root);
}

/** The built server on a free port, with the demo world in the given database. */
export async function startServer(databaseUrl: string, more: Record<string, string> = {}): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(needed('OKAERI_BUILD'), 'apps/standalone/src/main.js')], {
    cwd: needed('OKAERI_ROOT'),
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      OKAERI_DEMO: '1',
      MEDIA_IPS: '127.0.0.1',
      LOG_LEVEL: 'error',
      ...more,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const address = `http://localhost:${port}`;
  const until = performance.now() + 60_000;
  while (!(await isReady(address))) {
    if (child.exitCode !== null || performance.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`The server is not ready. It said:\n${said}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function isReady(address: string): Promise<boolean> {
  return fetch(`${address}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
