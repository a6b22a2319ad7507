import 'reflect-metadata';
import { createLog, failStart, readEnv, stopOnSignals } from '@okaeri/runtime';
import { migrate } from '../../migrate/src';
import { createStandalone } from './app';
import { sfuNames, standaloneEnv } from './env';
import { watchParent } from './parent';
import { SfuChild } from './sfu-child';

async function main(): Promise<void> {
  const env = readEnv(standaloneEnv);
  const log = createLog({ process: 'standalone', level: env.LOG_LEVEL, folder: env.LOG_FOLDER });
  // Its workers start while the schema is looked at.
  const sfu = SfuChild.start(Object.fromEntries(sfuNames.map((name) => [name, env[name]])), log);
  const { ran } = await migrate(env.DATABASE_URL);
  if (ran.length > 0) log.info({ ran }, 'migrated');
  const app = await createStandalone(env, sfu, log);
  const stop = stopOnSignals(
    async () => {
      await app.close();
      await sfu.stop();
    },
    { log },
  );
  if (env.OKAERI_MARK) watchParent(() => void stop('parent is gone'));
  await app.listen(env.PORT, env.HOST);
  log.info({ port: env.PORT }, 'listening');
}

main().catch(failStart);
