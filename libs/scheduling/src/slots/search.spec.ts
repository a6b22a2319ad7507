import fc from 'fast-check';
import { zoneTable } from '@okaeri/words/time';
import { middles, numRuns, partyCase } from '../../../../test/support/slots-cases';
import type { PartyCase } from '../../../../test/support/slots-cases';
import { isOpen, slowNearest, slowSearch } from '../../../../test/support/slow-slots';
import { mayOf } from './may';
import { nearest } from './nearest';
import { prepared, search, startsOf, together } from './search';
import type { Party, Wanted } from './search';
import { normal } from './spans';

const day = 1440;
const reach = 3 * day;

/** What the shipped search is given for one who was described to the slow model. */
function partyOf({ zone, slow }: PartyCase, window: { from: number; to: number }, id = zone): Party {
  const table = zoneTable(zone, window.from, window.to);
  const { buffer, perDay, notice, good, borne } = slow;
  return {
    ...{ id, buffer, perDay, notice, good, borne },
    zone: table,
    may: mayOf(slow, table, window, { holidays: new Set(slow.holidays), onCall: slow.onCall }),
    taken: normal([...slow.visits, ...slow.outside].flat()),
    starts: slow.visits.map(([from]) => from),
  };
}

const cases = fc.constantFrom(...middles).chain((middle) =>
  fc.record({
    parties: fc.array(partyCase(middle), { minLength: 1, maxLength: 3 }),
    // The same twice: of two who cost the same, the one who was named first.
    anyOf: fc
      .tuple(fc.array(partyCase(middle), { maxLength: 2 }), fc.boolean())
      .map(([each, twice]) => (twice ? [...each, ...each] : each)),
    wanted: fc.record<Wanted>({
      from: fc.integer({ min: middle - 2 * day, max: middle - day }),
      to: fc.integer({ min: middle + day, max: middle + 2 * day }),
      now: fc.integer({ min: middle - 3 * day, max: middle }),
      minutes: fc.constantFrom(5, 15, 30, 45, 60, 90),
      step: fc.constant(15),
      most: fc.integer({ min: 1, max: 20 }),
    }),
    middle: fc.constant(middle),
  }),
);

const windowOf = (middle: number) => ({ from: middle - reach, to: middle + reach });

describe('the search for times', () => {
  it('finds what the slow model finds, in its order and at its cost', () => {
    let [found, none] = [0, 0];
    fc.assert(
      fc.property(cases, ({ parties, anyOf, wanted, middle }) => {
        const [first, ...others] = parties.map((each) => partyOf(each, windowOf(middle)));
        if (!first) return;
        const ours = search(
          [first, ...others],
          anyOf.map((each) => partyOf(each, windowOf(middle))),
          wanted,
        );
        const slow = slowSearch(
          parties.map((each) => each.slow),
          anyOf.map((each) => each.slow),
          wanted,
        );
        if (slow.length > 0) found += 1;
        else none += 1;
        expect(ours).toEqual(slow);
      }),
      { numRuns },
    );
    // Cases in which nobody has time would prove nothing.
    expect(found).toBeGreaterThan(none / 2);
  });

  it('opens by the wall of each zone, minute by minute around each turn of its clock', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...middles).chain((middle) => fc.tuple(fc.constant(middle), partyCase(middle))),
        ([middle, { zone, slow }]) => {
          const { may } = partyOf({ zone, slow }, windowOf(middle));
          const within = new Set<number>();
          for (let i = 0; i < may.length; i += 2) {
            for (let minute = may[i] as number; minute < (may[i + 1] as number); minute += 1) within.add(minute);
          }
          const wrong: number[] = [];
          for (let minute = middle - 2 * day; minute < middle + 2 * day; minute += 1) {
            if (within.has(minute) !== isOpen(slow, minute + slow.clock(minute))) wrong.push(minute);
          }
          expect(wrong.slice(0, 3)).toEqual([]);
        },
      ),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });

  it('names the nearest times that the slow model names, also where nobody has hours in common', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: -day, max: day }), ({ parties, wanted, middle }, at) => {
        // On the grid there is one as near before it as after it.
        const asked = { ...wanted, asked: Math.round((middle + at) / 15) * 15 };
        const ours = nearest(
          parties.map((each) => partyOf(each, windowOf(middle))),
          asked,
        );
        const slow = slowNearest(
          parties.map(({ slow: each }) => each),
          asked,
          3,
        );
        expect(ours).toEqual(slow);
      }),
      { numRuns: Math.ceil(numRuns / 8) },
    );
  });

  it('gives no time more because somebody is busier', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: -day, max: day }), ({ parties, wanted, middle }, at) => {
        const [first, ...others] = parties.map((each) => partyOf(each, windowOf(middle)));
        if (!first) return;
        const startsWith = (party: Party) => {
          const all = [party, ...others].map((each) => prepared(each, 0));
          return [...startsOf(all, together(all, [wanted.from, wanted.to]), wanted)];
        };
        const before = startsWith(first);
        const busier = { ...first, taken: normal([...first.taken, middle + at, middle + at + 50]) };
        expect(startsWith(busier).filter((s) => !before.includes(s))).toEqual([]);
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });
});
