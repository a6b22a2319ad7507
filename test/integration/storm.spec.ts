import { Storm, isCalm } from '../faults/storm';
import { BookingWorld } from '../support/booking-world';

jest.setTimeout(180_000);

/** Real: PostgreSQL, the whole api, the scheduler with a mail server, and each mail's calendar read by another's parser. */
describe('those who move and call off the same visits', () => {
  let world: BookingWorld;
  beforeAll(async () => {
    world = await BookingWorld.open();
  });
  afterAll(async () => world.close());

  it('leave no overlap, lose no visit, and everybody’s mails say what is booked, in any order', async () => {
    const storm = await Storm.of(world, 5);
    try {
      const found = await storm.blow(12, 6);
      expect({ ...found, calm: isCalm(found) }).toMatchObject({ calm: true });
      // They did stand in each other's way.
      expect(Object.keys(found.answers)).toEqual(expect.arrayContaining(['200', '204', '409 overlap']));
    } finally {
      await storm.close();
    }
  });
});
