import { missedShare, stackOf, sumOf, totalOf } from './counts';

const none = { attended: 0, late: 0, noshow: 0, technical: 0, notReceived: 0, cancelled: 0 };

describe('what became of visits', () => {
  it('is drawn one on top of the other, without what was none', () => {
    expect(stackOf({ ...none, attended: 6, noshow: 2, cancelled: 2 }, 20)).toEqual([
      { outcome: 'attended', from: 0, to: 0.3 },
      { outcome: 'noshow', from: 0.3, to: 0.4 },
      { outcome: 'cancelled', from: 0.4, to: 0.5 },
    ]);
    expect(stackOf(none, 20)).toEqual([]);
  });

  it('blames nobody for a visit to which the other side did not come either, or which was called off', () => {
    expect(missedShare({ ...none, attended: 7, late: 1, noshow: 2, technical: 5, notReceived: 3, cancelled: 9 })).toBe(
      0.2,
    );
    expect(missedShare({ ...none, technical: 4, cancelled: 1 })).toBeNull();
  });

  it('is added up', () => {
    const sum = sumOf([
      { ...none, attended: 1, late: 2 },
      { ...none, attended: 3, cancelled: 1 },
    ]);
    expect([sum.attended, sum.late, sum.cancelled, totalOf(sum)]).toEqual([4, 2, 1, 7]);
  });
});
