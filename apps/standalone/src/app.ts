import { readFileSync } from 'node:fs';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { accessEntities } from '@okaeri/access';
import { careEntities } from '@okaeri/care';
import { consultEntities } from '@okaeri/consult';
import { followupEntities } from '@okaeri/followup';
import { notifyEntities } from '@okaeri/notify';
import { DatabaseModule, platformEntities } from '@okaeri/platform';
import { recordsEntities } from '@okaeri/records';
import { NestLog, RuntimeModule } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { ApiModule, configureHttp } from '../../api/src';
import { SignalingModule, SocketAdapter } from '../../signaling/src';
import type { StandaloneEnv } from './env';
import type { SfuChild } from './sfu-child';

const entities = [
  ...platformEntities,
  ...accessEntities,
  ...careEntities,
  ...consultEntities,
  ...notifyEntities,
  ...recordsEntities,
  ...followupEntities,
];

@Module({})
class StandaloneApp {
  static forRoot(env: StandaloneEnv, sfu: SfuChild, log: Log): DynamicModule {
    return {
      module: StandaloneApp,
      imports: [
        RuntimeModule.forRoot({ process: 'standalone', log }),
        DatabaseModule.forRoot({ url: env.DATABASE_URL, entities }),
        ApiModule.forRoot(env),
        SignalingModule.forRoot({ sfuUrls: [sfu.url], sfuSecret: sfu.secret, redisUrl: env.REDIS_URL }),
      ],
    };
  }
}

/** Pages, api and signaling on one origin and one port. */
export async function createStandalone(env: StandaloneEnv, sfu: SfuChild, log: Log): Promise<NestExpressApplication> {
  const tls =
    env.TLS_CERT && env.TLS_KEY
      ? { httpsOptions: { cert: readFileSync(env.TLS_CERT), key: readFileSync(env.TLS_KEY) } }
      : {};
  const app = await NestFactory.create<NestExpressApplication>(StandaloneApp.forRoot(env, sfu, log), {
    logger: new NestLog(log),
    abortOnError: false,
    bodyParser: false,
    forceCloseConnections: true,
    ...tls,
  });
  await configureHttp(app, env);
  app.useWebSocketAdapter(new SocketAdapter(app, { hosts: env.OKAERI_HOSTS }));
  return app;
}
