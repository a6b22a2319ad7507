import { migrationSource } from './data-source';

/** What it would take to make the migrated schema match the entities: nothing, if they agree. */
export async function differences(url: string): Promise<string[]> {
  const source = migrationSource(url);
  await source.initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}
