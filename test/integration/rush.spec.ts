import { Rush } from '../faults/t8';
import { BookingWorld } from '../support/booking-world';

jest.setTimeout(300_000);

/** T8. Real: PostgreSQL and the whole api. */
describe('two hundred who want one time', () => {
  let world: BookingWorld;

  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(async () => world.close());

  it('are told so, but for one; twenty times over', async () => {
    const rush = await Rush.of(world, 200);
    for (let day = 0; day < 20; day += 1) {
      expect(await rush.round(day)).toMatchObject({ winners: 1, told: 199, held: 1 });
    }
    await rush.close();
  });
});
