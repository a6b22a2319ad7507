import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { anchorsFile, demoWanted, openDatabase } from './database.mjs';
import { greeting, openBrowser } from './greeting.mjs';
import { own, root, SetUpError, writeWhole } from './paths.mjs';
import { choosePort, firstFree, readPort } from './ports.mjs';
import { newLogFile, startProgram, untilReady } from './server.mjs';

const usualPort = 3000;
const ways = 3;

/** One Nest process with its sfu child and a database of its own: what `npm start` runs. Answers with the exit code. */
export async function runStandalone({ options, ready, mark, stop, say, onAddress }) {
  const lan = options.lan ? await openToNetwork() : undefined;
  const database = await openDatabase(say);
  let server;
  try {
    const logFile = newLogFile(own('logs'), 'start');
    const start = () => startOnFreePort({ lan, database, ready, mark, say, logFile });
    let first;
    let at;
    for (let way = 1; ; way += 1) {
      at = await start();
      server = at.server;
      first = await Promise.race([untilReady(at.address, server), stop.then((why) => ({ stopped: why }))]);
      // Between our look and the server's own, somebody else may take the port.
      if (way === ways || !/EADDRINUSE|address already in use/i.test(first.ended?.lastError ?? '')) {
        break;
      }
      say('  The port was taken at the last moment; trying again.');
    }
    if (first.stopped) {
      return 0;
    }
    if (!first.ready) {
      throw new SetUpError(`${whyNot(first)}\nThe whole log: ${logFile}`);
    }
    const { address, port, mediaPort } = at;
    onAddress(address);
    say(
      greeting({
        address,
        port,
        mediaPort,
        demo: demoWanted(),
        lan,
        log: path.relative(process.cwd(), logFile) || logFile,
      }),
    );
    openBrowser(address);
    return await untilEnd({ server, database, stop, say, logFile });
  } finally {
    await server?.stop();
    await database.stop();
  }
}

const whyNot = ({ ended, late }) =>
  ended
    ? `The server ended (${ended.code}) before it was ready.${ended.lastError ? ` Last: ${ended.lastError}` : ''}`
    : `The server was not ready within two minutes: ${late}`;

/** What `--lan` adds: the addresses of this machine, a code, a certificate. */
export async function openToNetwork() {
  const { ensureCertificate, lanAddresses, newCode } = await import('./lan.mjs');
  const addresses = lanAddresses();
  if (addresses.length === 0) {
    throw new SetUpError('--lan needs a network, and this machine has no address on one.');
  }
  return { addresses, code: newCode(), ...(await ensureCertificate(addresses)) };
}

/** What the server reads; named in one place, for `--dev` starts the same one. */
export function serverEnv({ port, mediaPort, lan, database, ready, mark }) {
  return {
    PORT: String(port),
    HOST: lan ? '0.0.0.0' : '127.0.0.1',
    DATABASE_URL: database.url,
    SFU_MEDIA_PORT: String(mediaPort),
    MEDIA_IPS: process.env.MEDIA_IPS ?? (lan ? [...lan.addresses, '127.0.0.1'].join(',') : '127.0.0.1'),
    MEDIASOUP_WORKER_BIN: ready.worker.file,
    OKAERI_DEMO: demoWanted() ? '1' : '0',
    OKAERI_DATA: own(),
    HOUSE_SECRET: process.env.HOUSE_SECRET ?? houseSecret(own('house-secret')),
    BLOB_FOLDER: process.env.BLOB_FOLDER ?? own('blobs'),
    LEDGER_ANCHORS: anchorsFile(database),
    VAULT_KEYS: process.env.VAULT_KEYS ?? own('vault-keys'),
    PUBLIC_URL: process.env.PUBLIC_URL ?? publicUrl({ port, lan }),
    OKAERI_MARK: mark,
    NODE_COMPILE_CACHE: own('compile-cache'),
    ...(lan ? lanEnv(lan) : {}),
  };
}

/** The secret that keys of this house are derived from: made once, for what was sealed by it is of no use with another. */
function houseSecret(file) {
  if (!fs.existsSync(file)) {
    writeWhole(file, `${randomBytes(32).toString('base64url')}\n`, 0o600);
  }
  return fs.readFileSync(file, 'utf8').trim();
}

/** What mails begin their addresses with: a phone on the network cannot open this machine's own name for itself. */
const publicUrl = ({ port, lan }) => (lan ? `https://${lan.addresses[0]}:${port}` : `http://localhost:${port}`);

function lanEnv(lan) {
  const names = [process.env.OKAERI_HOSTS, ...lan.addresses, os.hostname(), `${os.hostname()}.local`];
  const hosts = names.filter(Boolean).join(',');
  return { OKAERI_LAN: '1', OKAERI_LAN_CODE: lan.code, OKAERI_HOSTS: hosts, TLS_CERT: lan.cert, TLS_KEY: lan.key };
}

/**
 * Media has a port that follows from the one of the pages: it stays the same from start to start, so that a tunnel's line
 * can be kept, and two clones that start in the same moment do not reach for the same one. Each gets ten in a row.
 */
export function chooseMediaPort(pagePort = usualPort) {
  const offset = (((pagePort - usualPort) % 1000) + 1000) % 1000;
  return firstFree(40_000 + 10 * offset, { hosts: ['0.0.0.0'], udp: true });
}

/** The port for the pages, with a word about why it is not the usual one. */
export async function choosePagePort(lan, say) {
  const { port: asked, wrong } = readPort(process.env.PORT);
  if (wrong) {
    throw new SetUpError(wrong);
  }
  const chosen = await choosePort({ asked, usual: usualPort, hosts: lan ? ['0.0.0.0', '::'] : ['127.0.0.1', '::1'] });
  if (chosen.taken) {
    throw new SetUpError(`Port ${asked} is taken by ${chosen.taken}. End it, or choose another with PORT.`);
  }
  if (chosen.instead) {
    say(`  Port ${chosen.instead} is taken by ${chosen.of}; using ${chosen.port}.`);
  }
  return chosen.port;
}

async function startOnFreePort({ lan, database, ready, mark, say, logFile }) {
  const port = await choosePagePort(lan, say);
  const mediaPort = await chooseMediaPort(port);
  const server = startProgram(path.join(ready.build.folder, 'apps/standalone/src/main.js'), {
    env: serverEnv({ port, mediaPort, lan, database, ready, mark }),
    logFile,
    show: (line) => say(`  ! ${line}`),
  });
  return { server, port, mediaPort, address: `${lan ? 'https' : 'http'}://localhost:${port}` };
}

async function untilEnd({ server, database, stop, say, logFile }) {
  const what = await Promise.race([
    stop.then((why) => ({ why })),
    server.ended.then((how) => ({
      failed: `The server ended (${how.code}).${how.lastError ? ` Last: ${how.lastError}` : ''}`,
    })),
    database.ended.then((error) => ({ failed: error.message })),
  ]);
  if (what.failed) {
    throw new SetUpError(`${what.failed}\nThe whole log in ${path.relative(root, logFile)}`);
  }
  say('\n  Stopping …');
  return 0;
}
