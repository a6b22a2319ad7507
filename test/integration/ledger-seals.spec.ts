import { anchorLedger } from '@okaeri/access';
import { migrationSource } from '../../apps/migrate/src/data-source';
import { createTestDatabase } from '../support/database';
import type { TestDatabase } from '../support/database';
import { startScheduler } from '../support/scheduler';
import { KeptLedger, anchorsFolder, attackAll, attacks, copyOf } from '../support/tampering';
import type { Folder } from '../support/tampering';
import { until } from '../support/until';

jest.setTimeout(60_000);

/** Real: PostgreSQL, its owner’s powers, and a file outside of it. */
describe('the seals of the ledger', () => {
  let migrated: TestDatabase;
  let database: Awaited<ReturnType<typeof copyOf>>;
  let kept: KeptLedger;
  let folder: Folder;

  beforeAll(async () => {
    migrated = await createTestDatabase();
  });
  afterAll(() => migrated.drop());
  beforeEach(async () => {
    database = await copyOf(migrated.url);
    kept = await KeptLedger.open(database.url);
    folder = await anchorsFolder();
  });
  afterEach(async () => {
    await kept.close();
    await folder.remove();
    await database.drop();
  });

  it('show what was done to it, and where', async () => {
    await kept.close();
    const done = await attackAll(database.url);
    kept = await KeptLedger.open(database.url);
    expect(done[0]).toMatchObject({ name: 'nothing', report: { first: null, sealed: 300, anchors: 3, waiting: 0 } });
    const told = done.slice(1).map(({ name, report: { first } }) => ({ name, kind: first?.kind, place: first?.place }));
    expect(told).toEqual(attacks.map(({ name, kind, place }) => ({ name, kind, place })));
  });

  it('name the row', async () => {
    await kept.anchored(folder.anchors, 20);
    const row = await kept.rowAt(7);
    await kept.tamper(`update ledger set outcome = 'allowed', permission = 'visit.enter' where id = ${row}`);
    expect((await kept.verify(folder.anchors)).first).toEqual({ kind: 'changed', place: 7, until: 7, row });
  });

  it('are missing on a row that was put where its time had passed', async () => {
    await kept.anchored(folder.anchors, 20);
    const row = await kept.rowAt(5);
    // As if that number had been left free long ago.
    await kept.tamper(
      `delete from ledger where id = ${row}; delete from ledger_seal where place >= 5;
       update ledger_seal set sealed_at = now() - interval '1 hour'`,
    );
    await kept.seal();
    await kept.tamper(
      `insert into ledger (id, permission, outcome, entity, via, at) overriding system value
       values (${row}, 'visit.read', 'allowed', 'visit', 'http', now() + interval '1 day')`,
    );
    await kept.tamper(`update ledger_seal set sealed_at = now() - interval '1 hour'`);
    await kept.seal();
    expect(await kept.verify(noAnchors)).toMatchObject({
      first: { kind: 'slipped_in', row },
      waiting: 1,
    });
  });

  it.each([
    ['changed', `update ledger_seal set hash = '\\x00'`],
    ['removed', `delete from ledger_seal`],
    ['emptied', `truncate ledger_seal`],
  ])('cannot be %s by a statement, not even the superuser’s', async (_, sql) => {
    await kept.write(1);
    await kept.seal();
    await expect(kept.client.query(sql)).rejects.toThrow(/append-only/);
  });

  it('come to each row once, however many give them at the same time', async () => {
    await kept.write(3000);
    const sealed = await Promise.all(Array.from({ length: 4 }, () => kept.seal()));
    expect(sealed.reduce((sum, each) => sum + each, 0)).toBe(3000);
    expect(await kept.verify(folder.anchors)).toMatchObject({ first: null, sealed: 3000, waiting: 0 });
  });

  it('come to a row that was committed after a later one', async () => {
    await kept.source.transaction(async (em) => {
      await em.query(
        `insert into ledger (permission, outcome, entity, via) values ('visit.read', 'allowed', 'visit', 'http')`,
      );
      await kept.write(2);
      expect(await kept.seal()).toBe(2);
    });
    expect(await kept.seal()).toBe(1);
    expect(await kept.verify(folder.anchors)).toMatchObject({ first: null, sealed: 3 });
  });

  it('are told of at once where the database does not go on from its anchor', async () => {
    await kept.anchored(folder.anchors, 10);
    await kept.tamper('delete from ledger where id > 5; delete from ledger_seal where place > 5');
    await expect(anchorLedger(kept.source, folder.anchors, '2026-11-23T10:00:00Z')).rejects.toThrow(/at place 10/);
    await kept.write(20);
    await kept.seal();
    await expect(anchorLedger(kept.source, folder.anchors, '2026-11-23T10:01:00Z')).resolves.toMatchObject({
      place: 25,
    });
    expect(await kept.verify(folder.anchors)).toMatchObject({ first: { place: 1, until: 10 } });
  });

  it('are given by the scheduler within a second or two', async () => {
    const scheduler = await startScheduler(database.url);
    try {
      await kept.write(12);
      await until(async () => (await kept.verify(folder.anchors)).sealed === 12);
    } finally {
      await scheduler.close();
    }
  });

  it('come to the rows of before when a house is brought up to date', async () => {
    const old = await createTestDatabase({ empty: true });
    try {
      const source = await migrationSource(old.url).initialize();
      const sealing = source.migrations.findIndex((each) => each.constructor.name.startsWith('LedgerSealed'));
      const later = source.migrations.splice(sealing);
      await source.runMigrations();
      const before = await KeptLedger.open(old.url);
      await before.write(40);
      source.migrations.push(...later);
      await source.runMigrations();
      await source.destroy();
      const report = await before.verify(folder.anchors);
      await before.close();
      expect(report).toMatchObject({ first: null, sealed: 40, waiting: 0 });
    } finally {
      await old.drop();
    }
  });
});

const noAnchors = {
  async *all() {
    yield* [];
  },
};
