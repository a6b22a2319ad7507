import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { joinDatabase, openDatabase } from './database.mjs';
import { main } from './entry.mjs';
import { holdLock } from './lock.mjs';
import { node, own, SetUpError } from './paths.mjs';
import { isRunning, readRun } from './run-state.mjs';
import { askServer } from './server.mjs';
import { setUp } from './setup.mjs';

const usage = `npm run admin -- COMMAND

  invite MAIL [--name NAME] [--language en|ja|vi|fr|zh|ko]
                    asks somebody to look after this installation, and prints the link that lets her in
  people            who looks after it, and who works where
  sign-out MAIL     ends every session of whoever has that address
  keys              by which master keys the keys of patients are wrapped, and how many
  keys rotate       makes a new master key and wraps them all by it; the server may run
  erase PERSON-ID --for-good
                    erases a patient, where the law lets go of her record: her key is destroyed, so that no file opens again,
                    and what names or describes her is taken out of the database

  DATABASE_URL, PUBLIC_URL, BLOB_FOLDER and VAULT_KEYS are read from the environment. Without DATABASE_URL it is this clone's own database, the one
  that OKAERI_DEMO=0 npm start opens; the server may run or not.
`;

/** EX_CONFIG of sysexits.h, as where the server refuses: starting again would not help. */
const refused = 78;

const say = (text) => process.stderr.write(`${text}\n`);

/** The database, and what gives it back. A server that starts meanwhile waits for us. */
async function open() {
  if (process.env.DATABASE_URL) {
    return { database: await openDatabase(say), done: () => {} };
  }
  const run = readRun();
  if (isRunning(run) && run.address) {
    const { body } = await askServer(`${run.address}/api/session`);
    if (/"demo":\{/.test(body)) {
      return { demo: run.address };
    }
    const database = await joinDatabase({ demo: false });
    if (database) {
      return { database, address: run.address, done: () => {} };
    }
  }
  const release = await holdLock(own('run.lock'));
  if (process.env.OKAERI_DEMO === undefined || process.env.OKAERI_DEMO === '') {
    process.env.OKAERI_DEMO = '0';
  }
  const database = await openDatabase(say).catch((error) => {
    release();
    throw error;
  });
  return { database, done: release };
}

function runAdmin(folder, env) {
  const script = path.join(folder, 'apps/api/src/admin/admin.js');
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...process.argv.slice(2)], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

await main(async () => {
  const [command] = process.argv.slice(2);
  if (!command || command === '--help') {
    process.stdout.write(usage);
    return command ? 0 : 2;
  }
  if (!['invite', 'people', 'sign-out', 'keys', 'erase'].includes(command)) {
    throw new SetUpError(`npm run admin does not know ${command}.\n\n${usage}`);
  }
  const { build } = await setUp({ forWhat: 'build', stream: process.stderr });
  const opened = await open();
  if (opened.demo) {
    say(`\nThe server at ${opened.demo} plays the demo world, in which nobody is real.`);
    say('Stop it, begin anew with OKAERI_DEMO=0 npm start, and ask again.\n');
    return refused;
  }
  const { database, address, done } = opened;
  try {
    return await runAdmin(build.folder, {
      DATABASE_URL: database.url,
      BLOB_FOLDER: process.env.BLOB_FOLDER ?? own('blobs'),
      VAULT_KEYS: process.env.VAULT_KEYS ?? own('vault-keys'),
      PUBLIC_URL: process.env.PUBLIC_URL ?? address ?? `http://localhost:${process.env.PORT ?? 3000}`,
    });
  } finally {
    await database.stop();
    done();
  }
});
