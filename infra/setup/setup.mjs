import { noteChildren, holdLock } from './lock.mjs';
import { onChildrenChange } from './command.mjs';
import { makeOwnFolder, own, SetUpError } from './paths.mjs';
import { openSteps } from './steps.mjs';

/** What the tests need beside the packages; Chromium's own list does not bring a Latin font, so one is named. */
const testPackages = [
  ...['chromium', 'fonts-liberation', 'fonts-noto-cjk', 'redis-server'],
  // Firewalls and weak links: a TURN server, and namespaces with rules.
  ...['coturn', 'iproute2', 'nftables'],
  // Calendars and a mailbox at servers of others.
  ...['radicale', 'dovecot-imapd'],
  // Clocks of single processes that are set while they run.
  'libfaketime',
];

/** Debian packages beside those of the compile; a plain start needs none. */
const packagesFor = { test: testPackages, run: testPackages, split: ['redis-server'] };

function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    throw new SetUpError(`Okaeri needs Node 20 or newer to set itself up; this is ${process.version}.`);
  }
}

/**
 * Brings a clone to where it can run: packages, Debian packages, media worker, build. What is done already is seen by
 * quick checks and passed over. Only one set-up works in a clone at a time; the others wait.
 *
 * `forWhat` is `start`, `split`, `test`, `run` (a script; as test) or `build` (no worker).
 */
export async function setUp({ forWhat, stream = process.stdout }) {
  checkNode();
  makeOwnFolder();
  const lock = own('setup.lock');
  const release = await waitForTurn(lock, stream);
  onChildrenChange((pids) => noteChildren(lock, pids));
  try {
    return await allSteps(forWhat, openSteps({ stream }), stream);
  } finally {
    onChildrenChange(() => {});
    release();
  }
}

async function waitForTurn(lock, stream) {
  let toldAt = -Infinity;
  return holdLock(lock, {
    onWait: (owner) => {
      if (performance.now() - toldAt > 10_000) {
        toldAt = performance.now();
        stream.write(`  Another set-up (process ${owner.pid}) works in this clone; waiting for it.\n`);
      }
    },
  });
}

async function allSteps(forWhat, step, stream) {
  const result = {};
  await step('packages', async (say) => {
    const { installPackages } = await import('./install.mjs');
    return installPackages(say);
  });
  const packages = packagesFor[forWhat];
  if (packages) {
    await step('programs', (say) => programs(packages, forWhat, say, stream));
  }
  if (forWhat !== 'build') {
    await step('media worker', async (say) => {
      result.worker = await mediaWorker(say, stream);
      const { describeWorker } = await import('../worker/provision.mjs');
      return describeWorker(result.worker);
    });
  }
  await step('build', async (say) => {
    const { build } = await import('./builds.mjs');
    result.build = await build(say);
    return result.build.made ? 'made' : 'up to date';
  });
  return result;
}

const announcer = (stream) => (names) => stream.write(`  Debian packages to be installed: ${names.join(' ')}\n`);

async function programs(packages, forWhat, say, stream) {
  const { howToInstall, installDebian, isDebian, mayInstall, missingPackages } = await import('./debian.mjs');
  const { findProgramOf, missingPrograms } = await import('./programs.mjs');
  // A program that came another way than by Debian's package is as good.
  const missing = isDebian()
    ? missingPackages(packages).filter((name) => !findProgramOf(name))
    : missingPrograms(packages);
  if (missing.length === 0) {
    return `${packages.join(', ')}: here`;
  }
  if (!mayInstall()) {
    throw howToInstall(missing, forWhat === 'split' ? 'npm run start:split' : 'npm test');
  }
  await installDebian(missing, { say, announce: announcer(stream) });
  return `installed ${missing.join(', ')}`;
}

async function mediaWorker(say, stream) {
  const { provisionWorker } = await import('../worker/provision.mjs');
  return provisionWorker({
    say,
    beforeCompile: async () => {
      const { compilePackages, missingForCompile } = await import('../worker/packages.mjs');
      const { howToInstall, installDebian, mayInstall, missingPackages } = await import('./debian.mjs');
      if (mayInstall()) {
        const missing = missingPackages(compilePackages);
        if (missing.length > 0) {
          await installDebian(missing, { say, announce: announcer(stream) });
        }
      } else if (missingForCompile().length > 0) {
        throw howToInstall(compilePackages, 'Compiling the media worker (mediasoup’s own build could not be fetched)');
      }
    },
  });
}
