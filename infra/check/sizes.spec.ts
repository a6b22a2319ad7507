import { judgeSizes } from './sizes.mjs';

const files = (...lengths: number[]): [string, number][] => lengths.map((lines, index) => [`f${index}.ts`, lines]);
const tens = (count: number) => Array.from({ length: count }, () => 10);

describe('the size budget', () => {
  it('has nothing to say about short files', () => {
    const { problems, summary } = judgeSizes(files(20, 40, 60, 80, 120, 140, 30, 50, 70, 299));
    expect(problems).toEqual([]);
    expect(summary).toContain('longest 299');
  });

  it('names a file over 500 lines', () => {
    expect(judgeSizes(files(...tens(20), 501)).problems).toEqual(['f20.ts has 501 lines']);
  });

  it('minds the median and the longest tenth', () => {
    expect(judgeSizes(files(99, 100, 101)).problems).toEqual([expect.stringMatching(/half of all files/)]);
    expect(judgeSizes(files(...tens(8), 300, 310)).problems).toEqual([
      expect.stringMatching(/a tenth of all files.*f9\.ts \(310\)/),
    ]);
  });
});
