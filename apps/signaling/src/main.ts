import 'reflect-metadata';
import { createLog, failStart, readEnv, stopOnSignals } from '@okaeri/runtime';
import { createSignaling } from './app';
import { signalingEnv } from './env';

async function main(): Promise<void> {
  const env = readEnv(signalingEnv);
  const log = createLog({ process: 'signaling', level: env.LOG_LEVEL, folder: env.LOG_FOLDER });
  const app = await createSignaling(env, log);
  const stop = stopOnSignals(() => app.close(), { log });
  process.on('disconnect', () => void stop('parent is gone'));
  await app.listen(env.PORT, env.HOST);
  const address: unknown = app.getHttpServer().address();
  const port = typeof address === 'object' && address && 'port' in address ? Number(address.port) : env.PORT;
  log.info({ port }, 'listening');
  process.send?.({ type: 'listening', port });
}

main().catch(failStart);
