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
import { Metrics, NestLog, RuntimeModule, refuseForeignHosts, traceRequests } from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { schedulingEntities } from '@okaeri/scheduling';
import type { SchedulerEnv } from './env';
import { SchedulerModule } from './scheduler.module';
import type { SchedulerOptions } from './scheduler.module';

/** Everything that a handler reads. */
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
class SchedulerApp {
  static forRoot(env: SchedulerEnv, log: Log, more: Partial<SchedulerOptions>): DynamicModule {
    return {
      module: SchedulerApp,
      imports: [
        RuntimeModule.forRoot({ process: 'scheduler', log }),
        DatabaseModule.forRoot({ url: env.DATABASE_URL, entities }),
        SchedulerModule.forRoot({
          redisUrl: env.REDIS_URL,
          smtpUrl: () => env.SMTP_URL ?? null,
          mailFrom: env.MAIL_FROM,
          mailDomain: env.MAIL_DOMAIN,
          publicUrl: env.PUBLIC_URL,
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
          critical: true,
          ...more,
        }),
      ],
    };
  }
}

/** The whole process, ready to listen; over HTTP it tells of its health and of nothing else. */
export async function createScheduler(
  env: SchedulerEnv,
  log: Log,
  more: Partial<SchedulerOptions> = {},
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(SchedulerApp.forRoot(env, log, more), {
    logger: new NestLog(log),
    abortOnError: false,
    bodyParser: false,
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  app.use(traceRequests(log, app.get(Metrics)));
  app.use(refuseForeignHosts([]));
  return app;
}
