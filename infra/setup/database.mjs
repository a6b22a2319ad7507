import { databaseHome, runningPostgres, startPostgres } from '../postgres/postgres.mjs';
import { own, root } from './paths.mjs';

const forever = new Promise(() => {});

/**
 * The database of this clone: the one that DATABASE_URL names, or PostgreSQL of our own. That holds two: one of the demo
 * world, and one for people who are not made up. They never meet.
 */
export async function openDatabase(say) {
  if (process.env.DATABASE_URL) {
    return { url: process.env.DATABASE_URL, stop: async () => {}, ended: forever };
  }
  const { folder, inside } = databaseHome(root);
  if (!inside) {
    say(`  The database lies in ${folder}: its user cannot enter ${root}.`);
  }
  const server = await startPostgres({ home: folder });
  try {
    return demoWanted() ? server : { ...server, url: await ownDatabase(server) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The same beside a server of this clone that has it open; undefined where none runs. */
export async function joinDatabase({ demo }) {
  const server = runningPostgres({ home: databaseHome(root).folder });
  return server && { url: demo ? server.url : await ownDatabase(server), stop: async () => {}, ended: forever };
}

/** Where the ledger of a database is anchored if nobody has named another place; each has its own. */
export function anchorsFile({ url }) {
  const { hostname, pathname } = new URL(url);
  const where = process.env.DATABASE_URL ? `${hostname}-` : '';
  return process.env.LEDGER_ANCHORS ?? own('anchors', `${where}${pathname.slice(1)}.jsonl`);
}

const ownName = 'okaeri_own';

/** Beside the demo world's: made when it is first wanted. */
async function ownDatabase({ url, superuserUrl }) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [ownName]);
    if (rowCount === 0) {
      await client.query(`create database ${ownName} owner okaeri`).catch((error) => {
        // Another of this clone's programs made it between our look and our hand.
        if (error.code !== '42P04' && error.code !== '23505') {
          throw error;
        }
      });
    }
  } finally {
    await client.end();
  }
  const own = new URL(url);
  own.pathname = `/${ownName}`;
  return own.href;
}

/** On unless it is given, this is production, or the database is somewhere else: the server refuses it there. */
export function demoWanted(env = process.env) {
  if (env.OKAERI_DEMO !== undefined && env.OKAERI_DEMO !== '') {
    return env.OKAERI_DEMO === '1' || env.OKAERI_DEMO === 'true';
  }
  return env.NODE_ENV !== 'production' && isLocal(env.DATABASE_URL);
}

function isLocal(url) {
  if (!url) {
    return true;
  }
  return URL.canParse(url) && ['', 'localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
