import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext } from 'playwright-core';
import { openChromium } from '../support/browser';
import { Standalone } from '../support/standalone';
import { until } from '../support/until';
import { Person } from './person';

/** A patient says how she is reached; what changes then comes to her on each of these ways. */
describe('how a patient is reached', () => {
  let standalone: Standalone;
  let browser: Browser;
  let phone: BrowserContext;
  let emily: Person;
  let inbox: Person;

  beforeAll(async () => {
    standalone = await Standalone.start();
    browser = await openChromium();
    phone = await browser.newContext({ viewport: { width: 360, height: 740 } });
    emily = await Person.arriveHome(phone, standalone.origin, 'emily');
    await emily.screen('home');
    await phone.grantPermissions(['notifications'], { origin: new URL(emily.page.url()).origin });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });
  const at = (path: string) => new URL(path, emily.page.url()).href;

  it('is chosen in the settings, and kept', async () => {
    await emily.page.goto(at('/settings'));
    await emily.screen('settings');
    const sms = emily.page.locator('[name="bySms"]');
    expect(await sms.isChecked()).toBe(false);
    await sms.check();
    await emily.press('save');
    await emily.page.locator('p[role="status"]').filter({ hasText: /./ }).first().waitFor();
    await emily.page.reload();
    await emily.page.locator('[name="bySms"]:checked').waitFor();
    expect(await emily.page.locator('[name="byEmail"]').isChecked()).toBe(true);
    await emily.page.locator('[data-push="off"]').waitFor();
  });

  it('shows a visit that is booked on an open page within moments, and by the bell', async () => {
    inbox = new Person('emily', await phone.newPage());
    await inbox.page.goto(at('/inbox'));
    await inbox.screen('inbox');
    const before = Number(await inbox.page.locator('[data-screen="inbox"]').getAttribute('data-count'));
    await emily.page.goto(at('/'));
    await emily.screen('home');
    await emily.press('choose-time');
    await emily.screen('times');
    await emily.press('take');
    await emily.press('book-self');
    await emily.screen('times-done');
    const mori = await Person.arriveHome(phone, standalone.origin, 'mori');
    await mori.press('accept');
    await inbox.page.locator(`[data-screen="inbox"][data-count="${before + 1}"]`).waitFor();
    const line = inbox.page.locator('[data-notice]').first();
    expect(await line.getAttribute('data-new')).toBe('true');
    await inbox.page.locator('[data-action="open-inbox"][data-unread="0"]').waitFor();
    await line.locator('[data-action="open-notice"]').click();
    await inbox.page.waitForURL(/\/visits\/[0-9a-f-]{36}$/);
  });

  it('shows the text that her phone would get, with the link that lets her in', async () => {
    const outbox = await phone.newPage();
    await outbox.goto(`${standalone.origin}/outbox`);
    await outbox.locator('[data-screen="outbox"]').waitFor();
    const link = outbox.locator('[data-to^="+1 416"] [data-action="follow-link"]').first();
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(/emily\.localhost.*\/link#v\./);
  });

  it('shows a notification that comes while no page is open, and opens its page', async () => {
    const { page } = emily;
    const session = await phone.newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [first] = registrations;
        if (first) resolve(first.registrationId);
      });
    });
    await session.send('ServiceWorker.enable');
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js');
      await navigator.serviceWorker.ready;
    });
    const told = {
      id: 'one',
      lang: 'en',
      title: 'Your visit in 1 hour: 7:00 p.m.',
      body: 'Osaka: 9:00 a.m.',
      path: '/inbox',
    };
    const push = async () =>
      session.send('ServiceWorker.deliverPushMessage', {
        origin: new URL(page.url()).origin,
        registrationId: await registered,
        data: JSON.stringify(told),
      });
    const shown = () =>
      page.evaluate(async () => {
        const worker = await navigator.serviceWorker.ready;
        const all = await worker.getNotifications();
        return all.map(({ title, body, tag, data }) => ({ title, body, tag, path: (data as { path: string }).path }));
      });
    await push();
    await until(async () => (await shown()).length === 1);
    // The same once more replaces it.
    await push();
    expect(await shown()).toEqual([{ title: told.title, body: told.body, tag: 'one', path: '/inbox' }]);
  });

  it('ends in a browser that she leaves: whoever uses it next is shown nothing of hers', async () => {
    const { page } = emily;
    const endpoint = `https://push.example/send/${randomUUID()}`;
    await standalone.query(
      `insert into push_subscription (person_id, endpoint, p256dh, auth)
       select id, $1, '\\x04', '\\x01' from person where persona = 'emily'`,
      [endpoint],
    );
    // There is no push service that this browser could subscribe at: what it would say of that is said in its place.
    await page.addInitScript((address) => {
      const made = { endpoint: address, unsubscribe: () => Promise.resolve(true) };
      PushManager.prototype.getSubscription = () => Promise.resolve(made as unknown as PushSubscription);
    }, endpoint);
    await page.goto(at('/settings'));
    await page.locator('[data-push="on"]').waitFor();
    await page.locator('header button').last().click();
    await emily.press('sign-out');
    await until(async () => (await standalone.query('select 1 from push_subscription')).length === 0);
  });
});
