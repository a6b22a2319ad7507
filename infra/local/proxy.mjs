import * as http from 'node:http';
import * as https from 'node:https';
import * as net from 'node:net';
import { askServer } from '../setup/server.mjs';

const signalingPath = /^\/socket(?:\/|\?|$)/;

/**
 * The one port of a run in many processes: pages and api go to the api, sockets to any signaling process. A socket that
 * one cannot take goes to the next; there is nothing to remember, for each of them can take everybody.
 */
export async function startProxy({ port, hosts, tls, api, signaling, all }) {
  const agent = new http.Agent({ keepAlive: true });
  const sockets = new Set();
  let turn = 0;

  const onRequest = (request, response) => {
    if (request.url === '/readyz') {
      void tellReadiness(response, all());
      return;
    }
    const headers = forwarded(request, tls);
    const onward = http.request({
      host: '127.0.0.1',
      port: api,
      agent,
      method: request.method,
      path: request.url,
      headers,
    });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode, answer.statusMessage, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => fail(response));
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  };

  const onUpgrade = (request, near, head) => {
    near.on('error', () => near.destroy());
    if (!signalingPath.test(request.url)) {
      near.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    turn += 1;
    const ports = signaling.map((_, at) => signaling[(turn + at) % signaling.length]);
    passOn({ request, near, head, ports, headers: forwarded(request, tls) });
  };

  const servers = await Promise.all(
    hosts.map(async (host) => {
      const server = tls ? https.createServer(tls, onRequest) : http.createServer(onRequest);
      server.on('upgrade', onUpgrade);
      server.on('connection', (socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
      });
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port, host, ipv6Only: host.includes(':') }, resolve);
      });
      return server;
    }),
  );
  return {
    port: servers[0].address().port,
    stop: async () => {
      agent.destroy();
      const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
      sockets.forEach((socket) => socket.destroy());
      await Promise.all(closed);
    },
  };
}

/** Host and origin stay as the browser sent them: the processes behind judge by them. */
function forwarded(request, tls) {
  return {
    ...request.headers,
    'x-forwarded-for': request.socket.remoteAddress,
    'x-forwarded-proto': tls ? 'https' : 'http',
  };
}

function passOn({ request, near, head, ports: [port, ...others], headers }) {
  if (port === undefined) {
    near.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
    return;
  }
  const far = net.connect({ port, host: '127.0.0.1', noDelay: true });
  far.once('error', () => {
    if (far.connecting || !far.remoteAddress) passOn({ request, near, head, ports: others, headers });
    else near.destroy();
  });
  far.once('connect', () => {
    near.setNoDelay(true);
    const lines = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((each) => `${name}: ${each}`));
    far.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    far.write(head);
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
}

function fail(response) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '2' });
  response.end('The server is not there yet. Please try again.\n');
}

/** Ready when every process is. */
async function tellReadiness(response, processes) {
  const answers = await Promise.all(
    processes.map(async ({ name, port }) => ({ name, ...(await askServer(`http://127.0.0.1:${port}/readyz`)) })),
  );
  const of = (answer, list) => {
    try {
      return JSON.parse(answer.body)[list].map((part) => `${answer.name}: ${part}`);
    } catch {
      return list === 'missing' ? [answer.name] : [];
    }
  };
  const missing = answers.filter(({ status }) => status !== 200).flatMap((answer) => of(answer, 'missing'));
  const degraded = answers.flatMap((answer) => of(answer, 'degraded'));
  response.writeHead(missing.length === 0 ? 200 : 503, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
  });
  response.end(
    JSON.stringify({ ready: missing.length === 0, missing, degraded, about: { processes: processes.length } }),
  );
}
