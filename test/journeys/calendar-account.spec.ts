import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { say } from '@okaeri/words';
import { now } from '@okaeri/words/time';
import { openChromium } from '../support/browser';
import { readCalendar } from '../support/calendar';
import { Radicale } from '../support/radicale';
import { Standalone } from '../support/standalone';
import { until } from '../support/until';
import { Person, hostOf } from './person';

/** A physician's calendar account at a server of somebody else, from her settings. */
describe('a calendar account in the settings', () => {
  let standalone: Standalone;
  let radicale: Radicale;
  let browser: Browser;
  let sato: Person;
  let calendar = '';
  const row = () => sato.page.locator('[data-calendar]');
  const visits = async () =>
    (await radicale.entries(calendar))
      .filter((file) => !file.includes('UID:hers'))
      .map((file) => readCalendar(file).uid);

  beforeAll(async () => {
    radicale = await Radicale.start();
    calendar = await radicale.calendar('work');
    standalone = await Standalone.start({ demo: true, env: { OUTBOUND_PRIVATE: '1' } });
    browser = await openChromium();
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    sato = await Person.arriveHome(context, standalone.origin, 'sato');
    const at = now().add({ hours: 72 }).round('hour').toString().replace(/[-:]/g, '');
    await radicale.put(
      `${calendar}hers.ics`,
      [
        ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Somebody//Program//EN', 'BEGIN:VEVENT', 'UID:hers'],
        ...[`DTSTAMP:${at}`, `DTSTART:${at}`, 'DURATION:PT1H', `SUMMARY:${randomUUID()}`, 'END:VEVENT'],
        ...['END:VCALENDAR', ''],
      ].join('\r\n'),
    );
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
    await radicale?.end();
  });

  const fill = async (name: string, value: string) => sato.page.locator(`form [name="${name}"]`).fill(value);

  it('is not added with a password that is wrong, and the page says so', async () => {
    await sato.page.goto(`${hostOf(standalone.origin, 'sato')}/settings`);
    await sato.screen('settings');
    await sato.page.locator('select[name="kind"]').selectOption('caldav');
    await fill('url', radicale.url(calendar));
    await fill('username', radicale.account.username);
    await fill('password', 'a-word-that-is-wrong');
    await sato.page.locator('[name="writes"]').check();
    await sato.press('add-calendar');
    await sato.page.getByText(say('ja', 'error.calendar_refused')).waitFor();
    expect(await row().count()).toBe(0);
  });

  it('is added with the right one: her busy times count, and her visits lie in it', async () => {
    await fill('password', radicale.account.password);
    await sato.press('add-calendar');
    await sato.page.locator('[data-calendar="works"][data-writes="true"]').waitFor();
    await sato.page.getByText(say('ja', 'told.calendars.written')).waitFor();
    // Nothing of the key stays in the form.
    for (const name of ['url', 'username', 'password']) {
      expect(await sato.page.locator(`form [name="${name}"]`).inputValue()).toBe('');
    }
    const busy = await standalone.query(
      `select 1 from busy_time b join person p on p.id = b.person_id where p.persona = 'sato'`,
    );
    expect(busy).toHaveLength(1);
    await until(async () => (await visits()).length > 0, 20_000);
    expect(await radicale.entries(calendar)).toContainEqual(expect.stringContaining('BEGIN:VEVENT'));
  });

  it('is written into no more when she says so: what is to come goes, and hers stays', async () => {
    await sato.press('stop-writing');
    await sato.page.locator('[data-calendar][data-writes="false"]').waitFor();
    await until(async () => (await visits()).length === 0, 30_000);
    expect(await radicale.entries(calendar)).toHaveLength(1);
    await sato.page.locator('[data-leaving="no"]').waitFor();
    await sato.press('write-calendar');
    await sato.page.locator('[data-calendar][data-writes="true"]').waitFor();
    await until(async () => (await visits()).length > 0, 30_000);
  });

  it('leaves nothing of ours behind when she removes it', async () => {
    await sato.press('remove-calendar');
    await row().waitFor({ state: 'detached', timeout: 30_000 });
    expect(await visits()).toEqual([]);
    expect(await radicale.entries(calendar)).toHaveLength(1);
  });
});
