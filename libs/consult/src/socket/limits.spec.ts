import fc from 'fast-check';
import { Allowance, measure } from './limits';

// Built from within: as a recursion it would need the very depth of stack that the measure must not.
const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1);

describe('the measure of a message', () => {
  it('lets plain small values through', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => measure(value, 1_000_000) === 'fits'));
  });

  it('never calls a value small whose JSON is several times the limit', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.integer({ min: 1, max: 200 }), (value, limit) => {
        const bytes = Buffer.byteLength(JSON.stringify(value));
        return bytes <= limit * 8 || measure(value, limit) === 'too large';
      }),
    );
  });

  it('tells large from small, deep and binary', () => {
    expect(measure({ text: 'x'.repeat(70_000) }, 65_536)).toBe('too large');
    expect(
      measure(
        Array.from({ length: 100_000 }, () => 0),
        65_536,
      ),
    ).toBe('too large');
    expect(measure(nested(31), 65_536)).toBe('fits');
    expect(measure(nested(10_000), 65_536)).toBe('not plain');
    expect(measure({ data: Buffer.from('x') }, 65_536)).toBe('not plain');
    expect(measure(new Map(), 65_536)).toBe('not plain');
  });
});

describe('the allowance of a connection', () => {
  it('gives a second of messages at once and then as many a second', () => {
    const allowance = new Allowance(60, 0);
    const burst = Array.from({ length: 61 }, () => allowance.take(0));
    expect(burst.filter((each) => each === 'taken')).toHaveLength(60);
    expect(burst.at(-1)).toBe('refused');
    expect(allowance.take(1000)).toBe('taken');
  });

  it('cuts off who does not stop', () => {
    const allowance = new Allowance(60, 0);
    const storm = Array.from({ length: 130 }, () => allowance.take(0));
    expect(storm.at(-1)).toBe('flood');
  });
});
