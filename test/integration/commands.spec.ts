import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { LedgerReport } from '@okaeri/access';
import { builtCommand, npmRun } from '../support/commands';
import { createTestDatabase } from '../support/database';
import { FakeClock } from '../support/fake-clock';
import { OwnHouse } from '../support/own-house';
import { pdf } from '../support/sample-files';
import { KeptLedger, anchoredRows, anchoredTimes, anchorsFolder, attacks, copyOf } from '../support/tampering';

jest.setTimeout(120_000);

/** Real: npm, the set-up that it runs, the programs it starts, PostgreSQL, the whole api beside them, and a folder for the bytes. */
describe('the commands of who looks after an installation', () => {
  let house: OwnHouse;
  let env: Record<string, string>;
  beforeAll(async () => {
    house = await OwnHouse.open();
    env = { DATABASE_URL: house.world.url, BLOB_FOLDER: house.folder, VAULT_KEYS: house.keys };
  });
  afterAll(() => house.close());

  /** As it is typed. One that is refused shows that npm and the set-up hand on what was typed, said and refused. */
  const admin = (...args: string[]) => npmRun('admin', args, env);
  /** The same, without what npm and the set-up take. */
  const quick = (...args: string[]) => builtCommand('admin', args, env);
  const content = (uploadId: string) =>
    house.bytes(house.patient, `/api/patients/${house.patient.id}/uploads/${uploadId}/content`);

  it('`keys rotate` changes the master key while files are read and sent, and none of that fails', async () => {
    expect((await quick('keys')).out).toContain('There are no keys yet');
    const letter = pdf();
    const kept = [(await house.bring('first.pdf', letter)).uploadId];
    const [before] = await masterKeys();
    expect((await quick('keys')).out).toBe(`${before}  one data key\n`);
    const load = { reads: 0, writes: 0, failed: 0, stop: false };
    const read = async () => {
      while (!load.stop) {
        const { status, bytes } = await content(kept[load.reads % kept.length] ?? '');
        load.reads += 1;
        if (status !== 200 || !bytes.equals(letter)) load.failed += 1;
      }
    };
    const write = async () => {
      while (!load.stop) {
        // No two letters are one.
        const brought = await house.bring('more.pdf', Buffer.concat([letter, Buffer.from(`% ${load.writes}\n`)]));
        load.writes += 1;
        if (brought.state !== 'done') load.failed += 1;
      }
    };
    const running = Promise.all([read(), read(), write()]);
    const rotated = await quick('keys', 'rotate');
    load.stop = true;
    await running;
    const [old, newest] = await masterKeys();
    expect([rotated.code, rotated.out]).toEqual([0, expect.stringContaining(`Master key ${newest} is in use`)]);
    expect(load).toMatchObject({ failed: 0, reads: expect.any(Number), writes: expect.any(Number) });
    expect(Math.min(load.reads, load.writes)).toBeGreaterThan(0);
    expect(old).toBe(before);
    expect((await quick('keys')).out).toBe(`${newest}  one data key\n`);

    // Whoever has let the last backup go that needs the old one takes it away.
    const file = JSON.parse(await readFile(house.keys, 'utf8')) as { keys: { id: string }[] };
    await writeFile(`${house.keys}.next`, JSON.stringify({ keys: file.keys.slice(-1) }));
    await rename(`${house.keys}.next`, house.keys);
    expect((await content(kept[0] ?? '')).bytes.equals(letter)).toBe(true);
    const after = await house.bring('after.pdf', Buffer.concat([letter, Buffer.from('% after\n')]));
    expect(after.state).toBe('done');
  });

  it('`erase` says why not, and once the law lets go of it leaves nothing that opens', async () => {
    const { uploadId } = await house.bring('last.pdf', Buffer.concat([pdf(), Buffer.from('% last\n')]));
    const { id } = house.patient;
    const asked = await quick('erase', id);
    expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('Add --for-good')]);
    const kept = await admin('erase', id, '--for-good');
    expect([kept.code, kept.err]).toEqual([
      1,
      expect.stringMatching(/has to be kept until \d{4}-\d\d-\d\d in JP \(.+\)/),
    ]);
    expect((await content(uploadId)).status).toBe(200);
    const clock = new FakeClock(60 * 366 * 86_400);
    const later = (...args: string[]) => builtCommand('admin', args, { ...env, ...clock.env });
    const ahead = await later('erase', id, '--for-good');
    expect([ahead.code, ahead.err]).toEqual([1, expect.stringContaining('visits ahead (1)')]);
    await house.query(`update visit set status = 'fulfilled' where id = $1`, [house.visitId]);
    const nobody = await later('erase', randomUUID(), '--for-good');
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('nobody with this id')]);
    const erased = await later('erase', id, '--for-good');
    expect([erased.code, erased.err, erased.out]).toEqual([
      0,
      '',
      expect.stringMatching(/^Erased\. Her key is destroyed\. \d+ rows/),
    ]);
    expect(await house.blobs()).toEqual([]);
    expect((await content(uploadId)).status).toBe(401);
    expect((await quick('keys')).out).toContain('There are no keys yet');
  });

  it('`ledger:verify` finds an edit, a deletion, a swap, a cut and an old copy, and names the first row', async () => {
    const migrated = await createTestDatabase();
    const { anchors, path, remove } = await anchorsFolder();
    const copies: { url: string; drop(): Promise<void> }[] = [];
    const copy = async () => {
      const made = await copyOf(migrated.url);
      copies.push(made);
      return made.url;
    };
    const within = async (url: string, work: (kept: KeptLedger) => Promise<unknown>) => {
      const kept = await KeptLedger.open(url);
      await work(kept).finally(() => kept.close());
    };
    try {
      for (let time = 1; time < anchoredTimes; time += 1) {
        await within(migrated.url, (kept) => kept.anchored(anchors, anchoredRows));
      }
      const old = await copy();
      await within(migrated.url, (kept) => kept.anchored(anchors, anchoredRows));
      const about = (url: string) => ({ ...env, DATABASE_URL: url, LEDGER_ANCHORS: path });
      const whole = await npmRun('ledger:verify', [], about(migrated.url));
      expect([whole.code, whole.out]).toEqual([
        0,
        expect.stringMatching(/^The ledger is whole\. 300 rows and 3 anchors/),
      ]);
      for (const attack of attacks) {
        const url = attack.on === 'old' ? old : await copy();
        await within(url, (kept) => attack.do(kept));
        const { code, out } = await builtCommand('ledger', ['--json'], about(url));
        const { first } = JSON.parse(out) as LedgerReport;
        expect([attack.name, code, first?.kind, first?.place]).toEqual([attack.name, 1, attack.kind, attack.place]);
      }
      const told = await builtCommand('ledger', [], about(old));
      expect([told.code, told.out]).toEqual([
        1,
        expect.stringMatching(/^The ledger is NOT whole\. From place 201, after row \d+/),
      ]);
      // Without what lies outside the database nothing tells an old copy from a whole one.
      const nowhere = await builtCommand('ledger', [], { ...about(old), LEDGER_ANCHORS: '' });
      expect([nowhere.code, nowhere.out]).toEqual([0, expect.stringContaining('Without anchors')]);
    } finally {
      for (const { drop } of copies) await drop();
      await remove();
      await migrated.drop();
    }
  });

  async function masterKeys(): Promise<string[]> {
    const { keys } = JSON.parse(await readFile(house.keys, 'utf8')) as { keys: { id: string }[] };
    return keys.map(({ id }) => id);
  }
});
