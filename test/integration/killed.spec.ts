import { bookingStorm } from '../faults/t7';
import { allKilled } from '../faults/kills';

const quiet = () => undefined;

/** Servers of their own, killed as by the kernel. The same with ten thousand and two thousand: `npm run faults -- kills T7`. */
describe('what is killed in the middle', () => {
  it('the scheduler, Redis and PostgreSQL: no reminder and no booking is lost, none is handed over twice by us', async () => {
    const { ours, met } = await allKilled(quiet, { reminders: 1200, seconds: 12 });
    expect({ ...ours, met }).toMatchObject({ lost: 0, twice: 0, strange: 0, met: true });
  }, 180_000);

  it('PostgreSQL, while people book: who was told that it is booked finds it, who asks again has it once', async () => {
    const { ours, met } = await bookingStorm(quiet, 200);
    expect({ ...ours, met }).toMatchObject({ lost: 0, half: 0, doubled: 0, stuck: 0, met: true });
  }, 180_000);
});
