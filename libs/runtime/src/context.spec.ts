import { currentRequestId, requestIdFrom, withRequest } from './context';

describe('the id of a request', () => {
  it('is kept where it is sane, else replaced', () => {
    expect(requestIdFrom('abc-DEF_12345')).toBe('abc-DEF_12345');
    for (const bad of [undefined, '', 'short', 'a'.repeat(65), 'line\nbreak-1234', 'Emily Tremblay', ['a', 'b']]) {
      expect(requestIdFrom(bad)).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('follows the work of the request and nothing else', async () => {
    const inside = await withRequest('request-1', async () => {
      await Promise.resolve();
      return currentRequestId();
    });
    expect(inside).toBe('request-1');
    expect(currentRequestId()).toBeNull();
  });
});
