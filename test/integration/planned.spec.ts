import { dataSourceOptions } from '@okaeri/platform';
import { DataSource } from 'typeorm';
import { createTestDatabase } from '../support/database';

/** Real: PostgreSQL. */
describe('a connection that keeps how it goes about a statement', () => {
  let data: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const made = await createTestDatabase();
    drop = made.drop;
    data = await new DataSource(dataSourceOptions({ url: made.url, entities: [], connections: 1 })).initialize();
    await data.query('create table kept (id int primary key, word text)');
    await data.query(`insert into kept values (1, 'one'), (2, 'two')`);
  }, 60_000);
  afterAll(async () => {
    await data.destroy();
    await drop();
  });

  const wordOf = (id: unknown) => data.query<{ word: string }[]>('select word from kept where id = $1', [id]);
  const times = () =>
    data.query<{ times: number }[]>(
      `select (generic_plans + custom_plans)::int as times from pg_prepared_statements where statement like '%from kept%'`,
    );

  it('reads the same text once, whatever is asked with it', async () => {
    expect(await wordOf(1)).toEqual([{ word: 'one' }]);
    expect(await wordOf(2)).toEqual([{ word: 'two' }]);
    expect(await wordOf(3)).toEqual([]);
    expect(await times()).toEqual([{ times: 3 }]);
  });

  it('goes on after a value that was none, in a transaction that is lost by that, and in the next', async () => {
    await expect(
      data.transaction(async (em) => {
        await expect(em.query('select word from kept where id = $1', ['no number'])).rejects.toThrow('invalid input');
        await em.query('select id from kept where word = $1', ['one']);
      }),
    ).rejects.toThrow('current transaction is aborted');
    expect(await data.query('select id from kept where word = $1', ['one'])).toEqual([{ id: 1 }]);
    expect(await wordOf(1)).toEqual([{ word: 'one' }]);
  });

  it('goes about it anew once a migration has changed the table', async () => {
    await data.query('alter table kept add column said text');
    await data.query('create index kept_word on kept (word)');
    expect(await wordOf(2)).toEqual([{ word: 'two' }]);
    await data.query('alter table kept rename to gone');
    await data.query('create table kept (id int primary key, word text)');
    expect(await wordOf(2)).toEqual([]);
  });
});
