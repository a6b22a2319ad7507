import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { createLog } from '@okaeri/runtime';
import { createApi } from '../../apps/api/src';
import { apiEnv } from '../../apps/api/src/env';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** Parsed; `null` where it is no JSON. */
  body: unknown;
}

export interface Ask {
  method?: string;
  /** Sent as it is, also where it is oddly written. */
  path: string;
  host?: string;
  cookie?: string | undefined;
  headers?: Record<string, string>;
  json?: unknown;
  raw?: string | Buffer;
}

export interface TestServer {
  app: INestApplication;
  port: number;
  ask(input: Ask): Promise<Answer>;
  /** Lines that the process wrote. */
  log(): string;
  close(): Promise<void>;
}

/** A whole api with its HTTP chain on a port of its own, inside the test's process, with its log kept. */
export async function startApi(database: string, env: Record<string, string> = {}): Promise<TestServer> {
  const lines: string[] = [];
  const parsed = apiEnv.parse({
    NODE_ENV: 'test',
    LOG_LEVEL: 'debug',
    LOG_FOLDER: process.env['OKAERI_TEST_LOGS'],
    DATABASE_URL: database,
    PORT: '0',
    ...env,
  });
  const log = createLog({
    process: `api-test-${randomBytes(3).toString('hex')}`,
    level: parsed.LOG_LEVEL,
    folder: parsed.LOG_FOLDER,
    destination: { write: (line: string) => void lines.push(line) },
  });
  const app = await createApi(parsed, log);
  await app.listen(0, '127.0.0.1').catch(async (error: unknown) => {
    // In a process of its own it would end with it.
    await app.close();
    throw error;
  });
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    app,
    port,
    ask: (input) => ask(port, input),
    log: () => lines.join(''),
    close: () => app.close(),
  };
}

/** By `node:http`: `fetch` neither sends a `Host` of our choice nor leaves a path as it is. */
export function ask(port: number, input: Ask): Promise<Answer> {
  const { method = 'GET', path, host = `localhost:${port}`, cookie, headers = {}, json, raw } = input;
  const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      {
        port,
        host: '127.0.0.1',
        method,
        path,
        agent: false,
        headers: {
          host,
          ...(cookie ? { cookie } : {}),
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
          // As our own pages do; an empty one stands for a page that does not.
          ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
          ...headers,
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, body: parse(text) });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The cookies that an answer sets, as the next request sends them. */
export function cookiesOf(answer: Answer): string {
  return (answer.headers['set-cookie'] ?? []).map((each) => each.split(';', 1)[0]).join('; ');
}

/** Signs a persona of the demo world in, as her own window does. */
export async function signIn(server: TestServer, persona: string): Promise<string> {
  const answer = await server.ask({
    method: 'POST',
    path: '/api/demo/sign-in',
    host: `${persona}.localhost:${server.port}`,
    json: {},
  });
  if (answer.status !== 200) throw new Error(`${persona} could not sign in: ${answer.status} ${answer.text}`);
  return cookiesOf(answer);
}
