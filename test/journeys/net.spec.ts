import { createSocket } from 'node:dgram';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { chromiumIn, Link, serverAddress } from '../support/net';
import { until } from '../support/until';

/** Few enough for a socket to hold them all while its process is busy with other tests. */
const packets = 250;
/** Sends from her side, and says how many came back when all have or no more do, on a busy machine, too. */
const shout = `
  const socket = require('dgram').createSocket('udp4');
  const [port, host] = process.argv.slice(1);
  let back = 0;
  const end = () => { console.log(back); socket.close(); };
  let quiet = setTimeout(end, 3000);
  socket.on('message', () => {
    clearTimeout(quiet);
    back += 1;
    if (back === ${packets}) end();
    else quiet = setTimeout(end, 3000);
  });
  for (let at = 0; at < ${packets}; at += 1) setTimeout(() => socket.send('here', port, host), at);`;
const knock = `
  const [port, host] = process.argv.slice(1);
  const socket = require('net').connect({ port, host }, () => process.exit(0));
  setTimeout(() => { throw new Error('timed out'); }, 1500);`;

/** Of all packets, what is lost on the way up, and of those that arrived on the way back. */
async function lost(link: Link): Promise<{ up: number; down: number }> {
  const echo = createSocket('udp4');
  let arrived = 0;
  echo.on('message', (message, from) => {
    arrived += 1;
    echo.send(message, from.port, from.address);
  });
  await new Promise<void>((done) => echo.bind(0, serverAddress, done));
  try {
    const { stdout } = await link.inside(process.execPath, '-e', shout, String(echo.address().port), serverAddress);
    return { up: 1 - arrived / packets, down: arrived === 0 ? 1 : 1 - Number(stdout) / arrived };
  } finally {
    echo.close();
  }
}

/** The rig itself: what a test does to a link has to happen to what goes over it. */
describe('a link of her own', () => {
  let link: Link;
  let server: Server;
  let browser: Browser;
  let page: Page;
  let port: number;
  const chunk = Buffer.alloc(64 * 1024, 7);

  beforeAll(async () => {
    link = await Link.open('rig');
    server = createServer((request, response) => {
      const size = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('size') ?? 0);
      response.setHeader('content-type', 'text/html');
      for (let sent = 0; sent < size; sent += chunk.length) response.write(chunk);
      response.end('here');
    });
    await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
    port = (server.address() as AddressInfo).port;
    await link.carry(port);
    browser = await chromiumIn(link);
    page = await browser.newPage();
    await page.goto(`http://emily.localhost:${port}/`);
  });
  afterAll(async () => {
    await browser?.close();
    await link?.close();
    server?.close();
  });

  const load = (size: number) =>
    page.evaluate(async (asked) => {
      const begun = performance.now();
      const { length } = await (await fetch(`/?size=${asked}`, { cache: 'no-store' })).text();
      return (length * 8) / (performance.now() - begun);
    }, size);

  it('is a secure context that keeps the name of the person', async () => {
    expect(await page.evaluate(() => [isSecureContext, location.hostname])).toEqual([true, 'emily.localhost']);
  });

  it('is as narrow as it is made, and wide again', async () => {
    await link.narrow({ downKbps: 800, upKbps: 400 });
    const narrow = await load(200_000);
    await link.narrow(null);
    const wide = await load(2_000_000);
    expect(narrow).toBeLessThan(800);
    // How fast a machine is that does other things meanwhile is not told; only that nothing of ours holds it back.
    expect(narrow).toBeGreaterThan(200);
    expect(wide).toBeGreaterThan(2000);
    expect(link.bytes().down).toBeGreaterThan(2_200_000);
  });

  it('knows that it is cut, and is there again', async () => {
    const online = () => page.evaluate(() => navigator.onLine);
    await link.cut();
    await until(async () => !(await online()));
    await link.mend();
    await until(online);
    expect(await load(100)).toBeGreaterThan(0);
  });

  it('has another address when it has moved', async () => {
    const before = link.address;
    await link.move();
    expect(link.address).not.toBe(before);
    expect(await load(100)).toBeGreaterThan(0);
  });

  it('loses what it is told to lose, each way, and nothing else', async () => {
    expect(await lost(link)).toEqual({ up: 0, down: 0 });
    await link.lossy({ up: 200, down: 400 });
    const { up, down } = await lost(link);
    // Four standard deviations.
    expect(up).toBeGreaterThan(0.1);
    expect(up).toBeLessThan(0.3);
    expect(down).toBeGreaterThan(0.26);
    expect(down).toBeLessThan(0.54);
    await link.lossy({ up: 0, down: 0 });
    expect(await lost(link)).toEqual({ up: 0, down: 0 });
  });

  it('stands behind a firewall that lets only TCP through, or only some ports', async () => {
    await link.firewall('tcp');
    expect(await lost(link)).toEqual({ up: 1, down: 1 });
    expect(await load(100)).toBeGreaterThan(0);
    await link.firewall([443]);
    await expect(link.inside(process.execPath, '-e', knock, String(port), serverAddress)).rejects.toThrow('timed out');
    await link.firewall([port]);
    await link.inside(process.execPath, '-e', knock, String(port), serverAddress);
    await link.firewall('everything');
    expect(await lost(link)).toEqual({ up: 0, down: 0 });
  });
});
