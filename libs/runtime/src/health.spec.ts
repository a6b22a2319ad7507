import { Health } from './health';

describe('readiness', () => {
  it('is missing what it needs and degraded by what it prefers', async () => {
    const health = new Health();
    health.needs('database', () => true);
    health.prefers('redis', () => Promise.reject(new Error('away')));
    health.about('version', () => '1.0');
    expect(await health.readiness()).toEqual({
      ready: true,
      missing: [],
      degraded: ['redis'],
      about: { version: '1.0' },
    });
    health.needs('migrations', () => Promise.resolve(false));
    expect(await health.readiness()).toMatchObject({ ready: false, missing: ['migrations'] });
  });

  it('does not wait for a probe that hangs', async () => {
    jest.useFakeTimers();
    const health = new Health();
    health.needs('sfu', () => new Promise<boolean>(() => undefined));
    const answer = health.readiness();
    await jest.advanceTimersByTimeAsync(2100);
    expect((await answer).missing).toEqual(['sfu']);
    jest.useRealTimers();
  });
});
