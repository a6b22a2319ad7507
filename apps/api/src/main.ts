import 'reflect-metadata';
import { createLog, failStart, readEnv, stopOnSignals } from '@okaeri/runtime';
import { createApi } from './app';
import { apiEnv } from './env';

async function main(): Promise<void> {
  const env = readEnv(apiEnv);
  const log = createLog({ process: 'api', level: env.LOG_LEVEL, folder: env.LOG_FOLDER });
  const app = await createApi(env, log);
  stopOnSignals(() => app.close(), { log });
  await app.listen(env.PORT, env.HOST);
  log.info({ port: env.PORT }, 'listening');
}

main().catch(failStart);
