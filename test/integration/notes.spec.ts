import { randomUUID } from 'node:crypto';
import type { NoteDraft, NotePage, NoteView, Problem } from '@okaeri/contracts';
import { RecordsWorld } from '../support/records-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL and the whole api. */
describe('the note of a visit', () => {
  let world: RecordsWorld;
  let path: string;
  beforeAll(async () => {
    world = await RecordsWorld.open();
    path = `/api/visits/${world.visitId}/note`;
    await setVisit(`status = 'arrived', starts_at = now() - interval '5 minutes'`);
  });
  afterAll(() => world.close());

  const code = (answer: { body: unknown }) => (answer.body as Problem).code;
  const setVisit = (values: string) =>
    world.database.query(`update visit set ${values} where id = $1`, [world.visitId]);
  const words = { text: 'She is well.', nextSteps: 'Blood test in two weeks.', language: 'en' as const };
  const keep = (persona: string, draft: Partial<NoteDraft> & { version: number }) =>
    world.ask(persona, { method: 'PUT', path, json: { ...words, ...draft } });
  const sign = (persona: string, json: { version: number; reason?: string }, key?: string) =>
    world.ask(persona, {
      method: 'POST',
      path: `${path}/sign`,
      json,
      ...(key ? { headers: { 'idempotency-key': key } } : {}),
    });
  const page = (persona: string) => world.ask(persona, { path: `/api/pages/visits/${world.visitId}/note` });
  const note = async (persona: string) => ((await page(persona)).body as NotePage).note;

  it('is written by the physician of the visit, and a draft is hers alone', async () => {
    expect((await page('sato')).body).toMatchObject({ note: null, mayWrite: true });
    expect((await keep('sato', { version: 0, text: 'She' })).body).toMatchObject({
      state: 'draft',
      draft: { text: 'She', version: 1 },
      versions: [],
    });
    for (const persona of ['emily', 'mori', 'chen']) expect((await keep(persona, { version: 1 })).status).toBe(404);
    for (const persona of ['emily', 'tanaka']) {
      expect((await page(persona)).body).toMatchObject({ note: null, mayWrite: false });
    }
    expect((await page('mori')).status).toBe(404);
  });

  it('is never overwritten by a window that has not seen the last words', async () => {
    expect((await keep('sato', { version: 1 })).body).toMatchObject({ draft: { version: 2 } });
    const late = await keep('sato', { version: 1, text: 'Other words' });
    expect([late.status, late.body]).toEqual([409, expect.objectContaining({ code: 'version_changed', version: 2 })]);
    expect((await keep('sato', { version: 0, text: 'Other words' })).status).toBe(409);
    // The same words once more, after an answer was lost, are no quarrel.
    expect((await keep('sato', { version: 1 })).status).toBe(200);
    const [a, b] = await Promise.all([
      keep('sato', { version: 2, text: 'A' }),
      keep('sato', { version: 2, text: 'B' }),
    ]);
    expect([a.status, b.status].sort()).toEqual([200, 409]);
  });

  it('is signed as it is kept, once the visit has begun, and once only', async () => {
    expect((await keep('sato', { version: 3, text: '  ' })).status).toBe(200);
    expect(code(await sign('sato', { version: 4 }))).toBe('note_empty');
    expect((await keep('sato', { version: 4 })).status).toBe(200);
    await setVisit(`starts_at = now() + interval '5 minutes'`);
    expect(code(await sign('sato', { version: 5 }))).toBe('visit_early');
    await setVisit(`starts_at = now() - interval '5 minutes', status = 'noshow'`);
    expect(code(await sign('sato', { version: 5 }))).toBe('visit_over');
    await setVisit(`status = 'fulfilled'`);
    expect(code(await sign('sato', { version: 4 }))).toBe('version_changed');
    expect((await sign('emily', { version: 5 })).status).toBe(404);
    const key = '7c1d0a52-6f3e-4b8a-9d2c-1e4f5a6b7c8d';
    const signed = await sign('sato', { version: 5 }, key);
    expect(signed.body).toMatchObject({ state: 'signed', versions: [{ number: 1, ...words, reason: null }] });
    expect((await sign('sato', { version: 5 }, key)).headers['idempotency-replayed']).toBe('true');
    expect(code(await sign('sato', { version: 6 }))).toBe('note_signed');
    const events = await world.database.query(`select data from outbox_event where name = 'note.signed'`);
    expect(events).toEqual([{ data: { noteId: (signed.body as NoteView).noteId, number: 1 } }]);
    const [kept] = await world.database.query<{ plain: number; found: number }>(
      `select count(*) filter (where answer is not null)::int as plain,
              count(*) filter (where k::text like '%' || $1 || '%')::int as found from idempotency_key k`,
      [key],
    );
    expect(kept).toEqual({ plain: 0, found: 0 });
  });

  it('is read by the patient and those who treat her, and says who has', async () => {
    const hers = await note('emily');
    expect(hers).toMatchObject({ draft: null, read: false, readBy: [], versions: [{ number: 1, ...words }] });
    expect(hers?.versions[0]?.signedBy.display).toBe('Dr. Sato Kenji');
    const read = (number: number, noteId = hers?.noteId) =>
      world.ask('emily', { method: 'POST', path: `${path}/read`, json: { noteId, number } });
    expect((await read(2)).status).toBe(404);
    expect((await read(1, randomUUID())).status).toBe(404);
    expect((await read(1)).status).toBe(204);
    expect((await read(1)).status).toBe(204);
    expect(await note('emily')).toMatchObject({ read: true, readBy: [] });
    expect((await note('tanaka'))?.readBy).toEqual([
      expect.stringMatching(/^既読：エミリー・トレンブレー さん、今日 午[前後]/),
    ]);
    for (const persona of ['linh', 'chen', 'mori']) expect((await page(persona)).status).toBe(404);
  });

  it('has a new version with a reason, and the one before stays', async () => {
    const late = await keep('sato', { version: 5, text: 'On its way while she signed' });
    expect([late.status, code(late)]).toEqual([409, 'note_signed']);
    expect((await keep('sato', { version: 6, text: 'She is very well.' })).body).toMatchObject({ state: 'draft' });
    expect((await note('emily'))?.versions).toHaveLength(1);
    expect(code(await sign('sato', { version: 7 }))).toBe('note_reason_needed');
    expect((await sign('sato', { version: 7, reason: 'A word was missing.' })).status).toBe(200);
    const hers = await note('emily');
    expect(hers?.versions.map(({ number, text, reason }) => [number, text, reason])).toEqual([
      [2, 'She is very well.', 'A word was missing.'],
      [1, 'She is well.', null],
    ]);
    // What she has read was another version.
    expect(hers?.read).toBe(false);
  });

  it('is written by each physician of the visit for herself', async () => {
    // She covered for her colleague: a physician's seat of the visit was hers.
    await world.database.query(
      `insert into seat (visit_id, person_id, role, language)
       select $1, id, 'physician', 'ja' from person where persona = 'hayashi'`,
      [world.visitId],
    );
    expect((await page('hayashi')).body).toMatchObject({ mayWrite: true, note: null, others: [{ draft: null }] });
    const own = { text: 'I saw her in his place.', nextSteps: 'Call in a week.' };
    expect((await keep('hayashi', { version: 0, ...own })).body).toMatchObject({ draft: { version: 1, ...own } });
    // Neither sees what the other has not signed, nor writes over it.
    expect((await page('sato')).body).toMatchObject({ note: { draft: { text: 'She is very well.' } }, others: [] });
    expect((await sign('hayashi', { version: 1 })).body).toMatchObject({ versions: [{ number: 1, ...own }] });
    const hers = (await page('emily')).body as NotePage;
    const signed = [hers.note, ...hers.others].map((each) => each?.versions[0]);
    expect(signed.map((each) => [each?.signedBy.display, each?.number, each?.text])).toEqual([
      ['Dr. Sato Kenji', 2, 'She is very well.'],
      ['Dr. Hayashi Naoki', 1, own.text],
    ]);
    const visit = await world.visit('sato');
    expect(visit.otherNotes.map(({ versions }) => versions[0]?.text)).toEqual([own.text]);
    await world.database.query(
      `update seat set state = 'removed' where visit_id = $1 and role = 'physician'
      and person_id = (select id from person where persona = 'hayashi')`,
      [world.visitId],
    );
    expect((await keep('hayashi', { version: 2, text: 'More' })).status).toBe(404);
  });

  it('cannot be changed by anybody once it is signed', async () => {
    await expect(world.database.query(`update note_version set text = 'x'`)).rejects.toThrow('never changed');
    await expect(world.database.query('delete from note_version')).rejects.toThrow('never changed');
  });
});
