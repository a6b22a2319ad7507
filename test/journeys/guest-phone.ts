import type { Browser } from 'playwright-core';
import { plant } from '../support/canaries';
import { openChromium } from '../support/browser';
import { DoorWorld } from './door-world';
import type { Reader } from './people';
import type { Place } from './place';

const guest = { name: 'Anne Roy', email: 'anne@clinic.example', language: 'en', relation: 'home_physician' };
const width = 360;

/** Nothing of the page lies beside the screen. */
async function fits(reader: Reader): Promise<void> {
  const wide = await reader.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(width);
}

/** Real: Chromium with its own camera, the built server, SMTP. */
export function tellTheGuest(place: Place): void {
  describe(`a guest on a small phone, on ${place.name}`, () => {
    let browser: Browser;
    let world: DoorWorld;
    let phone: Reader;
    let link = '';
    let visitId = '';
    beforeAll(async () => {
      browser = await openChromium();
      world = new DoorWorld(place, browser, 'phone.example');
    });
    afterAll(() => browser?.close());

    it('comes in by the link of her mail, without an account', async () => {
      const steward = await world.steward();
      const { reader: coordinator } = await world.staff(steward, 'coordinator', 'Tanabe Megumi');
      const { personId } = await world.staff(steward, 'physician', 'Sasaki Ken');
      await world.registerPatient(coordinator, world.addressOf('patient'), personId);
      visitId = await world.book(coordinator, personId, 10, [guest]);
      link = await world.linkFor(guest.email, 'visit_booked');
      phone = await world.arrive(guest.email, { width });
      await phone.page.goto(link);
      await phone.screen('link');
      await fits(phone);
      // The token stays in no address that a history keeps.
      expect(new URL(phone.page.url()).hash).toBe('');
      await phone.press('redeem');
      await phone.screen('door', 'check');
      expect(new URL(phone.page.url()).pathname).toBe(`/visits/${visitId}`);
      await fits(phone);
    }, 120_000);

    it('waits to be let in', async () => {
      await phone.ready();
      await phone.phase('waiting');
      await fits(phone);
    });

    it('finds nothing else open to her', async () => {
      const status = (path: string) => phone.page.evaluate(async (to) => (await fetch(to)).status, path);
      expect(await status(`/api/pages/visits/${visitId}`)).toBe(200);
      for (const path of [
        '/api/pages/home',
        '/api/pages/today',
        '/api/me/settings',
        `/api/pages/cases/${world.episodeId}`,
      ]) {
        expect([path, await status(path)]).toEqual([path, 404]);
      }
    });

    it('is let in on a second device by a code of her own mail, and on no other', async () => {
      const second = await world.arrive(guest.email, { width });
      await second.page.goto(link);
      await second.screen('link-code');
      await fits(second);
      await second.press('ask-code');
      const { mail } = await place.sink().mailTo(guest.email, 'link_code', { withinMs: 20_000 });
      const code = plant('code', /(?<!\d)\d{6}(?!\d)/.exec(mail.text ?? '')?.[0] ?? '');
      await second.fill('code', code === '123456' ? '123457' : '123456');
      await second.press('confirm-code');
      await second.reads(/This is not the code/);
      await second.fill('code', code);
      await second.press('confirm-code');
      await second.screen('door', 'check');
      await fits(second);
      await second.close();
    }, 60_000);
  });
}
