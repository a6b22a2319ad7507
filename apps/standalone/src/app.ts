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
import { DatabaseModule, platformEntities } from '@okaeri/platform';
import { recordsEntities } from '@okaeri/records';
import { NestLog, RuntimeModule } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { schedulingEntities } from '@okaeri/scheduling';
import { ApiModule, DemoMailSink, configureHttp } from '../../api/src';
import { SchedulerModule } from '../../scheduler/src';
import { SignalingModule, SocketAdapter, speechOf, turnOf } from '../../signaling/src';
import type { StandaloneEnv } from './env';
import type { SfuChild } from './sfu-child';

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

type Speech = Awaited<ReturnType<typeof speechOf>>;

@Module({})
class StandaloneApp {
  static forRoot(
    env: StandaloneEnv,
    sfu: SfuChild,
    smtpUrl: () => string | null,
    speech: Speech,
    log: Log,
  ): DynamicModule {
    return {
      module: StandaloneApp,
      imports: [
        RuntimeModule.forRoot({ process: 'standalone', log }),
        DatabaseModule.forRoot({ url: env.DATABASE_URL, entities }),
        ApiModule.forRoot(env),
        SignalingModule.forRoot({
          sfuUrls: [sfu.url],
          sfuSecret: sfu.secret,
          redisUrl: env.REDIS_URL,
          turn: turnOf(env),
          ...speech,
        }),
        SchedulerModule.forRoot({
          redisUrl: env.REDIS_URL,
          smtpUrl,
          mailFrom: env.MAIL_FROM,
          mailDomain: env.MAIL_DOMAIN,
          publicUrl: env.PUBLIC_URL ?? `${env.TLS_CERT ? 'https' : 'http'}://localhost:${env.PORT}`,
          bouncePort: env.MAIL_IN_PORT ?? env.MAIL_BOUNCE_PORT,
          mailbox: env.MAIL_IN_URL,
          blobFolder: env.BLOB_FOLDER,
          blobS3: env.BLOB_S3_URL,
          ledger: env,
          vaultKeys: env.VAULT_KEYS,
          clamdUrl: env.CLAMD_URL,
          ways: env,
          houseSecret: env.HOUSE_SECRET,
          outboundPrivate: env.OUTBOUND_PRIVATE,
          demo: env.OKAERI_DEMO,
          critical: false,
        }),
      ],
    };
  }
}

/** Pages, api and signaling on one origin and one port, and the scheduler beside them. */
export async function createStandalone(env: StandaloneEnv, sfu: SfuChild, log: Log): Promise<NestExpressApplication> {
  const tls =
    env.TLS_CERT && env.TLS_KEY
      ? { httpsOptions: { cert: readFileSync(env.TLS_CERT), key: readFileSync(env.TLS_KEY) } }
      : {};
  const speech = await speechOf(env);
  // The mail server of the demo world has its port only once it listens.
  let demoMail: DemoMailSink | null = null;
  const smtpUrl = () => (env.OKAERI_DEMO ? (demoMail?.url ?? null) : (env.SMTP_URL ?? null));
  const app = await NestFactory.create<NestExpressApplication>(StandaloneApp.forRoot(env, sfu, smtpUrl, speech, log), {
    logger: new NestLog(log),
    abortOnError: false,
    bodyParser: false,
    // What a provider signs is the bytes that it sent.
    rawBody: true,
    forceCloseConnections: true,
    ...tls,
  });
  if (env.OKAERI_DEMO) demoMail = app.get(DemoMailSink, { strict: false });
  await configureHttp(app, env);
  app.useWebSocketAdapter(new SocketAdapter(app, { hosts: env.OKAERI_HOSTS }));
  return app;
}
