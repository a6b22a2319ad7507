import { resolve } from 'node:path';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';

interface SplitRun {
  options: { lan: boolean };
  ready: { build: { folder: string }; worker: { file: string | undefined } };
  mark: string | undefined;
  stop: Promise<string>;
  say(words: string): void;
  onAddress(address: string): void;
}

/** Real: everything that `npm run start:split` starts. */
describe('the split start', () => {
  const mine = ['DATABASE_URL', 'DISPLAY', 'WAYLAND_DISPLAY'] as const;
  const before = mine.map((name) => process.env[name]);
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase({ empty: true });
    Object.assign(process.env, { DATABASE_URL: database.url, DISPLAY: '', WAYLAND_DISPLAY: '' });
  });
  afterAll(async () => {
    for (const [at, name] of mine.entries()) {
      if (before[at] === undefined) delete process.env[name];
      else process.env[name] = before[at];
    }
    await database.drop();
  });

  it('names page and both media ports in the tunnel of a machine without a screen', async () => {
    const { run } = (await import('../../infra/local/split.mjs')) as { run(about: SplitRun): Promise<number> };
    const said: string[] = [];
    let end: (why: string) => void = () => undefined;
    const code = await run({
      options: { lan: false },
      ready: {
        build: { folder: resolve(process.env['OKAERI_BUILD'] ?? 'dist') },
        worker: { file: process.env['MEDIASOUP_WORKER_BIN'] },
      },
      mark: process.env['OKAERI_MARK'],
      stop: new Promise((done) => (end = done)),
      say: (words) => void said.push(words),
      onAddress: () => end('seen'),
    });
    expect(code).toBe(0);
    const [, page = '', first = '', second = ''] =
      /ssh -L (\d+):localhost:\1 -L (\d+):localhost:\2 -L (\d+):localhost:\3 /.exec(said.join('\n')) ?? [];
    expect(said.join('\n')).toContain(`http://localhost:${page}\n`);
    expect(Number(second)).toBeGreaterThan(Number(first));
  }, 120_000);
});
