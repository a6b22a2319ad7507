import type { Browser, BrowserContext } from 'playwright-core';
import { now } from '@okaeri/words/time';
import { openChromium } from '../support/browser';
import { giveVoices } from '../support/ears';
import { Standalone } from '../support/standalone';
import { Person } from './person';
import { openVisitOf } from './world';

/** A visit is put at another time while the patient waits for it: her page says so, and nothing of it is her fault. */
describe('a visit that is moved while the patient waits', () => {
  let standalone: Standalone;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    standalone = await Standalone.start();
    browser = await openChromium();
    context = await browser.newContext({ permissions: ['camera', 'microphone'] });
    await giveVoices(context);
  });
  afterAll(async () => {
    await browser?.close();
    await standalone?.stop();
  });

  it('tells her the new time, and leaves one reminder of each kind', async () => {
    const visitId = await openVisitOf(standalone, 'emily');
    const emily = await Person.arriveHome(context, standalone.origin, 'emily');
    await emily.goToVisit(standalone.origin, visitId);
    await emily.screen('door');
    await emily.ready();
    await emily.sayWhereIAm('12 Maple Street, Toronto', '+1 416 555 0139');
    await emily.screen('wait');

    const tanaka = await Person.arriveHome(context, standalone.origin, 'tanaka');
    await tanaka.page.locator('main h1').first().waitFor();
    const [row] = await standalone.query<{ version: number }>('select version from visit where id = $1', [visitId]);
    const later = now().add({ hours: 50 }).toZonedDateTimeISO('Asia/Tokyo');
    const status = await tanaka.page.evaluate(
      async ({ path, body, key }) => {
        const headers = { 'content-type': 'application/json', 'idempotency-key': key };
        const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
        return `${answer.status} ${await answer.text()}`;
      },
      {
        path: `/api/visits/${visitId}/move`,
        key: crypto.randomUUID(),
        body: {
          date: later.toPlainDate().toString(),
          time: '03:40',
          zone: 'Asia/Tokyo',
          reason: 'The operation of this morning takes longer.',
          version: row?.version ?? 1,
        },
      },
    );
    expect(status).toMatch(/^200 /);
    await emily.screen('moved');
    const seats = await standalone.query<{ state: string }>(
      `select s.state from seat s join person p on p.id = s.person_id where s.visit_id = $1 and p.persona = 'emily'`,
      [visitId],
    );
    expect(seats).toEqual([{ state: 'left' }]);
    const open = await standalone.query<{ person_id: string; minutes: number }>(
      `select person_id, minutes from notify_message where entity_id = $1 and kind = 'visit_reminder' and state = 'queued'`,
      [visitId],
    );
    expect(new Set(open.map(({ person_id, minutes }) => `${person_id} ${minutes}`)).size).toBe(open.length);
  });
});
