import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The database server of the test run, or a throwaway one for a script that runs alone. Answers with how to stop it. */
export async function needDatabaseServer(): Promise<() => Promise<void>> {
  if (process.env['TEST_DATABASE_URL']) return async () => undefined;
  const root = process.env['OKAERI_ROOT'] ?? process.cwd();
  const { startThrowawayPostgres } = (await import(pathToFileURL(join(root, 'infra/postgres/postgres.mjs')).href)) as {
    startThrowawayPostgres(clone: string): Promise<{ superuserUrl: string; stop(): Promise<void> }>;
  };
  const postgres = await startThrowawayPostgres(root);
  process.env['TEST_DATABASE_URL'] = postgres.superuserUrl;
  return async () => {
    delete process.env['TEST_DATABASE_URL'];
    await postgres.stop();
  };
}
