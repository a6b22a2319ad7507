import { createSocket } from 'node:dgram';
import { createServer, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Where media is listened for, and what the candidates say instead when the machine stands behind a NAT. */
export interface MediaAddress {
  ip: string;
  announced: string | undefined;
}

/** Reads `MEDIA_IPS`: a comma list of `listenIp` or `listenIp@announcedAddress`. Throws a sentence for the operator. */
export function parseMediaAddresses(text: string): MediaAddress[] {
  const addresses = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [ip = '', announced] = part.split('@', 2);
      if (isIP(ip) === 0) throw new Error(`MEDIA_IPS: "${ip}" is not an IP address.`);
      if (announced === '') throw new Error(`MEDIA_IPS: "${part}" announces nothing after its @.`);
      // A browser cannot send to "every interface", so a candidate must name a real address.
      if (!announced && isWildcard(ip))
        throw new Error(`MEDIA_IPS: ${ip} needs an address to announce, as ${ip}@host.`);
      return { ip, announced };
    });
  if (addresses.length === 0) throw new Error('MEDIA_IPS names no address.');
  if (new Set(addresses.map(({ ip }) => ip)).size < addresses.length) {
    throw new Error('MEDIA_IPS names an address twice.');
  }
  return addresses;
}

/** The addresses this machine still has: a laptop that changed its network must not lose the others too. */
export function presentAddresses(wanted: readonly MediaAddress[]): MediaAddress[] {
  const own = new Set(Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address)));
  return wanted.filter(({ ip }) => isWildcard(ip) || ip.startsWith('127.') || own.has(ip));
}

/** A port that is free for UDP and TCP on every address. Somebody may still take it before us: then ask again. */
export async function freePort(ips: readonly string[]): Promise<number> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const port = await takeTcp(ips[0] ?? '127.0.0.1', 0);
    if (port === null) continue;
    const rest = await Promise.all([
      ...ips.slice(1).map((ip) => takeTcp(ip, port)),
      ...ips.map((ip) => takeUdp(ip, port)),
    ]);
    if (rest.every((taken) => taken !== null)) return port;
  }
  throw new Error('No port is free for media on all addresses.');
}

function isWildcard(ip: string): boolean {
  return ip === '0.0.0.0' || ip === '::';
}

function takeTcp(host: string, port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

function takeUdp(address: string, port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const socket = createSocket(isIP(address) === 6 ? 'udp6' : 'udp4');
    socket.once('error', () => resolve(null));
    socket.bind({ address, port, exclusive: true }, () => socket.close(() => resolve(port)));
  });
}
