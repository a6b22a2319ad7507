import type { Browser } from 'playwright-core';
import { openChromium } from '../support/browser';
import { DoorWorld } from './door-world';
import type { Place } from './place';

/** Real: Chromium, the built server, SMTP. The robot stands for programs that open every link of a mail before its reader does. */
export function tellTheRobot(place: Place): void {
  describe(`a robot that opens every link first, on ${place.name}`, () => {
    let browser: Browser;
    let world: DoorWorld;
    let visits = 0;

    /** Asks for the address in the ways that scanners do, and runs the page like the most curious of them; presses nothing. */
    async function robot(link: string): Promise<void> {
      for (const method of ['HEAD', 'GET']) {
        expect([method, (await fetch(link, { method, headers: { accept: 'text/html' } })).status]).toEqual([
          method,
          200,
        ]);
      }
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(link);
      await page.locator('[data-screen="link"]').waitFor({ timeout: 20_000 });
      await page.reload();
      expect((await context.cookies()).filter(({ name }) => name === 'okaeri_session')).toEqual([]);
      await context.close();
      visits += 1;
    }

    beforeAll(async () => {
      browser = await openChromium();
      world = new DoorWorld(place, browser, 'robot.example', robot);
    });
    afterAll(() => browser?.close());

    it('uses none of them up: each lets its reader in', async () => {
      const steward = await world.steward();
      const { reader: coordinator } = await world.staff(steward, 'coordinator', 'Tanabe Megumi');
      await coordinator.screen('board');
      const { personId } = await world.staff(steward, 'physician', 'Sasaki Ken');
      const address = world.addressOf('patient');
      await world.registerPatient(coordinator, address, personId);
      const patient = await world.arrive(address, { zone: 'America/Toronto' });
      await patient.comeInBy(await world.linkFor(address, 'invitation'));
      await patient.welcome('Emma Turner', 'Emma Turner');
      await patient.screen('home');

      await world.book(coordinator, personId, 26 * 60);
      // A browser that never was here: the robot's must not have taken the seat before it.
      const phone = await world.arrive(address, { zone: 'America/Toronto', width: 360 });
      await phone.comeInBy(await world.linkFor(address, 'visit_booked'));
      await phone.screen('get-ready');

      const again = await world.arrive(address);
      await again.goTo('/');
      await again.screen('sign-in');
      await again.fill('email', address);
      await again.press('ask-link');
      await again.screen('sign-in-sent');
      await again.comeInBy(await world.linkFor(address, 'sign_in'));
      await again.screen('home');
      expect(visits).toBe(6);
    }, 180_000);
  });
}
