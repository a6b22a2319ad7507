import * as dgram from 'node:dgram';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as path from 'node:path';
import { SetUpError } from './paths.mjs';

/** Whether a TCP port can be listened on at each of the addresses. An address that this machine lacks counts as free. */
export async function isFree(port, hosts = ['127.0.0.1', '::1']) {
  const answers = await Promise.all(hosts.map((host) => tryTcp(port, host)));
  return answers.every(Boolean);
}

const tryTcp = (port, host) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', (error) => resolve(['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code)));
    // Without ipv6Only the probe of :: would take the port from the one of 0.0.0.0 that runs beside it.
    probe.listen({ port, host, exclusive: true, ipv6Only: true }, () => probe.close(() => resolve(true)));
  });

const tryUdp = (port, host) =>
  new Promise((resolve) => {
    const probe = dgram.createSocket('udp4');
    probe.once('error', () => resolve(false));
    probe.bind({ port, address: host, exclusive: true }, () => probe.close(() => resolve(true)));
  });

/** The first port from `from` on that is free at the hosts; for media also by UDP, which shares the number. */
export async function firstFree(from, { hosts, udp = false, tries = 100 } = {}) {
  for (let port = from; port < Math.min(from + tries, 65_536); port += 1) {
    if ((await isFree(port, hosts)) && (!udp || (await tryUdp(port, '0.0.0.0')))) {
      return port;
    }
  }
  throw new SetUpError(`No port from ${from} to ${from + tries - 1} is free.`);
}

const ours = { from: 7000, to: 10_000 };
/** Each search begins elsewhere: two who search at once would find the same. */
let tried = Math.floor(Math.random() * (ours.to - ours.from));

/**
 * A free port on loopback for who listens there later. Not the kernel to choose: what it gives to one who asks for any port
 * it gives in the next moment to another, even to a process that the first has started. Nor does the media worker, which
 * takes from 10000 on.
 */
export async function anyFree() {
  for (let left = ours.to - ours.from; left > 0; left -= 1) {
    tried += 1;
    const port = ours.from + (tried % (ours.to - ours.from));
    if (await isFree(port)) return port;
  }
  throw new SetUpError(`No port from ${ours.from} to ${ours.to - 1} is free.`);
}

/** The listening sockets in the kernel's table that have this port: their inode and user. */
export function listenersIn(table, port) {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === '0A' && fields[1].endsWith(`:${hex}`))
    .map((fields) => ({ uid: Number(fields[7]), inode: fields[9] }));
}

/** Who listens on a port, as far as this user may know: `node (process 123)`, or whose process it is. */
export function whoListens(port) {
  const listeners = ['/proc/net/tcp', '/proc/net/tcp6']
    .filter((file) => fs.existsSync(file))
    .flatMap((file) => listenersIn(fs.readFileSync(file, 'utf8'), port));
  if (listeners.length === 0) {
    return undefined;
  }
  const wanted = new Set(listeners.map(({ inode }) => `socket:[${inode}]`));
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (holds(pid, wanted)) {
      return { pid: Number(pid), text: `${programName(pid)} (process ${pid})` };
    }
  }
  return { text: `a process of user ${listeners[0].uid}` };
}

/** The program and, for one like node, its script: the kernel's own short name is often that of a thread. */
function programName(pid) {
  const [program, ...args] = fs.readFileSync(`/proc/${pid}/cmdline`, 'latin1').split('\0');
  const script = args.find((arg) => /\.(m?js|cjs|ts|py)$/.test(arg));
  return [path.basename(program || 'a process'), script].filter(Boolean).join(' ');
}

function holds(pid, sockets) {
  try {
    return fs.readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return sockets.has(fs.readlinkSync(`/proc/${pid}/fd/${fd}`));
      } catch {
        return false;
      }
    });
  } catch {
    // Another user's process, or gone.
    return false;
  }
}

/**
 * The port for the pages. One that was asked for must be free, or the answer names who has it; the usual one gives way
 * to the next free one.
 */
export async function choosePort({ asked, usual = 3000, hosts }) {
  if (asked !== undefined) {
    if (await isFree(asked, hosts)) {
      return { port: asked };
    }
    return { taken: whoListens(asked)?.text ?? 'another process' };
  }
  const port = await firstFree(usual, { hosts });
  return { port, ...(port === usual ? {} : { instead: usual, of: whoListens(usual)?.text ?? 'another process' }) };
}

/** The PORT of the environment as a number, or a sentence about it. */
export function readPort(text) {
  if (text === undefined || text === '') {
    return { port: undefined };
  }
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65_536
    ? { port }
    : { wrong: `PORT is "${text}", which is not a port number.` };
}
