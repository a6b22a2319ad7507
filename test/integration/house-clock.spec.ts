import { jumpedSchedulers } from '../faults/jumped-schedulers';

/** Real: schedulers as processes whose clocks libfaketime sets while they run. PostgreSQL's is right. */
describe('schedulers whose clocks are minutes apart and are put right', () => {
  it('send no reminder early, late or twice, and say that their clocks are wrong', async () => {
    const { late, jumps, ...faults } = await jumpedSchedulers(14, () => undefined);
    expect(faults).toEqual({ early: 0, twice: 0, missed: 0, future: 0, unsaid: 0 });
    expect(jumps).toBeGreaterThanOrEqual(2);
    expect(late.length).toBeGreaterThan(100);
  });
});
