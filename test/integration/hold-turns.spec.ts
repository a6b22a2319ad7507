import { Turns } from '../faults/t9';

const runs = (standard: number) => Number(process.env['TURNS_RUNS'] ?? standard);

/** T9. Real: PostgreSQL, and transactions that begin together. */
describe('turns at a visit that nobody was told of', () => {
  let turns: Turns;
  beforeAll(async () => {
    turns = await Turns.open();
  }, 60_000);
  afterAll(async () => turns.close());

  const none = { wrong: [], steps: [], broken: [] };

  it('any interleaving ends in a legal state, with claims where it is open and nowhere else', async () => {
    const found = await turns.holds(runs(250), 40_000);
    expect(found).toMatchObject(none);
    // Each way to lose was met: otherwise nothing was proved.
    expect(found.told).toEqual(expect.arrayContaining(['hold_expired', 'conflict', 'overlap', 'version_changed']));
  }, 60_000);

  it('any interleaving of answers asks one at a time, and takes up the time of nobody else', async () => {
    const found = await turns.answers(runs(100), 40_000);
    expect(found).toMatchObject(none);
    expect(found.told).toEqual(expect.arrayContaining(['ask_over', 'not_found', 'overlap', 'visit_over']));
  }, 60_000);
});
