import type { Browser } from 'playwright-core';
import { openChromium } from '../support/browser';
import { DoorWorld } from './door-world';
import type { Place } from './place';

/** A visit is put at another time while the patient waits for it: her page says so, and nothing of it is her fault. */
export function tellTheMove(place: Place): void {
  describe(`a visit that is moved while the patient waits, on ${place.name}`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openChromium();
    });
    afterAll(() => browser?.close());

    it('tells her the new time, and replaces her reminders', async () => {
      const world = new DoorWorld(place, browser, 'moved.example');
      const steward = await world.steward();
      const { reader: coordinator } = await world.staff(steward, 'coordinator', 'Tanabe Megumi');
      const { personId } = await world.staff(steward, 'physician', 'Sasaki Ken');
      const address = world.addressOf('patient');
      await world.registerPatient(coordinator, address, personId);
      const visitId = await world.book(coordinator, personId, 12);
      const patient = await world.arrive(address, { zone: 'America/Toronto' });
      await patient.comeInBy(await world.linkFor(address, 'visit_booked'));
      await patient.screen('door', 'get-ready');
      await patient.goTo(`/visits/${visitId}`);
      await patient.screen('door');
      await patient.ready();
      await patient.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
      await patient.screen('wait');

      await world.move(coordinator, visitId, 50 * 60);
      await patient.screen('moved');
      const seats = await place.query(`select state from seat where visit_id = $1 and role = 'patient'`, [visitId]);
      expect(seats).toEqual([{ state: 'left' }]);
      // The mail is written by the same transaction as the reminders.
      await place.sink().mailTo(address, 'visit_moved', { withinMs: 20_000 });
      const reminders = await place.query(
        `select n.minutes, n.sequence, v.starts_at - n.due_at = n.minutes * interval '1 minute' as fits
           from notify_message n join person p on p.id = n.person_id join visit v on v.id = n.entity_id
          where n.entity_id = $1 and p.email = $2 and n.kind = 'visit_reminder' and n.state = 'queued' and n.channel = 'email'
          order by n.minutes`,
        [visitId, address],
      );
      expect(reminders).toEqual([10, 60, 1440].map((minutes) => ({ minutes, sequence: 1, fits: true })));
    }, 120_000);
  });
}
