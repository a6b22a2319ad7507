import * as fs from 'node:fs';
import { ask, run } from './command.mjs';
import { SetUpError } from './paths.mjs';

/** Debian or a system derived from it, with its package tools. */
export function isDebian(osRelease = read('/etc/os-release')) {
  const ids = [...osRelease.matchAll(/^(?:ID|ID_LIKE)="?([^"\n]*)"?$/gm)].flatMap((found) => found[1].split(' '));
  return ids.includes('debian') || ids.includes('ubuntu');
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Those of the packages that dpkg does not have installed. */
export function missingPackages(names) {
  const answer = ask('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names]);
  const there = new Set(
    answer.out
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !there.has(name));
}

/** Whether the set-up may install packages here: as root on Debian, unless it is told not to. */
export const mayInstall = () => process.getuid?.() === 0 && process.env.OKAERI_NO_APT !== '1' && isDebian();

/** What a person has to type where the set-up may not do it, said for the system at hand. */
export function howToInstall(names, what) {
  const why =
    process.env.OKAERI_NO_APT === '1'
      ? 'OKAERI_NO_APT=1 forbids installing them'
      : isDebian()
        ? 'only root may install them'
        : 'this system has another package manager than Debian';
  const command = isDebian()
    ? `${process.getuid?.() === 0 ? '' : 'sudo '}apt-get install --no-install-recommends ${names.join(' ')}`
    : `the packages that Debian calls ${names.join(', ')}`;
  return new SetUpError(
    `${what} needs packages that are not here, and ${why}. Please install:\n\n    ${command}\n\nand run the same command again.`,
  );
}

/** Installs Debian packages. `announce` hears their names before anything happens. */
export async function installDebian(names, { say, announce }) {
  announce(names);
  const env = { LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_SUSPEND: '1' };
  const apt = ['-q', '-y', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=2'];
  // A dpkg that was killed in the middle refuses everything until it may finish.
  if (fs.existsSync('/var/lib/dpkg/updates') && fs.readdirSync('/var/lib/dpkg/updates').length > 0) {
    say('finishing an interrupted dpkg');
    await run('dpkg', ['--configure', '-a'], { env });
  }
  say('reading the package lists');
  // One unreachable third-party source must not stop us; what is really missing shows in the install.
  await run('apt-get', [...apt, 'update'], { env }).catch(() => undefined);
  let count = 0;
  try {
    await run('apt-get', [...apt, '--fix-broken', '--no-install-recommends', 'install', ...names], {
      env,
      onLine: (line) => {
        if (line.startsWith('Setting up ')) {
          count += 1;
          say(`set up ${count}: ${line.split(' ')[2]}`);
        } else if (line.startsWith('Get:')) {
          say('downloading Debian packages');
        }
      },
    });
  } catch (error) {
    throw new SetUpError(`apt-get could not install ${names.join(', ')}:\n    ${error.tail.slice(-8).join('\n    ')}`);
  }
}
