import * as fs from 'node:fs';
import { identify, isSame } from './processes.mjs';

/**
 * Resolves with the reason when somebody wants us to stop: Ctrl-C, SIGTERM, a closed terminal, or npm killed over our
 * head. A second Ctrl-C does not wait any longer.
 */
export function stopRequested() {
  return new Promise((resolve) => {
    let askedAt;
    const on = (signal) => () => {
      const now = performance.now();
      // One Ctrl-C comes twice: from the terminal, and passed on by npm.
      if (signal === 'SIGINT' && askedAt !== undefined && now - askedAt > 800) {
        process.stdout.write('\n  Stopped at once; the next start clears up.\n');
        process.exit(130);
      }
      askedAt ??= now;
      resolve(signal);
    };
    process.on('SIGINT', on('SIGINT'));
    process.on('SIGTERM', on('SIGTERM'));
    process.on('SIGHUP', on('SIGHUP'));
    const above = npmAbove();
    const timer = setInterval(() => {
      if (!above.every(isSame)) {
        clearInterval(timer);
        resolve('npm ended');
      }
    }, 500);
    timer.unref();
  });
}

/**
 * npm and the shell that it starts us through, where it did. npm passes on SIGTERM but nothing when it is killed, and
 * the shell in between then stays without a word.
 */
function npmAbove() {
  if (!process.env.npm_lifecycle_event || !fs.existsSync('/proc/self/stat')) {
    return [];
  }
  const parent = process.ppid;
  const isShell = /^(ba|da|z|k)?sh$/.test(nameOf(parent));
  return (isShell ? [parent, parentOf(parent)] : [parent]).filter((pid) => pid > 1).map(identify);
}

const nameOf = (pid) => fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim();

function parentOf(pid) {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}
