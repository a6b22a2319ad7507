import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdLock, lockOwner, noteChildren, tryLock } from './lock.mjs';
import { endProcesses, identify, isAlive, isSame } from './processes.mjs';

const gone = { pid: 2 ** 22 + 1, start: 1 };

describe('the lock of a set-up', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
    file = join(folder, 'a.lock');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('has one holder, and is free again afterwards', async () => {
    const release = await holdLock(file);
    expect(lockOwner(file)?.pid).toBe(process.pid);
    expect(tryLock(file)).toBe(false);
    release();
    expect(tryLock(file)).toBe(true);
    expect(readdirSync(folder)).toEqual(['a.lock']);
  });

  it('is taken over from one who died, and from one whose pid now belongs to another process', async () => {
    for (const owner of [gone, { pid: process.pid, start: 1 }]) {
      writeFileSync(file, JSON.stringify(owner));
      const release = await holdLock(file);
      expect(isSame(lockOwner(file))).toBe(true);
      release();
    }
  });

  it('is taken over from a file that was never whole', async () => {
    writeFileSync(file, '{"pid":');
    (await holdLock(file))();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('ends the children that a killed owner left at work', async () => {
    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    const who = identify(child.pid ?? 0);
    writeFileSync(file, JSON.stringify({ ...gone, children: [who] }));
    const release = await holdLock(file);
    expect(isAlive(who.pid, who.start)).toBe(false);
    release();
  });

  it('waits for a living holder, and tells whom for', async () => {
    const other = spawn('sleep', ['60'], { stdio: 'ignore' });
    const owner = identify(other.pid ?? 0);
    writeFileSync(file, JSON.stringify(owner));
    const waitedFor: number[] = [];
    const held = holdLock(file, { pollMs: 5, onWait: ({ pid }) => waitedFor.push(pid) });
    await new Promise((resolve) => setTimeout(resolve, 40));
    await endProcesses([owner]);
    (await held)();
    expect(new Set(waitedFor)).toEqual(new Set([owner.pid]));
  });

  it('gives one of many at once the turn', async () => {
    let inside = 0;
    let most = 0;
    const turn = async () => {
      // Several in one process share its pid, so they take turns by the file alone.
      const release = await holdLock(file, { pollMs: 1 });
      most = Math.max(most, (inside += 1));
      await new Promise((resolve) => setTimeout(resolve, 3));
      inside -= 1;
      release();
    };
    await Promise.all([turn(), turn(), turn(), turn()]);
    expect(most).toBe(1);
  });

  it('notes the children of its owner only', async () => {
    const release = await holdLock(file);
    noteChildren(file, [process.pid]);
    expect(lockOwner(file)?.children).toEqual([identify(process.pid)]);
    release();
    writeFileSync(file, JSON.stringify(gone));
    noteChildren(file, [process.pid]);
    expect(lockOwner(file)).toEqual(gone);
  });
});
