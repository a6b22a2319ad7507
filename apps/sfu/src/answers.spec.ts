import { Answers } from './answers';

describe('Answers', () => {
  it('works once for one id, and answers everybody with that', async () => {
    const answers = new Answers();
    const work = jest.fn(async () => ({ transport: 1 }));
    const [first, second] = await Promise.all([answers.once('a', work), answers.once('a', work)]);
    expect(second).toBe(first);
    expect(await answers.once('a', work)).toBe(first);
    expect(work).toHaveBeenCalledTimes(1);
    await answers.once('b', work);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('repeats a refusal too', async () => {
    const answers = new Answers();
    await expect(answers.once('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(answers.once('a', async () => 'yes')).rejects.toThrow('no');
  });

  it('forgets the oldest when there are too many, and what is too old', async () => {
    const answers = new Answers(2, 1000);
    for (const id of ['a', 'b', 'c']) await answers.once(id, async () => id, 0);
    expect(answers.size).toBe(2);
    expect(await answers.once('a', async () => 'again', 10)).toBe('again');
    await answers.once('d', async () => 'd', 2000);
    expect(answers.size).toBe(1);
  });
});
