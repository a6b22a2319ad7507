import type { Browser } from 'playwright-core';
import type { VisitId } from '@okaeri/contracts';
import { say } from '@okaeri/words';
import { now } from '@okaeri/words/time';
import { hospitalIn } from '../support/booking-world';
import type { Hospital } from '../support/booking-world';
import { openChromium } from '../support/browser';
import { giveVoices } from '../support/ears';
import { SocketWorld } from '../support/socket-world';
import type { Somebody } from '../support/socket-world';
import { Standalone } from '../support/standalone';
import { Person } from './person';

/** Pages of a call must not be slowed down for being out of sight: nobody is in front of them. */
const awake = ['--disable-background-timer-throttling', '--disable-renderer-backgrounding'];
const names = ['Sato', 'Mori', 'Tanaka'] as const;

/** A coordinator books three physicians of her hospital, without the patient; they meet. */
describe('a case conference', () => {
  let standalone: Standalone;
  let world: SocketWorld;
  let browser: Browser;
  let at: Hospital;
  let physicians: Somebody[];
  let visitId: VisitId;
  const people: Person[] = [];

  beforeAll(async () => {
    standalone = await Standalone.start({ demo: false });
    world = await SocketWorld.open(standalone.databaseUrl);
    browser = await openChromium(awake);
    at = await hospitalIn(world);
    const further = () => world.staff(at.institutionId, 'physician');
    physicians = [at.physician, await further(), await further()];
    for (const [n, { id }] of physicians.entries()) {
      await world.data.query('update person set name = $2, name_latin = $2 where id = $1', [id, names[n]]);
    }
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    await standalone?.stop();
  });

  /** `name` is also the voice she speaks with. */
  const arrive = async (who: Somebody, name: string, path: string, width = 1200): Promise<Person> => {
    const context = await browser.newContext({
      permissions: ['camera', 'microphone'],
      viewport: { width, height: 800 },
    });
    await giveVoices(context);
    const [cookie = '', value = ''] = who.cookie.split('=');
    await context.addCookies([{ name: cookie, value, url: standalone.origin }]);
    const page = await context.newPage();
    await page.goto(`${standalone.origin}${path}?voice=${name}`);
    return new Person(name, page);
  };

  it('is booked by clicks, with several physicians and without the patient', async () => {
    const { page } = await arrive(at.coordinator, 'coordinator', `/cases/${at.episodeId}/book`);
    const press = (action: string) => page.locator(`[data-action="${action}"]`).click();
    await page.locator('[data-screen="book"]').waitFor();
    await page.locator('select[name="kind"]').selectOption('conference');
    await page.locator('input[name="withPatient"]').uncheck();
    await page.locator('select[name="physicianId"]').selectOption(at.physician.id);
    for (const { id } of physicians.slice(1)) await page.locator(`input[name="physicianIds"][value="${id}"]`).check();
    await page.locator('select[name="interpreterId"]').selectOption('');
    await page.locator('[data-seats="3"]').waitFor();
    const soon = now().add({ minutes: 3 }).toZonedDateTimeISO('Asia/Tokyo');
    await page.locator('select[name="zone"]').selectOption('Asia/Tokyo');
    await page.locator('input[name="date"]').fill(soon.toPlainDate().toString());
    await page.locator('input[name="time"]').fill(soon.toPlainTime().toString({ smallestUnit: 'minute' }));
    await page.locator('[data-free]').waitFor();
    await press('book');
    const item = page.locator('[data-visit]').first();
    await item.waitFor();
    visitId = (await item.getAttribute('data-visit')) as VisitId;
    expect(await page.locator('#case-next').textContent()).toBe(say('ja', 'conference.next'));
    expect(await item.locator('[data-action="cancel"]').textContent()).toContain(say('ja', 'conference.cancel'));
    await page.context().close();
    const seats = await world.data.query<{ role: string }[]>('select role from seat where visit_id = $1', [visitId]);
    expect(seats.map(({ role }) => role)).toEqual(['physician', 'physician', 'physician']);
  });

  it('three doctors come in by themselves, and each sees and hears the two others', async () => {
    for (const [n, who] of physicians.entries()) {
      const person = await arrive(who, ['sato', 'mori', 'tanaka'][n] ?? '', `/visits/${visitId}`, n === 1 ? 360 : 1200);
      people.push(person);
      await person.screen('door');
      await person.ready();
      await person.phase('joined');
    }
    for (const person of people) await person.turnSpeakerOn();
    await Promise.all(
      people.map(async (person) => {
        await person.sees(2);
        await person.hears(...people.map(({ name }) => name).filter((name) => name !== person.name));
      }),
    );
  });

  it('ends for all by any of them, and has taken place', async () => {
    const [first, second, third] = people as [Person, Person, Person];
    await third.press('end');
    await third.press('confirm');
    await Promise.all([first.screen('ended'), second.screen('ended'), third.screen('ended')]);
    const rows = await world.data.query('select status, outcome_rule from visit where id = $1', [visitId]);
    expect(rows).toEqual([{ status: 'fulfilled', outcome_rule: 'conferred' }]);
  });
});
