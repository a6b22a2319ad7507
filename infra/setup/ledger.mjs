import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { anchorsFile, demoWanted, joinDatabase, openDatabase } from './database.mjs';
import { main } from './entry.mjs';
import { holdLock } from './lock.mjs';
import { node, own } from './paths.mjs';
import { isRunning, readRun } from './run-state.mjs';
import { setUp } from './setup.mjs';

/*
 * npm run ledger:verify [-- --json]: of the database that DATABASE_URL names, or of this clone's own, which a server may
 * have open; OKAERI_DEMO=0 means the one for people who are not made up. LEDGER_ANCHORS is read as the server reads it.
 */
const say = (text) => process.stderr.write(`${text}\n`);

/** The database, and what gives it back. */
async function open() {
  if (process.env.DATABASE_URL) {
    return { database: await openDatabase(say), done: () => {} };
  }
  const joined = isRunning(readRun()) && (await joinDatabase({ demo: demoWanted() }));
  if (joined) {
    return { database: joined, done: () => {} };
  }
  const release = await holdLock(own('run.lock'));
  try {
    return { database: await openDatabase(say), done: release };
  } catch (error) {
    release();
    throw error;
  }
}

await main(async () => {
  const { build } = await setUp({ forWhat: 'build', stream: process.stderr });
  const { database, done } = await open();
  try {
    const script = path.join(build.folder, 'apps/api/src/admin/ledger.js');
    const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...process.argv.slice(2)], {
      env: { ...process.env, DATABASE_URL: database.url, LEDGER_ANCHORS: anchorsFile(database) },
      stdio: 'inherit',
    });
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    await database.stop();
    done();
  }
});
