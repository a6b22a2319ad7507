import { spawn } from 'node:child_process';
import * as os from 'node:os';
import { lanAddresses, qrCode } from './lan.mjs';

const people = [
  ['patient', 'emily', 'Emily Tremblay, at home in Toronto'],
  ['physician', 'sato', 'Dr Sato Kenji, in Osaka'],
  ['interpreter', 'mori', 'Mori Yuki, Japanese and English'],
];

export const hasDisplay = (env = process.env) =>
  process.platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

function userName(env) {
  try {
    return os.userInfo().username;
  } catch {
    // A container may run us as a user that its password file does not know.
    return env.USER ?? 'you';
  }
}

/** The line that brings page and media, on one port or several, of a machine without a screen to where a person sits. */
export function tunnelLine({ port, mediaPort, env = process.env }) {
  const host = env.SSH_CONNECTION?.split(' ')[2] ?? lanAddresses()[0] ?? os.hostname();
  const target = host.includes(':') ? `[${host}]` : host;
  const tunnels = [port, mediaPort].flat().map((at) => `-L ${at}:localhost:${at}`);
  return `ssh ${tunnels.join(' ')} ${userName(env)}@${target}`;
}

/** What the terminal says when everything runs. */
export function greeting({ address, port, mediaPort, demo, lan, log, headless = !hasDisplay() }) {
  const lines = ['', `  Okaeri is running:  ${address}`, ''];
  if (demo && !lan) {
    lines.push(
      ...people.map(
        ([role, host, who]) => `    ${role.padEnd(12)} ${`http://${host}.localhost:${port}`.padEnd(34)} ${who}`,
      ),
      '',
    );
  }
  if (lan) {
    lines.push(
      ...lan.addresses.map((ip) => `    from a phone or another computer here:  https://${ip}:${port}`),
      `    code before the stage:                  ${lan.code}`,
      '',
      ...qrCode(`https://${lan.addresses[0] ?? 'localhost'}:${port}`)
        .split('\n')
        .map((line) => `    ${line}`),
      '    The certificate is of our own making: the browser warns once, and may be told to go on.',
      '',
    );
  } else if (headless) {
    lines.push(
      '  No screen here. From the computer you sit at, page and media come through:',
      '',
      `    ${tunnelLine({ port, mediaPort })}`,
      '',
    );
  }
  lines.push(`  Ctrl-C stops it. Log: ${log}`, '');
  return lines.join('\n');
}

/** Opens the address where there is a display; without one, or with BROWSER=none, nothing happens. */
export function openBrowser(address, env = process.env) {
  if (!hasDisplay(env) || env.BROWSER === 'none' || env.CI) {
    return;
  }
  const child = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [address], {
    stdio: 'ignore',
    detached: true,
  });
  child.on('error', () => undefined);
  child.unref();
}
