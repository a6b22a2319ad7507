import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { createLog } from '@okaeri/runtime';
import { createApi } from './app';
import { OpenApi } from './edge/openapi';
import { apiEnv } from './env';

/** Writes the description of all HTTP routes to a file. Nothing is connected to: the routes are only looked at. */
async function describe(): Promise<void> {
  const env = apiEnv.parse({
    NODE_ENV: 'development',
    LOG_LEVEL: 'fatal',
    DATABASE_URL: 'postgresql://localhost:1/none',
    OKAERI_DEMO: '1',
  });
  const app = await createApi(env, createLog({ process: 'api', level: 'fatal' }));
  const [, , file] = process.argv;
  if (!file) throw new Error('Say into which file.');
  writeFileSync(file, JSON.stringify(app.get(OpenApi).document()));
  // Nothing was started, so nothing has to be stopped.
  process.exit(0);
}

void describe();
