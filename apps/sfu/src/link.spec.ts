import { knowsSecret } from './link';

describe('knowsSecret', () => {
  it('takes the one header and nothing near it', () => {
    expect(knowsSecret('Bearer a-long-enough-secret', 'a-long-enough-secret')).toBe(true);
    for (const given of [undefined, '', 'Bearer ', 'Bearer a-long-enough-secre', 'bearer a-long-enough-secret']) {
      expect(knowsSecret(given, 'a-long-enough-secret')).toBe(false);
    }
  });
});
