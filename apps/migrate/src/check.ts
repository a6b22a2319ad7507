import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { envUrl, readEnv } from '@okaeri/runtime';
import { Client } from 'pg';
import { z } from 'zod';
import { differences } from './compare';
import { migrate } from './migrate';

/**
 * Migrates an empty database of its own and fails if the entities want anything else. DATABASE_URL is of a user who may
 * create databases; nothing that exists is touched.
 */
async function check(): Promise<string[]> {
  const { DATABASE_URL } = readEnv(z.object({ DATABASE_URL: envUrl('postgres:', 'postgresql:') }));
  const name = `okaeri_check_${randomBytes(6).toString('hex')}`;
  const server = new Client({ connectionString: DATABASE_URL });
  await server.connect();
  try {
    await server.query(`create database ${name}`);
    const url = new URL(DATABASE_URL);
    url.pathname = `/${name}`;
    await migrate(url.href);
    return await differences(url.href);
  } finally {
    await server.query(`drop database if exists ${name} with (force)`);
    await server.end();
  }
}

check().then(
  (wanted) => {
    if (wanted.length === 0) return;
    process.stderr.write(`The entities and the migrated schema differ. Missing in the migrations:\n`);
    for (const statement of wanted) process.stderr.write(`  ${statement}\n`);
    process.exitCode = 1;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'the check could not run'}\n`);
    process.exitCode = 1;
  },
);
