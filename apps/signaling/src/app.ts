import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { accessEntities } from '@okaeri/access';
import { careEntities } from '@okaeri/care';
import { consultEntities } from '@okaeri/consult';
import type { ConsultOptions } from '@okaeri/consult';
import { DatabaseModule, platformEntities } from '@okaeri/platform';
import { Metrics, NestLog, refuseForeignHosts, RuntimeModule, traceRequests } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import type { SignalingEnv } from './env';
import { SignalingModule } from './signaling.module';
import { SocketAdapter } from './socket.adapter';
import { speechOf } from './speech-env';
import { turnOf } from './turn-env';

/** What a hospital brings along; by a name in its environment, or given by a test. */
type Additions = Pick<ConsultOptions, 'speechToText'>;

@Module({})
class SignalingApp {
  static forRoot(env: SignalingEnv, log: Log, more: Additions): DynamicModule {
    return {
      module: SignalingApp,
      imports: [
        RuntimeModule.forRoot({ process: 'signaling', log }),
        DatabaseModule.forRoot({
          url: env.DATABASE_URL,
          entities: [...platformEntities, ...accessEntities, ...careEntities, ...consultEntities],
        }),
        SignalingModule.forRoot({
          sfuUrls: env.SFU_URLS.map((url) => () => url),
          sfuSecret: env.SFU_SECRET,
          redisUrl: env.REDIS_URL,
          turn: turnOf(env),
          ...more,
        }),
      ],
    };
  }
}

/** The whole process, ready to listen. */
export async function createSignaling(env: SignalingEnv, log: Log, given?: Additions): Promise<NestExpressApplication> {
  const more = given ?? (await speechOf(env));
  const app = await NestFactory.create<NestExpressApplication>(SignalingApp.forRoot(env, log, more), {
    logger: new NestLog(log),
    bodyParser: false,
  });
  app.disable('x-powered-by');
  app.use(traceRequests(log, app.get(Metrics)));
  app.use(refuseForeignHosts(env.OKAERI_HOSTS));
  app.useWebSocketAdapter(new SocketAdapter(app, { hosts: env.OKAERI_HOSTS }));
  return app;
}
