import 'reflect-metadata';
import { createLog, envUrl, processEnv, readEnv } from '@okaeri/runtime';
import { migrate } from './migrate';

/** Runs what is pending and ends. */
async function main(): Promise<void> {
  const env = readEnv(processEnv.extend({ DATABASE_URL: envUrl('postgres:', 'postgresql:') }));
  const log = createLog({ process: 'migrate', level: env.LOG_LEVEL, folder: env.LOG_FOLDER });
  try {
    const { ran } = await migrate(env.DATABASE_URL);
    log.info({ ran }, ran.length === 0 ? 'the schema was up to date' : 'migrated');
  } catch (err) {
    log.fatal({ err }, 'could not migrate');
    process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'could not start'}\n`);
  process.exitCode = 1;
});
