import { randomUUID } from 'node:crypto';
import type { ChatMessage, ChatPage } from '@okaeri/contracts';
import { startApi } from '../support/server';
import type { TestServer } from '../support/server';
import { sfuSecret, startSfu } from '../support/sfu';
import type { SfuProcess } from '../support/sfu';
import { Signaling } from '../support/socket-signaling';
import { arrivalInToronto, until } from '../support/socket-window';
import { SocketWorld } from '../support/socket-world';
import type { Somebody } from '../support/socket-world';

jest.setTimeout(60_000);

/** Real: PostgreSQL, the api by HTTP, signalling and its sfu. */
describe('what is written in a visit', () => {
  let world: SocketWorld;
  let sfu: SfuProcess;
  let api: TestServer;
  let signaling: Signaling;

  beforeAll(async () => {
    world = await SocketWorld.open();
    sfu = await startSfu();
    api = await startApi(world.url, { OKAERI_RATES: 'wide' });
    signaling = await Signaling.start({ database: world.url, sfus: [sfu.url], secret: sfuSecret });
    await until('ready', async () => (await signaling.readiness()).status === 200);
  }, 60_000);
  afterEach(() => signaling?.closeWindows());
  afterAll(async () => {
    await signaling?.stop();
    await api?.close();
    await sfu?.stop();
    await world?.close();
  });

  const write = (by: Somebody, visitId: string, form: object, headers: Record<string, string> = {}) =>
    api.ask({ method: 'POST', path: `/api/visits/${visitId}/chat`, cookie: by.cookie, json: form, headers });
  const read = async (by: Somebody, visitId: string, query = '') =>
    (await api.ask({ path: `/api/visits/${visitId}/chat${query}`, cookie: by.cookie })).body as ChatPage;

  async function inRoom() {
    const visit = await world.visit({ others: ['interpreter'] });
    const sato = await signaling.window(visit.physician);
    await sato.enter(visit.visitId);
    await sato.join();
    const emily = await signaling.window(visit.patient);
    const { me } = await emily.enter(visit.visitId, arrivalInToronto);
    await sato.ask('seat.admit', { seatId: me.seatId });
    await emily.join();
    return { ...visit, sato, emily };
  }

  async function fileOf(visitId: string, by: Somebody): Promise<string> {
    const fileId = randomUUID();
    await world.data.query(
      `insert into file (id, visit_id, episode_id, by_id, name, type, bytes, received, state, sha256)
       select $1, id, episode_id, $3, 'knee.jpg', 'image/jpeg', 10, 10, 'ready', $4 from visit where id = $2`,
      [fileId, visitId, by.id, 'ab'.repeat(32)],
    );
    return fileId;
  }

  it('reaches everybody in the room at once, and stays when the visit is over', async () => {
    const { visitId, patient, physician, emily, sato } = await inRoom();
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
    const { visitId, physician, others, sato } = await inRoom();
    const [interpreter] = others as [Somebody];
    const mori = await signaling.window(interpreter);
    const { me } = await mori.enter(visitId);
    await write(physician, visitId, { text: 'Between us.' });
    expect((await read(interpreter, visitId)).items).toEqual([]);
    await sato.ask('seat.admit', { seatId: me.seatId });
    expect((await read(interpreter, visitId)).items).toMatchObject([{ text: 'Between us.' }]);
    await sato.ask('seat.remove', { seatId: me.seatId });
    expect((await api.ask({ path: `/api/visits/${visitId}/chat`, cookie: interpreter.cookie })).status).toBe(404);
  });

  it('once for each key, also where the answer was lost', async () => {
    const { visitId, patient } = await inRoom();
    const key = { 'idempotency-key': randomUUID() };
    const first = (await write(patient, visitId, { text: 'Twice?' }, key)).body as ChatMessage;
    const second = (await write(patient, visitId, { text: 'Twice?' }, key)).body as ChatMessage;
    expect(second.messageId).toBe(first.messageId);
    expect((await read(patient, visitId)).items).toHaveLength(1);
  });

  it('hands over a file of this visit and of no other', async () => {
    const { visitId, patient, physician } = await inRoom();
    const fileId = await fileOf(visitId, patient);
    const handed = await write(patient, visitId, { text: '', fileId });
    expect(handed.body).toMatchObject({ kind: 'file', file: { fileId, name: 'knee.jpg' } });
    expect((await read(physician, visitId)).items[0]).toMatchObject({ kind: 'file', file: { fileId } });
    await world.data.query(`update file set state = 'removed' where id = $1`, [fileId]);
    expect((await read(physician, visitId)).items[0]).toMatchObject({ kind: 'file', file: null });
    const elsewhere = await world.visit();
    const foreign = await fileOf(elsewhere.visitId, elsewhere.patient);
    expect((await write(patient, visitId, { text: '', fileId: foreign })).status).toBe(404);
  });

  it('refuses what is empty or too long, and comes piece by piece', async () => {
    const { visitId, patient } = await inRoom();
    expect((await write(patient, visitId, { text: '  ' })).status).toBe(422);
    expect((await write(patient, visitId, { text: 'a'.repeat(2001) })).status).toBe(422);
    for (const text of ['1', '2', '3']) await write(patient, visitId, { text });
    const first = await read(patient, visitId, '?limit=2');
    expect(first.items.map(({ text }) => text)).toEqual(['3', '2']);
    const rest = await read(patient, visitId, `?limit=2&after=${encodeURIComponent(first.next ?? '')}`);
    expect(rest).toMatchObject({ items: [{ text: '1' }], next: null });
  });
});
