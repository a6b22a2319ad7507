import type { Browser } from 'playwright-core';
import { openChromium } from '../support/browser';
import { MailSink } from '../support/mail-sink';
import { Standalone } from '../support/standalone';
import { until } from '../support/until';
import { DoorWorld } from './door-world';
import type { Reader } from './people';

/** Who may well not come is asked once more; from what she is asked by it is one press to other times. */
describe('a patient who may not come', () => {
  let sink: MailSink;
  let standalone: Standalone;
  let browser: Browser;
  let world: DoorWorld;
  let emma: Reader;
  let visitId = '';

  beforeAll(async () => {
    sink = await MailSink.start();
    standalone = await Standalone.start({ demo: false, smtp: sink.url });
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
      'nudge.example',
    );
    const steward = await world.steward();
    const { reader: coordinator } = await world.staff(steward, 'coordinator', 'Tanabe Megumi');
    const { personId } = await world.staff(steward, 'physician', 'Sasaki Ken');
    await world.registerPatient(coordinator, world.addressOf('patient'), personId);
    visitId = await world.book(coordinator, personId, 3 * 24 * 60);
    await sink.mailTo(world.addressOf('patient'), 'visit_booked', { withinMs: 20_000 });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
    await sink?.stop();
  });

  it('is at other times one press behind the link of her mail, and moves it by two more', async () => {
    // As if it were the day before.
    const asked = () =>
      standalone.query(
        `update notify_message set due_at = now(), next_at = now()
          where kind = 'visit_nudge' and entity_id = $1 and state = 'queued' returning id`,
        [visitId],
      );
    await until(async () => (await asked()).length > 0, 20_000);
    const { mail } = await sink.mailTo(world.addressOf('patient'), 'visit_nudge', { withinMs: 20_000 });
    expect(mail.text).toContain('choose another one there');
    emma = await world.arrive(world.addressOf('patient'), { zone: 'America/Toronto', width: 360 });
    await emma.comeInBy(await world.linkFor(world.addressOf('patient'), 'visit_nudge'));
    await emma.screen('get-ready');
    expect(await emma.page.locator('[data-action="confirm"]').count()).toBe(1);
    await emma.press('move-self');
    await emma.screen('times');
    expect(await emma.page.locator('[data-slot]').count()).toBeGreaterThan(0);
    await emma.press('take');
    await emma.press('book-self');
    await emma.page.locator('[data-status="moved"]').waitFor();
    const moved = await sink.mailTo(world.addressOf('patient'), 'visit_moved', { withinMs: 20_000 });
    expect(moved.mail.text).toContain('The earlier time no longer holds');
    const [seat] = await standalone.query<{ sure: boolean }>(
      `select s.confirmed_at is not null as sure from seat s where s.visit_id = $1 and s.role = 'patient'`,
      [visitId],
    );
    expect(seat).toEqual({ sure: true });
  }, 120_000);
});
