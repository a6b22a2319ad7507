import { say } from '@okaeri/words';
import { eventually, heardBy } from '../support/ears';
import { LinkedVisit, number } from './linked';

const silent = (visit: LinkedVisit) =>
  eventually(
    'nobody hears her',
    () => heardBy(visit.sato.page),
    (heard) => heard.length === 0,
  );
/** Nobody is left waiting. How long it takes in peace, T15 measures. */
const mostMs = 20_000;
const pass = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** The patient’s network goes and comes back; from the first cut on nobody presses anything for that. */
describe('a link that is lost', () => {
  let visit: LinkedVisit;
  let seat: { id: string; state: string }[];
  const seatOf = () =>
    visit.standalone.query<{ id: string; state: string }>(
      `select id, state from seat where visit_id = $1 and role = 'patient'`,
      [visit.visitId],
    );

  beforeAll(async () => {
    // What is measured is the way back, not how fast this machine encodes.
    visit = await LinkedVisit.open('lost', ['--use-fake-device-for-media-stream=fps=10']);
    seat = await seatOf();
  }, 120_000);
  afterAll(() => visit?.close());

  it.each([5, 20])('is back after %i s, with sound both ways', async (seconds) => {
    await visit.link.cut();
    await silent(visit);
    await visit.emily.page.locator('[data-phase="reconnecting"], [data-standing="reconnecting"]').first().waitFor();
    // What is measured is a cut of this length, so this time has to pass.
    await pass(seconds * 1000);
    await visit.link.mend();
    const ms = await visit.untilHeard();
    process.stdout.write(`cut of ${seconds} s: heard again after ${Math.round(ms)} ms\n`);
    expect(ms).toBeLessThan(mostMs);
    await Promise.all([visit.emily.sees(1), visit.sato.sees(1), visit.emily.phase('joined')]);
  });

  it('keeps her place over a minute: the same seat, joined again, and both see and hear', async () => {
    const { emily, sato } = visit;
    await visit.link.cut();
    await silent(visit);
    const over = pass(60_000);
    // Meanwhile her physician is asked to ring her, and she reads that he will be.
    const ring = sato.page.locator('[data-callback]');
    await ring.waitFor();
    expect(await ring.locator('a').getAttribute('href')).toBe(`tel:${number.replace(/[^+\d]/g, '')}`);
    const offer = emily.page.locator('[data-callback="own"]');
    await offer.waitFor();
    // Nothing gets through, this neither; that she is rung all the same is what she reads then.
    await emily.press('callback');
    await offer.getByText('This did not get through').waitFor();
    // One line says what is happening: the room's.
    expect(await emily.page.locator('[data-standing]').count()).toBe(1);
    expect(await emily.page.getByText(say('en', 'error.page.unreachable')).count()).toBe(0);
    await over;
    await visit.link.mend();
    await visit.untilHeard();
    await Promise.all([emily.sees(1), sato.sees(1), emily.phase('joined')]);
    expect(await seatOf()).toEqual(seat);
    await Promise.all([ring.waitFor({ state: 'detached' }), offer.waitFor({ state: 'detached' })]);
  });

  it('is told in the note by one press, and drawn for the care team', async () => {
    const { page } = visit.sato;
    await page.locator('[data-action="note"]').click();
    // In the physician's language.
    await page.locator('[data-action="add-limits"]').click();
    const text = await page.locator('[data-field="text"]').inputValue();
    expect(text).toMatch(/エミリー・トレンブレー さんの映像も音声も届きませんでした。/);
    await page.locator('[data-action="add-limits"]').waitFor({ state: 'detached' });
    await page.locator('[data-action="note"]').click();

    await page.locator('[data-action="quality"]').first().click();
    await page.locator('[data-round-trip]').getByText(/\d/).waitFor();
    const [drawn] = await Promise.all([
      page.waitForEvent('popup'),
      page.locator('[data-action="open-quality"]').click(),
    ]);
    const hers = drawn.locator(`[data-seat="${seat[0]?.id}"]`);
    await hers.locator('[data-step="callback"]').first().waitFor();
    // One in ten seconds, as long as there was somebody to say it to.
    expect(Number(await hers.locator('[data-values]').getAttribute('data-values'))).toBeGreaterThan(0);
    await drawn.close();
    await page.keyboard.press('Escape');
  });

  it('goes on from another network with another address', async () => {
    await visit.link.move();
    const ms = await visit.untilHeard();
    process.stdout.write(`another address: heard again after ${Math.round(ms)} ms\n`);
    expect(ms).toBeLessThan(mostMs);
    await Promise.all([visit.emily.sees(1), visit.sato.sees(1)]);
  });

  it('lets her ask to be called while nothing but words gets through, and keeps that until she is, though she is back', async () => {
    const { emily, sato, link, standalone } = visit;
    await link.firewall([Number(new URL(standalone.origin).port)]);
    await emily.press('callback');
    const offer = emily.page.locator('[data-callback="own"]');
    await offer.getByText('Your doctor has been asked to call you').waitFor();
    const ring = sato.page.locator('[data-callback]');
    await ring.waitFor();
    await link.firewall('everything');
    await visit.untilHeard();
    await offer.waitFor({ state: 'detached' });
    await sato.press('callback-done');
    await ring.waitFor({ state: 'detached' });
  });
});
