import { databaseHome, startPostgres } from '../postgres/postgres.mjs';
import { root } from './paths.mjs';

/** The database of this clone: the one that DATABASE_URL names, or PostgreSQL of our own. */
export async function openDatabase(say) {
  if (process.env.DATABASE_URL) {
    return { url: process.env.DATABASE_URL, stop: async () => {}, ended: new Promise(() => {}) };
  }
  const { folder, inside } = databaseHome(root);
  if (!inside) {
    say(`  The database lies in ${folder}: its user cannot enter ${root}.`);
  }
  return startPostgres({ home: folder });
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
