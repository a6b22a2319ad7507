import * as fs from 'node:fs';
import * as path from 'node:path';
import { build } from './builds.mjs';
import { demoWanted, openDatabase } from './database.mjs';
import { greeting } from './greeting.mjs';
import { inPackages, own, root, SetUpError } from './paths.mjs';
import { firstFree } from './ports.mjs';
import { newLogFile, startProgram, untilReady } from './server.mjs';
import { chooseMediaPort, choosePagePort, serverEnv } from './standalone.mjs';

const watched = ['apps/api', 'apps/migrate', 'apps/sfu', 'apps/signaling', 'apps/standalone', 'libs'];
const quietMs = 250;

/**
 * For contributors. Vite serves the pages from their sources and passes everything else on to the server, which is
 * built and started again when one of its files changes; one that does not build leaves the old one running.
 */
export async function runDev({ ready, mark, stop, say, onAddress }) {
  const database = await openDatabase(say);
  const port = await choosePagePort(undefined, say);
  const serverPort = await firstFree(port + 1);
  const mediaPort = await chooseMediaPort(port);
  const logFile = newLogFile(own('logs'), 'dev');
  const show = (line) => say(`  ! ${line}`);
  const env = serverEnv({ port: serverPort, mediaPort, database, ready, mark });
  const base = `http://localhost:${serverPort}`;
  const address = `http://localhost:${port}`;
  const startServer = (folder) =>
    startProgram(path.join(folder, 'apps/standalone/src/main.js'), { env, logFile, show });

  let server = startServer(ready.build.folder);
  const pages = startProgram(inPackages('vite/bin/vite.js'), {
    args: ['apps/web', '--port', String(port), '--strictPort', '--host', '127.0.0.1', '--clearScreen', 'false'],
    env: { OKAERI_SERVER: base, OKAERI_MARK: mark },
    logFile,
    show,
  });
  const rebuild = async () => {
    const started = performance.now();
    const next = await build();
    if (next.folder === ready.build.folder) {
      return;
    }
    ready.build = next;
    await server.stop();
    server = startServer(next.folder);
    const state = await untilReady(base, server);
    say(
      state.ready
        ? `  Started again after ${((performance.now() - started) / 1000).toFixed(1)} s.`
        : '  It does not start; see above.',
    );
  };
  const watching = watch(rebuild, say);
  try {
    const first = await Promise.race([untilReady(base, server), stop.then(() => undefined)]);
    if (first?.ready) {
      onAddress(address);
      say(greeting({ address, port, mediaPort, demo: demoWanted(), log: path.relative(root, logFile) }));
    } else if (first) {
      say('  The server does not start yet; it is tried again at the next change.');
    }
    const what = await Promise.race([stop, pages.ended.then((how) => ({ failed: how }))]);
    if (what.failed) {
      throw new SetUpError(`Vite ended (${what.failed.code}). ${what.failed.lastError ?? ''}`);
    }
    say('\n  Stopping …');
    return 0;
  } finally {
    watching.close();
    await Promise.all([server.stop(), pages.stop()]);
    await database.stop();
  }
}

/** Calls `work` when the files have been quiet for a moment, and never twice at once. */
function watch(work, say) {
  let timer;
  let busy = Promise.resolve();
  const changed = (_event, name) => {
    if (name && /\.spec\.ts$|~$|\.sw.$/.test(String(name))) {
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      busy = busy.then(work).catch((error) => say(`\n${error.message}\n`));
    }, quietMs);
  };
  const watchers = watched
    .filter((folder) => fs.existsSync(path.join(root, folder)))
    .map((folder) => fs.watch(path.join(root, folder), { recursive: true }, changed));
  return {
    close: () => {
      clearTimeout(timer);
      watchers.forEach((watcher) => watcher.close());
    },
  };
}
