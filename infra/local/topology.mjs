import { randomBytes } from 'node:crypto';
import * as path from 'node:path';
import { SetUpError } from '../setup/paths.mjs';
import { anyFree, firstFree } from '../setup/ports.mjs';
import { startProgram } from '../setup/server.mjs';
import { startProxy } from './proxy.mjs';
import { startRedis } from './redis.mjs';

const againMs = 500;

/**
 * The topology of production without containers: one api, two signaling processes, two sfu nodes, a scheduler, Redis, and
 * one port in front. A process that ends is started again. Answers when all of them were started, not when they are ready.
 */
export async function startTopology({
  build,
  databaseUrl,
  port: askedPort,
  hosts,
  tls,
  mediaPort,
  logFile,
  env = {},
  apiEnv = {},
  say,
}) {
  await migrate({ build, databaseUrl, logFile, env });
  const redis = await startRedis(logFile);
  // Mails name it, so it is known before anything starts.
  const port = askedPort || (await anyFree());
  const kept = [];
  try {
    // Who looks into the nodes from outside brings one.
    const secret = env.SFU_SECRET ?? randomBytes(24).toString('base64url');
    const keep = (name, app, port, more) => {
      const one = keepRunning(
        { name, script: path.join(build, `apps/${app}/src/main.js`), logFile, say },
        {
          ...env,
          PORT: String(port),
          HOST: '127.0.0.1',
          ...more,
        },
      );
      kept.push({ name, port, ...one });
    };
    const { sfuPorts, signalingPorts, apiPort, schedulerPort, mailPort } = await choosePorts();
    const mediaPorts = [];
    for (const [at, sfuPort] of sfuPorts.entries()) {
      const from = at === 0 ? mediaPort : mediaPorts[at - 1] + 1;
      mediaPorts.push(await firstFree(from, { hosts: ['0.0.0.0'], udp: true }));
      keep(`sfu-${at + 1}`, 'sfu', sfuPort, {
        SFU_PORT: String(sfuPort),
        SFU_SECRET: secret,
        SFU_MEDIA_PORT: String(mediaPorts[at]),
        SFU_DRAIN_SECONDS: env.SFU_DRAIN_SECONDS ?? '0',
      });
    }
    const shared = { DATABASE_URL: databaseUrl, REDIS_URL: redis.url };
    for (const [at, signalingPort] of signalingPorts.entries()) {
      keep(`signaling-${at + 1}`, 'signaling', signalingPort, {
        ...shared,
        SFU_SECRET: secret,
        SFU_URLS: sfuPorts.map((sfuPort) => `http://127.0.0.1:${sfuPort}`).join(','),
      });
    }
    const demo = apiEnv.OKAERI_DEMO === '1';
    const publicUrl = apiEnv.PUBLIC_URL ?? `${tls ? 'https' : 'http'}://localhost:${port}`;
    // Mails of the demo world arrive in the api, and nowhere else.
    const apiMail = demo ? { DEMO_SMTP_PORT: String(mailPort), SMTP_URL: undefined } : {};
    keep('api', 'api', apiPort, { ...shared, PUBLIC_URL: publicUrl, ...apiEnv, ...apiMail });
    keep('scheduler', 'scheduler', schedulerPort, {
      ...shared,
      PUBLIC_URL: publicUrl,
      ...apiEnv,
      PORT: String(schedulerPort),
      ...(demo ? { SMTP_URL: `smtp://127.0.0.1:${mailPort}` } : {}),
    });
    const all = () => kept.map((one) => ({ name: one.name, port: one.port, pid: one.pid() }));
    const proxy = await startProxy({ port, hosts, tls, api: apiPort, signaling: signalingPorts, all });
    return {
      port: proxy.port,
      /** Of each sfu one; from outside of this machine they have to be reached as they are. */
      mediaPorts,
      /** Name, port and process id of each, as of now. */
      processes: all,
      redis,
      failed: Promise.race(kept.map(({ failed }) => failed)),
      stop: async () => {
        await proxy.stop();
        await stopAll(kept);
        await redis.stop();
      },
    };
  } catch (error) {
    await stopAll(kept);
    await redis.stop();
    throw error;
  }
}

const stopAll = (kept) => Promise.all(kept.map(({ stop }) => stop()));

async function choosePorts() {
  const ports = [];
  while (ports.length < 7) {
    const port = await anyFree();
    if (!ports.includes(port)) ports.push(port);
  }
  const [apiPort, schedulerPort, mailPort] = ports.slice(4);
  return { sfuPorts: ports.slice(0, 2), signalingPorts: ports.slice(2, 4), apiPort, schedulerPort, mailPort };
}

/** Starts a program again whenever it ends, unless it says that this would not help (EX_CONFIG of sysexits.h). */
function keepRunning({ name, script, logFile, say }, env) {
  let stopped = false;
  let again;
  let giveUp;
  const failed = new Promise((resolve) => (giveUp = resolve));
  const begin = () => {
    const program = startProgram(script, { env, logFile, show: (line) => say(`  ! ${name}: ${line}`) });
    void program.ended.then(({ code, lastError }) => {
      if (stopped) return;
      if (code === 78) {
        giveUp(`${name} ended (${code}).${lastError ? ` Last: ${lastError}` : ''}`);
        return;
      }
      say(`  ! ${name} ended (${code}) and is started again.`);
      again = setTimeout(() => (current = begin()), againMs);
    });
    return program;
  };
  let current = begin();
  return {
    failed,
    pid: () => current.pid,
    stop: async () => {
      stopped = true;
      clearTimeout(again);
      await current.stop();
    },
  };
}

async function migrate({ build, databaseUrl, logFile, env }) {
  const program = startProgram(path.join(build, 'apps/migrate/src/main.js'), {
    env: { ...env, DATABASE_URL: databaseUrl },
    logFile,
  });
  const { code, lastError } = await program.ended;
  if (code !== 0) {
    throw new SetUpError(
      `The database could not be brought up to date (${code}). ${lastError ?? ''}\nThe whole log: ${logFile}`,
    );
  }
}
