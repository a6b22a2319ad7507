import type { Problem } from '@okaeri/contracts';
import { Clamd, vaultOf } from '@okaeri/platform';
import { scanFiles } from '@okaeri/records';
import type { DataSource } from 'typeorm';
import { migrationSource } from '../../apps/migrate/src/data-source';
import { ClamdServer, eicar } from '../support/clamd';
import { RecordsWorld } from '../support/records-world';
import { png } from '../support/sample-files';

jest.setTimeout(60_000);

/** Real: PostgreSQL, the whole api, sockets and the protocol of clamd. Not real: ClamAV's engine. */
describe('files are scanned', () => {
  let clamd: ClamdServer;
  let world: RecordsWorld;
  let source: DataSource;
  beforeAll(async () => {
    clamd = await ClamdServer.start();
    world = await RecordsWorld.open({ CLAMD_URL: clamd.url });
    source = await migrationSource(world.database.url).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await world.close();
    await clamd.stop();
  });

  const infected = () => Buffer.concat([png(), eicar]);
  const code = (answer: { body: unknown }) => (answer.body as Problem).code;
  const content = (persona: string, fileId: string) => world.ask(persona, { path: `/api/files/${fileId}/content` });
  const row = async (fileId: string) => {
    const rows = await world.database.query('select scan, state, why from file where id = $1', [fileId]);
    return rows[0];
  };

  it('when they come: what is infected is held, and opened by nobody', async () => {
    const clean = await world.send('emily', 'clean.png', png());
    expect(clean.status).toBe(200);
    expect(await row(clean.fileId)).toEqual({ scan: 'clean', state: 'ready', why: null });
    const sent = await world.send('emily', 'letter.png', infected());
    expect([sent.status, code(sent)]).toEqual([422, 'file_infected']);
    expect(await row(sent.fileId)).toEqual({ scan: 'infected', state: 'held', why: 'infected' });
    for (const persona of ['emily', 'sato']) {
      const answer = await content(persona, sent.fileId);
      expect([answer.status, code(answer)]).toEqual([403, 'file_held']);
    }
  });

  it('later where the scanner could not be asked then; until that they are marked', async () => {
    // What the demo world came with was never looked into.
    await source.query(`delete from file where scan = 'unscanned'`);
    await clamd.stop();
    const [clean, bad] = [
      await world.send('emily', 'clean.png', png()),
      await world.send('emily', 'letter.png', infected()),
    ];
    for (const { fileId } of [clean, bad]) {
      expect(await row(fileId)).toEqual({ scan: 'unscanned', state: 'ready', why: null });
    }
    const vault = vaultOf(source, { BLOB_FOLDER: world.folder });
    const look = (url: string) =>
      scanFiles((fn) => source.transaction(fn), vault, new Clamd(url), new AbortController().signal);
    expect(await look(clamd.url)).toBe(0);
    const again = await ClamdServer.start();
    try {
      expect(await look(again.url)).toBe(2);
      expect(await look(again.url)).toBe(0);
      expect(again.heard).toBe(2);
    } finally {
      await again.stop();
    }
    expect(await row(clean.fileId)).toEqual({ scan: 'clean', state: 'ready', why: null });
    expect(await row(bad.fileId)).toEqual({ scan: 'infected', state: 'held', why: 'infected' });
    expect((await content('sato', clean.fileId)).status).toBe(200);
    expect(code(await content('sato', bad.fileId))).toBe('file_held');
  });
});
