import * as fs from 'node:fs';
import * as path from 'node:path';
import { run } from './command.mjs';
import { contentHash, outlineHash } from './hash.mjs';
import { inPackages, node, own, readJson, root, SetUpError, writeWhole } from './paths.mjs';
import { readRun } from './run-state.mjs';

/*
 * Each build has a folder of its own under .okaeri/builds, named after the hash of what it was made from. It is made
 * under a passing name and renamed when whole; `dist` only points at the current one. So a kill in the middle leaves
 * nothing that looks like a build, and a server that runs keeps its own files while a test run builds others.
 */
const builds = own('builds');
const kept = 4;

const common = ['package.json', 'package-lock.json', 'tsconfig.json', 'infra/setup/builds.mjs'];
const halves = {
  server: {
    sources: [
      'apps/api',
      'apps/migrate',
      'apps/scheduler',
      'apps/sfu',
      'apps/signaling',
      'apps/standalone',
      'libs',
      'nest-cli.json',
      ...common,
    ],
    results: ['apps', 'libs'],
    make: makeServer,
  },
  web: {
    sources: ['apps/web', 'libs/call', 'libs/words', 'libs/contracts', 'tsconfig.web.json', ...common],
    results: ['web'],
    make: makeWeb,
  },
};

// What the compilers say is kept to be shown later, where colour codes would only be in the way; Nest's is not to be
// talked out of them.
const plain = { NO_COLOR: '1', FORCE_COLOR: undefined };
const withoutColour = (text) => text.replace(/\u001b\[[\d;]*m/g, '');

const skip = (name) => name === 'node_modules' || name === 'dist' || /\.spec\.tsx?$/.test(name);

/** The hash of each half's sources, lock and settings, and one of both. */
export function sourceHashes() {
  const server = contentHash(root, halves.server.sources, skip);
  const web = contentHash(root, halves.web.sources, skip);
  return { server, web, name: `${server}-${web}` };
}

/** The folder of a build if it is whole and untouched. */
function wholeBuild(name) {
  const folder = path.join(builds, name);
  const stamp = readJson(path.join(folder, 'build.json'));
  if (!stamp) {
    return undefined;
  }
  const untouched = ['apps', 'libs', 'web'].every(
    (part) => outlineHash(path.join(folder, part)) === stamp.outline[part],
  );
  return untouched ? { folder, ...stamp } : undefined;
}

async function makeServer(target, onLine) {
  const config = path.join(target, 'tsconfig.json');
  const app = path.join(root, 'apps', 'standalone', 'tsconfig.app.json');
  const base = readJson(app);
  const from = (pattern) => path.join(root, 'apps', 'standalone', pattern);
  // Nest takes the output folder from the tsconfig alone, so this build gets one of its own.
  writeWhole(
    config,
    JSON.stringify({
      extends: app,
      compilerOptions: { rootDir: root, outDir: target },
      include: base.include.map(from),
      exclude: ['apps', 'libs'].map((part) => path.join(root, part, '**/*.spec.ts')),
    }),
  );
  await run(
    node,
    [inPackages('@nestjs/cli/bin/nest.js'), 'build', 'standalone', '--path', path.relative(root, config)],
    { cwd: root, env: plain, onLine },
  );
  fs.rmSync(config);
}

async function makeWeb(target, onLine) {
  const options = ['--outDir', path.join(target, 'web'), '--emptyOutDir', '--logLevel', 'warn'];
  const env = { ...plain, NODE_ENV: 'production' };
  await run(node, [inPackages('vite/bin/vite.js'), 'build', 'apps/web', ...options], { cwd: root, env, onLine });
}

/** Points dist/apps, dist/libs and dist/web at a build. */
function show(folder) {
  const dist = path.join(root, 'dist');
  fs.mkdirSync(dist, { recursive: true });
  for (const part of ['apps', 'libs', 'web']) {
    const link = path.join(dist, part);
    const target = path.relative(dist, path.join(folder, part));
    const there = fs.lstatSync(link, { throwIfNoEntry: false });
    if (there?.isSymbolicLink() && fs.readlinkSync(link) === target) {
      continue;
    }
    if (there && !there.isSymbolicLink()) {
      fs.rmSync(link, { recursive: true });
    }
    const passing = `${link}.${process.pid}.new`;
    fs.rmSync(passing, { force: true });
    fs.symlinkSync(target, passing);
    fs.renameSync(passing, link);
  }
}

/** Removes what killed builds left, and all but the newest builds; one that a server runs from stays. */
function tidy(current) {
  const running = readRun()?.build;
  const entries = fs.readdirSync(builds).map((name) => ({ name, at: fs.statSync(path.join(builds, name)).mtimeMs }));
  const old = entries
    .filter(({ name }) => !name.endsWith('.new') && name !== current && name !== running)
    .sort((a, b) => b.at - a.at)
    .slice(kept - 1);
  for (const { name } of [...old, ...entries.filter((entry) => entry.name.endsWith('.new'))]) {
    fs.rmSync(path.join(builds, name), { recursive: true, force: true });
  }
}

async function make(hashes, say) {
  const passing = path.join(builds, `${hashes.name}.${process.pid}.new`);
  fs.mkdirSync(passing, { recursive: true });
  const before = fs.readdirSync(builds).filter((name) => !name.endsWith('.new'));
  const failures = [];
  const one = async (half) => {
    const same = before.map(wholeBuild).find((build) => build?.[half] === hashes[half]);
    if (same) {
      for (const part of halves[half].results) {
        fs.cpSync(path.join(same.folder, part), path.join(passing, part), {
          recursive: true,
          preserveTimestamps: true,
        });
      }
      return;
    }
    const lines = [];
    await halves[half]
      .make(passing, (text) => lines.push(text))
      .catch((error) => {
        failures.push(`${half}:\n${withoutColour(lines.length > 0 ? lines.join('\n') : error.message).slice(0, 8000)}`);
      });
  };
  say('compiling the server and bundling the pages');
  await Promise.all([one('server'), one('web')]);
  if (failures.length > 0) {
    fs.rmSync(passing, { recursive: true, force: true });
    throw new SetUpError(`The sources do not build.\n\n${failures.join('\n\n')}`);
  }
  const outline = Object.fromEntries(
    ['apps', 'libs', 'web'].map((part) => [part, outlineHash(path.join(passing, part))]),
  );
  writeWhole(path.join(passing, 'build.json'), JSON.stringify({ ...hashes, outline }));
  const folder = path.join(builds, hashes.name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.renameSync(passing, folder);
  return folder;
}

/** Brings the build up to date with the sources. Answers with its folder's name and whether there was anything to do. */
export async function build(say = () => {}) {
  fs.mkdirSync(builds, { recursive: true });
  const hashes = sourceHashes();
  const there = wholeBuild(hashes.name);
  const folder = there?.folder ?? (await make(hashes, say));
  show(folder);
  if (!there) {
    tidy(hashes.name);
  }
  return { name: hashes.name, folder, made: !there };
}
