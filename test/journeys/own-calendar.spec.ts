import ICAL from 'ical.js';
import { createTransport } from 'nodemailer';
import type { Browser } from 'playwright-core';
import { now } from '@okaeri/words/time';
import type { Temporal } from '@okaeri/words/time';
import { openChromium } from '../support/browser';
import { readCalendar } from '../support/calendar';
import { ClientCalendar } from '../support/client-calendar';
import { MailSink } from '../support/mail-sink';
import { Standalone, freePort } from '../support/standalone';
import { DoorWorld } from './door-world';
import type { Reader } from './people';

const zone = 'Asia/Tokyo';

/** What people keep in calendars of their own follows the pages, and moves them. */
describe('a visit in people’s own calendars', () => {
  let sink: MailSink;
  let standalone: Standalone;
  let browser: Browser;
  let world: DoorWorld;
  let coordinator: Reader;
  let port = 0;
  let visitId = '';
  let addresses: string[] = [];

  beforeAll(async () => {
    sink = await MailSink.start();
    port = await freePort();
    standalone = await Standalone.start({ demo: false, smtp: sink.url, env: { MAIL_IN_PORT: String(port) } });
    browser = await openChromium();
    world = new DoorWorld(
      {
        name: 'one machine',
        origin: () => standalone.origin,
        databaseUrl: () => standalone.databaseUrl,
        sink: () => sink,
        query: (sql, values) => standalone.query(sql, values),
      },
      browser,
      'calendar.example',
    );
    const steward = await world.steward();
    ({ reader: coordinator } = await world.staff(steward, 'coordinator', 'Tanabe Megumi'));
    const { personId } = await world.staff(steward, 'physician', 'Sasaki Ken');
    await world.registerPatient(coordinator, world.addressOf('patient'), personId);
    addresses = ['patient', 'physician'].map((who) => world.addressOf(who));
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
    await sink?.stop();
  });

  /** At nine on a day that is so far away. */
  const inDays = (days: number): Temporal.ZonedDateTime =>
    now()
      .toZonedDateTimeISO(zone)
      .add({ days })
      .with({ hour: 9 })
      .round({ smallestUnit: 'hour', roundingMode: 'floor' });
  const fillWall = async (at: Temporal.ZonedDateTime) => {
    await coordinator.screen('book');
    await coordinator.fill('date', at.toPlainDate().toString());
    await coordinator.fill('time', at.toPlainTime().toString({ smallestUnit: 'minute' }));
    await coordinator.choose('zone', zone);
  };
  const isFree = () => coordinator.page.locator('[data-free]').waitFor({ timeout: 20_000 });
  const calendarsOf = (address: string) => sink.to(address).flatMap(({ calendar }) => (calendar ? [calendar] : []));

  it('is one entry at the last time, however often the pages move it and in whatever order mails are opened', async () => {
    const { page } = coordinator;
    await coordinator.goTo(`/cases/${world.episodeId}`);
    await coordinator.press('schedule');
    await coordinator.press('book');
    await fillWall(inDays(3));
    await page.locator('select[name="physicianId"]').selectOption({ index: 1 });
    await isFree();
    await coordinator.press('book');
    await coordinator.screen('case');
    visitId = (await page.locator('[data-visit]').first().getAttribute('data-visit')) ?? '';
    for (const address of addresses) await sink.mailTo(address, 'visit_booked', { withinMs: 20_000 });
    for (const [at, days] of [4, 5].entries()) {
      await page.locator(`[data-visit="${visitId}"] [data-action="move"]`).click();
      await coordinator.screen('schedule');
      await coordinator.press('book');
      await fillWall(inDays(days));
      await coordinator.fill('reason', 'The operating list of the day is longer.');
      await isFree();
      await coordinator.press('move');
      await coordinator.screen('case');
      for (const address of addresses) await sink.mailTo(address, 'visit_moved', { after: at, withinMs: 20_000 });
    }
    for (const address of addresses) {
      const files = calendarsOf(address);
      const entries = files.map((file) => readCalendar(file));
      expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
      expect(entries.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
      for (const order of [files, files.toReversed(), [...files, ...files]]) {
        const shown = [...ClientCalendar.of(order).entries().values()];
        expect(shown).toEqual([inDays(5).epochMilliseconds / 1000]);
      }
    }
  }, 120_000);

  it('is accepted there, and the page that is open knows it a moment later', async () => {
    await coordinator.goTo('/ready');
    const card = coordinator.page.locator(`[data-screen="ready"] [data-visit="${visitId}"]`);
    await card.locator('[data-action="needs"]').click();
    const presence = card.locator('[data-task="presence"]');
    await presence.first().waitFor();
    const done = card.locator('[data-task="presence"][data-state="done"]');
    expect(await done.count()).toBe(0);
    const [patient = ''] = addresses;
    const asked = calendarsOf(patient).at(-1) ?? '';
    const door = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
    await door.sendMail({
      ...{ from: patient, to: readCalendar(asked).organizer.replace(/^mailto:/i, ''), subject: 'Accepted', text: '' },
      icalEvent: { method: 'REPLY', content: accepted(asked) },
    });
    door.close();
    await done.first().waitFor({ timeout: 10_000 });
    expect(await done.count()).toBe(1);
  }, 60_000);
});

/** What a mail program sends back when its reader presses "Yes". */
function accepted(asked: string): string {
  const calendar = new ICAL.Component(ICAL.parse(asked) as never);
  calendar.updatePropertyWithValue('method', 'REPLY');
  calendar.getFirstSubcomponent('vevent')?.getFirstProperty('attendee')?.setParameter('partstat', 'ACCEPTED');
  return calendar.toString();
}
