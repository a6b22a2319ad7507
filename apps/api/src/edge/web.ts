import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Log } from '@okaeri/runtime';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { ApiEnv } from '../env';

const types: Record<string, string> = {
  '.binarypb': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.data': 'application/octet-stream',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.tflite': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

interface WebFile {
  path: string;
  type: string;
  tag: string;
  /** Its name changes with its content. */
  hashed: boolean;
  packed: ReadonlySet<string>;
}

/** Beside the server's build, where `npm run build` puts it. */
export function webRoot(env: Pick<ApiEnv, 'WEB_ROOT'>): string {
  return env.WEB_ROOT ?? join(__dirname, '..', '..', '..', '..', 'web');
}

/**
 * The web build. The files are listed once, at start, and only what is on the list is ever opened: no request can lead
 * out of the folder. Every other address that a browser shows is a page of the web, and gets `index.html`.
 */
export async function serveWeb(root: string, log: Log): Promise<RequestHandler> {
  const files = await listFiles(root);
  const index = files.get('/index.html');
  if (!index) log.warn('there is no web build to serve');

  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next();
      return;
    }
    const wanted = pathOf(request);
    const file = files.get(wanted === '/' ? '/index.html' : wanted) ?? (isPage(request, wanted) ? index : undefined);
    if (file) send(request, response, file, next);
    else next();
  };
}

function pathOf(request: Request): string {
  try {
    return decodeURIComponent(request.path);
  } catch {
    return request.path;
  }
}

const ours = /^\/(?:api|socket|healthz|readyz|metrics|assets)(?:\/|$)/i;

function isPage(request: Request, wanted: string): boolean {
  return !ours.test(wanted) && extname(wanted) === '' && (request.headers.accept ?? '').includes('text/html');
}

function send(request: Request, response: Response, file: WebFile, next: NextFunction): void {
  response.setHeader('Cache-Control', file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('ETag', file.tag);
  if (request.headers['if-none-match'] === file.tag) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', file.type);
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const packed = encodings.find(({ name }) => file.packed.has(name) && new RegExp(`\\b${name}\\b`).test(accepted));
  if (packed) response.setHeader('Content-Encoding', packed.name);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file.path + (packed?.suffix ?? ''))
    .on('error', next)
    .pipe(response);
}

async function listFiles(root: string): Promise<Map<string, WebFile>> {
  const names = await readdir(root, { recursive: true }).catch(() => [] as string[]);
  const files = new Map<string, WebFile>();
  const all = new Set(names);
  for (const name of names) {
    const path = join(root, name);
    const type = types[extname(name)];
    if (!type || !(await stat(path)).isFile()) continue;
    const content = await readFile(path);
    files.set(`/${relative(root, path).split(sep).join('/')}`, {
      path,
      type,
      tag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
      hashed: /^assets[\\/].*-[\w-]{8}\.\w+$/.test(name),
      packed: new Set(encodings.filter(({ suffix }) => all.has(name + suffix)).map((encoding) => encoding.name)),
    });
  }
  return files;
}
