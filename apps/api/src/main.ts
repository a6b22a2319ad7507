import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { accessEntities } from '@okaeri/access';
import { careEntities } from '@okaeri/care';
import { DatabaseModule, RedisModule } from '@okaeri/platform';
import { NestLog, RuntimeModule, createLog, failStart, readEnv, stopOnSignals } from '@okaeri/runtime';
import { ApiModule } from './api.module';
import { configureHttp } from './edge/http';
import { apiEnv } from './env';

@Module({})
class ApiProcess {}

async function main(): Promise<void> {
  const env = readEnv(apiEnv);
  const log = createLog({ process: 'api', level: env.LOG_LEVEL, folder: env.LOG_FOLDER });
  const tls =
    env.TLS_CERT && env.TLS_KEY
      ? { httpsOptions: { cert: readFileSync(env.TLS_CERT), key: readFileSync(env.TLS_KEY) } }
      : {};
  const app = await NestFactory.create<NestExpressApplication>(
    {
      module: ApiProcess,
      imports: [
        RuntimeModule.forRoot({ process: 'api', log }),
        DatabaseModule.forRoot({ url: env.DATABASE_URL, entities: [...accessEntities, ...careEntities] }),
        RedisModule.forRoot(env.REDIS_URL),
        ApiModule.forRoot(env),
      ],
    },
    { logger: new NestLog(log), abortOnError: false, bodyParser: false, forceCloseConnections: true, ...tls },
  );
  await configureHttp(app, env);
  stopOnSignals(() => app.close(), { log });
  await app.listen(env.PORT, env.HOST);
  log.info({ port: env.PORT }, 'listening');
}

main().catch(failStart);
