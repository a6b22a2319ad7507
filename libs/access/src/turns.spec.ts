import { setTimeout as pause } from 'node:timers/promises';
import { Turns } from './turns';

describe('turns', () => {
  it('serves a few at once without a wait, one after the other', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        turns.take(async () => {
          seen.push(`${name} begins`);
          await pause(1);
          seen.push(`${name} ends`);
        }),
      ),
    );
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('serves nobody of a crowd before all of it has come in', async () => {
    const turns = new Turns();
    let come = 0;
    const comeBefore: number[] = [];
    const served: Promise<unknown>[] = [];
    for (; come < 100; come += 1) {
      served.push(turns.take(async () => comeBefore.push(come)));
      if (come > 10) await new Promise((next) => setImmediate(next));
    }
    await Promise.all(served);
    expect(comeBefore).toHaveLength(100);
    // The first came when there was no crowd yet.
    expect(comeBefore.filter((count) => count < 100).length).toBeLessThanOrEqual(1);
  });

  it('counts those of a crowd who are sent away at the door', async () => {
    const turns = new Turns();
    let inside = false;
    const served = Array.from({ length: 20 }, () => turns.take(async () => inside));
    for (let more = 0; more < 15; more += 1) {
      turns.came();
      await pause(5);
    }
    inside = true;
    const seen = await Promise.all(served);
    // The first came when there was no crowd yet.
    expect(seen.filter((each) => !each).length).toBeLessThanOrEqual(1);
  });

  it('goes on after one who failed', async () => {
    const turns = new Turns();
    await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turns.take(async () => 'yes')).resolves.toBe('yes');
  });
});
