import { Hung, within } from './within';

describe('work that may hang', () => {
  it('is waited for as long as was said', async () => {
    const hangs = new Promise<never>(() => undefined);
    await expect(within(20, hangs)).rejects.toBeInstanceOf(Hung);
    await expect(within(20, hangs)).rejects.toMatchObject({ code: 'hung' });
  });

  it('else comes to what it comes to', async () => {
    expect(await within(10_000, Promise.resolve('done'))).toBe('done');
    await expect(within(10_000, Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });
});
