import { createServer, type AddressInfo, type Server } from 'node:net';
import { anyFree, choosePort, firstFree, isFree, listenersIn, readPort, whoListens } from './ports.mjs';

const listen = (host: string) =>
  new Promise<Server>((resolve) => {
    const server = createServer().listen(0, host, () => resolve(server));
  });
const portOf = (server: Server) => (server.address() as AddressInfo).port;

describe('ports', () => {
  let server: Server;
  beforeEach(async () => {
    server = await listen('127.0.0.1');
  });
  afterEach(() => {
    server.close();
  });

  it('sees a port that is taken, and the next one as free', async () => {
    const port = portOf(server);
    expect(await isFree(port)).toBe(false);
    expect(await firstFree(port)).toBeGreaterThan(port);
  });

  it('probes both families without one probe being in the way of the other', async () => {
    const port = portOf(server);
    server.close();
    expect(await isFree(port, ['0.0.0.0', '::'])).toBe(true);
  });

  it('takes the next port where the usual one is taken, and says by whom', async () => {
    const usual = portOf(server);
    const chosen = await choosePort({ usual });
    expect(chosen.port).toBeGreaterThan(usual);
    expect(chosen.of).toContain(`process ${process.pid}`);
  });

  it('gives a port for later that the kernel gives to nobody who asks for any', async () => {
    const ports = [await anyFree(), await anyFree(), await anyFree()];
    expect(new Set(ports).size).toBe(3);
    for (const port of ports) {
      expect(port).toBeGreaterThanOrEqual(1024);
      expect(port).toBeLessThan(portOf(server));
      expect(await isFree(port)).toBe(true);
    }
  });

  it('does not give way where a port was asked for', async () => {
    const asked = portOf(server);
    const chosen = await choosePort({ asked });
    expect(chosen.port).toBeUndefined();
    expect(chosen.taken).toContain(`process ${process.pid}`);
  });

  it('names who listens, and nobody where nobody does', async () => {
    const port = portOf(server);
    expect(whoListens(port)?.pid).toBe(process.pid);
    await new Promise((resolve) => server.close(resolve));
    expect(whoListens(port)).toBeUndefined();
  });
});

it('finds listeners in the table of the kernel, not mere connections', () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    '   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4242 1',
    '   1: 0100007F:0BB8 0100007F:C000 01 00000000:00000000 00:00000000 00000000  1000        0 4243 1',
    '   2: 0100007F:0BB9 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4244 1',
  ].join('\n');
  expect(listenersIn(table, 3000)).toEqual([{ uid: 1000, inode: '4242' }]);
});

it('reads PORT, and answers with a sentence where it is no port', () => {
  expect(readPort(undefined)).toEqual({ port: undefined });
  expect(readPort('')).toEqual({ port: undefined });
  expect(readPort('8080')).toEqual({ port: 8080 });
  for (const text of ['0', '65536', '80a', '-1', '3.5']) {
    expect(readPort(text).wrong).toContain(text);
  }
});
