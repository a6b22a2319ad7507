import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { endWithin } from './limit.mjs';
import { identify, isSame } from './processes.mjs';

const run = (script: string) => spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
/** Says its pid and that of a child of its own, and goes on for ever; both would rather not end. */
const stubborn = `
  const { spawn } = require('node:child_process');
  process.on('SIGTERM', () => {});
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  console.log(JSON.stringify([process.pid, child.pid]));
  setInterval(() => {}, 1000);
`;

describe('the limit of a lane', () => {
  it('lets through what ends in time, with its code', async () => {
    expect(await endWithin(60_000, run('process.exit(3)'))).toEqual({ code: 3, signal: null, late: false });
  });

  it('ends what does not end by itself, with all that it started and what else is its own', async () => {
    const child = run(stubborn);
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const astray = run('setInterval(() => {}, 1000)');
    const all = [...(JSON.parse(said.toString()) as number[]), astray.pid ?? 0].map(identify);
    expect(all.map(isSame)).toEqual([true, true, true]);
    const end = await endWithin(50, child, { more: () => all.slice(2), graceMs: 200 });
    expect(end).toEqual({ late: true });
    expect(all.map(isSame)).toEqual([false, false, false]);
  }, 20_000);

  it('says so when the program cannot be started at all', async () => {
    await expect(endWithin(60_000, spawn('/no/such/program'))).rejects.toThrow('ENOENT');
  });
});
