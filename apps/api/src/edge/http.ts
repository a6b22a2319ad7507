import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Turns } from '@okaeri/access';
import {
  Health,
  LOG,
  Metrics,
  openToAll,
  refuseForeignHosts,
  refuseForeignWrites,
  traceRequests,
} from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { version } from '../env';
import type { ApiEnv } from '../env';
import { refuseCrowds } from './crowds';
import { OpenApi } from './openapi';
import { securityHeaders } from './security';
import { serveWeb, webRoot } from './web';

/** A long note fits; no form of ours needs more. */
const bodyLimit = '128kb';
/** Some more than are read at a time. */
const bringsAtOnce = 56;

/**
 * The chain before the routes, in the order in which it must be: an id and a log line for everything, then what is not
 * for us is sent away, then files. Call it once, before the application listens.
 */
export async function configureHttp(app: NestExpressApplication, env: ApiEnv): Promise<void> {
  const log = app.get<Log>(LOG);
  app.disable('x-powered-by');
  app.disable('etag');
  // Of a proxy on the same machine only: anybody else could claim any address.
  app.set('trust proxy', 'loopback');
  const metrics = app.get(Metrics);
  app.use(refuseCrowds(bringsAtOnce, app.get(Turns), metrics));
  app.use(traceRequests(log, metrics));
  app.use(refuseForeignHosts(env.OKAERI_HOSTS));
  app.use(securityHeaders({ production: env.NODE_ENV === 'production' }));
  app.use(openToAll('/api/shl/'));
  app.use(refuseForeignWrites);
  app.use(await serveWeb(webRoot(env), log));
  app.useBodyParser('json', { limit: bodyLimit });
  const server: Server = app.getHttpServer();
  // Who sends a request word by word holds a connection no longer than this.
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  // Longer than any proxy keeps a connection that it may still use: else a request can meet its end.
  server.keepAliveTimeout = 65_000;
  app.get(OpenApi).describe(app);
  app.get(Health).about('version', version);
}
