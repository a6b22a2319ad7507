import { randomUUID } from 'node:crypto';
import type { ChatMessage, ChatPage } from '@okaeri/contracts';
import type { Somebody } from '../support/socket-world';
import { VisitWorld } from '../support/visit-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL, the api by HTTP, signalling and its sfu. */
describe('what is written in a visit', () => {
  let world: VisitWorld;

  beforeAll(async () => {
    world = await VisitWorld.open();
  }, 60_000);
  afterEach(() => world.signaling.closeWindows());
  afterAll(() => world.close());

  const write = (by: Somebody, visitId: string, form: object, headers: Record<string, string> = {}) =>
    world.call(by, 'POST', `visits/${visitId}/chat`, form, headers);
  const read = (by: Somebody, visitId: string, query = '') =>
    world.read<ChatPage>(by, `visits/${visitId}/chat${query}`);

  async function fileOf(visitId: string, by: Somebody): Promise<string> {
    const fileId = randomUUID();
    await world.people.data.query(
      `insert into file (id, visit_id, episode_id, by_id, name, type, bytes, received, state, sha256)
       select $1, id, episode_id, $3, 'knee.jpg', 'image/jpeg', 10, 10, 'ready', $4 from visit where id = $2`,
      [fileId, visitId, by.id, 'ab'.repeat(32)],
    );
    return fileId;
  }

  it('reaches everybody in the room at once, and stays when the visit is over', async () => {
    const { visitId, patient, physician, emily, sato } = await world.inRoom();
    const said = await write(physician, visitId, { text: '  この薬を続けてください。 ' });
    expect(said.body).toMatchObject({ text: 'この薬を続けてください。', mine: true, kind: 'text', language: 'ja-JP' });
    await emily.hears('notice', ({ topic, id }) => topic === 'chat' && id === visitId, 3000);
    expect((await write(patient, visitId, { text: 'Until when?' })).status).toBe(200);
    expect((await read(patient, visitId)).items).toMatchObject([
      { text: 'Until when?', mine: true },
      { text: 'この薬を続けてください。', mine: false },
    ]);
    await sato.ask('visit.end', {});
    expect((await write(patient, visitId, { text: 'Thank you' })).body).toMatchObject({ code: 'chat_closed' });
    expect((await read(patient, visitId)).items).toHaveLength(2);
  });

  it('is not for who waits, and all of it is for who was let in', async () => {
    const { visitId, physician, others, sato } = await world.inRoom('interpreter');
    const [interpreter] = others as [Somebody];
    const mori = await world.signaling.window(interpreter);
    const { me } = await mori.enter(visitId);
    await write(physician, visitId, { text: 'Between us.' });
    expect((await read(interpreter, visitId)).items).toEqual([]);
    await sato.ask('seat.admit', { seatId: me.seatId });
    expect((await read(interpreter, visitId)).items).toMatchObject([{ text: 'Between us.' }]);
    await sato.ask('seat.remove', { seatId: me.seatId });
    expect((await world.call(interpreter, 'GET', `visits/${visitId}/chat`)).status).toBe(404);
  });

  it('once for each key, also where the answer was lost', async () => {
    const { visitId, patient } = await world.inRoom();
    const key = { 'idempotency-key': randomUUID() };
    const first = (await write(patient, visitId, { text: 'Twice?' }, key)).body as ChatMessage;
    const second = (await write(patient, visitId, { text: 'Twice?' }, key)).body as ChatMessage;
    expect(second.messageId).toBe(first.messageId);
    expect((await read(patient, visitId)).items).toHaveLength(1);
  });

  it('hands over a file of this visit and of no other', async () => {
    const { visitId, patient, physician } = await world.inRoom();
    const fileId = await fileOf(visitId, patient);
    const handed = await write(patient, visitId, { text: '', fileId });
    expect(handed.body).toMatchObject({ kind: 'file', file: { fileId, name: 'knee.jpg' } });
    expect((await read(physician, visitId)).items[0]).toMatchObject({ kind: 'file', file: { fileId } });
    await world.people.data.query(`update file set state = 'removed' where id = $1`, [fileId]);
    expect((await read(physician, visitId)).items[0]).toMatchObject({ kind: 'file', file: null });
    const elsewhere = await world.people.visit();
    const foreign = await fileOf(elsewhere.visitId, elsewhere.patient);
    expect((await write(patient, visitId, { text: '', fileId: foreign })).status).toBe(404);
  });

  it('refuses what is empty or too long, and comes piece by piece', async () => {
    const { visitId, patient } = await world.inRoom();
    expect((await write(patient, visitId, { text: '  ' })).status).toBe(422);
    expect((await write(patient, visitId, { text: 'a'.repeat(2001) })).status).toBe(422);
    for (const text of ['1', '2', '3']) await write(patient, visitId, { text });
    const first = await read(patient, visitId, '?limit=2');
    expect(first.items.map(({ text }) => text)).toEqual(['3', '2']);
    const rest = await read(patient, visitId, `?limit=2&after=${encodeURIComponent(first.next ?? '')}`);
    expect(rest).toMatchObject({ items: [{ text: '1' }], next: null });
  });
});
