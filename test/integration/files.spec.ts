import { setTimeout as pause } from 'node:timers/promises';
import type { FileView, FilesPage, Problem } from '@okaeri/contracts';
import { DiskBlobs } from '@okaeri/platform';
import { sweepFiles } from '@okaeri/records';
import { migrationSource } from '../../apps/migrate/src/data-source';
import { RecordsWorld } from '../support/records-world';
import { html, jpeg, pdf, png, pngOf, scriptedPdf, svg } from '../support/sample-files';

jest.setTimeout(120_000);

/** Real: PostgreSQL, the whole api, connections that break off, and a folder on the disk. */
describe('files of a visit', () => {
  let world: RecordsWorld;
  beforeAll(async () => {
    world = await RecordsWorld.open();
  });
  afterAll(() => world.close());

  const code = (answer: { body: unknown }) => (answer.body as Problem).code;
  const file = (persona: string, fileId: string) => world.ask(persona, { path: `/api/files/${fileId}` });
  const content = (persona: string, fileId: string, range?: string) =>
    world.ask(persona, { path: `/api/files/${fileId}/content`, ...(range ? { headers: { range } } : {}) });
  const remove = (persona: string, fileId: string) =>
    world.ask(persona, { method: 'DELETE', path: `/api/files/${fileId}` });
  const setVisit = (values: string) =>
    world.database.query(`update visit set ${values} where id = $1`, [world.visitId]);

  it('are shown to the people of the visit and to nobody else', async () => {
    const sent = await world.send('emily', '../left knee.JPEG', jpeg(), 'image/jpeg');
    expect(sent.status).toBe(200);
    expect(sent.body).toMatchObject({ name: 'left knee.JPEG', type: 'image/jpeg', state: 'ready', mine: true });
    for (const persona of ['sato', 'mori']) {
      expect((await file(persona, sent.fileId)).body).toMatchObject({ mine: false, mayRemove: persona === 'sato' });
      expect((await content(persona, sent.fileId)).status).toBe(200);
    }
    for (const persona of ['linh', 'chen', 'haruto']) {
      expect([persona, (await content(persona, sent.fileId)).status]).toEqual([persona, 404]);
      expect([persona, code(await file(persona, sent.fileId))]).toEqual([persona, 'not_found']);
    }
    expect((await world.server.ask({ path: `/api/files/${sent.fileId}/content` })).status).toBe(401);
  });

  it('are sent as what they are and nothing else, in ranges too', async () => {
    const { fileId } = await world.send('emily', 'knee.png', png(), '');
    const all = await content('sato', fileId);
    expect(all.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(/^inline; filename="knee.png"/) as string,
    });
    const part = await content('sato', fileId, 'bytes=1-3');
    expect([part.status, part.text, part.headers['content-range']]).toEqual([206, 'PNG', `bytes 1-3/${png().length}`]);
    expect((await content('sato', fileId, 'bytes=999999-')).status).toBe(416);
    const paper = await world.send('emily', 'letter', pdf());
    expect((await content('sato', paper.fileId)).headers['content-disposition']).toMatch(/^attachment; .*letter\.pdf/);
  });

  it('go on where they were broken off, and nothing of them is lost', async () => {
    const whole = pngOf(1_500_000);
    const announced = await world.announce('emily', 'cut.png', whole.length);
    const { fileId } = announced.body as FileView;
    expect((await world.piece('emily', fileId, 0, whole.subarray(0, 524_288))).status).toBe(200);
    await world.piece('emily', fileId, 524_288, whole.subarray(524_288, 1_048_576), 300_000);
    // The server learns of the break when the connection tells it.
    let received = 524_288;
    for (let tries = 0; tries < 100 && received === 524_288; tries += 1) {
      await pause(20);
      received = ((await file('emily', fileId)).body as FileView).received;
    }
    expect(received).toBeGreaterThan(524_288);
    const wrong = await world.piece('emily', fileId, 0, whole.subarray(0, 10));
    expect([wrong.status, wrong.body]).toEqual([
      409,
      expect.objectContaining({ code: 'file_offset', offset: received }),
    ]);
    let answer = wrong;
    for (let at = received; at < whole.length; at += 524_288) {
      answer = await world.piece('emily', fileId, at, whole.subarray(at, at + 524_288));
    }
    expect(answer.body).toMatchObject({ state: 'ready', received: whole.length });
    const [row] = await world.database.query<{ sha256: string }>('select sha256 from file where id = $1', [fileId]);
    const { createHash } = await import('node:crypto');
    expect(row?.sha256).toBe(createHash('sha256').update(whole).digest('hex'));
    expect((await content('sato', fileId)).status).toBe(200);
  });

  it('are hers alone to send, and while they are being received alone', async () => {
    const announced = await world.announce('emily', 'mine.png', png().length);
    const { fileId } = announced.body as FileView;
    expect(code(await world.piece('sato', fileId, 0, png()))).toBe('not_found');
    expect((await world.piece('emily', fileId, 0, png())).status).toBe(200);
    expect(code(await world.piece('emily', fileId, 0, png()))).toBe('not_found');
  });

  it.each([
    ['a drawing that may run', 'drawing.png', svg()],
    ['a page', 'page.jpg', html()],
  ])('are refused where they are %s, and not kept', async (_, name, bytes) => {
    const sent = await world.send('emily', name, bytes);
    expect([sent.status, code(sent)]).toEqual([415, 'file_type']);
    expect((await file('emily', sent.fileId)).body).toMatchObject({ state: 'refused', why: 'type', href: null });
    expect((await content('emily', sent.fileId)).status).toBe(404);
    expect(await world.blobs()).not.toContain(sent.fileId);
    expect((await remove('emily', sent.fileId)).status).toBe(204);
  });

  it('are refused at once where they are too large, empty or of a kind that is never shown', async () => {
    expect(code(await world.announce('emily', 'film.mp4', 9, 'video/mp4'))).toBe('file_type');
    expect(code(await world.announce('emily', 'empty.png', 0, 'image/png'))).toBe('file_type');
    const large = await world.announce('emily', 'large.png', 26_214_401, 'image/png');
    expect([large.status, code(large)]).toEqual([413, 'file_too_large']);
    expect((await world.announce('emily', 'most.png', 26_214_400, 'image/png')).status).toBe(200);
    await world.database.query(`delete from file where name = 'most.png'`);
  });

  it('are refused where the picture is cut', async () => {
    const sent = await world.send('emily', 'half.jpg', jpeg().subarray(0, 25));
    expect([sent.status, code(sent)]).toEqual([422, 'file_broken']);
  });

  it.each(Object.entries(scriptedPdf))('are held where something in them runs: %s', async (_, make) => {
    const sent = await world.send('emily', 'letter.pdf', make());
    expect([sent.status, code(sent)]).toEqual([422, 'file_scripts']);
    expect((await file('emily', sent.fileId)).body).toMatchObject({ state: 'held', why: 'script', href: null });
    for (const persona of ['emily', 'sato']) {
      expect(code(await content(persona, sent.fileId))).toBe('file_held');
    }
    await remove('emily', sent.fileId);
  });

  it('of 25 MB arrive, and cost no more memory than they hold', async () => {
    const most = pngOf(26_214_400);
    const before = process.memoryUsage().rss;
    const sent = await world.send('emily', 'most.png', most);
    expect(sent.body).toMatchObject({ state: 'ready', received: 26_214_400 });
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
    await remove('emily', sent.fileId);
    expect(await world.blobs()).not.toContain(sent.fileId);
  });

  it('leave nothing behind where sending was dropped 500 times', async () => {
    const { fileId } = (await world.announce('emily', 'dropped.png', 600_000)).body as FileView;
    const before = await world.blobs();
    for (let at = 0; at < 500; at += 25) {
      const drops = Array.from({ length: 25 }, () => world.piece('emily', fileId, 0, Buffer.alloc(500_000, 1), 10));
      await Promise.all(drops);
    }
    // Whatever of it was kept is of this one file.
    expect((await world.blobs()).filter((name) => !before.includes(name) && !name.startsWith(fileId))).toEqual([]);
    await world.database.query(`update file set created_at = now() - interval '25 hours' where id = $1`, [fileId]);
    const source = await migrationSource(world.database.url).initialize();
    await sweepFiles(source.manager, new DiskBlobs(world.folder));
    await source.destroy();
    expect((await world.blobs()).filter((name) => name.startsWith(fileId))).toEqual([]);
    expect((await file('emily', fileId)).status).toBe(404);
  });

  it('are three at once for one person', async () => {
    for (const name of ['a.png', 'b.png', 'c.png']) expect((await world.announce('mori', name, 9)).status).toBe(200);
    expect(code(await world.announce('mori', 'd.png', 9))).toBe('too_many');
    await world.database.query(`delete from file where name in ('a.png', 'b.png', 'c.png')`);
  });

  it('are listed for the patient and for those who treat her', async () => {
    const mine = await world.told<FilesPage>('emily', { path: '/api/pages/files?limit=2' });
    expect(mine.items).toHaveLength(2);
    expect(mine.addTo).toMatchObject({ visitId: world.visitId });
    const more = await world.told<FilesPage>('emily', { path: `/api/pages/files?limit=2&after=${mine.next ?? ''}` });
    const ids = [...mine.items, ...more.items].map((item) => item.file.fileId);
    expect(new Set(ids).size).toBe(ids.length);
    const path = `/api/pages/episodes/${world.episodeId}/files`;
    expect((await world.told<FilesPage>('sato', { path })).items.length).toBeGreaterThan(0);
    expect((await world.ask('chen', { path })).status).toBe(404);
    expect(code(await world.ask('emily', { path: '/api/pages/files?after=nonsense' }))).toBe('cursor_bad');
  });

  it('become part of the record when the visit is over', async () => {
    const { fileId } = await world.send('emily', 'late.png', png());
    const early = await world.send('emily', 'early.png', png());
    expect((await remove('emily', early.fileId)).status).toBe(204);
    await setVisit(`status = 'fulfilled', starts_at = now() - interval '30 hours'`);
    expect(code(await world.announce('emily', 'after.png', 9))).toBe('visit_over');
    expect(code(await remove('emily', fileId))).toBe('visit_over');
    // An interpreter reads on for a day.
    expect((await content('mori', fileId)).status).toBe(404);
    expect((await content('emily', fileId)).status).toBe(200);
    expect((await remove('sato', fileId)).status).toBe(204);
    expect((await content('emily', fileId)).status).toBe(404);
  });
});
