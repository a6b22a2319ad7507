import * as fs from 'node:fs';
import * as path from 'node:path';
import { demoWanted, openDatabase } from '../setup/database.mjs';
import { greeting, openBrowser } from '../setup/greeting.mjs';
import { own, root, SetUpError } from '../setup/paths.mjs';
import { newLogFile, untilReady } from '../setup/server.mjs';
import { chooseMediaPort, choosePagePort, openToNetwork, serverEnv } from '../setup/standalone.mjs';
import { startTopology } from './topology.mjs';

/** `npm run start:split`: as production runs it, on one machine. Answers with the exit code. */
export async function run({ options, ready, mark, stop, say, onAddress }) {
  const lan = options.lan ? await openToNetwork() : undefined;
  const database = await openDatabase(say);
  const logFile = newLogFile(own('logs'), 'split');
  const port = await choosePagePort(lan, say);
  const mediaPort = await chooseMediaPort();
  const {
    PORT: _port,
    HOST: _host,
    DATABASE_URL: _url,
    ...env
  } = serverEnv({ port, mediaPort, lan, database, ready, mark });
  // The front has the certificate; behind it everything is on this machine.
  const { TLS_CERT, TLS_KEY, ...apiEnv } = env;
  let topology;
  let turn;
  try {
    turn = await turnBeside({ lan, mediaIps: apiEnv.MEDIA_IPS, logFile });
    topology = await startTopology({
      build: ready.build.folder,
      databaseUrl: database.url,
      port,
      hosts: [lan ? '0.0.0.0' : '127.0.0.1'],
      tls: lan && { cert: fs.readFileSync(TLS_CERT), key: fs.readFileSync(TLS_KEY) },
      mediaPort,
      logFile,
      env: { ...apiEnv, ...(turn ? { TURN_URLS: turn.url } : {}), OKAERI_DEMO: undefined },
      apiEnv,
      say,
    });
    const address = `${lan ? 'https' : 'http'}://localhost:${port}`;
    const first = await Promise.race([
      untilReady(address, { ended: topology.failed.then((code) => ({ code })) }),
      stop.then((why) => ({ stopped: why })),
    ]);
    if (first.stopped) {
      return 0;
    }
    if (!first.ready) {
      throw new SetUpError(
        `${first.ended ? first.ended.code : `Not ready within two minutes: ${first.late}`}\nThe whole log: ${logFile}`,
      );
    }
    onAddress(address);
    say(
      greeting({
        address,
        port,
        mediaPort: topology.mediaPorts,
        demo: demoWanted(),
        lan,
        log: path.relative(process.cwd(), logFile) || logFile,
      }),
    );
    say(
      `${topology
        .processes()
        .map(({ name, pid, port: at }) => `    ${name.padEnd(12)} process ${pid}, port ${at}`)
        .join('\n')}\n`,
    );
    openBrowser(address);
    const what = await Promise.race([
      stop.then(() => ({})),
      topology.failed.then((failed) => ({ failed })),
      database.ended.then((error) => ({ failed: error.message })),
    ]);
    if (what.failed) {
      throw new SetUpError(`${what.failed}\nThe whole log: ${path.relative(root, logFile)}`);
    }
    say('\n  Stopping …');
    return 0;
  } finally {
    await topology?.stop();
    await turn?.stop();
    await database.stop();
  }
}

/** With a `TURN_SECRET` and no server of the operator's own to go with it, one is started here. */
async function turnBeside({ lan, mediaIps, logFile }) {
  if (!process.env.TURN_SECRET || process.env.TURN_URLS) {
    return undefined;
  }
  const { startTurn, turnFromEnv } = await import('../turn/turn.mjs');
  const { ensureCertificate } = await import('../setup/lan.mjs');
  const peers = mediaIps.split(',').filter((ip) => !lan || !ip.startsWith('127.'));
  return startTurn({ ...turnFromEnv(process.env, { peers, ...(lan ?? (await ensureCertificate(peers))) }), logFile });
}
