import type { Problem, ThreadMessage, ThreadPage } from '@okaeri/contracts';
import { RecordsWorld } from '../support/records-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL and the whole api. */
describe('the thread of an episode', () => {
  let world: RecordsWorld;
  let path: string;
  beforeAll(async () => {
    world = await RecordsWorld.open();
    path = `/api/episodes/${world.episodeId}/messages`;
    await world.database.query('delete from thread_seen');
    await world.database.query('delete from thread_message');
    // The team of the case is Dr Sato.
    await world.database.query(
      `insert into episode_team (episode_id, person_id, role)
       select $1, id, 'physician' from person where persona = 'sato' on conflict do nothing`,
      [world.episodeId],
    );
  });
  afterAll(() => world.close());

  const page = (persona: string, query = '') => world.ask(persona, { path: path + query });
  const read = (persona: string, query = '') => world.told<ThreadPage>(persona, { path: path + query });
  const write = (persona: string, text: string, key?: string) =>
    world.ask(persona, {
      method: 'POST',
      path,
      json: { text },
      ...(key ? { headers: { 'idempotency-key': key } } : {}),
    });

  it('is read and written by the patient, her team and the coordinators, and by nobody else', async () => {
    expect((await read('emily')).items).toEqual([]);
    expect((await write('emily', 'May I swim again?')).body).toMatchObject({
      mine: true,
      role: 'patient',
      language: 'en',
    });
    for (const persona of ['sato', 'tanaka']) {
      const [message] = (await read(persona)).items;
      expect(message).toMatchObject({ text: 'May I swim again?', mine: false, role: 'patient' });
    }
    // An interpreter helps to talk; what they write to each other is not hers.
    for (const persona of ['mori', 'linh', 'chen', 'haruto']) {
      expect([persona, (await page(persona)).status, (await write(persona, 'x')).status]).toEqual([persona, 404, 404]);
    }
  });

  it('names its readers and writers as this reader says it', async () => {
    await write('sato', 'はい、来週から。');
    const hers = await read('emily');
    expect(new Set(hers.readers.map(({ display }) => display))).toEqual(new Set(['Dr. Sato Kenji', 'Tanaka Misaki']));
    expect(hers.items[0]).toMatchObject({ role: 'physician', by: { display: 'Dr. Sato Kenji' }, language: 'ja' });
    expect((await read('tanaka')).readers).toHaveLength(2);
  });

  it('counts what she has not read, and never her own', async () => {
    expect((await read('emily')).unread).toBe(1);
    const seen = (messageId: string) =>
      world.ask('emily', { method: 'POST', path: `${path}/seen`, json: { messageId } });
    const [newest, oldest] = (await read('emily')).items;
    expect((await seen(newest?.messageId ?? '')).status).toBe(204);
    expect((await read('emily')).unread).toBe(0);
    // It never goes back.
    await seen(oldest?.messageId ?? '');
    expect((await read('emily')).unread).toBe(0);
    expect((await read('tanaka')).unread).toBe(2);
  });

  it('is written to once, however often one asks', async () => {
    const key = '2b9f7c14-5d3a-4e6f-8a1b-0c2d3e4f5a6b';
    const first = await write('emily', 'Thank you.', key);
    const again = await write('emily', 'Thank you.', key);
    expect((again.body as ThreadMessage).messageId).toBe((first.body as ThreadMessage).messageId);
    expect(((await write('emily', 'Other words.', key)).body as Problem).code).toBe('key_reused');
    expect((await read('emily')).items).toHaveLength(3);
    const kept = await world.database.query<{ sealed: Buffer; all: string }>(
      'select sealed, k::text as all from idempotency_key k',
    );
    expect(kept.length).toBeGreaterThan(0);
    for (const { sealed, all } of kept) {
      expect([sealed.includes('Thank you'), all.includes(key)]).toEqual([false, false]);
    }
    const events = await world.database.query<{ data: object }>(
      `select data from outbox_event where name = 'message.posted'`,
    );
    expect(events).toHaveLength(3);
    expect(Object.keys(events[0]?.data ?? {})).toEqual(['messageId']);
  });

  it('comes in pieces, each message once', async () => {
    for (let at = 0; at < 7; at += 1) await write('emily', `Message ${at}`);
    const texts: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const piece: ThreadPage = await read('sato', `?limit=4${next ? `&after=${next}` : ''}`);
      texts.push(...piece.items.map(({ text }) => text));
      next = piece.next;
    }
    expect(texts).toHaveLength(10);
    expect(new Set(texts).size).toBe(10);
    expect(texts.at(-1)).toBe('May I swim again?');
  });

  it('takes no empty message and none that is longer than a letter', async () => {
    for (const text of ['', '   ', 'x'.repeat(4001)]) expect((await write('emily', text)).status).toBe(422);
    expect((await write('emily', 'x'.repeat(4000))).status).toBe(200);
  });
});
