import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { createLog, failStart, readEnv, stopOnSignals } from '@okaeri/runtime';
import { createScheduler } from './app';
import { schedulerEnv } from './env';

async function main(): Promise<void> {
  const env = readEnv(schedulerEnv);
  const log = createLog({ process: 'scheduler', level: env.LOG_LEVEL, folder: env.LOG_FOLDER });
  const app = await createScheduler(env, log);
  const stop = stopOnSignals(() => app.close(), { log });
  process.on('disconnect', () => void stop('parent is gone'));
  await app.listen(env.PORT, env.HOST);
  const { port } = app.getHttpServer().address() as AddressInfo;
  log.info({ port }, 'listening');
  process.send?.({ type: 'listening', port });
}

main().catch(failStart);
