import * as path from 'node:path';
import { startRedis } from '../local/redis.mjs';
import { startThrowawayPostgres } from '../postgres/postgres.mjs';
import { root } from './paths.mjs';

/** A PostgreSQL and a Redis that live as long as one test run. Their logs lie with the others that are searched for leaks. */
export async function startTestServices(logs) {
  const postgres = await startThrowawayPostgres(root, { logFolder: logs });
  try {
    const redis = await startRedis(path.join(logs, 'redis.log'));
    return {
      env: { TEST_DATABASE_URL: postgres.superuserUrl, TEST_REDIS_URL: redis.url },
      stop: async () => {
        await Promise.all([redis.stop(), postgres.stop()]);
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
