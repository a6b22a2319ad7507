import type { Browser, BrowserContext } from 'playwright-core';
import { openChromium } from '../support/browser';
import { Standalone } from '../support/standalone';
import { Person } from './person';

const within = 1000;

/** Two coordinators look at the same visits: what one does, the other sees within a second. */
describe('the board of what visits still need', () => {
  let standalone: Standalone;
  let browser: Browser;
  let contexts: BrowserContext[];
  let tanaka: Person;
  let other: Person;
  let visitId = '';

  const card = (who: Person) => who.page.locator(`[data-screen="ready"] [data-visit="${visitId}"]`);

  beforeAll(async () => {
    standalone = await Standalone.start();
    // A colleague of hers in the same hospital.
    await standalone.query(
      `insert into membership (person_id, institution_id, role)
       select p.id, m.institution_id, 'coordinator' from person p, person t join membership m on m.person_id = t.id
        where p.persona = 'kimura' and t.persona = 'tanaka' on conflict do nothing`,
    );
    browser = await openChromium();
    const viewport = { width: 1440, height: 900 };
    contexts = [await browser.newContext({ viewport }), await browser.newContext({ viewport })];
    const [one, two] = contexts as [BrowserContext, BrowserContext];
    tanaka = await Person.arriveHome(one, standalone.origin, 'tanaka');
    other = await Person.arriveHome(two, standalone.origin, 'kimura');
    for (const who of [tanaka, other]) {
      await who.page.locator('nav a[href="/ready"]').click();
      await who.screen('ready');
    }
    const [visit] = await standalone.query<{ id: string }>(
      `select v.id from visit v join episode e on e.id = v.episode_id join person p on p.id = e.patient_id
        where p.persona = 'linh' and v.status = 'booked' order by v.starts_at desc limit 1`,
    );
    visitId = visit?.id ?? '';
    for (const who of [tanaka, other]) {
      await card(who).locator('[data-action="needs"]').click();
      await card(who).locator('[data-task]').first().waitFor();
    }
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  /** How long after the one page has it the other has it too, by one clock: who waits for both at once. */
  const apart = async (selector: string): Promise<number> => {
    const seen = (who: Person) =>
      card(who)
        .locator(selector)
        .first()
        .waitFor()
        .then(() => performance.now());
    const [here, there] = await Promise.all([seen(tanaka), seen(other)]);
    return there - here;
  };

  it('shows a task that one of them has written to the other within a second', async () => {
    await card(tanaka).locator('[data-action="open-task"]').click();
    const dialog = tanaka.page.getByRole('dialog');
    await dialog.locator('input[name="title"]').fill('Send the pathology report');
    await dialog.locator('[data-action="task-add"]').click();
    expect(await apart('[data-task="coordinator"][data-state="open"]')).toBeLessThan(within);
  });

  it('lets one of them tick it, and the other sees who did within a second', async () => {
    await card(tanaka).locator('[data-task="coordinator"] [data-action="task-done"]').click();
    expect(await apart('[data-task="coordinator"][data-state="done"]')).toBeLessThan(within);
    const words = await card(other).locator('[data-task="coordinator"]').textContent();
    expect(words).toMatch(/田中/);
  });

  it('says that it need not be done, with the reason, to both', async () => {
    const open = '[data-task="device_test"]';
    await card(other).locator(`${open} [data-action="task-waive"]`).click();
    const dialog = other.page.getByRole('dialog');
    await dialog.locator('textarea[name="reason"]').fill('She was here last week.');
    await dialog.locator('[data-action="waive"]').click();
    expect(Math.abs(await apart(`${open}[data-state="waived"]`))).toBeLessThan(within);
  });
});
