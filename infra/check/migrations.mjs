import * as fs from 'node:fs';
import * as path from 'node:path';
import { startThrowawayPostgres } from '../postgres/postgres.mjs';
import { run } from '../setup/command.mjs';
import { node, root } from '../setup/paths.mjs';

/**
 * Migrates an empty PostgreSQL and asks TypeORM what the entities still want. Answers with the statements that no
 * migration makes.
 */
export async function checkMigrations() {
  const { bundle } = await import('../setup/bundle.mjs');
  const [server, script] = await Promise.all([
    startThrowawayPostgres(root),
    bundle(path.join(root, 'apps/migrate/src/check.ts')),
  ]);
  const lines = [];
  try {
    await run(node, ['--enable-source-maps', script], {
      cwd: root,
      env: { DATABASE_URL: server.superuserUrl },
      onLine: (line) => lines.push(line),
    });
    return [];
  } catch (error) {
    if (lines.length === 0) {
      throw error;
    }
    return lines;
  } finally {
    fs.rmSync(script, { force: true });
    await server.stop();
  }
}
