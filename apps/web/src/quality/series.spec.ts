import { minutesOf, mostOf, pathOf, type Sample } from './series';

const sample = (second: number, more: Partial<Sample> = {}): Sample => ({
  ...{ atWords: `9:${String(10 + Math.floor(second / 60))}`, second, upStep: 'full', downStep: 'full' },
  ...{ upKbps: 100, downKbps: null, upLoss: 0, downLoss: null, roundTripMs: 50, concealed: null },
  ...{ framesPerSecond: null, path: null },
  ...more,
});
const trip = ({ roundTripMs }: Sample) => roundTripMs;

describe('a line of values', () => {
  it('goes from edge to edge, and is broken where nothing was measured', () => {
    const samples = [
      sample(0),
      sample(10, { roundTripMs: 100 }),
      sample(20, { roundTripMs: null }),
      sample(30),
      sample(100),
    ];
    expect(pathOf(samples, trip, { from: 0, to: 100, most: 100 })).toBe('M0 0.5L0.1 0M0.3 0.5M1 0.5');
  });

  it.each([
    [[0, 3], 1, 5],
    [[212], 100, 500],
    [[], 0.1, 0.1],
    [[1000], 100, 1000],
  ])('stays below a round number: %j, at least %d', (values, least, most) => {
    expect(mostOf(values, least)).toBeCloseTo(most);
  });

  it('is one mean a minute in the table', () => {
    const minutes = minutesOf([sample(0), sample(30, { roundTripMs: 150 }), sample(60, { roundTripMs: null })]);
    expect(minutes.map(({ atWords, values }) => [atWords, values.roundTrip.both, values.kbps])).toEqual([
      ['9:10', 100, { up: 100, down: null }],
      ['9:11', null, { up: 100, down: null }],
    ]);
  });
});
