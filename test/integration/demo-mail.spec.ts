import type { MailboxMail, MailboxPage } from '@okaeri/contracts';
import { DemoMailSink } from '../../apps/api/src';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { startScheduler } from '../support/scheduler';
import type { TestScheduler } from '../support/scheduler';
import { startApi } from '../support/server';
import type { TestServer } from '../support/server';
import { until } from '../support/until';

/** The demo world's own mail server inside the api, and a scheduler that hands mails to it over SMTP. */
describe('the mailbox of the demo world', () => {
  let database: TestDatabase;
  let server: TestServer;
  let scheduler: TestScheduler;

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startApi(database.url, { OKAERI_DEMO: '1' });
    const smtpUrl = server.app.get(DemoMailSink, { strict: false }).url ?? '';
    scheduler = await startScheduler(database.url, {
      smtpUrl,
      demo: true,
      publicUrl: `http://localhost:${server.port}`,
    });
  });
  afterAll(async () => {
    await scheduler?.close();
    await server?.close();
    await database?.drop();
  });

  it('has what the world’s people are written, with calendars, in their languages', async () => {
    const all = async () => ((await server.ask({ path: '/api/demo/mailbox?limit=100' })).body as MailboxPage).items;
    await until(async () => {
      const there = await all();
      return there.length >= 4 && there.some(({ to }) => to === 'emily@demo.example');
    }, 20_000);
    const items = await all();
    expect(items.some(({ calendar }) => calendar)).toBe(true);
    const emily = items.find(({ to }) => to === 'emily@demo.example');
    expect(emily?.language).toBe('en');
    const answer = await server.ask({ path: `/api/demo/mailbox/${emily?.mailId}` });
    const mail = answer.body as MailboxMail;
    expect(mail.calendar).toMatchObject({ method: 'REQUEST', fileName: 'visit.ics' });
    expect(mail.calendar?.whenWords).toContain('Toronto');
    expect(mail.links[0]?.href).toMatch(new RegExp(`^http://emily\\.localhost:${server.port}/link#v\\.`));
    expect(mail.html).toContain('<html lang="en-CA">');
  });

  it('loses none of the mails of one millisecond between two pieces', async () => {
    await database.query(
      `insert into demo_mail (at, recipient, raw)
       select '2020-02-02T02:02:02.123Z'::timestamptz + n * interval '90 microseconds', 'many@demo.example', 'Subject: n'
         from generate_series(0, 9) n`,
    );
    const seen: string[] = [];
    let next: string | null = '';
    do {
      const path: string = `/api/demo/mailbox?limit=1${next ? `&after=${next}` : ''}`;
      const page = (await server.ask({ path })).body as MailboxPage;
      seen.push(...page.items.filter(({ to }) => to === 'many@demo.example').map(({ mailId }) => mailId));
      next = page.next;
    } while (next);
    expect(new Set(seen).size).toBe(10);
    expect(seen).toHaveLength(10);
    await database.query(`delete from demo_mail where recipient = 'many@demo.example'`);
  });

  it('gives its mails in pieces', async () => {
    const first = (await server.ask({ path: '/api/demo/mailbox?limit=2' })).body as MailboxPage;
    expect(first.items).toHaveLength(2);
    const second = (await server.ask({ path: `/api/demo/mailbox?limit=2&after=${first.next}` })).body as MailboxPage;
    const ids = [...first.items, ...second.items].map(({ mailId }) => mailId);
    expect(new Set(ids).size).toBe(4);
    expect((await server.ask({ path: '/api/demo/mailbox?after=nonsense' })).status).toBe(400);
    expect((await server.ask({ path: '/api/demo/mailbox/nothing' })).status).toBe(404);
  });
});
