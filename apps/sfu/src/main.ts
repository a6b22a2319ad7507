import 'reflect-metadata';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  EnvError,
  Health,
  Metrics,
  NestLog,
  RuntimeModule,
  createLog,
  stopOnSignals,
  traceRequests,
} from '@okaeri/runtime';
import type { Log } from '@okaeri/runtime';
import { setLogEventListeners } from 'mediasoup';
import { readSfuEnv } from './env';
import type { SfuEnv } from './env';
import { LinkServer } from './link';
import { SfuNode } from './node';

async function main(): Promise<void> {
  const { LOG_LEVEL, LOG_FOLDER, ...env } = readSfuEnv();
  const log = createLog({ process: 'sfu', level: LOG_LEVEL, folder: LOG_FOLDER });
  setLogEventListeners({ onerror: (from, text) => log.warn({ from, text }, 'mediasoup') });
  await serve(env, log);
}

async function serve(env: SfuEnv, log: Log): Promise<void> {
  const app = await NestFactory.create<NestExpressApplication>(RuntimeModule.forRoot({ process: 'sfu', log }), {
    logger: new NestLog(log),
  });
  const health = app.get(Health);
  const metrics = app.get(Metrics);
  app.use(traceRequests(log, metrics));
  app.disable('x-powered-by');
  const server: Server = app.getHttpServer();
  server.headersTimeout = 10_000;

  const node = SfuNode.create(env, log, { health, metrics });
  const links = LinkServer.create(server, env.SFU_SECRET, node, log);
  const stop = stopWith(node, links, app, env, log);

  // The parent holds the other end of this channel, whatever ends it: without it nobody would ever stop us.
  process.on('disconnect', () => {
    node.hurry();
    void stop('parent is gone');
  });
  await app.listen(env.SFU_PORT, env.SFU_HOST);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : env.SFU_PORT;
  log.info({ port, node: env.SFU_NODE_ID }, 'listening');
  process.send?.({ type: 'listening', port });
}

function stopWith(node: SfuNode, links: LinkServer, app: NestExpressApplication, env: SfuEnv, log: Log) {
  let asked = 0;
  const hurry = () => node.hurry();
  // A second signal, an error that nobody caught, or Ctrl-C (which the workers get as well): no time for a drain.
  process.on('SIGTERM', () => {
    asked += 1;
    if (asked > 1) hurry();
  });
  const stop = stopOnSignals(
    async () => {
      await node.drain();
      node.close();
      await links.close();
      await app.close();
    },
    { log, deadlineMilliseconds: env.SFU_DRAIN_SECONDS * 1000 + 5000 },
  );
  for (const event of ['SIGINT', 'uncaughtException', 'unhandledRejection']) process.on(event, hurry);
  return stop;
}

main().catch((error: unknown) => {
  // Before the log exists: a wrong environment, told in words.
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exit(1);
});
