import fc from 'fast-check';
import { intersect, normal, subtract, widen } from './spans';
import type { Spans } from './spans';

const most = 60;
const pairs = fc
  .array(fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most })), { maxLength: 12 })
  .map((each) => each.flat());

/** The obvious model: which minutes are in it. */
const minutes = (spans: Spans): Set<number> => {
  const found = new Set<number>();
  for (let i = 0; i < spans.length; i += 2) {
    for (let minute = spans[i] as number; minute < (spans[i + 1] as number); minute += 1) found.add(minute);
  }
  return found;
};
const inOrder = (found: ReadonlySet<number>) => [...found].sort((a, b) => a - b);

/** Sorted, none empty, none touching the next: two equal sets are two equal lists. */
function expectNormal(spans: Spans): void {
  expect(spans.length % 2).toBe(0);
  expect(spans.filter((value, i) => i > 0 && value <= (spans[i - 1] as number))).toEqual([]);
}

const runs = { numRuns: 1000 };

describe('spans as sets of minutes', () => {
  it('come into one form, whatever the order of what is put in', () => {
    fc.assert(
      fc.property(pairs, (each) => {
        const spans = normal(each);
        expectNormal(spans);
        expect(inOrder(minutes(spans))).toEqual(inOrder(minutes(each)));
        expect(normal(spans)).toEqual(spans);
      }),
      runs,
    );
  });

  it('are cut and taken away like sets', () => {
    fc.assert(
      fc.property(pairs, pairs, (one, other) => {
        const [a, b] = [normal(one), normal(other)];
        const [inA, inB] = [minutes(a), minutes(b)];
        const both = intersect(a, b);
        const rest = subtract(a, b);
        expectNormal(both);
        expectNormal(rest);
        expect(inOrder(minutes(both))).toEqual(inOrder(inA).filter((minute) => inB.has(minute)));
        expect(inOrder(minutes(rest))).toEqual(inOrder(inA).filter((minute) => !inB.has(minute)));
      }),
      runs,
    );
  });

  it('keep the laws of sets', () => {
    fc.assert(
      fc.property(pairs, pairs, pairs, (one, two, three) => {
        const [a, b, c] = [normal(one), normal(two), normal(three)];
        expect(intersect(a, b)).toEqual(intersect(b, a));
        expect(intersect(intersect(a, b), c)).toEqual(intersect(a, intersect(b, c)));
        expect(subtract(subtract(a, b), c)).toEqual(subtract(a, normal([...b, ...c])));
        expect(normal([...intersect(a, b), ...subtract(a, b)])).toEqual(a);
        expect(intersect(subtract(a, b), b)).toEqual([]);
      }),
      runs,
    );
  });

  it('grow on both sides, and what then touches becomes one', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 0, max: 20 }), (each, by) => {
        const spans = normal(each);
        const wider = widen(spans, by);
        expectNormal(wider);
        const wanted = new Set(
          [...minutes(spans)].flatMap((m) => Array.from({ length: 2 * by + 1 }, (_, i) => m - by + i)),
        );
        expect(inOrder(minutes(wider))).toEqual(inOrder(wanted));
      }),
      { numRuns: 500 },
    );
  });
});
