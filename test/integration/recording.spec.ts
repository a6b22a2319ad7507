import { randomUUID } from 'node:crypto';
import type { ChatMessage, ChatPage, FileView, Problem } from '@okaeri/contracts';
import { recordingBytesMost } from '@okaeri/contracts';
import { now } from '@okaeri/words/time';
import { RecordsWorld } from '../support/records-world';
import { mp4, webm } from '../support/recordings';
import { html, png } from '../support/sample-files';
import type { Answer } from '../support/server';

jest.setTimeout(120_000);

/** Real: PostgreSQL, the whole api, a folder on the disk. */
describe('a recorded message', () => {
  let world: RecordsWorld;
  beforeAll(async () => {
    world = await RecordsWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.database.query(`delete from file where visit_id = $1`, [world.visitId]);
    await visit(`status = 'arrived', ended_at = null`);
    await world.database.query(`update seat set state = 'admitted', admitted_at = now() where visit_id = $1`, [
      world.visitId,
    ]);
  });

  const code = (answer: { body: unknown }) => (answer.body as Problem).code;
  const visit = (values: string) => world.database.query(`update visit set ${values} where id = $1`, [world.visitId]);
  const announce = (by: string, bytes: number, type: string, key = randomUUID()) =>
    world.ask(by, {
      method: 'POST',
      path: `/api/visits/${world.visitId}/files`,
      headers: { 'idempotency-key': key },
      json: { name: 'Voice message', bytes, type, recorded: true },
    });
  const send = async (by: string, content: Buffer, type: string): Promise<Answer & { fileId: string }> => {
    const announced = await announce(by, content.length, type);
    const { fileId } = announced.body as FileView;
    if (announced.status !== 200) return { ...announced, fileId };
    return { ...(await world.piece(by, fileId, 0, content)), fileId };
  };
  const post = (by: string, fileId: string, key = randomUUID()) =>
    world.ask(by, {
      method: 'POST',
      path: `/api/visits/${world.visitId}/chat`,
      headers: { 'idempotency-key': key },
      json: { text: '', fileId },
    });
  const content = (by: string, fileId: string) => world.ask(by, { path: `/api/files/${fileId}/content` });

  it.each([
    ['voice of Chromium', webm('audio'), 'audio/webm;codecs=opus', 'audio/webm', 'webm'],
    ['a picture of Chromium', webm('video'), 'video/webm', 'video/webm', 'webm'],
    ['voice of Safari', mp4('audio'), 'audio/mp4', 'audio/mp4', 'm4a'],
    ['a picture of Safari', mp4('video'), 'video/mp4', 'video/mp4', 'mp4'],
    ['voice that is called a picture', webm('audio'), 'video/webm', 'audio/webm', 'webm'],
  ])('is what it holds: %s', async (_, bytes, declared, type, ending) => {
    const sent = await send('emily', bytes, declared);
    expect(sent.body).toMatchObject({ state: 'ready', type, name: `Voice message.${ending}` });
    const got = await content('sato', sent.fileId);
    expect(got.headers).toMatchObject({ 'content-type': type, 'x-content-type-options': 'nosniff' });
    expect(got.headers['content-disposition']).toMatch(/^inline;/);
  });

  it('stands in the chat as one, once, for those of the visit and nobody else, and every hearing is written down', async () => {
    const { fileId } = await send('emily', webm('audio'), 'audio/webm');
    const key = randomUUID();
    const first = (await post('emily', fileId, key)).body as ChatMessage;
    expect(first).toMatchObject({ kind: 'recording', mine: true, file: { fileId, type: 'audio/webm' } });
    expect(((await post('emily', fileId, key)).body as ChatMessage).messageId).toBe(first.messageId);
    const read = await world.told<ChatPage>('sato', { path: `/api/visits/${world.visitId}/chat` });
    expect(read.items.filter(({ kind }) => kind === 'recording')).toMatchObject([{ mine: false, file: { fileId } }]);
    const heard = () =>
      world.database.query(
        `select 1 from ledger where entity_id = $1 and permission = 'file.read' and outcome = 'allowed'`,
        [fileId],
      );
    const before = (await heard()).length;
    expect((await content('sato', fileId)).status).toBe(200);
    expect((await heard()).length).toBe(before + 1);
    for (const persona of ['linh', 'chen']) expect((await content(persona, fileId)).status).toBe(404);
  });

  it('is heard by who was let in once and by those who treat her, not by a helper who still waits outside', async () => {
    const { fileId } = await send('emily', webm('audio'), 'audio/webm');
    const photo = await world.send('emily', 'knee.png', png(), 'image/png');
    const admitted = (persona: string, at: string | null) =>
      world.database.query(
        `update seat set state = case when $2::timestamptz is null then 'waiting' else 'left' end, admitted_at = $2
          where visit_id = $1 and person_id = (select id from person where persona = $3)`,
        [world.visitId, at, persona],
      );
    const reads = async (persona: string) => {
      const { files } = await world.visit(persona);
      return [(await content(persona, fileId)).status, files.some((file) => file.fileId === fileId)];
    };
    for (const persona of ['mori', 'sato', 'emily']) await admitted(persona, null);
    expect(await reads('mori')).toEqual([404, false]);
    expect((await content('mori', photo.fileId)).status).toBe(200);
    for (const persona of ['sato', 'emily']) expect(await reads(persona)).toEqual([200, true]);
    const own = await send('mori', webm('audio'), 'audio/webm');
    expect((await content('mori', own.fileId)).status).toBe(200);
    await admitted('mori', now().toString());
    expect(await reads('mori')).toEqual([200, true]);
  });

  it('is announced once for each key, however often the page begins anew', async () => {
    const bytes = webm('audio', { padding: 100_000 });
    const key = randomUUID();
    const { fileId } = (await announce('emily', bytes.length, 'audio/webm', key)).body as FileView;
    await world.piece('emily', fileId, 0, bytes.subarray(0, 60_000));
    const again = (await announce('emily', bytes.length, 'audio/webm', key)).body as FileView;
    expect(again).toMatchObject({ fileId, received: 60_000, state: 'receiving' });
    expect((await world.piece('emily', fileId, 60_000, bytes.subarray(60_000))).body).toMatchObject({ state: 'ready' });
  });

  it('is of nothing else, and nothing else is of sound', async () => {
    expect(code(await announce('emily', 9, 'image/png'))).toBe('recording_type');
    expect(code(await announce('emily', 0, 'audio/webm'))).toBe('recording_type');
    const page = await send('emily', html(), 'audio/webm');
    expect([page.status, code(page)]).toEqual([415, 'recording_type']);
    expect(code(await send('emily', png(), 'video/webm'))).toBe('recording_type');
    expect(code(await send('emily', webm('audio', { tracks: false }), 'audio/webm'))).toBe('file_broken');
    expect(code(await send('emily', webm('audio', { docType: 'matroska' }), 'audio/webm'))).toBe('file_broken');
    expect(code(await world.send('emily', 'voice.png', webm('audio'), 'image/png'))).toBe('file_type');
    expect(code(await world.announce('emily', 'voice.webm', 9, 'audio/webm'))).toBe('file_type');
  });

  it('is refused where it is too large', async () => {
    const answer = await announce('emily', recordingBytesMost + 1, 'video/webm');
    expect([answer.status, code(answer)]).toEqual([413, 'recording_too_large']);
    expect((await announce('emily', recordingBytesMost, 'video/webm')).status).toBe(200);
  });

  it('comes for a day after the end, as no other file does', async () => {
    await visit(`status = 'fulfilled', ended_at = now() - interval '23 hours'`);
    const { fileId, status } = await send('emily', webm('audio'), 'audio/webm');
    expect(status).toBe(200);
    await world.database.query(`update seat set state = 'left' where visit_id = $1`, [world.visitId]);
    expect((await post('emily', fileId)).body).toMatchObject({ kind: 'recording' });
    expect(code(await world.announce('emily', 'late.png', 9, 'image/png'))).toBe('visit_over');
    await visit(`ended_at = now() - interval '25 hours'`);
    expect(code(await announce('emily', 9, 'audio/webm'))).toBe('visit_over');
    expect(code(await post('emily', fileId))).toBe('chat_closed');
  });

  it('is of her who spoke it, in the visit, and of somebody who was in the room', async () => {
    expect((await announce('linh', 9, 'audio/webm')).status).toBe(404);
    const { fileId } = await send('emily', webm('audio'), 'audio/webm');
    expect((await post('sato', fileId)).status).toBe(404);
    expect((await post('linh', fileId)).status).toBe(404);
    await world.database.query(
      `update seat set state = 'waiting', admitted_at = null where visit_id = $1 and role = 'patient'`,
      [world.visitId],
    );
    expect(code(await post('emily', fileId))).toBe('seat_state');
  });
});
