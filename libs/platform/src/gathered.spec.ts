import { until } from '../../../test/support/until';
import { Gathered } from './gathered';

describe('what is asked for at the same time', () => {
  /** Statements that end when the test says so. */
  const statements = () => {
    const sent: { keys: readonly string[]; end: (error?: Error) => void }[] = [];
    const gathered = new Gathered<string, string>(
      (keys) =>
        new Promise((resolve, reject) => {
          const found = new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, key.toUpperCase()]));
          sent.push({ keys, end: (error) => (error ? reject(error) : resolve(found)) });
        }),
    );
    const end = async (at: number, error?: Error) => {
      await until(() => sent.length > at);
      sent[at]?.end(error);
    };
    return { sent, end, gathered };
  };

  it('goes alone at once, and the next ones together, each key once', async () => {
    const { sent, end, gathered } = statements();
    const first = gathered.ask('a');
    const others = Promise.all([gathered.ask('b'), gathered.ask('c'), gathered.ask('b'), gathered.ask('nobody')]);
    expect(sent.map(({ keys }) => keys)).toEqual([['a']]);
    await end(0);
    expect(await first).toBe('A');
    await end(1);
    expect(await others).toEqual(['B', 'C', 'B', undefined]);
    expect(sent.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c', 'nobody']]);
  });

  it('goes together at once where one asker wants several', async () => {
    const { sent, end, gathered } = statements();
    const answers = gathered.askAll(['a', 'nobody', 'b', 'a']);
    expect(sent.map(({ keys }) => keys)).toEqual([['a', 'nobody', 'b']]);
    await end(0);
    expect(await answers).toEqual(['A', undefined, 'B', 'A']);
    expect(await gathered.askAll([])).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('is asked anew by whoever comes after the statement was sent', async () => {
    const { sent, end, gathered } = statements();
    const before = gathered.ask('a');
    const after = gathered.ask('a');
    await end(0);
    await before;
    await end(1);
    expect(await after).toBe('A');
    expect(sent).toHaveLength(2);
  });

  it('does not wait for a statement that does not come back', async () => {
    const { end, gathered } = statements();
    void gathered.ask('dead');
    const next = gathered.ask('a');
    await end(1);
    expect(await next).toBe('A');
  });

  it('fails for those who went with it, and not for the next', async () => {
    const { end, gathered } = statements();
    const first = gathered.ask('a');
    const next = gathered.ask('a');
    await end(0, new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    await end(1);
    expect(await next).toBe('A');
  });
});
