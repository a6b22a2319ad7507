import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface Told {
  code: number | null;
  out: string;
  err: string;
}

/** A command of package.json as an operator types it, to its end. */
export function npmRun(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<Told> {
  return told('npm', ['run', '--silent', script, '--', ...args], env);
}

/** The program behind `npm run admin` or `npm run ledger:verify`, where it is already built. */
export function builtCommand(
  name: 'admin' | 'ledger',
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Told> {
  const entry = resolve(process.env['OKAERI_BUILD'] ?? 'dist', `apps/api/src/admin/${name}.js`);
  return told(process.execPath, ['--disable-warning=ExperimentalWarning', entry, ...args], env);
}

function told(program: string, args: readonly string[], env: Record<string, string>): Promise<Told> {
  const child = spawn(program, args, {
    cwd: process.env['OKAERI_ROOT'] ?? process.cwd(),
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (err += data));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, out, err }));
  });
}
