import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { SetUpError } from '../setup/paths.mjs';
import { serverUser } from './home.mjs';

/** The environment of PostgreSQL's programs: nothing of ours, so that no PG* variable of the user's changes what they do. */
export const plainEnv = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Runs one of PostgreSQL's programs to its end, as the user it may run as. */
export function runProgram(program, args, { input } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...serverUser(), cwd: '/', env: plainEnv, stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (data) => (said += data));
    child.stderr.on('data', (data) => (said += data));
    child.on('error', reject);
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('close', (code) => {
      if (code === 0) {
        resolve(said);
      } else if (said.includes('could not look up effective user')) {
        reject(
          new SetUpError(
            `PostgreSQL does not run as user ${process.getuid()}, who is not in this machine's list of users (/etc/passwd). Run as one who is, or name a database with DATABASE_URL.`,
          ),
        );
      } else {
        reject(
          new SetUpError(
            `${path.basename(program)} ended with ${code}: ${said.trim().split('\n').slice(-6).join(' / ')}`,
          ),
        );
      }
    });
  });
}

/**
 * The passwords of a cluster, made once: the superuser's and the application's. Only this user can read the file; it
 * lies beside the data and not in it, for the data belongs to the user that PostgreSQL runs as.
 */
export function passwordsOf(home) {
  const file = path.join(home, 'passwords.json');
  try {
    return { ...JSON.parse(fs.readFileSync(file, 'utf8')), isNew: false };
  } catch {
    const made = { postgres: randomBytes(24).toString('base64url'), okaeri: randomBytes(24).toString('base64url') };
    const passing = `${file}.${process.pid}.new`;
    fs.writeFileSync(passing, JSON.stringify(made), { mode: 0o600 });
    fs.renameSync(passing, file);
    return { ...made, isNew: true };
  }
}

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** Statements for the single-user server, which takes one to a line and asks for no password. */
function singleUser(binaries, data, statements) {
  const postgres = path.join(binaries, 'bin', 'postgres');
  return runProgram(postgres, ['--single', '-F', '-D', data, 'postgres'], { input: `${statements.join('\n')}\n` });
}

/**
 * Makes the cluster under a passing name and renames it when it is whole, with the application's role and database in
 * it. The role owns its database and is nothing more.
 */
async function makeCluster({ home, data, binaries, passwords, sync }) {
  for (const name of fs.readdirSync(home).filter((entry) => entry.startsWith(`${path.basename(data)}.new-`))) {
    fs.rmSync(path.join(home, name), { recursive: true, force: true });
  }
  const passing = `${data}.new-${process.pid}`;
  const passwordFile = `${passing}.password`;
  const { uid, gid } = serverUser();
  fs.mkdirSync(passing, { mode: 0o700 });
  fs.writeFileSync(passwordFile, passwords.postgres, { mode: 0o600 });
  if (uid !== undefined) {
    fs.chownSync(passing, uid, gid);
    fs.chownSync(passwordFile, uid, gid);
  }
  try {
    await runProgram(path.join(binaries, 'bin', 'initdb'), [
      ...['-D', passing, '-U', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
      ...(sync ? [] : ['--no-sync']),
    ]);
    await singleUser(binaries, passing, [
      `CREATE ROLE okaeri LOGIN PASSWORD ${quoted(passwords.okaeri)};`,
      'CREATE DATABASE okaeri OWNER okaeri;',
    ]);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.renameSync(passing, data);
}

/** Makes the cluster where there is none. Answers with its passwords. */
export async function ensureCluster({ home, data, binaries, sync }) {
  const passwords = passwordsOf(home);
  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) {
    await makeCluster({ home, data, binaries, passwords, sync });
  } else if (passwords.isNew) {
    // Somebody removed the file: the data would be locked for good.
    await singleUser(binaries, data, [
      `ALTER ROLE postgres PASSWORD ${quoted(passwords.postgres)};`,
      `ALTER ROLE okaeri PASSWORD ${quoted(passwords.okaeri)};`,
    ]);
  }
  return passwords;
}
