import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { createLog, failStart, readEnv, stopOnSignals } from '@okaeri/runtime';
import { createApi } from './app';
import { apiEnv } from './env';

async function main(): Promise<void> {
  const env = readEnv(apiEnv);
  const log = createLog({ process: 'api', level: env.LOG_LEVEL, folder: env.LOG_FOLDER });
  const app = await createApi(env, log);
  stopOnSignals(() => app.close(), { log });
  await app.listen(env.PORT, env.HOST);
  const { port } = app.getHttpServer().address() as AddressInfo;
  log.info({ port }, 'listening');
}

main().catch(failStart);
