import { loudness } from './loudness';

describe('loudness', () => {
  it('is nothing for silence and for what no ear hears', () => {
    expect(loudness(0)).toBe(0);
    expect(loudness(0.0005)).toBe(0);
  });
  it('grows with the signal and stays within bounds', () => {
    expect(loudness(0.05)).toBeCloseTo(0.566, 2);
    expect(loudness(0.2)).toBeGreaterThan(loudness(0.05));
    expect(loudness(3)).toBe(1);
  });
});
