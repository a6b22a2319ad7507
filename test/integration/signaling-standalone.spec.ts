import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { signalingPath } from '@okaeri/contracts';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { processTree } from '../support/processes';
import { isAlive, mediaWorkersBelow } from '../support/sfu';
import { until, Window } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';
import { freePort } from '../support/standalone';

const entry = join(resolve(process.env['OKAERI_BUILD'] ?? 'dist'), 'apps/standalone/src/main.js');

/** The single-machine server as a process: what it starts, what it mends and how it ends. */
describe('the standalone server', () => {
  let database: TestDatabase;
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    database = await createTestDatabase({ empty: true });
  });
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });
  afterAll(() => database.drop());

  async function start(command: (node: string) => [string, string[]] = (node) => [node, [entry]]) {
    const port = await freePort();
    const [program, args] = command(process.execPath);
    const child = spawn(program, args, {
      env: {
        ...process.env,
        NODE_ENV: 'test',
        PORT: String(port),
        DATABASE_URL: database.url,
        OKAERI_DEMO: '0',
        OKAERI_MARK: 'standalone-spec',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    started.push(child);
    const origin = `http://localhost:${port}`;
    await until('ready', async () => (await ask(`${origin}/readyz`)) === 200, 40_000);
    return { child, origin, pid: child.pid ?? 0 };
  }

  const ask = (url: string) =>
    fetch(url).then(
      ({ status }) => status,
      () => 0,
    );
  const sfuBelow = (pid: number) => processTree(pid).find((each) => each !== pid && mediaWorkersBelow(each).length > 0);

  it('gets its sfu back when that is killed, and is not ready meanwhile', async () => {
    const { origin, pid } = await start();
    const world = await SocketWorld.open(database.url);
    const window = await Window.open(origin, await world.person());
    await window.ask('check.open', {});
    const sfu = sfuBelow(pid) ?? 0;
    process.kill(sfu, 'SIGKILL');
    await until('not ready', async () => (await ask(`${origin}/readyz`)) === 503);
    expect(await ask(`${origin}/healthz`)).toBe(200);
    await until('ready again', async () => (await ask(`${origin}/readyz`)) === 200);
    expect(sfuBelow(pid)).not.toBe(sfu);
    await window.ask('check.open', {});
    window.close();
    await world.close();
  }, 60_000);

  it('outlives connections that are reset while it looks who opens them', async () => {
    const { child, origin } = await start();
    const world = await SocketWorld.open(database.url);
    const { cookie } = await world.person();
    const { port, host } = new URL(origin);
    const lines = [
      `GET ${signalingPath}/?EIO=4&transport=websocket HTTP/1.1`,
      ...[`Host: ${host}`, `Cookie: ${cookie}`, 'Connection: Upgrade', 'Upgrade: websocket'],
      ...['Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`],
    ];
    const openAndReset = async (afterMs: number) => {
      const socket = connect(Number(port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
      await new Promise((done) => setTimeout(done, afterMs));
      socket.resetAndDestroy();
    };
    // How long the look takes is not known here: some of these fall into it.
    await Promise.all(Array.from({ length: 60 }, (_, n) => openAndReset(n / 4)));
    const window = await Window.open(origin, await world.person());
    await window.ask('check.open', {});
    expect(child.exitCode).toBeNull();
    window.close();
    await world.close();
  }, 60_000);

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends on %s with 0, at once and with everything it started',
    async (signal) => {
      const { child, origin, pid } = await start();
      const world = await SocketWorld.open(database.url);
      const window = await Window.open(origin, await world.person());
      const tree = processTree(pid);
      expect(tree.length).toBeGreaterThanOrEqual(3);
      const asked = performance.now();
      const code = await new Promise((done) => {
        child.once('exit', done);
        child.kill(signal);
      });
      expect(code).toBe(0);
      expect(performance.now() - asked).toBeLessThan(5000);
      expect(window.connected).toBe(false);
      await until('all gone', () => !tree.some(isAlive));
      await world.close();
    },
    60_000,
  );

  it('does not outlive a launcher that was killed, nor does its sfu outlive it', async () => {
    const script = `require('node:child_process').spawn(process.execPath, [process.argv[1]], { stdio: 'ignore' });
      setInterval(() => undefined, 1000);`;
    const { child, origin, pid } = await start((node) => [node, ['-e', script, entry]]);
    const tree = processTree(pid);
    expect(tree.length).toBeGreaterThanOrEqual(4);
    child.kill('SIGKILL');
    await until('all gone', () => !tree.some(isAlive), 8000);
    expect(await ask(`${origin}/healthz`)).toBe(0);

    const other = await start();
    const below = processTree(other.pid);
    other.child.kill('SIGKILL');
    await until('all gone', () => !below.some(isAlive), 8000);
  }, 90_000);
});
