import { Places } from './places';

const ended = () => {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (end = resolve));
  return { done, end };
};

describe('places', () => {
  it('lets so many in at a time, the others in order', async () => {
    const places = new Places(2, 1000);
    const works = Array.from({ length: 4 }, ended);
    const begun: number[] = [];
    const all = works.map(({ done }, n) =>
      places.take(async () => {
        begun.push(n);
        await done;
        return n;
      }),
    );
    await Promise.resolve();
    expect(begun).toEqual([0, 1]);
    works[1]?.end();
    await all[1];
    expect(begun).toEqual([0, 1, 2]);
    for (const { end } of works) end();
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
  });

  it('gives the place of a work that failed to the next', async () => {
    const places = new Places(1, 1000);
    await expect(places.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await places.take(() => Promise.resolve('yes'))).toBe('yes');
  });

  it('refuses who has waited too long, whose turn then nobody keeps', async () => {
    const places = new Places(1, 20);
    const { done, end } = ended();
    const first = places.take(() => done);
    await expect(places.take(() => Promise.resolve())).rejects.toMatchObject({ code: 'unavailable' });
    end();
    await first;
    expect(await places.take(() => Promise.resolve('in'))).toBe('in');
  });
});
