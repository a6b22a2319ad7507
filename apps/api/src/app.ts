import { readFileSync } from 'node:fs';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { accessEntities } from '@okaeri/access';
import { careEntities } from '@okaeri/care';
import { chartEntities } from '@okaeri/chart';
import { consultEntities } from '@okaeri/consult';
import { followupEntities } from '@okaeri/followup';
import { notifyEntities } from '@okaeri/notify';
import { DatabaseModule, RedisModule, platformEntities } from '@okaeri/platform';
import { recordsEntities } from '@okaeri/records';
import { NestLog, RuntimeModule } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { schedulingEntities } from '@okaeri/scheduling';
import { ApiModule } from './api.module';
import { configureHttp } from './edge/http';
import type { ApiEnv } from './env';

/** Everything that a page of the api reads. */
const entities = [
  ...platformEntities,
  ...accessEntities,
  ...careEntities,
  ...consultEntities,
  ...notifyEntities,
  ...chartEntities,
  ...recordsEntities,
  ...schedulingEntities,
  ...followupEntities,
];

@Module({})
class ApiApp {
  static forRoot(env: ApiEnv, log: Log): DynamicModule {
    return {
      module: ApiApp,
      imports: [
        RuntimeModule.forRoot({ process: 'api', log }),
        DatabaseModule.forRoot({ url: env.DATABASE_URL, entities }),
        RedisModule.forRoot(env.REDIS_URL),
        ApiModule.forRoot(env),
      ],
    };
  }
}

/** The whole process, ready to listen. */
export async function createApi(env: ApiEnv, log: Log): Promise<NestExpressApplication> {
  const tls =
    env.TLS_CERT && env.TLS_KEY
      ? { httpsOptions: { cert: readFileSync(env.TLS_CERT), key: readFileSync(env.TLS_KEY) } }
      : {};
  const app = await NestFactory.create<NestExpressApplication>(ApiApp.forRoot(env, log), {
    logger: new NestLog(log),
    abortOnError: false,
    bodyParser: false,
    // What a provider signs is the bytes that it sent.
    rawBody: true,
    forceCloseConnections: true,
    ...tls,
  });
  await configureHttp(app, env);
  return app;
}
