import { seatLeaseSeconds, seatRenewSeconds } from '@okaeri/contracts';
import { Steady } from './steady';

const lease = seatLeaseSeconds * 1000;
const beat = (seatRenewSeconds * 1000) / 2;

describe('who may say that seats are empty', () => {
  /** Beats until then, as a process does that has what it needs. */
  const beating = (steady: Steady, from: number, until: number) => {
    for (let at = from; at <= until; at += beat) steady.begin(at);
  };

  it('is a process that has beaten for as long as a lease lasts', () => {
    const steady = new Steady(0);
    beating(steady, 0, lease);
    expect([steady.mayJudge(lease - 1), steady.mayJudge(lease)]).toEqual([false, true]);
  });

  it('is none whose beat failed within that time', () => {
    const steady = new Steady(0);
    beating(steady, 0, lease);
    steady.fail(lease);
    beating(steady, lease + beat, 2 * lease);
    expect([steady.mayJudge(2 * lease - 1), steady.mayJudge(2 * lease)]).toEqual([false, true]);
  });

  it('is none that was frozen, until the others had the time to renew', () => {
    const steady = new Steady(0);
    beating(steady, 0, lease);
    const thawed = lease + 60_000;
    steady.begin(thawed);
    expect(steady.mayJudge(thawed)).toBe(false);
    beating(steady, thawed + beat, thawed + lease);
    expect([steady.mayJudge(thawed + lease - 1), steady.mayJudge(thawed + lease)]).toEqual([false, true]);
  });

  it('is one that renews in time, however slow its beats are', () => {
    const steady = new Steady(0);
    const renewed = (every: number) =>
      [0, 1, 2, 3, 4].map((n) => n * every).filter((at) => steady.renews(1_000_000 * every + at));
    expect(renewed(beat)).toEqual([0, 2 * beat, 4 * beat]);
    expect(renewed(seatRenewSeconds * 2000)).toHaveLength(5);
  });

  it('is still one whose beat was only slow', () => {
    const steady = new Steady(0);
    beating(steady, 0, lease);
    const slow = lease + seatRenewSeconds * 2000;
    steady.begin(slow);
    expect(steady.mayJudge(slow)).toBe(true);
  });
});
