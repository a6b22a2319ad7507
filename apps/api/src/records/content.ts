import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OkaeriError } from '@okaeri/contracts';
import type { Vault } from '@okaeri/platform';
import { dispositionOf, openBytes } from '@okaeri/records';
import type { StoredFile } from '@okaeri/records';
import type { Request, Response } from 'express';

/** Bytes that are to be sent, and as what. */
export interface Content {
  bytes: number;
  type: string;
  disposition: string;
  open(range: { start: number; end: number }): Promise<Readable>;
}

/** Sends a file of a visit. */
export async function sendContent(file: StoredFile, vault: Vault, request: Request, response: Response): Promise<void> {
  if (file.state === 'held') throw new OkaeriError('file_held');
  if (file.state !== 'ready' || !file.type) throw new OkaeriError('not_found');
  const { bytes, type } = file;
  const open = (range: { start: number; end: number }) => openBytes(vault, file, range);
  await sendBytes({ bytes, type, disposition: dispositionOf(file.name, type), open }, request, response);
}

/** Of what is handed out: a browser that is led to its address may not take it for a page, run anything in it, or keep it. */
export function handedOut(response: Response, { type, disposition }: Pick<Content, 'type' | 'disposition'>): Response {
  return response
    .setHeader('Content-Type', type)
    .setHeader('X-Content-Type-Options', 'nosniff')
    .setHeader('Content-Security-Policy', "sandbox; default-src 'none'")
    .setHeader('Cache-Control', 'private, no-store')
    .setHeader('Content-Disposition', disposition);
}

/** Sends bytes as what they are and nothing else, whole or one range of them. */
export async function sendBytes(content: Content, request: Request, response: Response): Promise<void> {
  const { bytes } = content;
  const range = rangeOf(request.headers.range, bytes);
  handedOut(response, content).setHeader('Accept-Ranges', 'bytes');
  if (range === 'none') {
    response.status(416).setHeader('Content-Range', `bytes */${bytes}`).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: bytes - 1 };
  if (range) response.status(206).setHeader('Content-Range', `bytes ${start}-${end}/${bytes}`);
  response.setHeader('Content-Length', end - start + 1);
  if (request.method === 'HEAD' || bytes === 0) {
    response.end();
    return;
  }
  const stream = await content.open({ start, end });
  // Who leaves in the middle is no error of ours.
  await pipeline(stream, response).catch(() => response.destroy());
}

/** One range; several at once, and what is written in another way, are answered with the whole (RFC 9110, 14.2). */
function rangeOf(header: string | undefined, bytes: number): { start: number; end: number } | 'none' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  const start = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  return start <= end ? { start, end } : 'none';
}
