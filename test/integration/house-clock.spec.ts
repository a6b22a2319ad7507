import { randomUUID } from 'node:crypto';
import { enterSeat, lapseSeats, visitsWithGhosts } from '@okaeri/care';
import { now, useClock } from '@okaeri/words/time';
import { jumpedSchedulers } from '../faults/jumped-schedulers';
import { arrivalInToronto } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';

/** Real: schedulers as processes whose clocks libfaketime sets while they run. PostgreSQL's is right. */
describe('schedulers whose clocks are minutes apart and are put right', () => {
  it('send no reminder early, late or twice, and say that their clocks are wrong', async () => {
    const { late, jumps, ...faults } = await jumpedSchedulers(14, () => undefined);
    expect(faults).toEqual({ early: 0, twice: 0, missed: 0, future: 0, unsaid: 0 });
    expect(jumps).toBeGreaterThanOrEqual(2);
    expect(late.length).toBeGreaterThan(100);
  });
});

/** Real: PostgreSQL. */
describe('a lease that has run out', () => {
  it.each([-300, 300])('ends no seat while PostgreSQL’s clock is %d s from where we hold it to be', async (seconds) => {
    const world = await SocketWorld.open();
    try {
      const { visitId, patient } = await world.visit();
      const window = { connection: randomUUID(), tokenHash: randomUUID() };
      await world.data.transaction((em) =>
        enterSeat(em, { visitId, personId: patient.id, ...window, language: 'en', arrival: arrivalInToronto }),
      );
      await world.data.query(`update seat set lease_until = now() - interval '1 second' where lease_until is not null`);
      const ghosts = async () => {
        const visits = await visitsWithGhosts(world.data.manager);
        await world.data.transaction((em) => lapseSeats(em, visitId));
        return { visits: visits.length, state: (await world.seat(visitId, patient))['state'] };
      };
      const put = useClock(now().add({ seconds }));
      expect(await ghosts()).toEqual({ visits: 0, state: 'waiting' });
      put();
      expect(await ghosts()).toEqual({ visits: 1, state: 'left' });
    } finally {
      await world.close();
    }
  });
});
