import type { Counted } from '@okaeri/scheduling';
import { everyWeek } from './weeks';

const week = (key: string, attended: number): Counted => ({
  ...{ key, attended, late: 0, noshow: 0, technical: 0, notReceived: 0, cancelled: 0 },
});
const shown = (weeks: readonly Counted[]) => weeks.map(({ key, attended }) => `${key} ${attended}`);

describe('the weeks of a period', () => {
  it('come one after the other, from the Monday before its first day to that of its last', () => {
    const weeks = everyWeek([week('2026-03-02', 2), week('2026-03-16', 1)], { from: '2026-03-04', to: '2026-03-23' });
    expect(shown(weeks)).toEqual(['2026-03-02 2', '2026-03-09 0', '2026-03-16 1', '2026-03-23 0']);
  });

  it('end with a Sunday as with any other day, and go over a year', () => {
    const weeks = everyWeek([week('2026-12-28', 1)], { from: '2026-12-28', to: '2027-01-10' });
    expect(shown(weeks)).toEqual(['2026-12-28 1', '2027-01-04 0']);
  });

  it('are none where nothing was in any', () => {
    expect(everyWeek([], { from: '2026-03-02', to: '2026-03-15' })).toEqual([]);
  });
});
